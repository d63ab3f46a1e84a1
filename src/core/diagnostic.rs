//! What is wrong, where, and what would mend it.

use crate::core::edit::Fix;
use crate::core::place::Where;
use crate::core::rule::Rule;
use crate::core::severity::Severity;
use crate::core::text::Span;

/// A second place that belongs to a diagnostic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    pub span: Span,
    pub message: String,
}

#[derive(Debug, Clone)]
pub struct Diagnostic {
    pub rule: &'static Rule,
    pub severity: Severity,
    /// What is wrong and with what: lower case, no full stop, names in backticks.
    pub message: String,
    /// What to do.
    pub help: Option<String>,
    /// The text that spans and edits count in.
    pub source: Where,
    /// JSON Pointer of the value in question, in a text that is JSON.
    pub pointer: Option<String>,
    pub span: Span,
    pub labels: Vec<Label>,
    pub fixes: Vec<Fix>,
}
