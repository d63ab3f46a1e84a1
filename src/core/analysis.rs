//! Everything the Lab knows of a text: its diagnostics and its drawing.

use time::UtcDateTime;

use crate::core::diagnostic::{Diagnostic, Profile};
use crate::core::json::Source;
use crate::core::preview::{self, Render};
use crate::core::rules;
use crate::core::unfurl::{Kind, Payload};

#[derive(Debug, Clone)]
pub struct Analysis {
    pub kind: Kind,
    /// In text order.
    pub diagnostics: Vec<Diagnostic>,
    /// `None` while the text does not parse.
    pub render: Option<Render>,
}

/// Checks and draws a payload.
pub fn analyze(text: &str, profile: Profile, now: UtcDateTime) -> Analysis {
    let source = Source::new(text);
    let root = match source.parse() {
        Ok(root) => root,
        Err(error) => return Analysis { kind: Kind::Unknown, diagnostics: vec![rules::syntax(text, error)], render: None },
    };
    let payload = Payload::new(text, &root, false);
    Analysis { kind: payload.kind, diagnostics: rules::check(&payload, profile), render: Some(preview::draw(&payload, now)) }
}
