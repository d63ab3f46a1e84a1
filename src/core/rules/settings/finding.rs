//! What is wrong with a setting, and where in what was typed.

use crate::core::place::{Setting, Where};
use crate::core::rules::finding::Finding;
use crate::core::text::Span;

/// Where a value stands in what was typed.
pub fn place(text: &str) -> Span {
    let start = text.len() - text.trim_start().len();
    Span::new(start, start + text.trim().len())
}

pub fn finding(setting: Setting, span: Span, message: String) -> Finding {
    Finding::of_rule(Where::Setting(setting), span, message)
}
