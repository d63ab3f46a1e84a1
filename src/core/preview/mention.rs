//! The Mention: the miniature of the card, from the same parts.

use super::model::{Mention, Preview};

impl Mention {
    /// The sections that the reference names for a Mention. What the card left out, the Mention leaves out.
    pub fn of(preview: &Preview) -> Self {
        Self { entity: preview.entity.clone(), identifier: preview.identifier.clone(), title: preview.title.clone() }
    }
}
