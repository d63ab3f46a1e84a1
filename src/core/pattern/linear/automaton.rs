//! The automaton of a pattern.
//!
//! In: the syntax tree. Out: states that take their ways in the order in which JavaScript tries them, or nothing for a
//! pattern that is not regular or would be too large.
//!
//! It is built from its end to its start. A turn of a repeat that takes nothing is a failure in JavaScript once the repeat
//! has its minimum (`(?:a|)*`), so every part is built for two cases: nothing was taken since the turn around it
//! began, and something was; from the one to the other leads only taking a unit. Where both go on alike, they are one. So
//! are two alternatives of one unit each that go on alike: `a|b` is `[ab]`, whatever their order.

use std::collections::HashMap;

use super::super::letter_case::folded;
use super::super::program::{Mode, Traits, set_of, traits};
use super::super::syntax::{NodeId, NodeKind, Syntax};
use super::super::unit_set::UnitSet;

/// Deeper patterns are left out, since this recurses.
const MAX_DEPTH: u32 = 250;
/// No state: there is no way on.
pub const NOWHERE: StateId = StateId::MAX;

/// By its place in [`Automaton::states`].
pub type StateId = usize;

pub enum State {
    /// One unit of a set.
    One {
        set: usize,
        fold: bool,
        next: StateId,
    },
    Start {
        multiline: bool,
        next: StateId,
    },
    End {
        multiline: bool,
        next: StateId,
    },
    Boundary {
        negated: bool,
        next: StateId,
    },
    /// The position into a register.
    Save {
        register: usize,
        next: StateId,
    },
    /// Groups that take no part, as long as they do not again.
    Clear {
        from: usize,
        to: usize,
        next: StateId,
    },
    /// On at the first, or else at the second.
    Either {
        first: StateId,
        second: StateId,
    },
    Matched,
}

#[derive(Default)]
pub struct Automaton {
    pub states: Vec<State>,
    pub sets: Vec<UnitSet>,
    pub start: StateId,
    /// For each state, its place among those that several ways lead to; [`NOWHERE`] for the others.
    pub joints: Vec<usize>,
    pub joint_count: usize,
}

impl Automaton {
    /// Whether every way from the start leads through a `^` before it takes a unit.
    pub fn is_anchored(&self) -> bool {
        let mut met = vec![false; self.states.len()];
        let mut waiting = vec![self.start];
        while let Some(id) = waiting.pop() {
            let Some(state) = self.states.get(id).filter(|_| !std::mem::replace(&mut met[id], true)) else { continue };
            match *state {
                State::Start { multiline: false, .. } => {}
                State::Boundary { next, .. } | State::Save { next, .. } | State::Clear { next, .. } => waiting.push(next),
                State::Either { first, second } => waiting.extend([first, second]),
                State::One { .. } | State::Start { .. } | State::End { .. } | State::Matched => return false,
            }
        }
        true
    }

    pub fn takes(&self, set: usize, fold: bool, unit: u16) -> bool {
        self.sets.get(set).is_some_and(|set| set.contains(if fold { folded(unit) } else { unit }))
    }
}

/// How a pattern becomes an automaton.
#[derive(Clone, Copy)]
pub struct Plan {
    pub fold: bool,
    /// For so many states, each in proportion to its work.
    pub room: usize,
    /// A repeat that may take more turns than this has no maximum: each turn takes a unit, and no text is as long.
    pub longest: usize,
    /// Instead of giving up: look-around holds, and a back-reference takes whatever its group can take.
    pub loosely: bool,
}

/// `None`: the pattern is left out.
pub fn build(syntax: &Syntax, plan: Plan) -> Option<Automaton> {
    let traits = traits(&syntax.nodes);
    let sets = vec![None; syntax.nodes.len()];
    let room = plan.room;
    let (unions, automaton) = (HashMap::new(), Automaton::default());
    let mut assembly = Assembly { syntax, plan, traits, sets, unions, automaton, room, depth: 0 };
    let end = assembly.state(State::Matched);
    let start = assembly.part(syntax.root, Mode::new(plan.fold), Place::same(end))?.empty;
    Some(reachable(assembly.automaton, start))
}

