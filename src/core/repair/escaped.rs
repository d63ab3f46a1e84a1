//! JSON as it is written inside a string, but without the quotes of that string: `[{\"id\": \"title\"}]`.

use super::reader::fits;
use super::whole::{Json, Recognized, Whole};
use crate::core::json::literal;

/// `text`: from its first bracket on.
pub(super) fn recognize(text: &str) -> Option<Recognized> {
    let inside = text.trim_start_matches(|c: char| c.is_whitespace() || "[{".contains(c));
    let inside = inside.trim_start_matches("\\n").trim_start_matches("\\r").trim_start();
    if !inside.starts_with("\\\"") && !inside.starts_with("{\\\"") {
        return None;
    }
    let quoted = format!("\"{}\"", text.trim_end().replace('\n', "\\n").replace('\r', "\\r").replace('\t', "\\t"));
    let (json, end) = literal::read(&quoted, 0).ok()?;
    let parses = end == quoted.len() && fits(&json).is_some();
    let json = if parses { Json::Written(json.into_owned()) } else { return None };
    Some(Recognized { keeps_all: true, ..Recognized::new(Whole::Escaped, json) })
}
