//! Edge cases of a sample: other spellings of the URL, and URLs that only look like it.
//!
//! In: a sample and the URLs that are listed already. Out: more URLs, each with the reason to try it. The person decides
//! whether one must match or must not.

use std::fmt::{self, Display, Formatter};

use crate::core::url::{LenientUrl, Url};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EdgeCase {
    pub url: String,
    pub why: &'static str,
}

/// Empty if the sample is not an `http` or `https` URL.
pub fn edge_cases(sample: &str, listed: &[&str]) -> Vec<EdgeCase> {
    let Some(parts) = Parts::of(sample) else { return Vec::new() };
    let mut cases: Vec<EdgeCase> = Vec::new();
    for (url, why) in parts.cases() {
        let known = url == sample || listed.contains(&url.as_str()) || cases.iter().any(|case| case.url == url);
        if !known {
            cases.push(EdgeCase { url, why });
        }
    }
    cases
}

/// A URL in the parts that the cases change; printed unchanged, it is the same URL.
#[derive(Clone, Copy)]
struct Parts<'u> {
    scheme: &'u str,
    host: &'u str,
    /// With its colon; empty without a port.
    port: &'u str,
    path: &'u str,
    query: &'u str,
    hash: &'u str,
}

impl<'u> Parts<'u> {
    fn of(sample: &'u str) -> Option<Self> {
        let url = Url::parse(sample).ok().filter(|url| url.is_http() && url.user.is_none())?;
        let LenientUrl { authority, rest, .. } = LenientUrl::read(sample);
        let (rest, hash) = rest.split_at(rest.find('#').unwrap_or(rest.len()));
        let (path, query) = rest.split_at(rest.find('?').unwrap_or(rest.len()));
        Some(Self { scheme: url.scheme, host: url.host, port: &authority[url.host.len()..], path, query, hash })
    }

    fn cases(self) -> Vec<(String, &'static str)> {
        let mut cases = Vec::new();
        let mut add = |parts: Parts, why: &'static str| cases.push((parts.to_string(), why));
        if self.scheme.eq_ignore_ascii_case("https") {
            add(Parts { scheme: "http", ..self }, "Old links begin with `http:`");
        } else {
            add(Parts { scheme: "https", ..self }, "The same page over `https:`");
        }
        match self.host.strip_prefix("www.") {
            Some(host) => add(Parts { host, ..self }, "People omit `www.`"),
            None => add(Parts { host: &format!("www.{}", self.host), ..self }, "People write `www.` before the host"),
        }
        match self.path.strip_suffix('/') {
            Some(path) => add(Parts { path, ..self }, "Some programs drop the slash at the end"),
            None => add(Parts { path: &format!("{}/", self.path), ..self }, "Some programs add a slash at the end"),
        }
        let joint = if self.query.is_empty() { "?" } else { "&" };
        add(
            Parts { query: &format!("{}{joint}utm_source=mail", self.query), ..self },
            "Links in newsletters have tracking parameters",
        );
        if !self.query.is_empty() {
            add(Parts { query: "", ..self }, "The same page without its query");
        }
        if self.hash.is_empty() {
            add(Parts { hash: "#comments", ..self }, "Links to a place in the page have a hash");
        } else {
            add(Parts { hash: "", ..self }, "The same page without its hash");
        }
        let capitals = "Patterns are case-sensitive, but servers often are not";
        add(Parts { path: &self.path.to_ascii_uppercase(), ..self }, capitals);
        add(Parts { host: &self.host.to_ascii_uppercase(), ..self }, "Hosts are case-insensitive");
        let is_address = self.host.ends_with(|last: char| last.is_ascii_digit() || last == ']');
        if self.host.contains('.') && !is_address {
            add(Parts { host: &format!("{}.evil.example", self.host), ..self }, "Somebody else’s host may begin with yours");
            add(Parts { host: &format!("evil-{}", self.host), ..self }, "Somebody else’s host may end with yours");
            add(Parts { host: &self.host.replacen('.', "x", 1), ..self }, "An unescaped dot matches any character");
        }
        add(Parts { host: "other.example", ..self }, "Another product may have URLs of the same form");
        cases
    }
}

impl Display for Parts<'_> {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        let Self { scheme, host, port, path, query, hash } = self;
        write!(f, "{scheme}://{host}{port}{path}{query}{hash}")
    }
}

#[cfg(test)]
mod tests {
    use super::edge_cases;

    fn urls(sample: &str, listed: &[&str]) -> Vec<String> {
        edge_cases(sample, listed).into_iter().map(|case| case.url).collect()
    }

    #[test]
    fn cover_what_people_and_strangers_write() {
        assert_eq!(
            urls("https://acme.com/items/23", &[]),
            [
                "http://acme.com/items/23",
                "https://www.acme.com/items/23",
                "https://acme.com/items/23/",
                "https://acme.com/items/23?utm_source=mail",
                "https://acme.com/items/23#comments",
                "https://acme.com/ITEMS/23",
                "https://ACME.COM/items/23",
                "https://acme.com.evil.example/items/23",
                "https://evil-acme.com/items/23",
                "https://acmexcom/items/23",
                "https://other.example/items/23",
            ]
        );
    }

    #[test]
    fn go_the_other_way_where_the_sample_has_it_already() {
        let urls = urls("http://www.acme.com:8080/a/?q=1#f", &[]);
        for url in [
            "https://www.acme.com:8080/a/?q=1#f",
            "http://acme.com:8080/a/?q=1#f",
            "http://www.acme.com:8080/a?q=1#f",
            "http://www.acme.com:8080/a/?q=1&utm_source=mail#f",
            "http://www.acme.com:8080/a/#f",
            "http://www.acme.com:8080/a/?q=1",
        ] {
            assert!(urls.iter().any(|known| known == url), "{url}: {urls:?}");
        }
    }

    #[test]
    fn are_new_and_each_only_once() {
        let sample = "https://127.0.0.1/1";
        let listed = ["http://127.0.0.1/1"];
        let urls = urls(sample, &listed);
        for (index, url) in urls.iter().enumerate() {
            assert!(url != sample && !listed.contains(&url.as_str()) && !urls[..index].contains(url), "{url}");
        }
        assert!(!urls.is_empty());
    }

    #[test]
    fn need_a_url() {
        for text in ["", "acme.com/items", "mailto:a@acme.com", "ftp://acme.com/a"] {
            assert_eq!(edge_cases(text, &[]), [], "{text}");
        }
    }
}
