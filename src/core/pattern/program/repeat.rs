//! The translation of repeats: the simplest instructions that do for each kind.

use super::compile::{Compiler, Mode, Task};
use super::{NOWHERE, Op, Pc};
use crate::core::pattern::syntax::{NodeId, NodeKind};

impl Compiler<'_> {
    pub fn repeat(&mut self, inside: NodeId, mode: Mode, min: u32, max: Option<u32>, lazy: bool) {
        let Some(traits) = self.traits.get(inside.0 as usize).copied() else { return };
        // What takes no unit ever does as much once as many times.
        let (min, max) = if traits.always_empty { (min.min(1), max.map_or(Some(1), |max| Some(max.min(1)))) } else { (min, max) };
        if max == Some(0) {
            return;
        }
        if (min, max) == (1, Some(1)) {
            return self.waiting.push(Task::Translate(inside, mode));
        }
        if self.many(inside, mode, min, max, lazy) {
            return;
        }
        match (min, max) {
            (0, Some(1) | None) => self.optional(inside, mode, max, lazy),
            (1, None) if !traits.can_be_empty => {
                let from = self.here();
                self.fence = from;
                self.clear(inside);
                self.waiting.push(Task::Again { from, lazy });
                self.waiting.push(Task::Translate(inside, mode));
            }
            _ => self.counted(inside, mode, min, max, lazy),
        }
    }

    /// Of a part that takes one unit.
    fn many(&mut self, inside: NodeId, mode: Mode, min: u32, max: Option<u32>, lazy: bool) -> bool {
        let (mut part, mut mode) = (inside, mode);
        while let NodeKind::Group { modifiers, inside } = self.syntax.node(part).kind {
            part = inside;
            mode = mode.with(modifiers);
        }
        let Some(set) = self.set_of(part, mode) else { return false };
        let max = max.unwrap_or(u32::MAX);
        let many = Op::Many { set, min, max, lazy, way: mode.way, possessive: false };
        self.emit(many, (!mode.in_look).then_some(part));
        true
    }

    /// `(…)?`, `(…)*`: a round that takes no unit fails.
    fn optional(&mut self, inside: NodeId, mode: Mode, max: Option<u32>, lazy: bool) {
        let split = self.here();
        let (first, second) = if lazy { (NOWHERE, split + 1) } else { (split + 1, NOWHERE) };
        self.emit(Op::Split { first, second }, None);
        self.waiting.push(Task::LeadHere(split));
        if max.is_none() {
            self.waiting.push(Task::Emit(Op::Jump { to: split }));
            self.clear(inside);
        }
        if self.traits.get(inside.0 as usize).is_some_and(|traits| traits.can_be_empty) {
            let register = self.register();
            self.emit(Op::Save { register }, None);
            self.waiting.push(Task::Emit(Op::Progress { register }));
        }
        self.waiting.push(Task::Translate(inside, mode));
    }

    pub fn again(&mut self, from: Pc, lazy: bool) {
        let on = self.here() + 1;
        let (first, second) = if lazy { (on, from) } else { (from, on) };
        self.emit(Op::Split { first, second }, None);
        self.fence = on;
    }

    fn counted(&mut self, inside: NodeId, mode: Mode, min: u32, max: Option<u32>, lazy: bool) {
        let register = self.register();
        self.register();
        self.emit(Op::Count { register }, None);
        let round = self.here();
        self.emit(Op::Round { register, min, max: max.unwrap_or(u32::MAX), lazy, exit: NOWHERE }, None);
        self.emit(Op::RoundStart { register }, None);
        self.clear(inside);
        self.waiting.push(Task::LeadHere(round));
        self.waiting.push(Task::Emit(Op::RoundEnd { register, min, round }));
        self.waiting.push(Task::Translate(inside, mode));
    }

    /// What the groups in a part captured in the round before.
    fn clear(&mut self, inside: NodeId) {
        let Some((from, to)) = self.traits.get(inside.0 as usize).map(|traits| traits.groups) else { return };
        if from < to {
            self.emit(Op::Clear { from: 2 * from as usize, to: 2 * to as usize }, None);
        }
    }
}
