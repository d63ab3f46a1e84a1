//! What groups captured, in their colors: inside a URL and as a list. The pattern's editor has the same colors.

use leptos::prelude::*;

use crate::app::components::MarkKind;
use crate::core::links::{Capture, named};
use crate::core::text::Span;

/// Of a pattern of thousands of groups, as many as are shown.
pub const MOST_SHOWN: usize = 100;

/// `group-1` … `group-8`
pub fn class(group: usize) -> &'static str {
    MarkKind::Group(group).class()
}

/// A piece of a URL, with the class that colors it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    pub text: String,
    pub class: &'static str,
}

/// A URL with its captures marked; where one is inside another, the inner one shows.
pub fn captured(url: &str, captures: &[Capture]) -> Vec<Piece> {
    let spans: Vec<(usize, Span)> =
        captures.iter().take(MOST_SHOWN).filter_map(|capture| Some((capture.group, capture.span?))).collect();
    let mut pieces = Vec::new();
    let mut at = 0;
    while at < url.len() {
        let edges = spans.iter().flat_map(|(_, span)| [span.start, span.end]).filter(|edge| *edge > at);
        let end = edges.min().unwrap_or(url.len());
        // Of the groups around a place, the one that opens last is the innermost.
        let inner = spans.iter().rfind(|(_, span)| span.contains(at));
        let text = url.get(at..end).unwrap_or_default().to_owned();
        pieces.push(Piece { text, class: inner.map_or("", |(group, _)| class(*group)) });
        at = end;
    }
    pieces
}

/// A URL of which only a beginning was understood.
pub fn reached(url: &str, at: usize) -> Vec<Piece> {
    let (good, rest) = url.split_at_checked(at).unwrap_or((url, ""));
    vec![Piece { text: good.to_owned(), class: "reached" }, Piece { text: rest.to_owned(), class: "missed" }]
}

/// The pieces of a URL.
#[component]
pub fn Marked(#[prop(into)] pieces: Signal<Vec<Piece>>) -> impl IntoView {
    let piece = |piece: Piece| match piece.class {
        "" => piece.text.into_any(),
        "reached" | "missed" => view! { <span class=piece.class>{piece.text}</span> }.into_any(),
        class => view! { <mark class=class>{piece.text}</mark> }.into_any(),
    };
    move || pieces.get().into_iter().map(piece).collect_view()
}

/// The named groups with their texts, or all by number where none has a name.
#[component]
pub fn Captures(url: String, captures: Vec<Capture>) -> impl IntoView {
    let mut shown: Vec<&Capture> = named(&captures);
    if shown.is_empty() {
        shown.extend(&captures);
    }
    shown.into_iter().take(MOST_SHOWN).map(|capture| capture_item(&url, capture, ().into_any())).collect_view()
}

/// One group and its text, and more behind it.
pub fn capture_item(url: &str, capture: &Capture, more: AnyView) -> AnyView {
    let name = capture.name.clone().unwrap_or_else(|| capture.group.to_string());
    let value = match capture.span.and_then(|span| url.get(span.start..span.end)) {
        Some("") => view! { <span class="soft">"empty"</span> }.into_any(),
        Some(value) => view! { <span class="captured">{value.to_owned()}</span> }.into_any(),
        None => view! { <span class="soft">"did not participate"</span> }.into_any(),
    };
    let class = format!("group-name {}", class(capture.group));
    view! { <li class="capture"><span class=class>{name}</span>{value}{more}</li> }.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn capture(group: usize, start: usize, end: usize) -> Capture {
        Capture { group, name: None, span: Some(Span::new(start, end)) }
    }

    #[test]
    fn the_inner_group_shows() {
        let pieces = captured("abcdef", &[capture(1, 1, 5), capture(2, 2, 3)]);
        let pieces: Vec<_> = pieces.iter().map(|piece| (piece.text.as_str(), piece.class)).collect();
        assert_eq!(pieces, [("a", ""), ("b", "group-1"), ("c", "group-2"), ("de", "group-1"), ("f", "")]);
    }

    #[test]
    fn what_was_not_understood_is_marked() {
        let pieces = reached("héllo", 3);
        assert_eq!((pieces[0].text.as_str(), pieces[1].text.as_str()), ("hé", "llo"));
    }
}
