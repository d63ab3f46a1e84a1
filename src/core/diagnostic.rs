//! What is wrong, where, and what would mend it.

use crate::core::project::Where;
use crate::core::rules::Rule;
use crate::core::text::{Span, slice, slice_from, sort_by_place};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The documents say that it must be otherwise, or it cannot be drawn.
    Error,
    /// Outside a documented table.
    Warning,
    /// The documents are silent or contradict themselves.
    Info,
}

impl Severity {
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Info => "info",
        }
    }
}

/// How strictly the documents are taken.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Profile {
    /// As documented.
    #[default]
    Documented,
    /// As seen in the wild: what integrations in production are known to do is an info.
    Wild,
}

impl Profile {
    pub const ALL: [Self; 2] = [Self::Documented, Self::Wild];

    pub fn name(self) -> &'static str {
        match self {
            Self::Documented => "documented",
            Self::Wild => "wild",
        }
    }
}

/// Replace the bytes of `span` by `text`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    pub span: Span,
    pub text: String,
}

/// A mend that the person can apply with one press.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// What it does, as a command: ``add `"type": "embed"` ``.
    pub title: String,
    /// In text order, not overlapping.
    pub edits: Vec<Edit>,
    /// Applied by "Fix all": it cannot lose anything that the person meant.
    pub safe: bool,
}

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

/// Puts edits into the order that a [`Fix`] keeps them in.
pub fn in_text_order(edits: &mut [Edit]) {
    sort_by_place(edits, |edit| edit.span.start);
}

/// Applies edits that are in text order and do not overlap.
pub fn apply(text: &str, edits: &[Edit]) -> String {
    let mut mended = String::with_capacity(text.len());
    let mut done = 0;
    for edit in edits {
        mended.push_str(slice(text, done, edit.span.start));
        mended.push_str(&edit.text);
        done = edit.span.end;
    }
    mended.push_str(slice_from(text, done));
    mended
}
