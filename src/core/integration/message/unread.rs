//! A text that is none of the messages, and why.

use super::Read;
use super::code;
use super::http::{Message, Start};
use super::parts::Parts;
use crate::core::copied::{self, Request};
use crate::core::place::Where;
use crate::core::profile::Profile;
use crate::core::rules::Finding;
use crate::core::rules::place::quoted;
use crate::core::rules::protocol::UNKNOWN_MESSAGE;
use crate::core::text::Span;

pub fn read(text: &str, profile: Profile) -> Read {
    let copied = copied::read(text);
    let http = copied.as_ref().and_then(|copied| copied.request.as_ref()).map(Request::http);
    let whole = http.as_ref().map_or(text, |http| http.as_str());
    let mut read = Read::new(None);
    read.parts = Parts::guessed(whole);
    let mut found = Vec::new();
    if let Some(copied) = &copied {
        found.extend(copied.faults.iter().map(|fault| code::diagnostic(fault, profile)));
    }
    if found.is_empty() || http.is_some() {
        let (message, help) = why(whole);
        let start = text.len() - text.trim_start().len();
        let end = start + text[start..].lines().next().map_or(0, str::len);
        let span = if text[start..].is_empty() { Span::at(0) } else { Span::new(start, end) };
        found.push(Finding::in_message(span, None, message).help(help).reported(&UNKNOWN_MESSAGE, profile));
    }
    for one in &mut found {
        one.source = Where::Message;
    }
    found.sort_by_key(|one| one.span.start);
    read.diagnostics = found;
    read.secrets = match &http {
        Some(http) => read.parts.secrets().iter().map(|span| http.place(*span, text)).collect(),
        None => read.parts.secrets().to_vec(),
    };
    read
}

fn why(text: &str) -> (String, &'static str) {
    let start = text.trim_start_matches('\u{FEFF}').trim_start();
    let help = "Paste an authorization URL, a redirect, an `Authorization` header, or a request or response of the token URLs, \
                the callback or an update";
    if start.is_empty() {
        return ("There is no message".to_owned(), help);
    }
    match Message::parse(start).map(|message| message.start) {
        Some(Start::Request { method, target }) => {
            let target = target.split(['?', '#']).next().unwrap_or(target);
            let message = format!("A {} request to {} is not a documented message", method, quoted(target));
            (message, "A token request has `grant_type`, a callback request has `uri`, and an update goes to Notion by PATCH")
        }
        _ if start.starts_with(['{', '[']) => {
            ("This JSON has no field of a documented message".to_owned(), "Choose its kind: a callback response has `operations`")
        }
        _ => ("This text is not one of the documented messages".to_owned(), help),
    }
}
