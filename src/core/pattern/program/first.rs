//! What can be said of a program before it runs: the units it can start with, and which loops never need to give back.

use super::{Op, Pc, Program};
use crate::core::pattern::unit_set::UnitSet;

/// More instructions than this before the first unit: no use to look on.
const MOST_LOOKED_AT: usize = 200;

/// The units that a match not at the start of the URL can begin with.
pub(super) fn first(program: &Program) -> Option<UnitSet> {
    let mut first = UnitSet::default();
    let mut seen: Vec<Pc> = Vec::new();
    let mut waiting = vec![0];
    while let Some(pc) = waiting.pop() {
        if seen.contains(&pc) {
            continue;
        }
        if seen.len() > MOST_LOOKED_AT {
            return None;
        }
        seen.push(pc);
        match program.ops.get(pc)? {
            Op::Start { multiline: false } => {}
            Op::Text { from, .. } => first.extend(&UnitSet::unit(*program.texts.get(*from)?)),
            Op::One { set, way } if !way.fold => first.extend(program.sets.get(*set)?),
            Op::Many { set, min, way, .. } if !way.fold => {
                first.extend(program.sets.get(*set)?);
                waiting.extend((*min == 0).then_some(pc + 1));
            }
            Op::Split { first, second } => waiting.extend([*second, *first]),
            Op::Round { exit, .. } => waiting.extend([*exit, pc + 1]),
            Op::RoundEnd { round, .. } => waiting.push(*round),
            Op::Look { exit, .. } => waiting.push(*exit),
            Op::Jump { to } => waiting.push(*to),
            Op::Matched | Op::BackReference { .. } | Op::One { .. } | Op::Many { .. } => return None,
            _ => waiting.push(pc + 1),
        }
    }
    Some(first)
}

/// Marks the loops whose units can never be what comes next: `[^/]+` before `/`. They need not be tried shorter.
pub(super) fn mark_possessive(program: &mut Program) {
    for pc in 0..program.ops.len() {
        let never_shorter = is_possessive(program, pc);
        if let Some(Op::Many { possessive, .. }) = program.ops.get_mut(pc) {
            *possessive = never_shorter;
        }
    }
}

fn is_possessive(program: &Program, pc: Pc) -> bool {
    let Some(Op::Many { set, lazy: false, way, .. }) = program.ops.get(pc) else { return false };
    let Some(set) = program.sets.get(*set) else { return false };
    if way.back || way.fold {
        return false;
    }
    let next = program.ops.iter().skip(pc + 1).find(|op| !matches!(op, Op::Save { .. }));
    match next {
        Some(Op::End { multiline: false } | Op::LookEnd { .. } | Op::Matched) => true,
        Some(Op::Text { from, .. }) => program.texts.get(*from).is_some_and(|unit| !set.contains(*unit)),
        Some(Op::One { set: next, way: next_way } | Op::Many { set: next, min: 1.., way: next_way, .. }) => {
            !next_way.fold && !next_way.back && program.sets.get(*next).is_some_and(|next| next.is_disjoint(set))
        }
        _ => false,
    }
}
