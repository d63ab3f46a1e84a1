//! Text to nodes, with the verdict of `JSON.parse`.

use std::borrow::Cow;

use jsonc_parser::errors::ParseErrorKind;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

use super::Value;
use crate::core::text::Span;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SyntaxErrorKind {
    Syntax,
    /// Deeper than the parser goes.
    Depth,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SyntaxError {
    pub kind: SyntaxErrorKind,
    pub span: Span,
    /// What is wrong, as a diagnostic's message says it.
    pub message: String,
    pub help: Option<String>,
}

/// A text made ready for the parser; the nodes borrow from it and their ranges hold in the original text.
pub struct Source<'t> {
    prepared: Cow<'t, str>,
}

const STRICT: ParseOptions = ParseOptions {
    allow_comments: false,
    allow_loose_object_property_names: false,
    allow_trailing_commas: false,
    allow_missing_commas: false,
    allow_single_quoted_strings: false,
    allow_hexadecimal_numbers: false,
    allow_unary_plus_numbers: false,
    allow_bare_decimal_point_numbers: false,
    allow_non_finite_numbers: false,
    allow_extended_string_escapes: false,
};

impl<'t> Source<'t> {
    pub fn new(text: &'t str) -> Self {
        Self { prepared: Cow::Borrowed(text) }
    }

    pub fn parse(&self) -> Result<Value<'_>, SyntaxError> {
        let parsed = parse_to_ast(&self.prepared, &CollectOptions::default(), &STRICT).map_err(|error| SyntaxError {
            kind: match error.kind() {
                ParseErrorKind::NestingDepthExceeded => SyntaxErrorKind::Depth,
                _ => SyntaxErrorKind::Syntax,
            },
            span: error.range().into(),
            message: error.kind().to_string().to_lowercase(),
            help: None,
        })?;
        parsed.value.ok_or_else(|| SyntaxError {
            kind: SyntaxErrorKind::Syntax,
            span: Span::at(self.prepared.len()),
            message: "the text is empty".to_owned(),
            help: None,
        })
    }
}
