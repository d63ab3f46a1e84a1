//! A text of some language that a pattern matches: such as a URL on a host that it should not match.
//!
//! In: a pattern, and the language as a deterministic automaton. Out: a short text of it that the pattern matches, or
//! nothing. It searches both automata at once, breadth first. Look-around and back-references are read loosely, so each
//! text that is found is run; what is answered was matched.

use std::collections::{HashSet, VecDeque};
use std::hash::Hash;

use super::super::unit_set::{UnitSet, is_word};
use super::super::{Buffers, Pattern};
use super::automaton::{Automaton, Plan, State, StateId, build};

/// Units in the order in which they are tried. Blanks and control characters are left out: no URL has them.
const ASCII: &[u8] = b"a1bcdefghijklmnopqrstuvwxyz02345678ABCDEFGHIJKLMNOPQRSTUVWXYZ9-./_~?#&=%+,:;@!$'()*[]|{}^\"<>\\`";
/// Texts that are run before the search gives up.
const TRIES: usize = 8;
/// Steps for all searches on one pattern: a few milliseconds.
const STEPS: usize = 60_000;
/// States of the pattern's automaton.
const ROOM: usize = 10_000;
/// A repeat with more turns is read as one without end.
const LONGEST: usize = 40;

pub trait Language {
    type State: Copy + Eq + Hash;

    fn start(&self) -> Self::State;
    fn step(&self, state: Self::State, unit: u16) -> Option<Self::State>;
    fn accepts(&self, state: Self::State) -> bool;
}

/// A pattern ready to be searched for several languages.
pub struct Witness<'p> {
    pattern: &'p Pattern,
    automaton: Automaton,
    units: Vec<u16>,
    /// Every match begins at the start of the text.
    anchored: bool,
    steps: usize,
}

impl<'p> Witness<'p> {
    /// `None` for a pattern that is too large.
    pub fn of(pattern: &'p Pattern) -> Option<Self> {
        let plan = Plan { fold: pattern.flags.ignore_case, room: ROOM, longest: LONGEST, loosely: true };
        let automaton = build(&pattern.syntax, plan).filter(|_| pattern.syntax.nodes.len() <= ROOM)?;
        let beyond = automaton.sets.iter().filter_map(UnitSet::first_beyond_ascii);
        let mut units: Vec<u16> = ASCII.iter().map(|byte| u16::from(*byte)).chain(beyond).collect();
        units.dedup();
        let anchored = automaton.is_anchored();
        Some(Self { pattern, automaton, units, anchored, steps: STEPS })
    }

    /// A text of the language that the pattern matches.
    pub fn find(&mut self, language: &impl Language) -> Option<String> {
        let mut search =
            Search { automaton: &self.automaton, language, trail: Vec::new(), open: VecDeque::new(), met: HashSet::new() };
        search.reach(Spot { at: At::Before, text: language.start(), before: None, wanted: None }, None, Turn::Last);
        let mut buffers = Buffers::default();
        let mut tries = 0;
        while let Some(index) = search.open.pop_front() {
            self.steps = self.steps.checked_sub(1)?;
            if search.accepts(index) {
                let text = search.text(index);
                let units: Vec<u16> = text.encode_utf16().collect();
                if self.pattern.matches_in(&mut buffers, &units) == Some(true) {
                    return Some(text);
                }
                tries += 1;
                if tries == TRIES {
                    return None;
                }
            }
            let taken = search.go_on(index, &self.units, self.anchored);
            self.steps = self.steps.saturating_sub(taken);
        }
        None
    }
}

/// Where the pattern is.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum At {
    /// The match has not begun.
    Before,
    State(StateId),
    /// The pattern has matched.
    After,
}

/// What an assertion wants of the next unit.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Wanted {
    End,
    Word,
    /// Or the end.
    NoWord,
}

impl Wanted {
    fn allows(self, unit: u16) -> bool {
        match self {
            Self::End => false,
            Self::Word => is_word(unit),
            Self::NoWord => !is_word(unit),
        }
    }

