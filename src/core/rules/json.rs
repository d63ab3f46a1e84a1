//! Rules on the text as JSON.

use super::{Check, Family, Rule};
use crate::core::diagnostic::{Diagnostic, Severity};
use crate::core::json::{SyntaxError, SyntaxErrorKind};

pub static JSON_SYNTAX: Rule = Rule {
    name: "json-syntax",
    family: Family::Json,
    documented: Severity::Error,
    wild: Severity::Error,
    summary: "The text is not JSON.",
    why: "Notion reads a callback's answer as JSON; what does not parse cannot be shown.",
    bad: "[1,]",
    good: "[1]",
    document: "guide, Configure unfurl attributes",
    check: Check::Text,
};

pub static JSON_DEPTH: Rule = Rule {
    name: "json-depth",
    family: Family::Json,
    documented: Severity::Error,
    wild: Severity::Error,
    summary: "The text is nested deeper than 512 levels.",
    why: "An attribute is four levels deep; the parser stops at 512 so that no text can exhaust the stack.",
    bad: "",
    good: "[]",
    document: "the Lab's own limit",
    check: Check::Text,
};

/// The diagnostic of a text that does not parse.
pub fn diagnostic(_text: &str, error: SyntaxError) -> Diagnostic {
    let rule = match error.kind {
        SyntaxErrorKind::Syntax => &JSON_SYNTAX,
        SyntaxErrorKind::Depth => &JSON_DEPTH,
    };
    Diagnostic {
        rule,
        severity: rule.documented,
        message: error.message,
        help: error.help,
        pointer: None,
        span: error.span,
        labels: Vec::new(),
        fixes: Vec::new(),
    }
}
