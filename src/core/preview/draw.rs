//! Payload to drawing model.

use jiff::Timestamp;

use super::{Mention, Preview, Render, State};
use crate::core::unfurl::Payload;

/// Draws what can be drawn, whatever the rules say. `now` is what relative times count from.
pub fn draw(payload: &Payload, _now: Timestamp) -> Render {
    Render {
        state: State::Plain,
        preview: Preview::default(),
        mention: Mention::default(),
        error: payload.error.clone(),
        not_drawn: Vec::new(),
    }
}
