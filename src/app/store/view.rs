//! One drawing on screen: the link in a state.

use std::sync::Arc;

use crate::core::preview::Render;
use crate::core::state::State;

#[derive(Clone, PartialEq)]
pub struct View {
    pub kind: ViewKind,
    /// The state that was asked for; what could be drawn may be in another one.
    pub wish: State,
    pub render: Arc<Render>,
    /// The text does not parse: what is drawn instead.
    pub stale: Option<Stale>,
    pub link: String,
    /// Shown above it where there are several.
    pub caption: String,
    /// Of a link that no rule matches: the nearest rule, and why it does not match.
    pub why: Option<String>,
    /// Of an update: what it changed and removed, also while the drawing does not mark it.
    pub changes: Option<Arc<Render>>,
}

/// What is drawn while a text does not parse.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stale {
    /// The last text that parsed.
    LastValid,
    /// The text as its safe fix makes it.
    Repaired,
}

/// Which text it is drawn from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ViewKind {
    Plain,
    Placeholder,
    Answer,
    Update,
}

impl ViewKind {
    pub fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Placeholder => "placeholder",
            Self::Answer => "answer",
            Self::Update => "update",
        }
    }
}

/// What a state is, above a drawing.
pub fn caption(state: State) -> &'static str {
    match state {
        State::Plain => "Plain: an ordinary link",
        State::Placeholder => "Placeholder",
        State::Connect => "Connect: before the user allows it",
        State::Loaded => "Loaded: what your service responded",
        State::Error => "Error: shown instead of a response",
        State::LoadedWithError => "With error: the response, and what failed since",
        State::Updated => "Updated: what your service sent later",
        State::Deleted => "Deleted: your service was told",
    }
}
