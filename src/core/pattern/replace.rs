//! Replacement texts: what `String.prototype.replace` reads in `$<name>`, `$1`, `$&`, `` $` ``, `$'` and `$$`.
//!
//! In: a text and the syntax of its pattern. Out: the references, and the value of each in a match. All other text is
//! literal and not listed: `$0`, `$9` of a pattern with fewer groups, an unclosed `$<name`. Places in the replacement text
//! are bytes.

use super::Match;
use super::syntax::Syntax;
use crate::core::text::Span;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    pub span: Span,
    pub kind: ReferenceKind,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReferenceKind {
    /// `$$`: one dollar sign.
    Dollar,
    /// `$&`: the whole match.
    Whole,
    /// `` $` ``: the text before the match.
    Before,
    /// `$'`: the text after the match.
    After,
    /// `$1`, `$01`: a group that the pattern has.
    Group(u32),
    /// `$<name>` of a pattern that names groups. An unknown name is replaced by nothing.
    Name(String),
    /// `$<name>` of a pattern that names no group: it stays as it is.
    Literal(String),
}

/// In text order.
pub fn references(text: &str, syntax: &Syntax) -> Vec<Reference> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(dollar) = text.get(at..).and_then(|rest| rest.find('$')) {
        let start = at + dollar;
        let reference = text.get(start + 1..).and_then(|rest| reference(rest, syntax));
        at = start + 1;
        if let Some((kind, length)) = reference {
            at += length;
            found.push(Reference { span: Span::new(start, at), kind });
        }
    }
    found
}

/// The reference that a dollar sign and the text behind it make, and the length of that text.
fn reference(rest: &str, syntax: &Syntax) -> Option<(ReferenceKind, usize)> {
    let simple = match rest.as_bytes().first()? {
        b'$' => ReferenceKind::Dollar,
        b'&' => ReferenceKind::Whole,
        b'`' => ReferenceKind::Before,
        b'\'' => ReferenceKind::After,
        b'0'..=b'9' => return number(rest.as_bytes(), syntax.groups.len()),
        b'<' => return name(rest, syntax),
        _ => return None,
    };
    Some((simple, 1))
}

/// Two digits if the pattern has that many groups, or else one.
fn number(digits: &[u8], groups: usize) -> Option<(ReferenceKind, usize)> {
    let digit = |at: usize| digits.get(at).filter(|byte| byte.is_ascii_digit()).map(|byte| u32::from(byte - b'0'));
    let exists = |number: u32| number as usize <= groups;
    let first = digit(0)?;
    let (number, length) = match digit(1) {
        Some(second) if exists(first * 10 + second) => (first * 10 + second, 2),
        _ => (first, 1),
    };
    (number > 0 && exists(number)).then_some((ReferenceKind::Group(number), length))
}

fn name(rest: &str, syntax: &Syntax) -> Option<(ReferenceKind, usize)> {
    let (name, _) = rest.strip_prefix('<')?.split_once('>')?;
    let kind = match syntax.has_names() {
        true => ReferenceKind::Name,
        // The brackets are not special then, so `$<$1>` holds the reference `$1`.
        false if name.contains('$') => return None,
        false => ReferenceKind::Literal,
    };
    Some((kind(name.to_owned()), name.len() + 2))
}

impl ReferenceKind {
    /// The text that replaces it; empty for a group that took no part. `None`: it stays as it is.
    pub fn value<'u>(&self, syntax: &Syntax, found: &Match, url: &'u [u16]) -> Option<&'u [u16]> {
        let group = |number: usize| found.captures.get(number).copied().flatten();
        let whole = group(0).unwrap_or_default();
        let span = match self {
            Self::Dollar => return Some(&DOLLAR),
            Self::Literal(_) => return None,
            Self::Whole => whole,
            Self::Before => Span::new(0, whole.start),
            Self::After => Span::new(whole.end, url.len()),
            Self::Group(number) => group(*number as usize).unwrap_or_default(),
            Self::Name(name) => syntax.numbers(name).find_map(group).unwrap_or_default(),
        };
        Some(&url[span.start..span.end])
    }
}

const DOLLAR: [u16; 1] = [b'$' as u16];
