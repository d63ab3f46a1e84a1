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
    /// Other words that find it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub also: String,
    /// JSON to put in place of the range.
    pub apply: String,
    /// In a few words, beside the label.
    pub detail: String,
    /// In a sentence.
    pub info: &'static str,
    pub kind: CandidateKind,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Completions {
    pub from: usize,
    pub to: usize,
    pub options: Vec<Candidate>,
}
