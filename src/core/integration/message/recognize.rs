//! Guesses what a pasted text is. An update looks as a callback's answer does, so only its method tells.

use super::http::{Message, Start};
use super::kind::Kind;
use crate::core::integration::form;
use crate::core::text::{find, has, slice, slice_from};

/// The best guess; `None` where nothing in the text tells.
pub fn recognize(text: &str) -> Option<Kind> {
    let text = text.trim();
    let Some(message) = Message::parse(text) else { return part(text) };
    match message.start {
        Start::Request { method: "PATCH", .. } => Some(Kind::Update),
        Start::Request { method: "DELETE", .. } => Some(Kind::Deletion),
        Start::Request { method: "GET", target } => query(target),
        Start::Request { target, .. } if find(target, "/v1/external/object").is_some() => Some(Kind::Update),
        Start::Answer { .. } if message.header("Location").is_some() => query(message.part(Kind::Redirect).0),
        Start::Answer { .. } | Start::Request { .. } => part(message.part(Kind::Deletion).0),
    }
}

fn part(text: &str) -> Option<Kind> {
    let starts = |word: &str| slice(text, 0, word.len()).eq_ignore_ascii_case(word);
    if ["authorization:", "basic ", "bearer "].into_iter().any(starts) {
        return Some(Kind::Authorization);
    }
    if text.trim_start_matches('\u{FEFF}').starts_with(['{', '[']) { json(text) } else { query(text) }
}

/// By its keys, so that it need not parse.
fn json(text: &str) -> Option<Kind> {
    let keys = [
        ("\"operations\"", Kind::CallbackAnswer),
        ("\"inline\"", Kind::CallbackAnswer),
        ("\"embed\"", Kind::CallbackAnswer),
        ("\"external_account\"", Kind::NotionTokenRequest),
        ("\"bot_id\"", Kind::NotionTokenAnswer),
        ("\"workspace_id\"", Kind::NotionTokenAnswer),
        ("\"client_secret\"", Kind::TokenRequest),
        ("\"grant_type\"", Kind::NotionTokenRequest),
        ("\"access_token\"", Kind::TokenAnswer),
        ("\"refresh_token\"", Kind::TokenAnswer),
        ("\"expires_in\"", Kind::TokenAnswer),
        ("\"error\"", Kind::TokenAnswer),
        ("\"uri\"", Kind::CallbackRequest),
    ];
    keys.into_iter().find_map(|(key, kind)| find(text, key).map(|_| kind))
}

/// A URL, its query, or a form.
fn query(text: &str) -> Option<Kind> {
    let start = text.find('?').map_or(0, |at| at + 1);
    let pairs = form::decode(slice_from(text, start), 0);
    let is_there = |names: &[&str]| pairs.iter().any(|pair| names.contains(&pair.name.as_str()));
    if is_there(&["access_token"]) {
        Some(Kind::TokenAnswer)
    } else if is_there(&["grant_type", "client_secret", "refresh_token"]) {
        Some(Kind::TokenRequest)
    } else if is_there(&["redirect_uri", "response_type", "client_id"]) {
        Some(Kind::AuthorizationUrl)
    } else if is_there(&["code", "error", "state"]) && (has(text, '=') || start > 0) {
        Some(Kind::Redirect)
    } else {
        None
    }
}
