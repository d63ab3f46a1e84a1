//! A large text that was typed and is not the payload yet, while it is checked in slices.

use std::sync::Arc;

use leptos::prelude::*;

/// Bytes from which on a text is checked in slices, and saved after a longer pause.
pub const LARGE: usize = 1_000_000;

/// Texts that are on their way into the project; a handle that is passed by copy.
#[derive(Clone, Copy)]
pub struct Delivery {
    /// Counts the texts that arrived, so that work on one that was overtaken stops.
    newest: StoredValue<u32>,
    /// A large text that is being checked.
    pub waiting: RwSignal<Option<Arc<str>>>,
}

impl Default for Delivery {
    fn default() -> Self {
        Self { newest: StoredValue::new(0), waiting: RwSignal::new(None) }
    }
}

impl Delivery {
    /// Whether something was typed that is not in the project yet.
    pub fn is_pending(self) -> bool {
        self.waiting.with_untracked(Option::is_some)
    }

    /// A text arrives; returns its number.
    pub fn next(self) -> u32 {
        self.newest.update_value(|newest| *newest += 1);
        self.newest.get_value()
    }

    pub fn is_newest(self, turn: u32) -> bool {
        self.newest.get_value() == turn
    }
}
