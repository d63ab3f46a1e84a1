//! The body of a shell's command, for code that wants the JSON in it.

use super::{client, prefix};
use crate::core::text::Span;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Body {
    /// As the program gets it.
    pub text: String,
    /// Where it stands in the command, if a shell passes it on as it is written.
    pub span: Option<Span>,
}

/// The body that a `curl` command sends.
pub fn body(text: &str) -> Option<Body> {
    // JSON is asked about at every key.
    if text.trim_start().starts_with(['{', '[', '"']) || !text.contains("curl") {
        return None;
    }
    let request = client::read(text, prefix::code(text)?)?.request?;
    let body = request.body?;
    let span = body.span();
    let is_written = text.get(span.start..span.end) == Some(body.as_str());
    Some(Body { text: body.as_str().to_owned(), span: is_written.then_some(span) })
}
