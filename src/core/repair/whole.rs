//! What a text is as a whole, if it is not JSON: a response with its headers, a web page, JavaScript, YAML.
//!
//! In: a text that does not parse. Out: what it is, in words, and where the JSON in it is or what it comes to.

use super::{around, escaped, http, page, program, yaml};
use crate::core::text::Span;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Whole {
    Fence,
    Command,
    JavaScript,
    /// An assignment without a word of JavaScript, as in Python.
    Program,
    Response,
    Request,
    /// What `curl -v` prints.
    Trace,
    Page,
    Xml,
    /// A payload with other text around it.
    Surrounded,
    Escaped,
    Yaml,
}

/// The JSON of a text.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Json {
    At(Span),
    /// The whole text, rewritten.
    Written(String),
    None,
}

#[derive(Debug, PartialEq, Eq)]
pub(super) struct Recognized {
    pub whole: Whole,
    pub json: Json,
    /// Whether nothing but the JSON is lost with the rest.
    pub keeps_all: bool,
}

impl Recognized {
    pub fn new(whole: Whole, json: Json) -> Self {
        Self { whole, json, keeps_all: false }
    }
}

impl Whole {
    /// The message and the help, if the parser's own say less. `has_json`: the JSON was found in it.
    pub fn words(self, has_json: bool) -> Option<(&'static str, &'static str)> {
        let words = match (self, has_json) {
            (Self::Fence | Self::Command, _) => return None,
            (Self::JavaScript, _) => ("This is JavaScript, not JSON", "Convert it to JSON: keep only the value"),
            (Self::Program, _) => ("This is program code, not JSON", "Convert it to JSON: keep only the value"),
            (Self::Response, true) => ("This is an HTTP response with its headers", "Keep only the body"),
            (Self::Response, false) => ("This is an HTTP response without a JSON body", "Paste the body, which must be JSON"),
            (Self::Request, _) => ("This is an HTTP request with its headers", "Keep only the body"),
            (Self::Trace, _) => ("This is the output of `curl -v`", "Keep only the body of the response"),
            (Self::Page, true) => ("This is a web page (HTML) with JSON in it", "Keep only the JSON"),
            (Self::Page, false) => (
                "This is a web page (HTML), not JSON",
                "Your endpoint responded with HTML: check its URL, and whether it asks for a login",
            ),
            (Self::Xml, _) => ("This is XML, not JSON", "Your endpoint must respond with JSON"),
            (Self::Surrounded, _) => ("There is other text around the JSON", "Keep only the JSON"),
            (Self::Escaped, _) => ("This is JSON with escaped quotes, as inside a string", "Remove the backslashes"),
            (Self::Yaml, true) => ("This is YAML, not JSON", "Convert it to JSON"),
            (Self::Yaml, false) => ("This is YAML, not JSON", "Write it as JSON: the Lab converts only plain lists and maps"),
        };
        Some(words)
    }

    /// The title of the fix.
    pub fn title(self) -> &'static str {
        match self {
            Self::JavaScript | Self::Program | Self::Yaml => "Convert to JSON",
            Self::Response | Self::Request | Self::Trace => "Keep only the body",
            Self::Escaped => "Remove the escaping",
            _ => "Remove the text around the JSON",
        }
    }
}

pub(super) fn recognize(text: &str) -> Option<Recognized> {
    let start = text.trim_start_matches('\u{FEFF}').trim_start();
    match start.chars().next()? {
        '{' | '[' => escaped::recognize(start).or_else(|| page::surrounded(text)),
        '<' => http::trace(text).or_else(|| Some(page::recognize(text))),
        '"' | '\'' | '“' => None,
        _ => around::recognize(text)
            .or_else(|| http::recognize(text))
            .or_else(|| http::trace(text))
            .or_else(|| program::recognize(text))
            .or_else(|| yaml::recognize(text))
            .or_else(|| page::surrounded(text)),
    }
}
