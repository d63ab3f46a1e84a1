//! The project as a value.

use std::sync::Arc;

use serde_json::{Map, Value};

use crate::core::event::Event;
use crate::core::profile::Profile;
use crate::core::state::State;

use super::api_sample::ApiSample;
use super::hidden::HiddenAttribute;
use super::id::FreshIds;
use super::link_rule::LinkRule;
use super::service::Service;
use super::settings::Settings;
use super::version::Version;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Project {
    pub name: String,
    pub settings: Settings,
    /// Shared, so that whoever caches by rule sees that a change of one leaves the others alone.
    pub rules: Vec<Arc<LinkRule>>,
    /// The URL that was pasted.
    pub link: String,
    /// The answer for `link`: a bare attribute array or a callback response.
    pub payload: Arc<str>,
    /// What is left out of `payload` for now.
    pub hidden: Vec<HiddenAttribute>,
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
    /// The JSON of an API that it was started from.
    pub sample: Option<Arc<ApiSample>>,
    /// What the project was when somebody named it, the oldest first. Shared, so that a change of the project copies none.
    pub versions: Vec<Arc<Version>>,
    /// Gives ids to new rules, URLs and versions; not saved.
    pub ids: FreshIds,
    /// Keys that this version does not know, kept as they are.
    pub other: Map<String, Value>,
}

impl Project {
    /// The name, or what stands for an empty one.
    pub fn shown_name(&self) -> &str {
        if self.name.trim().is_empty() { "Untitled" } else { &self.name }
    }

    /// The patterns of the link rules, in their order.
    pub fn patterns(&self) -> impl Iterator<Item = &str> {
        self.rules.iter().map(|rule| rule.pattern.as_str())
    }

    /// The name of a rule after the word "rule": its name, or its number.
    pub fn rule_name(&self, index: usize) -> String {
        let named = self.rules.get(index).filter(|rule| !rule.name.trim().is_empty());
        named.map_or_else(|| (index + 1).to_string(), |rule| rule.shown_name())
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
            hidden: Vec::new(),
            update: None,
            events: Vec::new(),
            service: Service::default(),
            done: Vec::new(),
            profile: Profile::Documented,
            state: State::Loaded,
            now: None,
            sample: None,
            versions: Vec::new(),
            ids: FreshIds::default(),
            other: Map::new(),
        }
    }
}