/// The automaton without the states that nothing leads to: half of those of a repeat whose turn can be empty.
fn reachable(mut automaton: Automaton, start: StateId) -> Automaton {
    let mut places = vec![NOWHERE; automaton.states.len()];
    let mut kept = Vec::new();
    let mut waiting = vec![start];
    while let Some(id) = waiting.pop() {
        let Some(place) = places.get_mut(id).filter(|place| **place == NOWHERE) else { continue };
        *place = kept.len();
        kept.push(id);
        waiting.extend(automaton.states[id].next_mut().into_iter().flatten().map(|next| *next));
    }
    let place = |id: StateId| places.get(id).copied().unwrap_or(NOWHERE);
    let mut states: Vec<State> = Vec::with_capacity(kept.len());
    for id in &kept {
        let mut state = std::mem::replace(&mut automaton.states[*id], State::Matched);
        state.next_mut().into_iter().flatten().for_each(|next| *next = place(*next));
        states.push(state);
    }
    let (joints, joint_count) = joints(&mut states, place(start));
    Automaton { states, start: place(start), joints, joint_count, ..automaton }
}

/// Which states several ways lead to.
fn joints(states: &mut [State], start: StateId) -> (Vec<usize>, usize) {
    let mut ways = vec![0_u8; states.len()];
    let next: Vec<StateId> = states
        .iter_mut()
        .flat_map(|state| state.next_mut().into_iter().flatten().map(|next| *next).collect::<Vec<_>>())
        .collect();
    for id in next.into_iter().chain([start]) {
        if let Some(ways) = ways.get_mut(id) {
            *ways = ways.saturating_add(1);
        }
    }
    let mut count = 0;
    let number = |ways: u8| {
        if ways < 2 {
            return NOWHERE;
        }
        count += 1;
        count - 1
    };
    (ways.into_iter().map(number).collect(), count)
}

impl State {
    fn next_mut(&mut self) -> [Option<&mut StateId>; 2] {
        match self {
            Self::One { next, .. }
            | Self::Start { next, .. }
            | Self::End { next, .. }
            | Self::Boundary { next, .. }
            | Self::Save { next, .. }
            | Self::Clear { next, .. } => [Some(next), None],
            Self::Either { first, second } => [Some(first), Some(second)],
            Self::Matched => [None, None],
        }
    }
}

/// The states of a place in the pattern.
#[derive(Clone, Copy)]
struct Place {
    /// Where nothing was taken in this turn.
    empty: StateId,
    taken: StateId,
}

impl Place {
    fn same(state: StateId) -> Self {
        Self { empty: state, taken: state }
    }
}

/// A repeat's part, and what the repeat says of it.
#[derive(Clone, Copy)]
struct Turn {
    inside: NodeId,
    mode: Mode,
    traits: Traits,
    lazy: bool,
    /// There is more than one, so each forgets what the groups captured in the one before.
    clear: bool,
}

struct Assembly<'p> {
    syntax: &'p Syntax,
    plan: Plan,
    traits: Vec<Traits>,
    /// Of each part that takes one unit, its place in the automaton's sets, once that is built.
    sets: Vec<Option<usize>>,
    /// Of two sets of the automaton, the place of their union.
    unions: HashMap<(usize, usize), usize>,
    automaton: Automaton,
    room: usize,
    depth: u32,
}

