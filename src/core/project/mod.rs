//! The project: everything the person typed or chose.
//!
//! Texts are kept exactly as typed, unknown keys are kept, so what was saved comes back whole.

mod fields;
mod place;
mod saved;
mod service;
mod setting;

use std::sync::Arc;

use serde_json::{Map, Value};

use crate::core::event::Event;
use crate::core::profile::Profile;
use crate::core::state::State;

pub use place::{RuleText, Where};
pub use saved::{from_json, to_json};
pub use service::{Service, ServiceField};
pub use setting::Setting;

#[derive(Debug, Clone, PartialEq)]
pub struct Project {
    pub name: String,
    pub settings: Settings,
    /// Shared, so that a change of one leaves the others the same to whoever keeps what follows from them.
    pub rules: Vec<Arc<LinkRule>>,
    /// The URL that was pasted.
    pub link: String,
    /// The answer for `link`: a bare attribute array or a callback response.
    pub payload: Arc<str>,
    /// The body of an update of `link`, JSON text; absent: one that follows from the payload.
    pub update: Option<Arc<str>>,
    /// What happened to the link, in order, as it is played.
    pub events: Vec<Event>,
    /// How the service acts in what is played.
    pub service: Service,
    /// Names of steps of the readiness checklist that a person ticked.
    pub done: Vec<String>,
    pub profile: Profile,
    /// What the person wishes to see.
    pub state: State,
    /// The clock of relative times, RFC 3339; absent: the real one.
    pub now: Option<String>,
    /// Keys that this version does not know, kept as they are.
    pub other: Map<String, Value>,
}

/// The two forms of the integration settings. The client secret is in no project.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settings {
    pub authorize_url: String,
    pub token_url: String,
    pub client_id: String,
    pub scopes: String,
    pub deleted_token_url: String,
    pub callback_url: String,
    pub domain: String,
    pub other: Map<String, Value>,
}

/// One row of "URL matching and placeholder".
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LinkRule {
    pub name: String,
    pub pattern: String,
    /// URLs that must match.
    pub samples: Vec<String>,
    /// URLs that must not match.
    pub excluded: Vec<String>,
    /// What the groups must capture, by URL.
    pub expected: Map<String, Value>,
    /// "Unfurl Regex Attributes": JSON text.
    pub placeholders: Arc<str>,
    /// The answer for URLs of this rule, where it has its own.
    pub payload: Option<Arc<str>>,
    pub other: Map<String, Value>,
}

impl Project {
    /// The name, or what stands for an empty one.
    pub fn shown_name(&self) -> &str {
        if self.name.trim().is_empty() { "Untitled" } else { &self.name }
    }

    /// The name of a rule in a sentence.
    pub fn rule_name(&self, index: usize) -> String {
        self.rules.get(index).map_or_else(|| "a rule".to_owned(), |rule| rule.shown_name())
    }
}

impl LinkRule {
    /// The name in a sentence.
    pub fn shown_name(&self) -> String {
        if self.name.trim().is_empty() { "a rule without a name".to_owned() } else { format!("“{}”", self.name) }
    }
}

impl Default for Project {
    /// A project in which nothing was typed yet.
    fn default() -> Self {
        Self {
            name: "Untitled".to_owned(),
            settings: Settings::default(),
            rules: Vec::new(),
            link: String::new(),
            payload: Arc::default(),
            update: None,
            events: Vec::new(),
            service: Service::default(),
            done: Vec::new(),
            profile: Profile::Documented,
            state: State::Loaded,
            now: None,
            other: Map::new(),
        }
    }
}
