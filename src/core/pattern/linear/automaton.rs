//! The automaton of a pattern.
//!
//! In: the syntax tree and what [`super::survey`] found. Out: an NFA that takes its ways in the order in which JavaScript
//! tries them, or nothing where it would be too large.
//!
//! It is built from its end to its start. A turn of a repeat that takes nothing is a failure in JavaScript once the repeat
//! has its minimum (`(?:a|)*`), so every part is built for two cases: nothing was taken since the turn around it
//! began, and something was; from the one to the other leads only taking a unit. Where both go on alike, they are one.

use regex_automata::nfa::thompson::{Builder, NFA, Transition};
use regex_automata::util::look::Look;
use regex_automata::util::primitives::StateID;

use super::super::syntax::{Kind, NodeId, Syntax};
use super::survey::Part;

/// The states of a place in the pattern.
#[derive(Clone, Copy)]
struct Place {
    /// Where nothing was taken in this turn.
    empty: StateID,
    taken: StateID,
}

impl Place {
    fn same(state: StateID) -> Self {
        Self { empty: state, taken: state }
    }
}

struct Repeat {
    min: u32,
    max: Option<u32>,
    lazy: bool,
    inside: NodeId,
}

struct Assembly<'p> {
    syntax: &'p Syntax,
    parts: &'p [Part],
    builder: Builder,
    /// For so many states and transitions.
    room: usize,
}

/// `None`: there is no room for it.
pub fn build(syntax: &Syntax, parts: &[Part], room: usize) -> Option<NFA> {
    let mut assembly = Assembly { syntax, parts, builder: Builder::new(), room };
    assembly.builder.start_pattern().ok()?;
    let end = assembly.builder.add_match().ok()?;
    let end = assembly.builder.add_capture_end(end, 0).ok()?;
    let inside = assembly.part(syntax.root, Place::same(end))?.empty;
    let start = assembly.builder.add_capture_start(inside, 0, None).ok()?;
    let anywhere = assembly.anywhere(start)?;
    assembly.builder.finish_pattern(start).ok()?;
    assembly.builder.build(start, anywhere).ok()
}

