//! Why a URL does not match. In: how far the pattern got. Out: that place in the URL, and a sentence.
//!
//! "Matches up to `https://acme.com/items/`, then expects a digit, but the URL has `a`".

use super::Furthest;
use super::syntax::{NodeId, NodeKind, Syntax};
use super::words::{literal, phrase, run, unit_of};
use crate::core::hidden::shown;
use crate::core::text::Span;
use crate::core::utf16::Utf16;

/// How many characters of the matched text the sentence shows.
const SHOWN: usize = 48;
/// How many of the wanted parts the sentence names.
const NAMED: usize = 3;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WhyNot {
    /// The text at which the pattern got no further, in bytes of the URL; empty at the URL's end.
    pub span: Span,
    pub text: String,
}

pub fn why_not(syntax: &Syntax, url: &str, furthest: &Furthest) -> WhyNot {
    let at = Utf16::new(url).to_byte(furthest.at);
    let (reached, rest) = url.split_at(at);
    let wanted = wanted(syntax, &furthest.wanted);
    let ends = !furthest.wanted.is_empty() && furthest.wanted.iter().all(|id| syntax.node(*id).kind == NodeKind::End);
    let there = if ends {
        rest
    } else if wanted
        .iter()
        .all(|want| want.strip_prefix('`').is_some_and(|text| text.starts_with(|c: char| c.is_ascii_alphanumeric())))
    {
        word(rest)
    } else {
        first(rest)
    };
    let text = if ends {
        let end = if reached.is_empty() { "at the start".to_owned() } else { format!("after {}", tail(reached)) };
        format!("The pattern ends {end}, but the URL goes on with {}", quote(there))
    } else if reached.is_empty() {
        format!("The URL must begin with {}{}", list(&wanted), has(reached, there))
    } else {
        format!("Matches up to {}, then expects {}{}", tail(reached), list(&wanted), has(reached, there))
    };
    WhyNot { span: Span::new(at, at + there.len()), text }
}

/// The end of the sentence: what the URL has instead.
fn has(reached: &str, there: &str) -> String {
    match (reached.is_empty(), there.is_empty()) {
        (true, true) => ", but it is empty".to_owned(),
        (true, false) => format!(", but it begins with {}", quote(there)),
        (false, true) => ", but the URL ends".to_owned(),
        (false, false) => format!(", but the URL has {}", quote(there)),
    }
}

/// The wanted parts in words, without repetition.
fn wanted(syntax: &Syntax, ids: &[NodeId]) -> Vec<String> {
    let mut wanted: Vec<String> = Vec::new();
    for id in ids {
        let words = if unit_of(syntax, *id).is_some() { literal(&wanted_text(syntax, *id)) } else { phrase(syntax, *id) };
        if !wanted.contains(&words) {
            wanted.push(words);
        }
    }
    wanted
}

/// The word of the pattern that begins with this character: `s` in `s:\/\/acme`.
fn wanted_text(syntax: &Syntax, id: NodeId) -> Vec<u16> {
    let within = |node: &super::syntax::Node| match &node.kind {
        NodeKind::Sequence(parts) => Some(run(syntax, parts.get(parts.iter().position(|part| *part == id)?..)?)),
        _ => None,
    };
    let run = syntax.nodes.iter().find_map(within).unwrap_or_else(|| unit_of(syntax, id).into_iter().collect());
    let letters = run.iter().take_while(|unit| u8::try_from(**unit).is_ok_and(|byte| byte.is_ascii_alphanumeric())).count();
    run.into_iter().take(letters.max(1)).collect()
}

/// The first word of a text, or its first character.
fn word(text: &str) -> &str {
    let letters = text.bytes().take_while(u8::is_ascii_alphanumeric).count();
    if letters == 0 { first(text) } else { &text[..letters] }
}

fn first(text: &str) -> &str {
    &text[..text.chars().next().map_or(0, char::len_utf8)]
}

/// The end of the matched text.
fn tail(text: &str) -> String {
    match text.char_indices().rev().nth(SHOWN) {
        Some((at, _)) => format!("`…{}`", shown(&text[at..])),
        None => quote(text),
    }
}

fn quote(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("`{}…`", shown(&text[..end])),
        None => format!("`{}`", shown(text)),
    }
}

fn list(wanted: &[String]) -> String {
    let named = wanted.get(..NAMED).unwrap_or(wanted).join(", or ");
    match wanted.len() {
        0 => "something else".to_owned(),
        1..=NAMED => named,
        _ => format!("{named}, or other text"),
    }
}

#[cfg(test)]
mod tests;
