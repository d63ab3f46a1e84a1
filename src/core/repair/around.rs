//! Finds the JSON in a text that holds more: a code fence, a `curl` command, an assignment.

use crate::core::text::Span;

/// The part of the text that is meant as JSON, if something known surrounds it.
pub(super) fn inner(text: &str) -> Option<Span> {
    if text.trim_start_matches('\u{FEFF}').trim_start().starts_with(['[', '{', '"', '\'', '“', '/', '#']) {
        return None;
    }
    fence(text).or_else(|| command(text)).or_else(|| assignment(text))
}

fn fence(text: &str) -> Option<Span> {
    let open = if text.starts_with("```") { 0 } else { text.find("\n```")? + 1 };
    let start = open + text[open..].find('\n')? + 1;
    let end = text[start..].find("```").map_or(text.len(), |length| start + length);
    Some(Span::new(start, end))
}

/// The body is the quoted text behind `-d`. The documents' own examples put it in backticks.
fn command(text: &str) -> Option<Span> {
    if !text.trim_start().starts_with("curl ") {
        return None;
    }
    let flags = ["--data-raw", "--data-binary", "--data", "--json", "-d"];
    let (flag, at) = flags.iter().find_map(|flag| text.find(&format!(" {flag}")).map(|at| (flag, at + 1)))?;
    let behind = at + flag.len();
    let open = behind + text[behind..].find(|c: char| !c.is_whitespace() && c != '=' && c != '$')?;
    let quote = text[open..].chars().next().filter(|c| matches!(c, '\'' | '"' | '`'))?;
    let end = text.rfind(quote).filter(|end| *end > open)?;
    Some(Span::new(open + 1, end))
}

/// `const payload = [`, `export default {`, `return [`.
fn assignment(text: &str) -> Option<Span> {
    let start = text.find(['[', '{'])?;
    let before = text[..start].trim_end();
    let assigns = before.ends_with('=') || before == "export default" || before == "return";
    (assigns && !before.contains(['"', '\'', '\n'])).then(|| Span::new(start, text.len()))
}
