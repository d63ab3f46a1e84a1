//! Why a URL does not match: how far the pattern got in, where that is in the URL and a sentence out.
//!
//! "matches as far as `https://acme.com/items/`, then wants a digit; the URL has `a` there".

use super::Furthest;
use super::syntax::{NodeId, NodeKind, Syntax};
use super::words::{literal, phrase, run, unit_of};
use crate::core::text::Span;
use crate::core::utf16::Utf16;

/// Of what matched, no more characters than are shown.
const SHOWN: usize = 48;
/// Of what was wanted, no more parts than are named.
const NAMED: usize = 3;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WhyNot {
    /// Bytes of the URL: what stands where the pattern got no further; empty at its end.
    pub span: Span,
    pub text: String,
}

pub fn why_not(syntax: &Syntax, url: &str, furthest: &Furthest) -> WhyNot {
    let at = Utf16::new(url).to_byte(furthest.at);
    let (reached, rest) = url.split_at_checked(at).unwrap_or((url, ""));
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
    let mut text = String::new();
    if ends {
        text.push_str("the pattern ends ");
        text.push_str(&if reached.is_empty() { "at the start".to_owned() } else { after(reached) });
        text.push_str(", the URL goes on with ");
        text.push_str(&quote(there));
    } else {
        if reached.is_empty() {
            text.push_str("the URL must begin with ");
        } else {
            text.push_str(&["matches as far as ", &tail(reached), ", then wants "].concat());
        }
        text.push_str(&list(&wanted));
        text.push_str(&has(reached, there));
    }
    WhyNot { span: Span::new(at, at + there.len()), text }
}

fn after(reached: &str) -> String {
    ["after ", &tail(reached)].concat()
}

fn has(reached: &str, there: &str) -> String {
    match (reached.is_empty(), there.is_empty()) {
        (true, true) => "; it is empty".to_owned(),
        (true, false) => ["; it begins with ", &quote(there)].concat(),
        (false, true) => "; the URL ends there".to_owned(),
        (false, false) => ["; the URL has ", &quote(there), " there"].concat(),
    }
}

/// What was wanted, each in words, the same words once.
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

/// The word that a character begins in the pattern: of `s:\/\/acme`, the `s`.
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
    if letters == 0 { first(text) } else { text.get(..letters).unwrap_or_default() }
}

fn first(text: &str) -> &str {
    text.get(..text.chars().next().map_or(0, char::len_utf8)).unwrap_or_default()
}

/// The end of what matched.
fn tail(text: &str) -> String {
    match text.char_indices().rev().nth(SHOWN) {
        Some((at, _)) => ["`…", text.get(at..).unwrap_or_default(), "`"].concat(),
        None => quote(text),
    }
}

fn quote(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => ["`", text.get(..end).unwrap_or_default(), "…`"].concat(),
        None => ["`", text, "`"].concat(),
    }
}

fn list(wanted: &[String]) -> String {
    let mut list = String::new();
    for (index, want) in wanted.iter().take(NAMED).enumerate() {
        if index > 0 {
            list.push_str(", or ");
        }
        list.push_str(want);
    }
    match wanted.len() {
        0 => list.push_str("something else"),
        1..=NAMED => {}
        _ => list.push_str(", or other text"),
    }
    list
}

#[cfg(test)]
mod tests;
