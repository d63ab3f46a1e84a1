//! The JSON of an API that a project was started from, and which of its values the attributes show.

use std::sync::Arc;

use serde_json::{Map, Value};

/// Texts as they were pasted and chosen; whether a path leads anywhere is the reader's business.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ApiSample {
    pub text: Arc<str>,
    pub fields: Vec<MappedField>,
    pub other: Map<String, Value>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MappedField {
    /// The designers' word: `Status`; or `Link`.
    pub word: String,
    /// The value in the JSON: `labels[0].name`.
    pub path: String,
    /// The id of the attribute; the link has none.
    pub attribute: Option<String>,
    pub other: Map<String, Value>,
}
