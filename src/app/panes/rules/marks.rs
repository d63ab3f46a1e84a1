//! What groups captured, in their colours: inside a URL and as a list. The pattern's editor has the same colours.

use crate::app::platform::editor::MarkKind;
use crate::core::html::{Html, element, joined, text, worded};
use crate::core::links::{Capture, named};
use crate::core::text::Span;

/// Of a pattern of thousands of groups, as many as are shown.
pub const MOST_SHOWN: usize = 100;

/// `group-1` … `group-8`
pub fn class(group: usize) -> &'static str {
    MarkKind::Group(group).class()
}

/// A URL with its captures marked; where one is inside another, the inner one shows.
pub fn url(url: &str, captures: &[Capture]) -> Html {
    let spans: Vec<(usize, Span)> =
        captures.iter().take(MOST_SHOWN).filter_map(|capture| Some((capture.group, capture.span?))).collect();
    let mut pieces = Vec::new();
    let mut at = 0;
    while at < url.len() {
        let edges = spans.iter().flat_map(|(_, span)| [span.start, span.end]).filter(|edge| *edge > at);
        let end = edges.min().unwrap_or(url.len());
        let piece = text(url.get(at..end).unwrap_or_default());
        // Of groups around a place the one that opens last is the innermost.
        let inner = spans.iter().rfind(|(_, span)| span.contains(at));
        pieces.push(inner.map_or(piece.clone(), |(group, _)| element("mark", &[("class", class(*group))], &[piece])));
        at = end;
    }
    joined(&pieces)
}

/// A URL of which only a beginning was understood.
pub fn reached(url: &str, at: usize) -> Html {
    let (good, rest) = url.split_at_checked(at).unwrap_or((url, ""));
    joined(&[worded("span", "reached", good), worded("span", "missed", rest)])
}

/// The named groups with their texts, others by number where none has a name.
pub fn captures(url: &str, captures: &[Capture]) -> Vec<Html> {
    let mut shown = named(captures);
    if shown.is_empty() {
        shown.extend(captures);
    }
    shown.into_iter().take(MOST_SHOWN).map(|capture| self::capture(url, capture, &[])).collect()
}

/// One group and its text; `more` stands behind.
pub fn capture(url: &str, capture: &Capture, more: &[Html]) -> Html {
    let number = capture.group.to_string();
    let name = capture.name.as_deref().unwrap_or(&number);
    let value = match capture.span.and_then(|span| url.get(span.start..span.end)) {
        Some("") => worded("span", "soft", "empty"),
        Some(value) => worded("span", "captured", value),
        None => worded("span", "soft", "took no part"),
    };
    let name = element("span", &[("class", &["group-name ", class(capture.group)].concat())], &[text(name)]);
    element("li", &[("class", "capture")], &[&[name, value], more].concat())
}
