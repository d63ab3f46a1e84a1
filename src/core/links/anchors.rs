//! Whether a pattern holds on to both ends of the URL.
//!
//! In: a pattern with its tree. Out: for each side, the bytes of the alternatives that are not held there; none where all
//! are. `^a|b$` lacks `$` in `^a` and `^` in `b$`. Of thousands it leaves out the later ones.

use crate::core::pattern::syntax::{NodeId, NodeKind, Syntax};
use crate::core::text::Span;
use crate::core::utf16::Utf16;

/// More alternatives than anybody is told of.
const MOST: usize = 100;

/// What is not held at either side; in text order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Loose {
    pub start: Vec<Span>,
    pub end: Vec<Span>,
}

pub fn anchors(pattern: &str, syntax: &Syntax) -> Loose {
    let bytes = Utf16::new(pattern);
    let span = |id: NodeId| bytes.span(syntax.node(id).span);
    let spans = |side| loose(syntax, side).into_iter().take(MOST).map(span).collect();
    Loose { start: spans(Side::Start), end: spans(Side::End) }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Start,
    End,
}

/// The alternatives that are not held at a side: a list of work instead of recursion, since groups nest without bound.
fn loose(syntax: &Syntax, side: Side) -> Vec<NodeId> {
    let mut loose = Vec::new();
    // A part at the edge, and the alternative that it is the edge of.
    let mut edges = vec![(syntax.root, syntax.root)];
    while let Some((edge, alternative)) = edges.pop() {
        match &syntax.node(edge).kind {
            NodeKind::Start if side == Side::Start => {}
            NodeKind::End if side == Side::End => {}
            NodeKind::Alternatives(choices) => edges.extend(choices.iter().rev().map(|choice| (*choice, *choice))),
            NodeKind::Sequence(parts) => {
                let first = match side {
                    Side::Start => parts.iter().find(|part| consumes(syntax, **part)),
                    Side::End => parts.iter().rev().find(|part| consumes(syntax, **part)),
                };
                match first {
                    Some(first) => edges.push((*first, alternative)),
                    None => loose.push(alternative),
                }
            }
            NodeKind::Capture { inside, .. } | NodeKind::Group { inside, .. } => edges.push((*inside, alternative)),
            NodeKind::Repeat { min, inside, .. } if *min > 0 => edges.push((*inside, alternative)),
            _ => loose.push(alternative),
        }
    }
    loose
}

/// Whether a part decides about the edge: it takes text, or is an anchor itself.
fn consumes(syntax: &Syntax, id: NodeId) -> bool {
    !matches!(syntax.node(id).kind, NodeKind::Empty | NodeKind::Look { .. } | NodeKind::Boundary { .. })
}

#[cfg(test)]
mod tests {
    use super::{MOST, Span, anchors};
    use crate::core::pattern::syntax::parse;

    #[test]
    fn each_alternative_is_held_at_both_sides_or_named() {
        for (pattern, start, end) in [
            ("^a$", &[][..], &[][..]),
            ("a", &["a"], &["a"]),
            ("^a", &[], &["^a"]),
            ("a$", &["a$"], &[]),
            ("^a|b$", &["b$"], &["^a"]),
            ("^(?:a|b)$", &[], &[]),
            ("(^a|^b)(c$|d)", &[], &["d"]),
            ("^a(?:$|b|c)", &[], &["b", "c"]),
            ("^a(?:\\/|$)", &[], &["\\/"]),
            ("(?=x)^a$(?!y)", &[], &[]),
            ("(?:^a)?b$", &["(?:^a)?b$"], &[]),
            ("(?:^a)+b$", &[], &[]),
            ("ü|^a$", &["ü"], &["ü"]),
            ("^a|", &[""], &["^a", ""]),
        ] {
            let loose = anchors(pattern, &parse(&pattern.encode_utf16().collect::<Vec<_>>()).unwrap());
            let texts = |spans: &[super::Span]| spans.iter().map(|span| &pattern[span.start..span.end]).collect::<Vec<_>>();
            assert_eq!((texts(&loose.start), texts(&loose.end)), (start.to_vec(), end.to_vec()), "{pattern}");
        }
    }

    #[test]
    fn the_first_of_thousands_are_named() {
        let pattern = "é|".repeat(30_000);
        let loose = anchors(&pattern, &parse(&pattern.encode_utf16().collect::<Vec<_>>()).unwrap());
        assert_eq!((loose.start.len(), loose.start[1], loose.end.len()), (MOST, Span::new(3, 5), MOST));
    }

    #[test]
    fn deep_nests_need_no_stack() {
        let pattern = "(?:".repeat(50_000) + "^a$" + &")".repeat(50_000);
        let loose = anchors(&pattern, &parse(&pattern.encode_utf16().collect::<Vec<_>>()).unwrap());
        assert_eq!(loose, super::Loose::default());
    }
}
