//! Edits of a text: replace a span by another text.
//!
//! In: a text and edits in text order that do not overlap. Out: the text after them. Spans count bytes of the text
//! before the first edit.

use crate::core::text::Span;

/// Replaces the bytes of `span` by `text`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    pub span: Span,
    pub text: String,
}

/// A correction that the person can apply with one press.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// The title, as a command: ``add `"type": "embed"` ``.
    pub title: String,
    /// In text order, not overlapping.
    pub edits: Vec<Edit>,
    /// "Fix all" applies it too, because it cannot lose anything that the person meant.
    pub safe: bool,
}

/// Sorts edits into the order of a [`Fix`].
pub fn in_text_order(edits: &mut [Edit]) {
    edits.sort_by_key(|edit| edit.span.start);
}

/// Applies edits that are in text order and do not overlap.
pub fn apply(text: &str, edits: &[Edit]) -> String {
    let mut mended = String::with_capacity(text.len());
    let mut done = 0;
    for edit in edits {
        mended.push_str(&text[done..edit.span.start]);
        mended.push_str(&edit.text);
        done = edit.span.end;
    }
    mended.push_str(&text[done..]);
    mended
}
