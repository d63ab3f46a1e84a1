//! The parts of a request that every client sends alike: the encoded URL, and the headers in order, without characters
//! that a header cannot have.

use std::fmt::Write;

use super::{Body, Language, Request, Value};
use crate::core::integration::Authorization;
use crate::core::method::Method;
use crate::core::url::LenientUrl;

pub(super) struct Plan<'r> {
    pub method: Method,
    pub url: String,
    pub authorization: Option<Authorization>,
    /// All headers but `Authorization`; `Content-Type` comes first.
    pub headers: Vec<(&'static str, String)>,
    pub body: &'r Body,
    /// Characters of a header were removed.
    pub cleaned: bool,
}

impl<'r> Plan<'r> {
    pub fn of(request: &'r Request, language: Language) -> Self {
        let mut plan = Self {
            method: request.method,
            url: sendable(&request.url),
            authorization: request.authorization.clone(),
            headers: Vec::new(),
            body: &request.body,
            cleaned: false,
        };
        if let Some(Authorization::Basic { client_id }) = &mut plan.authorization {
            plan.cleaned |= clean(client_id, |c| !c.is_ascii_control());
        }
        // Most clients add this to a form themselves; `fetch` adds it with a charset.
        let said = matches!(request.body, Body::Form(_)) && !matches!(language, Language::Fetch | Language::Http);
        if let (false, Some(content_type)) = (said, request.body.content_type()) {
            plan.headers.push(("Content-Type", content_type.to_owned()));
        }
        for (name, value) in &request.headers {
            let mut value = value.clone();
            plan.cleaned |= clean(&mut value, |c| matches!(c, ' '..='~'));
            plan.headers.push((name, value));
        }
        plan
    }

    /// The value of `Host`, and the target in the first line of the request.
    pub fn host_and_target(&self) -> (&str, String) {
        let url = LenientUrl::read(&self.url);
        let slash = if url.rest.starts_with('/') { "" } else { "/" };
        (url.host(), format!("{slash}{}", url.rest))
    }
}

/// Removes all other characters; whether there were any.
fn clean(text: &mut String, allowed: impl Fn(char) -> bool) -> bool {
    let before = text.len();
    text.retain(allowed);
    text.len() < before
}

/// The URL as browsers send it: without its fragment, and with everything percent-encoded that a request line cannot
/// hold. Other clients refuse such a URL or send it unchanged.
fn sendable(url: &str) -> String {
    let url = url.split('#').next().unwrap_or_default().trim_ascii();
    let target = LenientUrl::read(url).rest;
    let host = &url[..url.len() - target.len()];
    let mut sent = String::new();
    // Hosts may have letters of any script.
    for c in host.chars() {
        push_sendable(&mut sent, c, !c.is_ascii());
    }
    let mut query = false;
    for c in target.chars() {
        query |= c == '?';
        push_sendable(&mut sent, c, c == '\'' && !query);
    }
    sent
}

fn push_sendable(sent: &mut String, c: char, allowed: bool) {
    if allowed || (c.is_ascii_graphic() && !"\"'<>\\^`{|}".contains(c)) {
        sent.push(c);
    } else {
        push_percent(sent, c);
    }
}

fn push_percent(out: &mut String, c: char) {
    for byte in c.encode_utf8(&mut [0; 4]).bytes() {
        _ = write!(out, "%{byte:02X}");
    }
}

impl Value {
    /// For a language in which a text and a variable are expressions.
    pub(super) fn expression(&self, text: fn(&str) -> String, variable: fn(&str) -> String) -> String {
        match self {
            Self::Text(value) => text(value),
            Self::Secret(secret) => variable(secret.variable()),
        }
    }
}