impl Assembly<'_> {
    fn spend(&mut self, amount: usize) -> Option<()> {
        self.room = self.room.checked_sub(amount)?;
        Some(())
    }

    /// A start behind any number of units.
    fn anywhere(&mut self, start: StateID) -> Option<StateID> {
        let any = self.builder.add_range(Transition { start: 0, end: u8::MAX, next: start }).ok()?;
        let anywhere = self.either(start, any, false)?;
        self.builder.patch(any, anywhere).ok()?;
        Some(anywhere)
    }

    /// Builds a part in front of a place.
    fn part(&mut self, id: NodeId, next: Place) -> Option<Place> {
        self.spend(1)?;
        let (syntax, parts) = (self.syntax, self.parts);
        let known = parts.get(id.0 as usize)?;
        let next = if known.can_be_empty { next } else { Place::same(next.taken) };
        match &syntax.node(id).kind {
            Kind::Empty => Some(next),
            Kind::Unit(_) | Kind::Any | Kind::Set(_) | Kind::Class { .. } => self.unit(known, next.taken),
            Kind::Start => self.each(next, |builder, next| builder.add_look(next, Look::Start).ok()),
            Kind::End => self.each(next, |builder, next| builder.add_look(next, Look::End).ok()),
            Kind::Boundary { negated } => {
                let look = if *negated { Look::WordAsciiNegate } else { Look::WordAscii };
                self.each(next, |builder, next| builder.add_look(next, look).ok())
            }
            Kind::Sequence(parts) => parts.iter().rev().try_fold(next, |next, part| self.part(*part, next)),
            Kind::Alternatives(parts) => self.alternatives(parts, next),
            Kind::Group { inside, .. } => self.part(*inside, next),
            Kind::Capture { group, inside } => {
                let end = self.each(next, |builder, next| builder.add_capture_end(next, *group).ok())?;
                let inside = self.part(*inside, end)?;
                self.each(inside, |builder, next| builder.add_capture_start(next, *group, None).ok())
            }
            Kind::Repeat { min, max, lazy, inside } => {
                self.repeat(&Repeat { min: *min, max: *max, lazy: *lazy, inside: *inside }, next)
            }
            Kind::Look { .. } | Kind::BackReference(_) => None,
        }
    }

    /// One state for each case, or one for both.
    fn each(&mut self, next: Place, state: impl Fn(&mut Builder, StateID) -> Option<StateID>) -> Option<Place> {
        self.spend(2)?;
        let taken = state(&mut self.builder, next.taken)?;
        let empty = if next.empty == next.taken { taken } else { state(&mut self.builder, next.empty)? };
        Some(Place { empty, taken })
    }

    fn unit(&mut self, part: &Part, next: StateID) -> Option<Place> {
        self.spend(part.bytes.len())?;
        let transition = |(start, end): &(u8, u8)| Transition { start: *start, end: *end, next };
        self.builder.add_sparse(part.bytes.iter().map(transition).collect()).ok().map(Place::same)
    }

    fn alternatives(&mut self, parts: &[NodeId], next: Place) -> Option<Place> {
        let (last, others) = parts.split_last()?;
        let last = self.part(*last, next)?;
        others.iter().rev().try_fold(last, |rest, part| {
            let first = self.part(*part, next)?;
            self.choice(first, rest, false)
        })
    }

    /// The first, or else the second; lazily, the other way round.
    fn choice(&mut self, first: Place, second: Place, lazy: bool) -> Option<Place> {
        let taken = self.either(first.taken, second.taken, lazy)?;
        let same = first.taken == first.empty && second.taken == second.empty;
        let empty = if same { taken } else { self.either(first.empty, second.empty, lazy)? };
        Some(Place { empty, taken })
    }

    fn either(&mut self, first: StateID, second: StateID, lazy: bool) -> Option<StateID> {
        self.spend(2)?;
        self.builder.add_union(if lazy { vec![second, first] } else { vec![first, second] }).ok()
    }

    fn repeat(&mut self, repeat: &Repeat, next: Place) -> Option<Place> {
        let more = match repeat.max {
            None => self.endless(repeat, next),
            Some(max) => self.at_most(repeat, max.saturating_sub(repeat.min), next),
        }?;
        (0..repeat.min).try_fold(more, |next, _| self.part(repeat.inside, next))
    }

    fn endless(&mut self, repeat: &Repeat, next: Place) -> Option<Place> {
        self.spend(3)?;
        let again = self.builder.add_union(Vec::new()).ok()?;
        let turn = self.turn(repeat, again)?;
        let (first, second) = if repeat.lazy { (next.taken, turn) } else { (turn, next.taken) };
        self.builder.patch(again, first).ok()?;
        self.builder.patch(again, second).ok()?;
        let empty = if next.empty == next.taken { again } else { self.either(turn, next.empty, repeat.lazy)? };
        Some(Place { empty, taken: again })
    }

    fn at_most(&mut self, repeat: &Repeat, turns: u32, next: Place) -> Option<Place> {
        if turns == 0 {
            return Some(next);
        }
        // What follows a turn: that one has taken something.
        let after = (1..turns).try_fold(next.taken, |after, _| {
            let turn = self.turn(repeat, after)?;
            self.either(turn, next.taken, repeat.lazy)
        })?;
        let turn = self.turn(repeat, after)?;
        self.choice(Place::same(turn), next, repeat.lazy)
    }

    /// A turn that takes something, and where it goes on.
    fn turn(&mut self, repeat: &Repeat, next: StateID) -> Option<StateID> {
        let empty = if self.parts.get(repeat.inside.0 as usize)?.can_be_empty { self.builder.add_fail().ok()? } else { next };
        Some(self.part(repeat.inside, Place { empty, taken: next })?.empty)
    }
}
