//! Attributes that a person has taken out of a payload for now.

use std::sync::Arc;

use serde_json::{Map, Value};

use super::model::Project;

/// An attribute that is left out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HiddenAttribute {
    /// Where it stood among the attributes.
    pub place: usize,
    /// As it was written.
    pub text: String,
    /// Keys that this version does not know.
    pub other: Map<String, Value>,
}

impl Project {
    /// What is left out of the payload of a rule; `None`: of the project's own.
    pub fn hidden(&self, owner: Option<usize>) -> &[HiddenAttribute] {
        owner.and_then(|rule| self.rules.get(rule)).map_or(&self.hidden, |rule| &rule.hidden)
    }

    pub fn hidden_mut(&mut self, owner: Option<usize>) -> &mut Vec<HiddenAttribute> {
        match owner.and_then(|rule| self.rules.get_mut(rule)) {
            Some(rule) => &mut Arc::make_mut(rule).hidden,
            None => &mut self.hidden,
        }
    }
}
