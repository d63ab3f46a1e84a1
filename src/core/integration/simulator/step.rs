//! One event, played.

use super::world::World;
use crate::core::event::Event;
use crate::core::integration::{Dialogue, Exchange};
use crate::core::text::capitalized;

#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    pub event: Event,
    pub after: World,
    pub exchanges: Vec<Exchange>,
    /// What happened, in one sentence; in backticks what is code.
    pub says: String,
    /// Nothing could happen: `says` tells why, and what to do first.
    pub idle: bool,
    /// Ids of attributes that an update takes away.
    pub vanished: Vec<String>,
    /// What Notion tells the person.
    pub dialogue: Option<Dialogue>,
}

impl Step {
    pub(super) fn refuse(&mut self, why: &str) {
        self.idle = true;
        self.says = capitalized(why);
    }

    pub(super) fn say(&mut self, part: &str) {
        if self.says.is_empty() {
            self.says = capitalized(part);
        } else {
            self.says.push_str(part);
        }
    }
}
