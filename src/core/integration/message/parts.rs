//! The parts of an HTTP text, as a program prints them: with or without its secrets.

use super::fields::is_secret;
use super::http::{Message, Start, strip_prefix};
use crate::core::integration::form;
use crate::core::text::Span;

/// What is shown for a secret.
const HIDDEN: &str = "***";

/// The text that was read, and where its parts are.
#[derive(Debug, Clone, Default)]
pub struct Parts {
    text: String,
    secrets: Vec<Span>,
    method: Option<Span>,
    target: Option<Span>,
    host: Option<Span>,
    status: Option<u16>,
    headers: Vec<(String, Span)>,
    body: Option<Span>,
}

impl Parts {
    /// `secrets`: what the message was found to hold. Headers and queries with the name of a secret are hidden as well.
    pub fn of(text: &str, secrets: &[Span]) -> Self {
        let trimmed = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}');
        let at = text.len() - trimmed.len();
        let mut parts = Self { text: text.to_owned(), secrets: secrets.to_vec(), ..Self::default() };
        match Message::parse(trimmed) {
            Some(message) => parts.message(&message, at),
            None if is_address(trimmed) => parts.target = Some(Span::new(at, at + trimmed.trim_end().len())),
            None => match lone_header(trimmed) {
                Some((name, start)) => {
                    let span = Span::new(at + start, at + trimmed.trim_end().len());
                    parts.target = (name == "location").then_some(span);
                    parts.headers.push((name.to_owned(), span));
                }
                None if trimmed.is_empty() => {}
                None => parts.body = Some(Span::new(at, text.len())),
            },
        }
        parts
    }

    fn message(&mut self, message: &Message, at: usize) {
        let moved = |span: Span| Span::new(span.start + at, span.end + at);
        match message.start {
            Start::Request { target, .. } => {
                self.method = Some(moved(message.span));
                self.target = Some(Span::new(message.target_at + at, message.target_at + at + target.len()));
            }
            Start::Answer { status } => self.status = status.parse().ok(),
        }
        for header in &message.headers {
            let name = header.name.to_ascii_lowercase();
            if matches!(name.as_str(), "cookie" | "set-cookie") || is_secret(&name) || name.contains("api-key") {
                self.secrets.push(moved(header.span));
            }
            if name == "host" {
                self.host = Some(moved(header.span));
            }
            self.headers.push((name, moved(header.span)));
        }
        let body = message.body_span();
        self.body = (body.end > body.start).then(|| moved(body));
    }

    /// For a text that nobody could read: hides what may be a secret by its name.
    pub fn guessed(text: &str) -> Self {
        let mut parts = Self::of(text, &[]);
        let authorization = parts.headers.iter().find(|(name, _)| name == "authorization").map(|(_, span)| *span);
        parts.secrets.extend(authorization);
        if let Some(body) = parts.body {
            let text = parts.text[body.start..body.end].to_ascii_lowercase();
            if ["token", "secret", "password", "basic ", "bearer "].iter().any(|word| text.contains(word)) {
                parts.secrets.push(body);
            }
        }
        if let Some(target) = parts.target {
            let query = parts.text[target.start..target.end].find('?').map_or(target.end, |at| target.start + at + 1);
            let pairs = form::decode(&parts.text[query..target.end], query);
            parts.secrets.extend(pairs.iter().filter(|pair| is_secret(&pair.name)).map(|pair| pair.value_span));
        }
        parts
    }

    pub fn secrets(&self) -> &[Span] {
        &self.secrets
    }

    pub fn method(&self) -> Option<&str> {
        self.method.map(|span| &self.text[span.start..span.end])
    }

    /// The whole URL, if the text holds one.
    pub fn url(&self, shows_secrets: bool) -> Option<String> {
        let target = self.shown(self.target?, shows_secrets);
        let host = self.host.filter(|_| target.starts_with('/')).map(|host| &self.text[host.start..host.end]);
        let scheme =
            if host.is_some_and(|host| host.starts_with("localhost") || host.starts_with("127.")) { "http" } else { "https" };
        Some(host.map_or(target.clone(), |host| format!("{scheme}://{host}{target}")))
    }

    pub fn status(&self) -> Option<u16> {
        self.status
    }

    /// Names in lower case, with values.
    pub fn headers(&self, shows_secrets: bool) -> impl Iterator<Item = (&str, String)> {
        self.headers.iter().map(move |(name, span)| (name.as_str(), self.shown(*span, shows_secrets)))
    }

    pub fn body(&self, shows_secrets: bool) -> Option<String> {
        self.body.map(|span| self.shown(span, shows_secrets))
    }

    fn shown(&self, span: Span, shows_secrets: bool) -> String {
        let mut shown = String::new();
        let mut at = span.start;
        let mut secrets: Vec<Span> =
            self.secrets.iter().copied().filter(|secret| !shows_secrets && secret.overlaps(span)).collect();
        secrets.sort_unstable();
        for secret in secrets {
            let (start, end) = (secret.start.max(at), secret.end.min(span.end));
            if start < end && !self.text[start..end].starts_with('$') {
                shown.push_str(&self.text[at..start]);
                shown.push_str(HIDDEN);
                at = end;
            }
        }
        shown.push_str(&self.text[at..span.end]);
        shown
    }
}

/// A header alone, with or without its name: the name, and where the value begins.
fn lone_header(text: &str) -> Option<(&'static str, usize)> {
    for name in ["authorization", "location"] {
        if let Some(value) = strip_prefix(text, name).and_then(|rest| rest.strip_prefix(':')) {
            return Some((name, text.len() - value.trim_start().len()));
        }
    }
    let is_value = ["Basic ", "Bearer "].into_iter().any(|scheme| strip_prefix(text, scheme).is_some());
    is_value.then_some(("authorization", 0))
}

fn is_address(text: &str) -> bool {
    let first = text.split(char::is_whitespace).next().unwrap_or_default();
    first.starts_with(['/', '?']) || first.contains("://") && !first.starts_with(['{', '[']) && !first.ends_with(':')
}
