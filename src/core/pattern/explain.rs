//! What the parts of a pattern mean, in plain English, for the pointer and for a list.
//!
//! In: a syntax tree and a place in it. Out: the part at the place and the parts around it, innermost first, or the
//! parts of the whole pattern in order. Places count UTF-16 units.

use super::syntax::{NodeId, NodeKind, Syntax};
use super::words::{self, group_name, item_words, literal, phrase, unit_of};
use crate::core::text::{Span, capitalized};

/// The most parts around a place; a tip cannot show more.
const AROUND: usize = 4;
/// The most parts of a whole pattern; nobody reads more.
const MOST: usize = 100;
/// The explanation of a longer part does not repeat its text.
const SHORT: usize = 24;
/// The punctuation that may be escaped. Before other punctuation a backslash is needless, and an error with the flag `u`.
const SYNTAX_CHARACTERS: &[u8] = b"^$\\.*+?()[]{}|/";

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    pub span: Span,
    pub text: String,
}

/// The parts at a place, innermost first.
pub fn explain(syntax: &Syntax, offset: usize) -> Vec<Explanation> {
    let path = path(syntax, offset);
    let mut parts = Vec::new();
    let mut inside = None;
    for (depth, id) in path.iter().enumerate().rev() {
        if parts.len() >= AROUND {
            break;
        }
        if let NodeKind::Class { items, .. } = &syntax.node(*id).kind {
            let item = items.iter().find(|item| item.span.contains(offset));
            parts.extend(item.map(|item| quoted(syntax, item.span, &item_words(item, false))));
        }
        let above = depth.checked_sub(1).and_then(|above| path.get(above));
        if says_more(syntax, *id, above) {
            parts.push(part(syntax, *id));
        } else if let NodeKind::Sequence(children) = &syntax.node(*id).kind {
            let inside = children.iter().position(|child| Some(*child) == inside);
            parts.extend(inside.and_then(|inside| text_at(syntax, children, inside)));
        }
        inside = Some(*id);
    }
    parts
}

/// The parts at a place, outermost first.
fn path(syntax: &Syntax, offset: usize) -> Vec<NodeId> {
    let at = |id: &NodeId| syntax.node(*id).span.contains(offset);
    let inside = |id: &NodeId| syntax.node(*id).kind.children().iter().copied().find(at);
    std::iter::successors(Some(syntax.root).filter(at), inside).collect()
}

/// The parts of the whole pattern in order, the first hundred.
pub fn parts(syntax: &Syntax) -> Vec<Explanation> {
    let NodeKind::Sequence(children) = &syntax.node(syntax.root).kind else { return vec![part(syntax, syntax.root)] };
    let mut parts = Vec::new();
    let mut rest = children.as_slice();
    while let [first, ..] = rest {
        if parts.len() == MOST {
            break;
        }
        let row = run_at(syntax, rest, 0);
        parts.push(run(syntax, row).unwrap_or_else(|| part(syntax, *first)));
        rest = &rest[row.len().max(1)..];
    }
    parts
}

/// Whether an escaped character needs no backslash; with the flag `u` it would be an error.
pub fn needless_backslash(syntax: &Syntax, span: Span, unit: u16) -> bool {
    let source = &syntax.source[span.start..span.end];
    source == [u16::from(b'\\'), unit] && !u8::try_from(unit).is_ok_and(|byte| SYNTAX_CHARACTERS.contains(&byte))
}

/// The run of plain characters around one part of a sequence; empty if that part is no plain character.
fn run_at<'c>(syntax: &Syntax, children: &'c [NodeId], index: usize) -> &'c [NodeId] {
    let is_unit = |id: &NodeId| unit_of(syntax, *id).is_some();
    let (before, after) = children.split_at(index);
    let end = index + after.iter().take_while(|id| is_unit(id)).count();
    if end == index {
        return &[];
    }
    let start = index - before.iter().rev().take_while(|id| is_unit(id)).count();
    &children[start..end]
}