impl Assembly<'_> {
    fn spend(&mut self, amount: usize) -> Option<()> {
        self.room = self.room.checked_sub(amount)?;
        Some(())
    }

    fn state(&mut self, state: State) -> StateId {
        self.automaton.states.push(state);
        self.automaton.states.len() - 1
    }

    /// Builds a part in front of a place.
    fn part(&mut self, id: NodeId, mode: Mode, next: Place) -> Option<Place> {
        self.spend(1)?;
        if self.depth == MAX_DEPTH {
            return None;
        }
        self.depth += 1;
        let can_be_empty = self.traits.get(id.0 as usize)?.can_be_empty;
        let place = self.kind(id, mode, if can_be_empty { next } else { Place::same(next.taken) });
        self.depth -= 1;
        place
    }

    fn kind(&mut self, id: NodeId, mode: Mode, next: Place) -> Option<Place> {
        let syntax = self.syntax;
        let multiline = mode.multiline;
        match &syntax.node(id).kind {
            NodeKind::Empty => Some(next),
            NodeKind::Unit(_) | NodeKind::Any | NodeKind::Set(_) | NodeKind::Class { .. } => {
                let set = self.set(id, mode)?;
                Some(Place::same(self.state(State::One { set, fold: mode.way.fold, next: next.taken })))
            }
            NodeKind::Start => self.each(next, &|next| State::Start { multiline, next }),
            NodeKind::End => self.each(next, &|next| State::End { multiline, next }),
            NodeKind::Boundary { negated } => self.each(next, &|next| State::Boundary { negated: *negated, next }),
            NodeKind::Sequence(parts) => parts.iter().rev().try_fold(next, |next, part| self.part(*part, mode, next)),
            NodeKind::Alternatives(parts) => {
                let (last, others) = parts.split_last()?;
                let last = self.part(*last, mode, next)?;
                others.iter().rev().try_fold(last, |rest, part| {
                    let first = self.part(*part, mode, next)?;
                    self.choice(first, rest, false)
                })
            }
            NodeKind::Group { modifiers, inside } => self.part(*inside, mode.with(*modifiers), next),
            NodeKind::Capture { group, inside } => {
                let register = 2 * *group as usize;
                let end = self.each(next, &|next| State::Save { register: register + 1, next })?;
                let inside = self.part(*inside, mode, end)?;
                self.each(inside, &|next| State::Save { register, next })
            }
            NodeKind::Repeat { min, max, lazy, inside } => {
                let traits = self.traits.get(inside.0 as usize).copied()?;
                let turn = Turn { inside: *inside, mode, traits, lazy: *lazy, clear: max.is_none_or(|max| max > 1) };
                self.repeat(turn, *min, *max, next)
            }
            NodeKind::Look { .. } => self.plan.loosely.then_some(next),
            NodeKind::BackReference(groups) if self.plan.loosely => {
                let group = groups.first().and_then(|group| syntax.groups.get(*group as usize - 1))?;
                self.part(group.node, mode, next)
            }
            NodeKind::BackReference(_) => None,
        }
    }

    fn set(&mut self, id: NodeId, mode: Mode) -> Option<usize> {
        let place = self.sets.get_mut(id.0 as usize)?;
        if place.is_none() {
            *place = Some(self.automaton.sets.len());
            self.automaton.sets.push(set_of(&self.syntax.node(id).kind, mode)?);
        }
        *place
    }

    /// One state for each case, or one for both.
    fn each(&mut self, next: Place, state: &dyn Fn(StateId) -> State) -> Option<Place> {
        self.spend(2)?;
        let taken = self.state(state(next.taken));
        let empty = if next.empty == next.taken { taken } else { self.state(state(next.empty)) };
        Some(Place { empty, taken })
    }

    /// The first, or else the second; lazily, the other way round.
    fn choice(&mut self, first: Place, second: Place, lazy: bool) -> Option<Place> {
        let taken = self.either(first.taken, second.taken, lazy)?;
        let same = first.taken == first.empty && second.taken == second.empty;
        let empty = if same { taken } else { self.either(first.empty, second.empty, lazy)? };
        Some(Place { empty, taken })
    }

    fn either(&mut self, first: StateId, second: StateId, lazy: bool) -> Option<StateId> {
        match (first, second) {
            (NOWHERE, only) | (only, NOWHERE) => return Some(only),
            (same, other) if same == other => return Some(same),
            _ => self.spend(2)?,
        }
        if let Some(merged) = self.merged(first, second) {
            return Some(merged);
        }
        let (first, second) = if lazy { (second, first) } else { (first, second) };
        Some(self.state(State::Either { first, second }))
    }

    /// One state for two that take a unit each and go on alike.
    fn merged(&mut self, first: StateId, second: StateId) -> Option<StateId> {
        let one = |id: StateId| match self.automaton.states.get(id)? {
            State::One { set, fold, next } => Some((*set, (*fold, *next))),
            _ => None,
        };
        let ((first, way), (second, other)) = (one(first)?, one(second)?);
        if way != other {
            return None;
        }
        let (set, (fold, next)) = (self.union(first, second)?, way);
        Some(self.state(State::One { set, fold, next }))
    }

    /// The place of a set with the units of both. Large ones stay apart, since every further alternative would copy them.
    fn union(&mut self, first: usize, second: usize) -> Option<usize> {
        if let Some(known) = self.unions.get(&(first, second)) {
            return Some(*known);
        }
        let mut union = self.automaton.sets.get(first).filter(|set| set.is_small())?.clone();
        union.extend(self.automaton.sets.get(second).filter(|set| set.is_small())?);
        self.automaton.sets.push(union);
        let place = self.automaton.sets.len() - 1;
        self.unions.insert((first, second), place);
        Some(place)
    }

    fn repeat(&mut self, turn: Turn, min: u32, max: Option<u32>, next: Place) -> Option<Place> {
        let more = match max {
            None => self.endless(turn, next),
            Some(max) => match max.saturating_sub(min) {
                more if more as usize > self.plan.longest => self.endless(turn, next),
                more => self.at_most(turn, more, next),
            },
        }?;
        (0..min).try_fold(more, |next, _| {
            let inside = self.part(turn.inside, turn.mode, next)?;
            self.clear(turn, inside)
        })
    }

    fn endless(&mut self, turn: Turn, next: Place) -> Option<Place> {
        self.spend(2)?;
        let again = self.state(State::Either { first: NOWHERE, second: NOWHERE });
        let inside = self.turn(turn, again)?;
        let (first, second) = if turn.lazy { (next.taken, inside) } else { (inside, next.taken) };
        *self.automaton.states.get_mut(again)? = State::Either { first, second };
        let empty = if next.empty == next.taken { again } else { self.either(inside, next.empty, turn.lazy)? };
        Some(Place { empty, taken: again })
    }

    fn at_most(&mut self, turn: Turn, turns: u32, next: Place) -> Option<Place> {
        if turns == 0 {
            return Some(next);
        }
        // What follows a turn: that one has taken something.
        let after = (1..turns).try_fold(next.taken, |after, _| {
            let inside = self.turn(turn, after)?;
            self.either(inside, next.taken, turn.lazy)
        })?;
        let inside = self.turn(turn, after)?;
        self.choice(Place::same(inside), next, turn.lazy)
    }

    /// A turn that takes something, and where it goes on.
    fn turn(&mut self, turn: Turn, next: StateId) -> Option<StateId> {
        let empty = if turn.traits.can_be_empty { NOWHERE } else { next };
        let inside = self.part(turn.inside, turn.mode, Place { empty, taken: next })?;
        Some(self.clear(turn, inside)?.empty)
    }

    fn clear(&mut self, turn: Turn, next: Place) -> Option<Place> {
        let (first, end) = turn.traits.groups;
        if !turn.clear || first >= end {
            return Some(next);
        }
        let (from, to) = (2 * first as usize, 2 * end as usize);
        self.spend(2 * (to - from))?;
        self.each(next, &|next| State::Clear { from, to, next })
    }
}
