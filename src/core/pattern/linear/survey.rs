//! Whether a pattern is regular, and what the automaton needs to know of its parts before it is built.
//!
//! In: the syntax tree and the URL's letters. Out: for each part whether it can match nothing and which letters it takes, or
//! nothing for a pattern that [`super`] leaves out.

use super::super::Flags;
use super::super::letter_case::folded;
use super::super::syntax::{Kind, NodeId, Syntax};
use super::super::unit_set::{Folds, UnitSet};
use super::MAX_DEPTH;
use super::letters::{Bytes, Letters};

#[derive(Clone, Default)]
pub struct Part {
    pub can_be_empty: bool,
    /// Of a part that takes one unit.
    pub bytes: Vec<Bytes>,
}

/// What the parts around say of a part.
#[derive(Clone, Copy)]
struct Around {
    ignore_case: bool,
    multiline: bool,
    dot_all: bool,
    met: Met,
    depth: u32,
}

/// How often a match meets a part.
#[derive(Clone, Copy, PartialEq)]
enum Met {
    /// It is in no repeat of more than one turn.
    Once,
    EveryTurn,
    /// A turn may pass it by. Then JavaScript forgets what a group captured in the turn before, and the engine does not.
    SomeTurns,
}

impl Met {
    fn maybe(self) -> Self {
        if self == Self::Once { self } else { Self::SomeTurns }
    }

    fn repeated(self) -> Self {
        if self == Self::Once { Self::EveryTurn } else { self }
    }
}

/// One for each node; `None`: the pattern is left out.
pub fn survey(syntax: &Syntax, flags: Flags, letters: &Letters) -> Option<Vec<Part>> {
    let mut survey = Survey { syntax, letters, folds: Folds::default(), parts: vec![Part::default(); syntax.nodes.len()] };
    let around = Around { ignore_case: flags.ignore_case, multiline: false, dot_all: false, met: Met::Once, depth: 0 };
    survey.visit(syntax.root, around)?;
    Some(survey.parts)
}

struct Survey<'p> {
    syntax: &'p Syntax,
    letters: &'p Letters,
    folds: Folds,
    parts: Vec<Part>,
}

impl Survey<'_> {
    /// Whether the part can be empty; `None`: it is left out.
    fn visit(&mut self, id: NodeId, around: Around) -> Option<bool> {
        if around.depth > MAX_DEPTH {
            return None;
        }
        let can_be_empty = self.look_at(id, Around { depth: around.depth + 1, ..around })?;
        self.parts.get_mut(id.0 as usize)?.can_be_empty = can_be_empty;
        Some(can_be_empty)
    }

    fn look_at(&mut self, id: NodeId, around: Around) -> Option<bool> {
        let syntax = self.syntax;
        match &syntax.node(id).kind {
            Kind::Look { .. } | Kind::BackReference(_) => None,
            Kind::Start | Kind::End if around.multiline => None,
            Kind::Empty | Kind::Start | Kind::End | Kind::Boundary { .. } => Some(true),
            Kind::Unit(_) | Kind::Any | Kind::Set(_) | Kind::Class { .. } => self.one(id, around),
            Kind::Alternatives(parts) => {
                let around = Around { met: around.met.maybe(), ..around };
                parts.iter().try_fold(false, |any, part| Some(self.visit(*part, around)? || any))
            }
            Kind::Sequence(parts) => parts.iter().try_fold(true, |all, part| Some(self.visit(*part, around)? && all)),
            Kind::Capture { .. } if around.met == Met::SomeTurns => None,
            Kind::Capture { inside, .. } => self.visit(*inside, around),
            Kind::Group { modifiers, inside } => {
                let around = Around {
                    ignore_case: modifiers.ignore_case.unwrap_or(around.ignore_case),
                    multiline: modifiers.multiline.unwrap_or(around.multiline),
                    dot_all: modifiers.dot_all.unwrap_or(around.dot_all),
                    ..around
                };
                self.visit(*inside, around)
            }
            Kind::Repeat { min, max, inside, .. } => {
                let met = if *min == 0 { around.met.maybe() } else { around.met };
                let met = if max.is_none_or(|max| max > 1) { met.repeated() } else { met };
                let inside = self.visit(*inside, Around { met, ..around })?;
                Some(inside || *min == 0)
            }
        }
    }

    /// A part that takes one unit.
    fn one(&mut self, id: NodeId, around: Around) -> Option<bool> {
        let fold = around.ignore_case;
        let set = match &self.syntax.node(id).kind {
            Kind::Unit(unit) => UnitSet::unit(if fold { folded(*unit) } else { *unit }),
            Kind::Set(set) => UnitSet::set(*set),
            Kind::Class { negated, items } => UnitSet::class(*negated, items, fold.then_some(&mut self.folds)),
            _ => UnitSet::any(around.dot_all),
        };
        self.parts.get_mut(id.0 as usize)?.bytes = self.letters.in_set(&set, fold);
        Some(false)
    }
}
