//! What a pasted text is.

use super::data::{Data, DataKind};
use super::json::leaves;
use super::page;
use crate::core::copied;
use crate::core::edit::apply;
use crate::core::json::{self, Object, Source, Value};
use crate::core::repair;
use crate::core::unfurl::{Payload, PayloadKind};
use crate::core::url::{Url, host_shown};

/// Longer texts are not read: no API gives so much of one object.
const LONGEST: usize = 4 << 20;

#[derive(Debug, Clone, PartialEq)]
pub enum Start {
    Nothing,
    /// One or more, each with its scheme.
    Links(Vec<String>),
    Data(Data),
    /// An attribute array or a response, as text.
    Payload(String),
    /// A sentence that says what it is and what to paste instead.
    Unknown(&'static str),
}

pub fn recognize(text: &str) -> Start {
    let text = text.trim_start_matches('\u{FEFF}').trim();
    if text.is_empty() {
        return Start::Nothing;
    }
    if text.len() > LONGEST {
        return Start::Unknown("This is longer than 4 MB. Paste one object of the list");
    }
    if let Some(links) = links(text) {
        return Start::Links(links);
    }
    if text.starts_with('<') {
        return page(text);
    }
    if let Ok(root) = Source::new(text).parse() {
        return of_json(text, &root);
    }
    mended(text)
}

/// Each line a link; a host without a scheme gets one.
fn links(text: &str) -> Option<Vec<String>> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(link).collect()
}

fn link(line: &str) -> Option<String> {
    let is_link = |text: &str| Url::parse(text).is_ok_and(|url| url.is_http() && url.host.contains('.'));
    if is_link(line) || Url::parse(line).is_ok_and(|url| url.is_http() && url.host == "localhost") {
        return Some(line.to_owned());
    }
    let (host, path) = line.split_once('/')?;
    let name = host.split(':').next().unwrap_or(host);
    let is_name = name.split('.').count() > 1
        && name.split('.').all(|part| !part.is_empty() && part.chars().all(|one| one.is_alphanumeric() || one == '-'));
    let whole = format!("https://{host}/{path}");
    (is_name && is_link(&whole)).then_some(whole)
}

fn page(text: &str) -> Start {
    let leaves = page::leaves(text);
    if leaves.is_empty() {
        return Start::Unknown("This HTML says nothing of its page. Paste the page's source, with its <head>");
    }
    Start::Data(Data { kind: DataKind::Page, text: text.into(), leaves })
}

fn of_json(text: &str, root: &Value) -> Start {
    let payload = Payload::new(text, root, false);
    let is_attribute = |object: &Object| ["inline", "embed", "relation"].iter().any(|key| json::property(object, key).is_some());
    let is_list = match root {
        Value::Array(array) => array.elements.iter().filter_map(Value::as_object).any(is_attribute),
        _ => payload.kind == PayloadKind::Response,
    };
    if is_list {
        return Start::Payload(text.to_owned());
    }
    if root.as_object().is_some_and(is_attribute) {
        return Start::Payload(format!("[{text}]"));
    }
    let leaves = leaves(root);
    if leaves.is_empty() {
        return Start::Unknown("This JSON has no text and no number to show. Paste an object with a title");
    }
    let kind = if root.as_object().is_some_and(is_oembed) { DataKind::OEmbed } else { DataKind::Json };
    Start::Data(Data { kind, text: text.into(), leaves })
}

/// `version` is 1.0 and `type` one of four.
fn is_oembed(object: &Object) -> bool {
    let text = |key| json::property(object, key).and_then(|property| property.value.as_str());
    let number = json::property(object, "version").and_then(|property| property.value.as_number()).map(|number| number.text);
    matches!(text("version").or(number), Some("1.0" | "1")) && matches!(text("type"), Some("photo" | "video" | "link" | "rich"))
}

/// JSON with a mistake, or something that contains JSON.
fn mended(text: &str) -> Start {
    if copied::read(text).is_some() {
        return Start::Unknown("This is a request. Send it, then paste the response here");
    }
    let fixed = repair::repair(text).map(|fix| apply(text, &fix.edits));
    if let Some(fixed) = fixed
        && let Ok(root) = Source::new(&fixed).parse()
        && matches!(root, Value::Object(_) | Value::Array(_))
    {
        return of_json(&fixed, &root);
    }
    if text.starts_with(['{', '[']) {
        return Start::Unknown("This looks like JSON, but it has a mistake or its end is missing. Copy all of it again");
    }
    Start::Unknown("This is no link, JSON or HTML. Paste a link such as https://acme.com/items/1, or what an API returned")
}

impl Start {
    /// What it was recognized as, for people.
    pub fn says(&self) -> String {
        let counted = |count: usize, what: &str| format!("{count} {what}{}", if count == 1 { "" } else { "s" });
        match self {
            Self::Nothing => String::new(),
            Self::Links(links) => {
                let host = host_shown(links.first().map_or("", String::as_str));
                match links.len() {
                    1 => format!("A link of {host}"),
                    many => format!("{many} links of {host}"),
                }
            }
            Self::Data(data) => {
                let fields = counted(data.leaves.len(), "field");
                match data.kind {
                    DataKind::Json => format!("JSON with {fields}"),
                    DataKind::OEmbed => format!("oEmbed data with {fields}"),
                    DataKind::Page => match data.leaf("oembed") {
                        Some(oembed) => format!("A web page with {fields}. It also offers oEmbed data at {}", oembed.text),
                        None => format!("A web page with {fields}"),
                    },
                }
            }
            Self::Payload(_) => "This is a payload already: attributes of a link preview".to_owned(),
            Self::Unknown(sentence) => (*sentence).to_owned(),
        }
    }
}
