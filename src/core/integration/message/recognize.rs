//! Guesses the kind of a pasted text. An update looks like a callback's answer, so only its method distinguishes them.

use super::http::{Message, Start, strip_prefix};
use super::kind::MessageKind;
use crate::core::copied;
use crate::core::integration::form;
use crate::core::project::Settings;
use crate::core::url::LenientUrl;

/// The best guess; `None` if nothing in the text gives a hint.
pub fn recognize(text: &str, settings: &Settings) -> Option<MessageKind> {
    if let Some(copied) = copied::read(text) {
        return copied.request.and_then(|request| of_http(request.http().as_str(), settings));
    }
    of_http(text, settings)
}

fn of_http(text: &str, settings: &Settings) -> Option<MessageKind> {
    let text = text.trim_start_matches('\u{FEFF}').trim();
    let form = path(settings.authorize_url.trim());
    // Every URL has the path `/`.
    let url =
        |target: &str| if form.len() > 1 && path(target) == form { Some(MessageKind::AuthorizationUrl) } else { query(target) };
    let Some(message) = Message::parse(text) else { return part(part_of(MessageKind::Redirect, text), &url) };
    match message.start {
        Start::Request { method: "PATCH", .. } => Some(MessageKind::Update),
        Start::Request { method: "DELETE", .. } => Some(MessageKind::Deletion),
        Start::Request { method: "GET", target } => url(target),
        Start::Request { target, .. } if target.contains("/v1/external/object") => Some(MessageKind::Update),
        // An answer that is nothing else is one of the callback: a failure, a redirect, an empty one.
        Start::Answer { .. } if message.header("Location").is_some() => {
            url(message.part(MessageKind::Redirect).0).or(Some(MessageKind::CallbackAnswer))
        }
        Start::Answer { .. } => part(message.part(MessageKind::Deletion).0, &query).or(Some(MessageKind::CallbackAnswer)),
        Start::Request { .. } => part(message.part(MessageKind::Deletion).0, &query),
    }
}

/// The part of a text without a first line that holds a message of this kind: for a redirect, the value of the header.
pub fn part_of(kind: MessageKind, text: &str) -> &str {
    let value = if kind.is_url() { strip_prefix(text, "Location:") } else { None };
    value.map_or(text, str::trim_start)
}

/// The path of a URL, or of the target of a request.
fn path(target: &str) -> &str {
    let url = LenientUrl::read(target);
    let path = if url.scheme.is_some() { url.rest } else { target };
    path.split(['?', '#']).next().unwrap_or(path).trim_end_matches('/')
}

fn part(text: &str, url: &dyn Fn(&str) -> Option<MessageKind>) -> Option<MessageKind> {
    if ["Authorization:", "Basic ", "Bearer "].into_iter().any(|word| strip_prefix(text, word).is_some()) {
        return Some(MessageKind::Authorization);
    }
    if text.trim_start_matches('\u{FEFF}').starts_with(['{', '[']) { json(text) } else { url(text) }
}

/// Guesses by the keys, so that the text need not parse.
fn json(text: &str) -> Option<MessageKind> {
    let keys = [
        ("\"operations\"", MessageKind::CallbackAnswer),
        ("\"inline\"", MessageKind::CallbackAnswer),
        ("\"embed\"", MessageKind::CallbackAnswer),
        ("\"external_account\"", MessageKind::NotionTokenRequest),
        ("\"bot_id\"", MessageKind::NotionTokenAnswer),
        ("\"workspace_id\"", MessageKind::NotionTokenAnswer),
        ("\"client_secret\"", MessageKind::TokenRequest),
        ("\"grant_type\"", MessageKind::NotionTokenRequest),
        ("\"access_token\"", MessageKind::TokenAnswer),
        ("\"refresh_token\"", MessageKind::TokenAnswer),
        ("\"expires_in\"", MessageKind::TokenAnswer),
        ("\"error\"", MessageKind::TokenAnswer),
        ("\"uri\"", MessageKind::CallbackRequest),
    ];
    let is_account = ["\"key\"", "\"name\""].into_iter().all(|key| text.contains(key));
    let found = keys.into_iter().find_map(|(key, kind)| text.contains(key).then_some(kind));
    found.or(is_account.then_some(MessageKind::NotionTokenRequest))
}

/// A URL, its query, or a form.
fn query(text: &str) -> Option<MessageKind> {
    // Tokens behind `#` are a mistake, but still a redirect with its parameters.
    let (text, fragment) = text.split_once('#').unwrap_or((text, ""));
    let is_address = text.contains("://") || text.starts_with('/');
    let start = text.find('?').map_or(if is_address { text.len() } else { 0 }, |at| at + 1);
    let behind = form::decode(fragment.trim_start_matches(['?', '/', '!']), 0);
    if start == text.len() && behind.iter().any(|pair| ["access_token", "code", "state", "error"].contains(&pair.name.as_str())) {
        return Some(MessageKind::Redirect);
    }
    let pairs = form::decode(&text[start..], 0);
    let is_there = |names: &[&str]| pairs.iter().any(|pair| names.contains(&pair.name.as_str()));
    if is_there(&["access_token"]) {
        Some(MessageKind::TokenAnswer)
    } else if is_there(&["grant_type", "client_secret", "refresh_token"]) {
        Some(MessageKind::TokenRequest)
    } else if is_there(&["redirect_uri", "response_type", "client_id"]) {
        Some(MessageKind::AuthorizationUrl)
    } else if is_there(&["code", "error", "state"]) && (text.contains('=') || start > 0) {
        Some(MessageKind::Redirect)
    } else {
        None
    }
}
