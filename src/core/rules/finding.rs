//! What a check found: a diagnostic before its rule and severity are known.

use crate::core::diagnostic::{Diagnostic, Label};
use crate::core::edit::{Edit, Fix};
use crate::core::place::Where;
use crate::core::profile::Profile;
use crate::core::rule::Rule;
use crate::core::text::Span;

pub struct Finding {
    source: Where,
    span: Span,
    message: String,
    help: Option<String>,
    pointer: Option<String>,
    labels: Vec<Label>,
    fixes: Vec<Fix>,
}

impl Finding {
    /// In the payload, at a JSON Pointer.
    pub fn new(span: Span, pointer: impl Into<String>, message: impl Into<String>) -> Self {
        Self::at(Where::Payload, span, Some(pointer.into()), message.into())
    }

    /// In a text of a link rule, or in a setting.
    pub fn of_rule(source: Where, span: Span, message: String) -> Self {
        Self::at(source, span, None, message)
    }

    /// In a message, which may be JSON.
    pub fn in_message(span: Span, pointer: Option<String>, message: String) -> Self {
        Self::at(Where::Message, span, pointer, message)
    }

    fn at(source: Where, span: Span, pointer: Option<String>, message: String) -> Self {
        Self { source, span, message, help: None, pointer, labels: Vec::new(), fixes: Vec::new() }
    }

    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    pub fn label(mut self, span: Span, message: impl Into<String>) -> Self {
        self.labels.push(Label { span, message: message.into() });
        self
    }

    /// A fix of one edit that "Fix all" applies too.
    pub fn fix(self, title: impl Into<String>, edit: Edit) -> Self {
        self.with(title.into(), vec![edit], true)
    }

    /// A fix of several edits that "Fix all" applies too.
    pub fn fixes(self, title: impl Into<String>, edits: Vec<Edit>) -> Self {
        self.with(title.into(), edits, true)
    }

    /// A fix that may lose or change something the person meant, so that only its own press applies it.
    pub fn unsafe_fix(self, title: impl Into<String>, edits: Vec<Edit>) -> Self {
        self.with(title.into(), edits, false)
    }

    fn with(mut self, title: String, edits: Vec<Edit>, safe: bool) -> Self {
        self.fixes.push(Fix { title, edits, safe });
        self
    }

    /// As a rule reports it.
    pub fn reported(self, rule: &'static Rule, profile: Profile) -> Diagnostic {
        Diagnostic {
            rule,
            severity: rule.severity(profile),
            source: self.source,
            message: self.message,
            help: self.help,
            pointer: self.pointer,
            span: self.span,
            labels: self.labels,
            fixes: self.fixes,
        }
    }
}
