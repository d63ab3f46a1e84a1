//! A pattern as instructions for the backtracking matcher: a syntax tree in, a flat program out.
//!
//! A repeat becomes a loop and is never written out, so a program is about as long as its pattern. What waits to be
//! translated stands in a list of its own, so depth of nesting is no matter.

mod compile;
mod first;
mod repeat;

use std::sync::Arc;

use super::syntax::NodeId;
use super::unit_set::UnitSet;

pub(super) use compile::{Mode, Traits, compile, set_of, traits};

/// Which instruction comes next, by its place in the program.
pub(super) type Pc = usize;

/// Where an instruction leads that does not know yet.
const NOWHERE: Pc = Pc::MAX;

#[derive(Debug, Clone)]
pub(super) enum Op {
    /// Units of [`Program::texts`], forward, case and all.
    Text {
        from: usize,
        to: usize,
    },
    /// One unit of a set.
    One {
        set: usize,
        way: Way,
    },
    /// As many units of a set as there are, or as few.
    Many {
        set: usize,
        min: u32,
        max: u32,
        lazy: bool,
        way: Way,
        possessive: bool,
    },
    Start {
        multiline: bool,
    },
    End {
        multiline: bool,
    },
    Boundary {
        negated: bool,
    },
    BackReference {
        groups: Arc<[u32]>,
        way: Way,
    },
    /// The position into a register.
    Save {
        register: usize,
    },
    /// Fails where the position is what it was at [`Op::Save`].
    Progress {
        register: usize,
    },
    /// The registers of the groups in a repeat, before each round.
    Clear {
        from: usize,
        to: usize,
    },
    /// Goes on with the first; with the second if that fails.
    Split {
        first: Pc,
        second: Pc,
    },
    Jump {
        to: Pc,
    },
    /// Before the first round of a counted repeat.
    Count {
        register: usize,
    },
    /// Another round, or on at the exit; `register` counts the rounds.
    Round {
        register: usize,
        min: u32,
        max: u32,
        lazy: bool,
        exit: Pc,
    },
    /// Counts a round, and keeps where it starts in the register after.
    RoundStart {
        register: usize,
    },
    /// After `min` rounds, one that took no unit fails.
    RoundEnd {
        register: usize,
        min: u32,
        round: Pc,
    },
    /// The look-around's instructions come next, up to [`Op::LookEnd`].
    Look {
        look: usize,
        negated: bool,
        exit: Pc,
    },
    LookEnd {
        look: usize,
        negated: bool,
    },
    Matched,
}

/// How units are read and compared.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Way {
    pub back: bool,
    pub fold: bool,
}

#[derive(Debug, Default)]
pub(super) struct Program {
    pub ops: Vec<Op>,
    /// The part of the pattern that each instruction wants; none inside look-around.
    pub nodes: Vec<Option<NodeId>>,
    pub texts: Vec<u16>,
    /// As `nodes`, for each unit of `texts`.
    pub text_nodes: Vec<Option<NodeId>>,
    pub sets: Vec<UnitSet>,
    /// Two for each group, the whole match being group 0; then what repeats need.
    pub registers: usize,
    pub groups: usize,
    pub looks: usize,
    /// The units a match can start with, anywhere but at the start of the URL; `None`: any, or it may be empty.
    pub first: Option<UnitSet>,
}
