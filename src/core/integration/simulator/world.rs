//! What is the case between two events.

use std::sync::Arc;

use crate::core::integration::oauth::Flow;
use crate::core::state::State;

/// In the default one nothing happened yet.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct World {
    /// Seconds since the beginning.
    pub clock: u64,
    /// What is to be seen.
    pub shown: State,
    /// How many previews of the link stand on pages.
    pub previews: u32,
    /// The person was sent to the form of the service and did not answer yet.
    pub asked: Option<Asked>,
    /// The service's, which Notion has.
    pub token: Option<Token>,
    /// The entries of "My connections".
    pub connections: Vec<Connection>,
    /// Whose attributes the preview shows, and whose error.
    pub attributes: Origin,
    pub error: Origin,
    /// Ids of the attributes that the preview holds; an error leaves them.
    pub ids: Arc<[String]>,
    /// The service has sent an update: what it answers from now on is that, not the answer before.
    pub updated: bool,
    /// How often the authorization was begun.
    pub flows: u32,
    /// How many tokens the service gave.
    pub tokens: u32,
}

/// Where something that is to be seen comes from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Origin {
    #[default]
    Answer,
    /// The body of the project's update.
    Update,
    /// What the service reports where neither says it.
    Service,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asked {
    /// From this second on Notion's code is not valid any more.
    pub code_until: u64,
    /// Which run of the flow it is; each has a code of its own.
    pub run: u32,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// The last second in which it is valid; absent: it is long-living.
    pub until: Option<u64>,
    /// The `external_account.key` that it belongs to.
    pub key: String,
}

/// An `external_account`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Connection {
    pub key: String,
    pub name: String,
}

impl World {
    /// Notion has a token of the service, and the service one of Notion's.
    pub fn connected(&self) -> bool {
        self.token.is_some()
    }

    /// The `state` that Notion sent last.
    pub fn state(&self) -> Option<String> {
        Some(Flow::new(self.flows.checked_sub(1)?).state)
    }

    pub fn code_expired(&self) -> bool {
        self.asked.is_some_and(|asked| self.clock >= asked.code_until)
    }

    pub fn token_expired(&self) -> bool {
        self.token.as_ref().and_then(|token| token.until).is_some_and(|until| self.clock > until)
    }
}
