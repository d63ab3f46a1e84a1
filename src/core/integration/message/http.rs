//! Splits the text of an HTTP request or response into first line, headers and body.

use super::kind::MessageKind;
use crate::core::text::Span;

pub struct Header<'m> {
    pub name: &'m str,
    pub value: &'m str,
    /// The span of the value.
    pub span: Span,
}

pub enum Start<'m> {
    Request { method: &'m str, target: &'m str },
    Answer { status: &'m str },
}

pub struct Message<'m> {
    pub start: Start<'m>,
    /// The span of the method, or of the status.
    pub span: Span,
    pub headers: Vec<Header<'m>>,
    pub target_at: usize,
    body: &'m str,
    body_at: usize,
}

const METHODS: [&str; 7] = ["GET", "POST", "PATCH", "DELETE", "PUT", "HEAD", "OPTIONS"];

impl<'m> Message<'m> {
    /// `None`: the text does not begin like a message.
    pub fn parse(text: &'m str) -> Option<Self> {
        let line = text.lines().next()?;
        let (first, rest) = line.split_once(' ')?;
        let after = first.len() + 1;
        // The Lab prints answers as `HTTP 200`.
        let (start, span) = if first == "HTTP" || first.starts_with("HTTP/") {
            let status = rest.split(' ').next()?.trim_end();
            (Start::Answer { status }, Span::new(after, after + status.len()))
        } else {
            let target = rest.split(' ').next().filter(|_| METHODS.contains(&first))?;
            (Start::Request { method: first, target }, Span::new(0, first.len()))
        };
        let mut message = Self { start, span, headers: Vec::new(), target_at: after, body: "", body_at: text.len() };
        let mut at = 0;
        for (number, line) in text.split('\n').enumerate() {
            let next = at + line.len() + 1;
            if line.trim().is_empty() {
                message.body = &text[next.min(text.len())..];
                message.body_at = next.min(text.len());
                break;
            }
            message.headers.extend(header(line, at).filter(|_| number > 0));
            at = next;
        }
        Some(message)
    }

    pub fn header(&self, name: &str) -> Option<&Header<'m>> {
        self.headers.iter().find(|header| header.name.eq_ignore_ascii_case(name))
    }

    pub fn body(&self) -> &'m str {
        self.body
    }

    pub fn body_span(&self) -> Span {
        Span::new(self.body_at, self.body_at + self.body.len())
    }

    /// The part that holds a message of this kind, and its offset.
    pub fn part(&self, kind: MessageKind) -> (&'m str, usize) {
        let in_header = |name| self.header(name).map_or(("", 0), |header| (header.value, header.span.start));
        match self.start {
            _ if kind == MessageKind::Authorization => in_header("Authorization"),
            Start::Request { target, .. } if kind.is_url() => (target, self.target_at),
            // A service redirects the browser.
            Start::Answer { .. } if kind.is_url() => in_header("Location"),
            _ => (self.body.trim_end(), self.body_at),
        }
    }
}

/// The text behind a prefix, which may be in another letter case.
pub fn strip_prefix<'t>(text: &'t str, prefix: &str) -> Option<&'t str> {
    let (start, rest) = text.split_at_checked(prefix.len())?;
    start.eq_ignore_ascii_case(prefix).then_some(rest)
}

/// `Name: value`
fn header(line: &str, at: usize) -> Option<Header<'_>> {
    let (name, value) = line.split_once(':')?;
    let start = at + line.len() - value.trim_start().len();
    let value = value.trim();
    Some(Header { name: name.trim(), value, span: Span::new(start, start + value.len()) })
}
