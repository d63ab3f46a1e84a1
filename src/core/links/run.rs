//! One pattern run on many URLs, with a bound on the time that a slow one takes.
//!
//! In: a pattern, URLs. Out: verdicts. A slow pattern answers each URL in time, but a list of samples would wait for each:
//! so it is asked a few times, and then taken as too slow to tell.

use serde_json::Value;

use super::verdict::{self, Verdict};
use crate::core::pattern::{Answer, Buffers, Outcome, Pattern};

/// After so many URLs on which it was slow, a pattern is asked no more.
const SLOW_RUNS: usize = 3;

#[derive(Debug)]
pub struct Run<'p> {
    pattern: &'p Pattern,
    buffers: &'p mut Buffers,
    slow: usize,
}

impl<'p> Run<'p> {
    /// The buffers may be any.
    pub fn new(pattern: &'p Pattern, buffers: &'p mut Buffers) -> Self {
        Self { pattern, buffers, slow: 0 }
    }

    /// What the pattern says of a URL, with what was expected of its groups.
    pub fn verdict(&mut self, url: &str, expected: Option<&Value>) -> Verdict {
        let outcome = if self.slow >= SLOW_RUNS {
            Outcome { answer: Answer::Unknown, steps: 0, slow: true }
        } else {
            self.pattern.exec_in(self.buffers, &url.encode_utf16().collect::<Vec<_>>())
        };
        self.slow += usize::from(outcome.slow);
        verdict::of(&self.pattern.syntax, url, outcome, expected)
    }

    /// Whether a URL surely matches, and no more.
    pub fn matches(&mut self, url: &[u16]) -> bool {
        if self.slow >= SLOW_RUNS {
            return false;
        }
        let matches = self.pattern.matches_in(self.buffers, url);
        self.slow += usize::from(matches.is_none());
        matches == Some(true)
    }
}
