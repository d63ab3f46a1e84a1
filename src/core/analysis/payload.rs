//! What the Lab knows about a payload: its diagnostics and its drawing.

use std::sync::Arc;

use time::UtcDateTime;

use crate::core::diagnostic::Diagnostic;
use crate::core::json::{Source, SyntaxError};
use crate::core::preview::{self, Render};
use crate::core::profile::Profile;
use crate::core::rules::{self, Clean};
use crate::core::text::Span;
use crate::core::unfurl::{Payload, PayloadKind};

#[derive(Debug, Clone)]
pub struct Analysis {
    pub kind: PayloadKind,
    /// In text order.
    pub diagnostics: Vec<Diagnostic>,
    /// `None` while the text does not parse.
    pub render: Option<Arc<Render>>,
    /// The attributes of which no rule on attributes spoke, for the analysis after this one.
    pub clean: Vec<Span>,
}

/// What the text cannot say of itself.
#[derive(Debug, Clone, Default)]
pub struct Options<'b> {
    pub profile: Profile,
    /// It is the body of a PATCH: an update has the shape of a response.
    pub update: bool,
    /// The link that was asked for, where it is known.
    pub link: Option<String>,
    /// Of an update: the ids that the preview shows before it, where they are known.
    pub base_ids: Option<Vec<String>>,
    /// What is known of the text before an edit: what did not change is not checked again.
    pub before: Option<Before<'b>>,
}

/// A text and what is known of it.
#[derive(Debug, Clone, Copy)]
pub struct Before<'b> {
    pub text: &'b str,
    pub analysis: &'b Analysis,
}

impl<'b> Before<'b> {
    /// The attributes of `text` that need not be checked again.
    pub fn clean_in(self, text: &str) -> Clean<'b> {
        Clean::new(self.text, &self.analysis.clean, text)
    }
}

impl Analysis {
    /// Of a text that does not parse.
    pub fn broken(text: &str, error: SyntaxError) -> Self {
        Self { kind: PayloadKind::Unknown, diagnostics: vec![rules::syntax(text, error)], render: None, clean: Vec::new() }
    }
}

/// Checks and draws a payload.
pub fn analyze(text: &str, profile: Profile, now: UtcDateTime) -> Analysis {
    analyze_with(text, Options { profile, ..Options::default() }, now)
}

/// Checks and draws a payload of which more is known than its text.
pub fn analyze_with(text: &str, options: Options, now: UtcDateTime) -> Analysis {
    let source = Source::new(text);
    let root = match source.parse() {
        Ok(root) => root,
        Err(error) => return Analysis::broken(text, error),
    };
    let mut payload = Payload::new(text, &root, options.update);
    payload.base_ids = options.base_ids;
    // A blank link is one that was not typed yet.
    payload.link = options.link.as_deref().filter(|link| !link.trim().is_empty());
    let known = options.before.map(|before| before.clean_in(text)).unwrap_or_default();
    let (diagnostics, clean) = rules::check_changed(&payload, options.profile, known);
    Analysis { kind: payload.kind, diagnostics, render: Some(Arc::new(preview::draw(&payload, now))), clean }
}

/// The ids of a payload's attributes, for [`Options::base_ids`]; the error is the diagnostic of a text that does not parse.
pub fn ids(text: &str) -> Result<Vec<String>, Box<Diagnostic>> {
    let source = Source::new(text);
    let root = source.parse().map_err(|error| rules::syntax(text, error))?;
    Ok(Payload::new(text, &root, false).ids())
}
