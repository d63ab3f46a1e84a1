//! Drafts a pattern from sample URLs.
//!
//! In: one URL or more. Out: an anchored pattern that matches all of them, with named groups for the parts that vary,
//! and its assumptions in words; or why there is none. A part varies if the samples differ in it, or if it looks like
//! an id (`kind`). Each part of the URL is written into a [`Sketch`].

mod kind;
mod link;
mod name;
mod part;
mod path;
mod query;
mod sketch;

use crate::core::pattern::{Answer, Flags, Pattern};
use crate::core::url::Url;
pub use link::{domain_of, rule_name};
pub use part::{DraftPart, Part};
use sketch::Sketch;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    pub pattern: String,
    /// One sentence each.
    pub assumed: Vec<String>,
    /// What can be turned over, in text order.
    pub parts: Vec<DraftPart>,
}

pub fn draft(samples: &[&str]) -> Result<Draft, String> {
    draft_with(samples, &[])
}

/// As [`draft`], but the parts that are turned over vary instead of being kept, or are kept instead of varying.
pub fn draft_with(samples: &[&str], turned: &[Part]) -> Result<Draft, String> {
    let mut urls = Vec::new();
    for sample in samples {
        let url = Url::parse(sample).ok().filter(|url| url.is_http() && url.user.is_none());
        urls.push(url.ok_or_else(|| format!("`{sample}` is not a URL with `https://`"))?);
    }
    if urls.is_empty() {
        return Err("There is no sample URL to draft from".to_owned());
    }
    let mut sketch = Sketch::new(turned);
    sketch.push("^");
    if samples.len() == 1 {
        sketch.assume("Drafted from one URL: numbers and ids vary, words stay. Choose the parts that vary, or add samples");
    }
    scheme(&mut sketch, &urls);
    host(&mut sketch, &urls)?;
    port(&mut sketch, &urls);
    path::write(&mut sketch, &texts(&urls, |url| url.path));
    query::write(&mut sketch, &urls);
    fragment(&mut sketch, &urls);
    sketch.push("$");
    let draft = sketch.done();
    match samples.iter().find(|sample| !takes(&draft.pattern, sample)) {
        None => Ok(draft),
        Some(sample) => Err(format!("The samples differ too much: no draft matches `{sample}` and the others")),
    }
}

fn takes(pattern: &str, sample: &str) -> bool {
    let units = |text: &str| text.encode_utf16().collect::<Vec<_>>();
    let pattern = Pattern::new(&units(pattern), Flags::default());
    pattern.is_ok_and(|pattern| matches!(pattern.exec(&units(sample)).answer, Answer::Matched(_)))
}

fn texts<'u>(urls: &[Url<'u>], part: impl Fn(&Url<'u>) -> &'u str) -> Vec<&'u str> {
    urls.iter().map(part).collect()
}

/// Each text once, in order.
fn distinct<'u>(texts: &[&'u str]) -> Vec<&'u str> {
    let mut distinct = Vec::new();
    for text in texts {
        if !distinct.contains(text) {
            distinct.push(*text);
        }
    }
    distinct
}

fn scheme(sketch: &mut Sketch, urls: &[Url]) {
    let schemes = distinct(&texts(urls, |url| url.scheme));
    match schemes.as_slice() {
        ["http", "https"] | ["https", "http"] => {
            sketch.push("https?");
            sketch.assume("Both `http:` and `https:`, as in the samples");
        }
        [only] => {
            sketch.literal(only);
            sketch.assume(&format!("Only `{only}:`"));
        }
        _ => sketch.choice(&schemes),
    }
    sketch.push(r":\/\/");
}

fn host(sketch: &mut Sketch, urls: &[Url]) -> Result<(), String> {
    let hosts = distinct(&texts(urls, |url| url.host));
    let bare = distinct(&hosts.iter().map(|host| host.strip_prefix("www.").unwrap_or(host)).collect::<Vec<_>>());
    match (hosts.as_slice(), bare.as_slice()) {
        ([host], _) => sketch.literal(host),
        (_, [host]) => {
            sketch.push(r"(?:www\.)?");
            sketch.literal(host);
            sketch.assume("The host with and without `www.`");
        }
        ([first, others @ ..], _) => {
            let domain = shared_domain(&hosts).ok_or_else(|| {
                let other = others.first().copied().unwrap_or_default();
                format!("The hosts `{first}` and `{other}` have nothing in common: add a rule for each")
            })?;
            sketch.group("site", r"[A-Za-z\d-]+");
            sketch.literal(domain);
            sketch.assume(&format!("`site` is any sub-domain of `{}`", domain.trim_start_matches('.')));
        }
        ([], _) => {}
    }
    Ok(())
}

/// The text behind the first label, if it is a domain that all hosts share: `.acme.com`.
fn shared_domain<'u>(hosts: &[&'u str]) -> Option<&'u str> {
    let plain = |label: &str| !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    let mut shared = None;
    for host in hosts {
        let (label, domain) = host.split_at(host.find('.')?);
        let numbers = domain.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        if !plain(label) || numbers || domain.matches('.').count() < 2 || shared.is_some_and(|shared| shared != domain) {
            return None;
        }
        shared = Some(domain);
    }
    shared
}

fn port(sketch: &mut Sketch, urls: &[Url]) {
    let port = |url: &Url| url.port.map(|port| port.to_string());
    match urls.first().map(port) {
        Some(first) if urls.iter().all(|url| port(url) == first) => {
            if let Some(port) = first {
                sketch.push(":");
                sketch.push(&port);
            }
        }
        _ => {
            sketch.push(r"(?::\d+)?");
            sketch.assume("Any port, or none");
        }
    }
}

fn fragment(sketch: &mut Sketch, urls: &[Url]) {
    let fragments: Vec<&str> = urls.iter().filter_map(|url| url.fragment).collect();
    match distinct(&fragments).as_slice() {
        [] => sketch.assume("Nothing after `#`"),
        [only] if fragments.len() == urls.len() && !sketch.chosen(Part::Hash, "any hash") => {
            sketch.push("#");
            sketch.literal(only);
        }
        [_, _, ..] if fragments.len() == urls.len() => {
            sketch.push("#");
            let name = sketch.group("hash", ".*");
            sketch.assume(&format!("`{name}` is whatever follows `#`"));
        }
        _ => {
            sketch.push("(?:#.*)?");
            sketch.assume("Anything after `#`, or nothing");
        }
    }
}

#[cfg(test)]
mod tests;
