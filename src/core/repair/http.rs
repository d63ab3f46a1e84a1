//! A raw HTTP message, as `curl -i` prints it, and the trace of `curl -v`.

use super::whole::{Json, Recognized, Whole};
use crate::core::text::Span;

/// A response, or several (a redirect comes first), or a request.
pub(super) fn recognize(text: &str) -> Option<Recognized> {
    let start = text.len() - text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}').len();
    let whole = if is_status_line(first_line(&text[start..])) {
        Whole::Response
    } else if is_request_line(first_line(&text[start..])) {
        Whole::Request
    } else {
        return None;
    };
    let mut body = behind_head(text, start);
    while let Some(at) = body.filter(|at| is_status_line(first_line(&text[*at..]))) {
        body = behind_head(text, at);
    }
    Some(Recognized::new(whole, body.map_or(Json::None, |at| json(text, at, text.len()))))
}

pub(super) fn trace(text: &str) -> Option<Recognized> {
    let is_note = |line: &str| line.starts_with(['*', '>', '<', '{', '}']) && line.get(1..2).is_none_or(|c| c == " ");
    if !first_line(text.trim_start()).starts_with(['*', '>', '<', '%']) || !text.lines().any(|line| line.starts_with("< HTTP/")) {
        return None;
    }
    // The blank line behind the headers of the last response.
    let mut from = 0;
    let mut offset = 0;
    for line in text.split_inclusive('\n') {
        offset += line.len();
        if line.trim_end() == "<" {
            from = offset;
        }
    }
    for line in text[from..].split_inclusive('\n').take_while(|line| is_note(line) && !line.trim_end().ends_with(['{', '}'])) {
        from += line.len();
    }
    let rest = &text[from..];
    let end = rest.find("\n* ").or_else(|| rest.find("* Connection #")).map_or(text.len(), |length| from + length);
    Some(Recognized::new(Whole::Trace, json(text, from, end)))
}

fn json(text: &str, from: usize, to: usize) -> Json {
    let starts = text[from..to].trim_start().starts_with(['[', '{', '"']);
    if starts { Json::At(Span::new(from, to)) } else { Json::None }
}

fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or_default()
}

fn is_status_line(line: &str) -> bool {
    line.strip_prefix("HTTP/").is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

fn is_request_line(line: &str) -> bool {
    let method = line.split(' ').next().unwrap_or_default();
    line.contains(" HTTP/") && !method.is_empty() && method.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// The offset behind the blank line that ends the headers.
fn behind_head(text: &str, from: usize) -> Option<usize> {
    let mut at = from;
    for line in text[from..].split_inclusive('\n') {
        at += line.len();
        if line.trim_end().is_empty() {
            return Some(at);
        }
    }
    None
}
