//! The run of an automaton: its states and a URL in, the registers of the first match out.
//!
//! It tries one way after the other, as a backtracking matcher does, but none twice: a state that was met at a place before
//! led nowhere from there, since nothing but state and place decides what can follow. Only states that several ways lead to
//! can be met again, so only these are noted.

use super::super::backtrack::UNSET;
use super::super::unit_set::{is_line_end, is_word};
use super::automaton::{Automaton, NOWHERE, State, StateId};

enum Entry {
    /// A way not tried yet.
    Way { state: StateId, at: usize },
    /// What a register held before.
    Register { register: usize, held: usize },
}

struct Search<'s> {
    automaton: &'s Automaton,
    url: &'s [u16],
    /// A bit for each joint at each place.
    met: Vec<u32>,
    entries: Vec<Entry>,
    registers: Vec<usize>,
}

/// `None`: it does not match. The place of a match is found first, without registers: a URL that does not match, whose search is
/// the longest, then costs none.
pub fn search(automaton: &Automaton, url: &[u16], registers: usize) -> Option<Vec<usize>> {
    let mut rough = Search::new(automaton, url, 0);
    let start = (0..=url.len()).find(|start| rough.matches_from(*start))?;
    let mut search = Search::new(automaton, url, registers);
    search.matches_from(start).then_some(search.registers)
}

impl<'s> Search<'s> {
    fn new(automaton: &'s Automaton, url: &'s [u16], registers: usize) -> Self {
        let bits = automaton.joint_count * (url.len() + 1);
        let met = vec![0; bits / 32 + 1];
        Self { automaton, url, met, entries: Vec::new(), registers: vec![UNSET; registers] }
    }
}

impl Search<'_> {
    fn matches_from(&mut self, start: usize) -> bool {
        self.entries.push(Entry::Way { state: self.automaton.start, at: start });
        while let Some(entry) = self.entries.pop() {
            match entry {
                Entry::Register { register, held } => self.set(register, held),
                Entry::Way { state, at } => {
                    if let Some(end) = self.follow(state, at) {
                        self.set(0, start);
                        self.set(1, end);
                        return true;
                    }
                }
            }
        }
        false
    }

    /// Where the match ends that this way leads to.
    fn follow(&mut self, state: StateId, at: usize) -> Option<usize> {
        let (mut id, mut at) = (state, at);
        let automaton = self.automaton;
        while let Some(state) = automaton.states.get(id)
            && self.is_new(id, at)
        {
            let before = at.checked_sub(1).and_then(|at| self.url.get(at)).copied();
            let after = self.url.get(at).copied();
            let (holds, next) = match *state {
                State::One { set, fold, next } => {
                    at += 1;
                    (after.is_some_and(|unit| automaton.takes(set, fold, unit)), next)
                }
                State::Start { multiline, next } => (before.is_none_or(|unit| multiline && is_line_end(unit)), next),
                State::End { multiline, next } => (after.is_none_or(|unit| multiline && is_line_end(unit)), next),
                State::Boundary { negated, next } => {
                    let edge = before.is_some_and(is_word) != after.is_some_and(is_word);
                    (edge != negated, next)
                }
                State::Save { register, next } => {
                    self.save(register, at);
                    (true, next)
                }
                State::Clear { from, to, next } => {
                    let to = to.min(self.registers.len());
                    (from..to).for_each(|register| self.save(register, UNSET));
                    (true, next)
                }
                State::Either { first, second } => {
                    if !self.is_met(second, at) {
                        self.entries.push(Entry::Way { state: second, at });
                    }
                    (true, first)
                }
                State::Matched => return Some(at),
            };
            if !holds {
                break;
            }
            id = next;
        }
        None
    }

    /// Notes that a state was met.
    fn is_new(&mut self, id: StateId, at: usize) -> bool {
        let joint = self.automaton.joints[id];
        if joint == NOWHERE {
            return true;
        }
        let bit = at * self.automaton.joint_count + joint;
        let before = self.met[bit / 32];
        self.met[bit / 32] |= 1 << (bit % 32);
        self.met[bit / 32] != before
    }

    fn is_met(&self, id: StateId, at: usize) -> bool {
        let joint = self.automaton.joints.get(id).copied().unwrap_or(NOWHERE);
        let bit = at.wrapping_mul(self.automaton.joint_count).wrapping_add(joint);
        joint != NOWHERE && self.met[bit / 32] >> (bit % 32) & 1 == 1
    }

    fn save(&mut self, register: usize, value: usize) {
        if let Some(held) = self.registers.get(register).copied().filter(|held| *held != value) {
            self.entries.push(Entry::Register { register, held });
            self.set(register, value);
        }
    }

    fn set(&mut self, register: usize, value: usize) {
        if let Some(held) = self.registers.get_mut(register) {
            *held = value;
        }
    }
}
