//! The result of a pattern on one URL. In: an outcome. Out: captures in bytes of the URL, and differences to the
//! expected groups.

use std::collections::HashMap;

use serde_json::Value;

use crate::core::pattern::syntax::Syntax;
use crate::core::pattern::{Answer, Match, Outcome};
use crate::core::text::Span;
use crate::core::utf16::Utf16;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    pub answer: Answer,
    /// Of the backtracking matcher.
    pub steps: u32,
    pub slow: bool,
    /// Groups that differ from the expected ones; empty if the URL does not match.
    pub differences: Vec<Difference>,
}

impl Verdict {
    /// `None`: too slow to tell.
    pub fn matched(&self) -> Option<bool> {
        match self.answer {
            Answer::Matched(_) => Some(true),
            Answer::NotMatched(_) => Some(false),
            Answer::Unknown => None,
        }
    }
}

/// A capturing group of a pattern that matched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Capture {
    /// Counts from 1.
    pub group: usize,
    pub name: Option<String>,
    /// Bytes of the URL; `None`: the group took no part.
    pub span: Option<Span>,
}

/// The named groups, each name once at its first place; of several groups with one name, the one that took part.
pub fn named(captures: &[Capture]) -> Vec<&Capture> {
    let mut named: Vec<&Capture> = Vec::new();
    let mut places = HashMap::new();
    for capture in captures {
        let Some(name) = capture.name.as_deref() else { continue };
        let next = named.len();
        match named.get_mut(*places.entry(name).or_insert(next)) {
            Some(known) if known.span.is_none() => *known = capture,
            Some(_) => {}
            None => named.push(capture),
        }
    }
    named
}

/// A named group with an unexpected capture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    pub group: String,
    /// `None`: the group was expected to take no part.
    pub expected: Option<String>,
    pub captured: Captured,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Captured {
    Text(String),
    NoPart,
    /// The pattern has no group of that name.
    NoGroup,
}

/// `expected` is an object of texts, or null for a group that takes no part.
pub(super) fn of(syntax: &Syntax, url: &str, outcome: Outcome, expected: Option<&Value>) -> Verdict {
    let Outcome { answer, steps, slow } = outcome;
    let differences = match (&answer, expected) {
        (Answer::Matched(found), Some(Value::Object(groups))) => groups
            .iter()
            .filter_map(|(group, text)| {
                let expected = text.as_str();
                let captured = captured(syntax, url, found, group);
                let same = match &captured {
                    Captured::Text(text) => expected == Some(text),
                    Captured::NoPart => expected.is_none(),
                    Captured::NoGroup => false,
                };
                (!same).then(|| Difference { group: group.clone(), expected: expected.map(str::to_owned), captured })
            })
            .collect(),
        _ => Vec::new(),
    };
    Verdict { answer, steps, slow, differences }
}

pub(super) fn captures(syntax: &Syntax, url: &str, found: &Match) -> Vec<Capture> {
    let bytes = Utf16::new(url);
    let spans = found.captures.iter().skip(1);
    let groups = spans.zip(&syntax.groups).enumerate();
    groups
        .map(|(index, (span, group))| Capture {
            group: index + 1,
            name: group.name.clone(),
            span: span.map(|span| bytes.span(span)),
        })
        .collect()
}

fn captured(syntax: &Syntax, url: &str, found: &Match, name: &str) -> Captured {
    let mut captured = Captured::NoGroup;
    for number in syntax.numbers(name) {
        // At most one of several groups with one name takes part.
        match found.captures.get(number).copied().flatten() {
            Some(span) => {
                let span = Utf16::new(url).span(span);
                return Captured::Text(url[span.start..span.end].to_owned());
            }
            None => captured = Captured::NoPart,
        }
    }
    captured
}
