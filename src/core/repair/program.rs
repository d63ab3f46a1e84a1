//! A value in program code: `const payload = […];`, `export default {…}`, and `payload = […]` of Python.

use super::whole::{Json, Recognized, Whole};
use crate::core::json::lex::{Lexer, TokenKind};
use crate::core::text::Span;

pub(super) fn recognize(text: &str) -> Option<Recognized> {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if let Some((whole, behind)) = assignment(line) {
            let start = at + behind;
            let start = start + text[start..].find(|c: char| !c.is_whitespace())?;
            if !text[start..].starts_with(['[', '{']) {
                return None;
            }
            let end = end(text, start);
            let rest = text[end..].trim().trim_end_matches(';').trim();
            let keeps_all = text[..at].trim().is_empty() && matches!(rest, "" | "as const");
            return Some(Recognized { keeps_all, ..Recognized::new(whole, Json::At(Span::new(start, end))) });
        }
        if !is_preamble(line) {
            return None;
        }
        at += line.len();
    }
    None
}

/// What a line assigns with, and the offset behind it.
fn assignment(line: &str) -> Option<(Whole, usize)> {
    let code = line.trim_start_matches('\u{FEFF}').trim_start();
    let indent = line.len() - code.len();
    for word in ["export default", "return", "module.exports ="] {
        if code.starts_with(word) {
            return Some((Whole::JavaScript, indent + word.len()));
        }
    }
    let equals = code.find(" = ").map(|at| at + 2).or_else(|| code.trim_end().ends_with(" =").then(|| code.trim_end().len()))?;
    let target = &code[..equals];
    let declares = ["const ", "let ", "var ", "export const ", "export let ", "window.", "module."];
    let is_script = declares.iter().any(|word| target.starts_with(word));
    let is_name = |c: char| c.is_alphanumeric() || "_$. =".contains(c);
    (is_script || target.chars().all(is_name))
        .then_some((if is_script { Whole::JavaScript } else { Whole::Program }, indent + equals))
}

/// What may precede the value: blank lines, comments and imports.
fn is_preamble(line: &str) -> bool {
    let line = line.trim();
    line.is_empty()
        || ["//", "/*", "*", "#", "import ", "from ", "'use strict'", "\"use strict\""]
            .iter()
            .any(|start| line.starts_with(start))
}

/// Behind the bracket that closes the one at `start`.
fn end(text: &str, start: usize) -> usize {
    let mut depth = 0_usize;
    for token in Lexer::new(text, start) {
        match token.kind {
            TokenKind::Open(_) => depth += 1,
            TokenKind::Close(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return token.span.end;
        }
    }
    text.len()
}
