//! Finds the JSON in a text that holds more: a code fence, a `curl` command, an assignment.

use crate::core::copied::{self, Body};
use crate::core::text::Span;

/// The part of the text that is meant as JSON, if something known surrounds it.
pub(super) fn inner(text: &str) -> Option<Span> {
    if text.trim_start_matches('\u{FEFF}').trim_start().starts_with(['[', '{', '"', '\'', '“', '/', '#']) {
        return None;
    }
    fence(text).or_else(|| assignment(text))
}

fn fence(text: &str) -> Option<Span> {
    let open = if text.starts_with("```") { 0 } else { text.find("\n```")? + 1 };
    let start = open + text[open..].find('\n')? + 1;
    let end = text[start..].find("```").map_or(text.len(), |length| start + length);
    Some(Span::new(start, end))
}

/// The body of a shell's command, if it is meant as JSON.
pub(super) fn body(text: &str) -> Option<Body> {
    copied::body(text).filter(|body| body.text.trim_start().starts_with(['[', '{']))
}

/// `const payload = [`, `export default {`, `return [`.
fn assignment(text: &str) -> Option<Span> {
    let start = text.find(['[', '{'])?;
    let before = text[..start].trim_end();
    let assigns = before.ends_with('=') || before == "export default" || before == "return";
    (assigns && !before.contains(['"', '\'', '\n'])).then(|| Span::new(start, text.len()))
}
