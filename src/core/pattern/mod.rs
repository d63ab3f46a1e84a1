//! Patterns as JavaScript reads and runs them: `new RegExp(pattern)` and `exec`, with a time limit.

pub mod attack;
mod backtrack;
pub mod dress;
pub mod explain;
mod letter_case;
pub mod linear;
mod program;
pub mod replace;
mod specimen;
pub mod syntax;
#[cfg(test)]
mod tests;
mod unit_set;
pub mod why_not;
mod words;

use backtrack::{UNSET, Verdict};
use program::Program;

use crate::core::text::Span;
use syntax::{NodeId, Syntax, SyntaxError};

pub use backtrack::Buffers;

/// A compiled pattern.
#[derive(Debug)]
pub struct Pattern {
    pub syntax: Syntax,
    flags: Flags,
    program: Program,
}

/// The flags that `match` knows; a Notion rule has none.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Flags {
    pub ignore_case: bool,
}

/// The result of `exec`.
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

/// How far a pattern without a match got, and what it expected there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Furthest {
    /// In UTF-16 units of the URL.
    pub at: usize,
    /// The parts of the pattern that failed there, in the order they were tried, without repetition; a handful at most.
    pub wanted: Vec<NodeId>,
}

impl Furthest {
    fn of(buffers: &Buffers) -> Self {
        Self { at: buffers.furthest, wanted: buffers.wanted.clone() }
    }
}

impl Pattern {
    /// As `new RegExp(source, flags)`.
    pub fn new(source: &[u16], flags: Flags) -> Result<Self, SyntaxError> {
        let syntax = syntax::parse(source)?;
        let program = program::compile(&syntax, flags);
        Ok(Self { syntax, flags, program })
    }

    /// As `exec` on a fresh pattern; never takes long.
    pub fn exec(&self, url: &[u16]) -> Outcome {
        self.exec_in(&mut Buffers::default(), url)
    }

    /// As [`Pattern::exec`], for many URLs: the buffers can be reused for any pattern.
    pub fn exec_in(&self, buffers: &mut Buffers, url: &[u16]) -> Outcome {
        let mut outcome = self.backtrack_in(buffers, url);
        if outcome.slow {
            outcome.answer = match linear::exec(&self.syntax, self.flags, url) {
                Answer::NotMatched(_) => Answer::NotMatched(Furthest::of(buffers)),
                answer => answer,
            };
        }
        outcome
    }

    /// As [`Pattern::exec_in`], but what is too slow to backtrack stays unknown.
    pub fn backtrack_in(&self, buffers: &mut Buffers, url: &[u16]) -> Outcome {
        let verdict = backtrack::run(&self.program, url, buffers);
        let answer = match verdict {
            Verdict::Matched => {
                let of_groups = 2 * (self.program.groups + 1);
                Answer::Matched(captured(&buffers.registers[..of_groups]))
            }
            Verdict::NotMatched => Answer::NotMatched(Furthest::of(buffers)),
            Verdict::Slow => Answer::Unknown,
        };
        Outcome { answer, steps: buffers.steps, slow: matches!(verdict, Verdict::Slow) }
    }

    /// Whether the pattern matches, and nothing else: the fastest way for many URLs. `None`: too slow to tell.
    pub fn matches_in(&self, buffers: &mut Buffers, url: &[u16]) -> Option<bool> {
        match backtrack::run(&self.program, url, buffers) {
            Verdict::Matched => Some(true),
            Verdict::NotMatched => Some(false),
            Verdict::Slow => None,
        }
    }
}

/// The captures in the registers, two for each group.
fn captured(registers: &[usize]) -> Match {
    let span = |pair: &[usize]| match *pair {
        [start, end] if start != UNSET && end != UNSET => Some(Span::new(start, end)),
        _ => None,
    };
    Match { captures: registers.chunks_exact(2).map(span).collect() }
}
