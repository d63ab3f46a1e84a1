//! Finds the JSON in a text that holds more: a code fence, or a `curl` command.

use super::whole::{Json, Recognized, Whole};
use crate::core::text::Span;

pub(super) fn recognize(text: &str) -> Option<Recognized> {
    let fence = fence(text).map(|span| Recognized::new(Whole::Fence, Json::At(span)));
    fence.or_else(|| command(text).map(|span| Recognized::new(Whole::Command, Json::At(span))))
}

fn fence(text: &str) -> Option<Span> {
    let open = if text.starts_with("```") { 0 } else { text.find("\n```")? + 1 };
    let start = open + text[open..].find('\n')? + 1;
    let end = text[start..].find("```").map_or(text.len(), |length| start + length);
    Some(Span::new(start, end))
}

/// The body is the quoted text behind `-d`. The documents' own examples put it in backticks.
fn command(text: &str) -> Option<Span> {
    if !text.trim_start().starts_with("curl ") {
        return None;
    }
    let flags = ["--data-raw", "--data-binary", "--data", "--json", "-d"];
    let (flag, at) = flags.iter().find_map(|flag| text.find(&format!(" {flag}")).map(|at| (flag, at + 1)))?;
    let behind = at + flag.len();
    let open = behind + text[behind..].find(|c: char| !c.is_whitespace() && c != '=')?;
    let quote = text[open..].chars().next().filter(|c| matches!(c, '\'' | '"' | '`'))?;
    let end = text.rfind(quote).filter(|end| *end > open)?;
    let body = &text[open + 1..end];
    // A shell reads a quote or a backslash inside in its own way.
    let is_plain = !body.contains(quote) && (quote == '\'' || quote == '`' || !body.contains('\\'));
    is_plain.then(|| Span::new(open + 1, end))
}