    /// What fulfils this and what was wanted before.
    fn and(self, before: Option<Self>) -> Option<Self> {
        match (self, before) {
            (wanted, None) => Some(wanted),
            (one, Some(other)) if one == other => Some(one),
            (Self::End, Some(Self::NoWord)) | (Self::NoWord, Some(Self::End)) => Some(Self::End),
            _ => None,
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Spot<S> {
    at: At,
    text: S,
    /// Whether the unit before is one of a word; `None` at the start.
    before: Option<bool>,
    wanted: Option<Wanted>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Turn {
    Next,
    Last,
}

/// A spot, the one that led to it, and the unit that was taken on the way.
struct Step<S> {
    spot: Spot<S>,
    from: Option<usize>,
    unit: Option<u16>,
}

struct Search<'s, L: Language> {
    automaton: &'s Automaton,
    language: &'s L,
    trail: Vec<Step<L::State>>,
    /// By their places in the trail.
    open: VecDeque<usize>,
    met: HashSet<Spot<L::State>>,
}

impl<L: Language> Search<'_, L> {
    fn reach(&mut self, spot: Spot<L::State>, from: Option<(usize, Option<u16>)>, turn: Turn) {
        if self.met.insert(spot) {
            let index = self.trail.len();
            self.trail.push(Step { spot, from: from.map(|(from, _)| from), unit: from.and_then(|(_, unit)| unit) });
            match turn {
                Turn::Next => self.open.push_front(index),
                Turn::Last => self.open.push_back(index),
            }
        }
    }

    fn accepts(&self, index: usize) -> bool {
        let spot = self.trail[index].spot;
        spot.at == At::After && spot.wanted != Some(Wanted::Word) && self.language.accepts(spot.text)
    }

    fn text(&self, index: usize) -> String {
        let steps = std::iter::successors(Some(&self.trail[index]), |step| step.from.map(|from| &self.trail[from]));
        let mut units: Vec<u16> = steps.filter_map(|step| step.unit).collect();
        units.reverse();
        String::from_utf16_lossy(&units)
    }

    /// Goes on from a spot in every way; how many units were tried.
    fn go_on(&mut self, index: usize, units: &[u16], anchored: bool) -> usize {
        let spot = self.trail[index].spot;
        match spot.at {
            At::Before => {
                self.move_to(index, Some(self.automaton.start), spot.wanted);
                if anchored {
                    return 0;
                }
                self.take(index, units, None, At::Before)
            }
            At::After => self.take(index, units, None, At::After),
            At::State(id) => self.follow(index, id, units),
        }
    }

    fn follow(&mut self, index: usize, id: StateId, units: &[u16]) -> usize {
        let Spot { before, wanted, .. } = self.trail[index].spot;
        let automaton = self.automaton;
        match automaton.states[id] {
            State::One { set, fold, next } => return self.take(index, units, Some((set, fold)), At::State(next)),
            // No URL has a line break, so `multiline` changes nothing.
            State::Start { next, .. } => self.move_to(index, before.is_none().then_some(next), wanted),
            State::End { next, .. } => self.want(index, next, Wanted::End),
            State::Boundary { negated, next } => {
                let word = before.unwrap_or(false) == negated;
                self.want(index, next, if word { Wanted::Word } else { Wanted::NoWord });
            }
            State::Save { next, .. } | State::Clear { next, .. } => self.move_to(index, Some(next), wanted),
            State::Either { first, second } => {
                self.move_to(index, Some(second), wanted);
                self.move_to(index, Some(first), wanted);
            }
            State::Matched => {
                let spot = Spot { at: At::After, ..self.trail[index].spot };
                self.reach(spot, Some((index, None)), Turn::Next);
            }
        }
        0
    }

    fn want(&mut self, index: usize, next: StateId, wanted: Wanted) {
        if let Some(wanted) = wanted.and(self.trail[index].spot.wanted) {
            self.move_to(index, Some(next), Some(wanted));
        }
    }

    /// To another state, without a unit.
    fn move_to(&mut self, index: usize, next: Option<StateId>, wanted: Option<Wanted>) {
        if let Some(next) = next.filter(|next| *next < self.automaton.states.len()) {
            let spot = Spot { at: At::State(next), wanted, ..self.trail[index].spot };
            self.reach(spot, Some((index, None)), Turn::Next);
        }
    }

    /// Takes each unit that both automata take.
    fn take(&mut self, index: usize, units: &[u16], set: Option<(usize, bool)>, at: At) -> usize {
        let spot = self.trail[index].spot;
        if let At::State(id) = at
            && id >= self.automaton.states.len()
        {
            return 0;
        }
        for unit in units.iter().copied() {
            let in_set = set.is_none_or(|(set, fold)| self.automaton.takes(set, fold, unit));
            if in_set
                && spot.wanted.is_none_or(|wanted| wanted.allows(unit))
                && let Some(text) = self.language.step(spot.text, unit)
            {
                let next = Spot { at, text, before: Some(is_word(unit)), wanted: None };
                self.reach(next, Some((index, Some(unit))), Turn::Last);
            }
        }
        units.len() / 8
    }
}