/// The explanation of one character in a sequence.
fn text_at(syntax: &Syntax, children: &[NodeId], index: usize) -> Option<Explanation> {
    match run_at(syntax, children, index) {
        [only] if !needs_words(syntax, *only) => Some(part(syntax, *only)),
        around => run(syntax, around),
    }
}

fn run(syntax: &Syntax, run: &[NodeId]) -> Option<Explanation> {
    let [first, .., last] = run else { return None };
    let span = Span::new(syntax.node(*first).span.start, syntax.node(*last).span.end);
    let text = words::run(syntax, run);
    Some(Explanation { span, text: format!("{}: this text, letter for letter", literal(&text)) })
}

/// Whether a part adds something to the explanation of the part around it.
fn says_more(syntax: &Syntax, id: NodeId, above: Option<&NodeId>) -> bool {
    match syntax.node(id).kind {
        NodeKind::Sequence(_) => false,
        NodeKind::Unit(_) => above.is_none() || needs_words(syntax, id),
        NodeKind::Alternatives(_) => {
            !above.is_some_and(|above| matches!(syntax.node(*above).kind, NodeKind::Capture { .. } | NodeKind::Group { .. }))
        }
        _ => true,
    }
}

/// Whether a character is escaped, so that it needs an explanation.
fn needs_words(syntax: &Syntax, id: NodeId) -> bool {
    let node = syntax.node(id);
    matches!(node.kind, NodeKind::Unit(_)) && node.span.end - node.span.start > 1
}

fn part(syntax: &Syntax, id: NodeId) -> Explanation {
    let node = syntax.node(id);
    let text = match &node.kind {
        NodeKind::Unit(unit) => return escaped(syntax, node.span, *unit),
        NodeKind::Capture { group, inside } => {
            let reference = match &syntax.groups[*group as usize - 1].name {
                Some(name) => format!("`$<{name}>`"),
                None => format!("`${group}`"),
            };
            let (group, inside) = (group_name(syntax, *group), phrase(syntax, *inside));
            return Explanation {
                span: node.span,
                text: format!("{}: {inside}. Write {reference} in placeholders", capitalized(&group)),
            };
        }
        NodeKind::Look { .. } => format!("{}; this checks the text without consuming it", phrase(syntax, id)),
        _ => phrase(syntax, id),
    };
    quoted(syntax, node.span, &text)
}

/// `text` behind the source of the part that it explains.
fn quoted(syntax: &Syntax, span: Span, text: &str) -> Explanation {
    let source = &syntax.source[span.start..span.end];
    let text = match source.len() {
        1..=SHORT => format!("`{}`: {text}", String::from_utf16_lossy(source)),
        _ => capitalized(text),
    };
    Explanation { span, text }
}

fn escaped(syntax: &Syntax, span: Span, unit: u16) -> Explanation {
    let plain = || if span.end - span.start == 1 { "this character".to_owned() } else { literal(&[unit]) };
    let mut text = name(unit).map_or_else(plain, str::to_owned);
    if needless_backslash(syntax, span, unit) {
        let is_letter = u8::try_from(unit).is_ok_and(|byte| byte.is_ascii_alphabetic());
        text.push_str(if is_letter {
            ": the escape has no meaning without flags, so it matches the letter"
        } else {
            "; the backslash is not needed (with the flag `u` it would be an error)"
        });
    }
    quoted(syntax, span, &text)
}

fn name(unit: u16) -> Option<&'static str> {
    Some(match u8::try_from(unit).ok()? {
        b'.' => "a dot",
        b'/' => "a slash",
        b':' => "a colon",
        b'-' => "a hyphen",
        b'?' => "a question mark",
        b'+' => "a plus sign",
        b'*' => "an asterisk",
        b'=' => "an equals sign",
        b'&' => "an ampersand",
        b'#' => "a hash sign",
        b'\\' => "a backslash",
        b'(' | b'[' | b'{' => "an opening bracket",
        b')' | b']' | b'}' => "a closing bracket",
        _ => return None,
    })
}

#[cfg(test)]
mod tests;
