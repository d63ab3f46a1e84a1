//! Patterns as JavaScript reads and runs them: `new RegExp(pattern)` and `exec`, with a bound on the time it takes.

pub mod syntax;

use crate::core::text::Span;
use syntax::{NodeId, Syntax, SyntaxError};

/// A pattern that can be run.
#[derive(Debug)]
pub struct Pattern {
    pub syntax: Syntax,
}

/// The flags that `match` knows; a Notion rule has none.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Flags {
    pub ignore_case: bool,
}

/// What `exec` found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    pub answer: Answer,
    /// Of the backtracking matcher.
    pub steps: u32,
    /// The backtracking matcher passed its budget.
    pub slow: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    Matched(Match),
    NotMatched(Furthest),
    /// Too slow to tell, and no linear-time engine can tell instead.
    Unknown,
}

/// Spans in UTF-16 units; the first is the whole match, then one for each group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    pub captures: Vec<Option<Span>>,
}

/// How far a pattern got that did not match, and what it wanted there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Furthest {
    /// In UTF-16 units of the URL.
    pub at: usize,
    /// The parts of the pattern that failed there, in the order they were tried, each once; a handful at most.
    pub wanted: Vec<NodeId>,
}

impl Pattern {
    /// As `new RegExp(source, flags)`.
    pub fn new(source: &[u16], _flags: Flags) -> Result<Self, SyntaxError> {
        Ok(Self { syntax: syntax::parse(source)? })
    }

    /// As `exec` on a fresh pattern; never takes long.
    pub fn exec(&self, _url: &[u16]) -> Outcome {
        unimplemented!("being written")
    }
}
