//! What can be put at a place.

use std::borrow::Cow;

use serde::Serialize;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum CandidateKind {
    Key,
    SubType,
    Section,
    Value,
    /// A placeholder.
    Group,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Candidate {
    /// What is matched with what was typed.
    pub label: Cow<'static, str>,
    /// Other names by which it is found, with spaces between.
    pub also: String,
    /// JSON to put in place of the range.
    pub apply: String,
    /// In a few words, beside the label.
    pub detail: String,
    /// In a sentence.
    pub info: &'static str,
    pub kind: CandidateKind,
}

impl Candidate {
    pub(super) fn new(label: impl Into<Cow<'static, str>>, apply: String, kind: CandidateKind) -> Self {
        Self { label: label.into(), also: String::new(), apply, detail: String::new(), info: "", kind }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Completions {
    pub from: usize,
    pub to: usize,
    pub options: Vec<Candidate>,
}
