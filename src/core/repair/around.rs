//! Finds the JSON in a text that holds more: a code fence, or a `curl` command.

use super::repair;
use super::whole::{Json, Recognized, Whole};
use crate::core::copied::{self, Body};
use crate::core::edit::apply;
use crate::core::json::Source;
use crate::core::text::Span;

pub(super) fn recognize(text: &str) -> Option<Recognized> {
    let fence = fence(text).map(|span| Recognized::new(Whole::Fence, Json::At(span)));
    fence.or_else(|| command(text).map(|json| Recognized::new(Whole::Command, json)))
}

fn fence(text: &str) -> Option<Span> {
    let open = if text.starts_with("```") { 0 } else { text.find("\n```")? + 1 };
    let start = open + text[open..].find('\n')? + 1;
    let end = text[start..].find("```").map_or(text.len(), |length| start + length);
    Some(Span::new(start, end))
}

/// The body that the command sends, if it is meant as JSON. A shell may pass it on otherwise than it is written.
fn command(text: &str) -> Option<Json> {
    let Body { text: body, span } = copied::body(text).filter(|body| body.text.trim_start().starts_with(['[', '{']))?;
    Some(span.map_or_else(|| parsed(body).map_or(Json::None, Json::Written), Json::At))
}

fn parsed(body: String) -> Option<String> {
    if Source::new(&body).parse().is_ok() { Some(body) } else { repair(&body).map(|fix| apply(&body, &fix.edits)) }
}
