//! Where the JSON is in a text that holds more than JSON: a code fence, a `curl` command, an assignment.

use crate::core::text::{Span, find, slice_from, slice_to};

/// The part of the text that is meant as JSON, where something known stands around it.
pub(super) fn inner(text: &str) -> Option<Span> {
    if text.trim_start_matches('\u{FEFF}').trim_start().starts_with(['[', '{', '"', '\'', '“', '/', '#']) {
        return None;
    }
    fence(text).or_else(|| command(text)).or_else(|| assignment(text))
}

fn fence(text: &str) -> Option<Span> {
    let open = if text.starts_with("```") { 0 } else { find(text, "\n```")? + 1 };
    let start = open + slice_from(text, open).find('\n')? + 1;
    let end = find(slice_from(text, start), "```").map_or(text.len(), |length| start + length);
    Some(Span::new(start, end))
}

/// The body is the quoted text behind `-d`. The documents' own examples put it in backticks.
fn command(text: &str) -> Option<Span> {
    if !text.trim_start().starts_with("curl ") {
        return None;
    }
    let flags = ["--data-raw", "--data-binary", "--data", "--json", "-d"];
    let (flag, at) = flags.iter().find_map(|flag| find(text, &[" ", flag].concat()).map(|at| (flag, at + 1)))?;
    let behind = at + flag.len();
    let open = behind + slice_from(text, behind).find(|c: char| !c.is_whitespace() && c != '=' && c != '$')?;
    let quote = slice_from(text, open).chars().next().filter(|c| matches!(c, '\'' | '"' | '`'))?;
    let end = text.rfind(quote).filter(|end| *end > open)?;
    Some(Span::new(open + 1, end))
}

/// `const payload = [`, `export default {`, `return [`.
fn assignment(text: &str) -> Option<Span> {
    let start = text.find(['[', '{'])?;
    let before = slice_to(text, start).trim_end();
    let assigns = before.ends_with('=') || before == "export default" || before == "return";
    (assigns && !before.contains(['"', '\'', '\n'])).then(|| Span::new(start, text.len()))
}
