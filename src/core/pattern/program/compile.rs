//! The translation of a syntax tree, part by part.

use super::{NOWHERE, Op, Pc, Program, Way, first};
use crate::core::pattern::Flags;
use crate::core::pattern::letter_case::folded;
use crate::core::pattern::syntax::{Modifiers, Node, NodeId, NodeKind, Set, Syntax};
use crate::core::pattern::unit_set::UnitSet;

pub(in crate::core::pattern) fn compile(syntax: &Syntax, flags: Flags) -> Program {
    let registers = 2 * (syntax.groups.len() + 1);
    let program = Program { registers, groups: syntax.groups.len(), ..Program::default() };
    let mut compiler =
        Compiler { syntax, traits: traits(&syntax.nodes), program, waiting: Vec::new(), fence: 0, set: Vec::new() };
    compiler.waiting.push(Task::Translate(syntax.root, Mode::new(flags.ignore_case)));
    while let Some(task) = compiler.waiting.pop() {
        compiler.work(task);
    }
    compiler.emit(Op::Matched, None);
    let mut program = compiler.program;
    first::mark_possessive(&mut program);
    program.first = first::first(&program);
    program
}

/// What holds at a place of the pattern.
#[derive(Clone, Copy, Default)]
pub(in crate::core::pattern) struct Mode {
    pub way: Way,
    pub multiline: bool,
    dot_all: bool,
    pub in_look: bool,
}

impl Mode {
    pub fn new(fold: bool) -> Self {
        Self { way: Way { back: false, fold }, ..Self::default() }
    }

    pub fn with(mut self, modifiers: Modifiers) -> Self {
        self.way.fold = modifiers.ignore_case.unwrap_or(self.way.fold);
        self.multiline = modifiers.multiline.unwrap_or(self.multiline);
        self.dot_all = modifiers.dot_all.unwrap_or(self.dot_all);
        self
    }
}

/// What the matcher need know of a part before it is translated.
#[derive(Clone, Copy)]
pub(in crate::core::pattern) struct Traits {
    pub can_be_empty: bool,
    pub always_empty: bool,
    /// The groups in it: the first, and one past the last.
    pub groups: (u32, u32),
}

const NO_GROUPS: (u32, u32) = (u32::MAX, 0);

/// A part comes after those inside it, so one pass does.
pub(in crate::core::pattern) fn traits(nodes: &[Node]) -> Vec<Traits> {
    let mut all: Vec<Traits> = Vec::with_capacity(nodes.len());
    for node in nodes {
        let of = |id: &NodeId| all.get(id.0 as usize).copied().unwrap_or(NOTHING);
        let traits = match &node.kind {
            NodeKind::Empty | NodeKind::Start | NodeKind::End | NodeKind::Boundary { .. } => NOTHING,
            NodeKind::Unit(_) | NodeKind::Any | NodeKind::Set(_) | NodeKind::Class { .. } => {
                Traits { can_be_empty: false, always_empty: false, ..NOTHING }
            }
            NodeKind::BackReference(_) => Traits { always_empty: false, ..NOTHING },
            NodeKind::Look { inside, .. } => Traits { groups: of(inside).groups, ..NOTHING },
            NodeKind::Capture { group, inside } => {
                let inside = of(inside);
                Traits { groups: union(inside.groups, (*group, group + 1)), ..inside }
            }
            NodeKind::Group { inside, .. } => of(inside),
            NodeKind::Repeat { min, max, inside, .. } => {
                let inside = of(inside);
                Traits {
                    can_be_empty: inside.can_be_empty || *min == 0,
                    always_empty: inside.always_empty || *max == Some(0),
                    ..inside
                }
            }
            NodeKind::Sequence(parts) => parts.iter().map(of).fold(NOTHING, |sum, part| Traits {
                can_be_empty: sum.can_be_empty && part.can_be_empty,
                always_empty: sum.always_empty && part.always_empty,
                groups: union(sum.groups, part.groups),
            }),
            NodeKind::Alternatives(parts) => {
                parts.iter().map(of).fold(Traits { can_be_empty: false, ..NOTHING }, |sum, part| Traits {
                    can_be_empty: sum.can_be_empty || part.can_be_empty,
                    always_empty: sum.always_empty && part.always_empty,
                    groups: union(sum.groups, part.groups),
                })
            }
        };
        all.push(traits);
    }
    all
}

const NOTHING: Traits = Traits { can_be_empty: true, always_empty: true, groups: NO_GROUPS };

fn union(one: (u32, u32), other: (u32, u32)) -> (u32, u32) {
    (one.0.min(other.0), one.1.max(other.1))
}

/// The units that a part takes which takes one.
pub(in crate::core::pattern) fn set_of(kind: &NodeKind, mode: Mode) -> Option<UnitSet> {
    let fold = mode.way.fold;
    Some(match kind {
        NodeKind::Unit(unit) => UnitSet::unit(if fold { folded(*unit) } else { *unit }),
        NodeKind::Any => UnitSet::any(mode.dot_all),
        NodeKind::Set(set) => UnitSet::set(*set),
        NodeKind::Class { negated, items } => UnitSet::class(*negated, items, fold),
        _ => return None,
    })
}

pub(super) enum Task {
    Translate(NodeId, Mode),
    Emit(Op),
    /// Lets the instruction there lead to here.
    LeadHere(Pc),
    /// The alternatives from the index on; the split before the last one, and the jumps from the ends of those before.
    Alternatives {
        node: NodeId,
        mode: Mode,
        index: usize,
        split: Option<Pc>,
        jumps: Option<Pc>,
    },
    LookEnd {
        look: Pc,
    },
    /// After a repeat's part: once more from there, or on.
    Again {
        from: Pc,
        lazy: bool,
    },
}

pub(super) struct Compiler<'s> {
    pub syntax: &'s Syntax,
    pub traits: Vec<Traits>,
    pub program: Program,
    pub waiting: Vec<Task>,
    /// A text that ends here must not grow: something leads to its end.
    pub fence: Pc,
    /// The places of the sets that patterns use over and over.
    set: Vec<(Named, usize)>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Named {
    Any { dot_all: bool },
    Set(Set),
}

impl Compiler<'_> {
    pub fn here(&self) -> Pc {
        self.program.ops.len()
    }

    pub fn emit(&mut self, op: Op, node: Option<NodeId>) {
        self.program.ops.push(op);
        self.program.nodes.push(node);
    }

    pub fn register(&mut self) -> usize {
        self.program.registers += 1;
        self.program.registers - 1
    }

    fn work(&mut self, task: Task) {
        match task {
            Task::Translate(node, mode) => self.translate(node, mode),
            Task::Emit(op) => self.emit(op, None),
            Task::LeadHere(from) => self.lead_here(from),
            Task::Alternatives { node, mode, index, split, jumps } => self.alternatives(node, mode, index, split, jumps),
            Task::LookEnd { look } => self.look_end(look),
            Task::Again { from, lazy } => self.again(from, lazy),
        }
    }

    fn lead_here(&mut self, from: Pc) {
        let here = self.here();
        self.fence = here;
        match self.program.ops.get_mut(from) {
            Some(Op::Split { first, second }) => *(if *first == NOWHERE { first } else { second }) = here,
            Some(Op::Jump { to }) => {
                let before = std::mem::replace(to, here);
                if before != NOWHERE {
                    self.waiting.push(Task::LeadHere(before));
                }
            }
            Some(Op::Round { exit, .. } | Op::Look { exit, .. }) => *exit = here,
            _ => {}
        }
    }

    fn translate(&mut self, id: NodeId, mode: Mode) {
        let syntax = self.syntax;
        let wanted = (!mode.in_look).then_some(id);
        match &syntax.node(id).kind {
            NodeKind::Empty => {}
            NodeKind::Sequence(parts) => {
                let parts = parts.iter().map(|part| Task::Translate(*part, mode));
                // The last that is put there is the first that is worked on.
                if mode.way.back { self.waiting.extend(parts) } else { self.waiting.extend(parts.rev()) }
            }
            NodeKind::Alternatives(_) => self.alternatives(id, mode, 0, None, None),
            NodeKind::Unit(unit) if mode.way == Way::default() => self.text(*unit, wanted),
            NodeKind::Unit(_) | NodeKind::Any | NodeKind::Set(_) | NodeKind::Class { .. } => {
                if let Some(set) = self.set_of(id, mode) {
                    self.emit(Op::One { set, way: mode.way }, wanted);
                }
            }
            NodeKind::Start => self.emit(Op::Start { multiline: mode.multiline }, wanted),
            NodeKind::End => self.emit(Op::End { multiline: mode.multiline }, wanted),
            NodeKind::Boundary { negated } => self.emit(Op::Boundary { negated: *negated }, wanted),
            NodeKind::BackReference(groups) => self.emit(Op::BackReference { groups: groups.clone(), way: mode.way }, wanted),
            NodeKind::Look { behind, negated, inside } => {
                let look = self.here();
                self.emit(Op::Look { look: self.program.looks, negated: *negated, exit: NOWHERE }, wanted);
                self.program.looks += 1;
                self.waiting.push(Task::LookEnd { look });
                let way = Way { back: *behind, ..mode.way };
                self.waiting.push(Task::Translate(*inside, Mode { way, in_look: true, ..mode }));
            }
            NodeKind::Capture { group, inside } => {
                let start = 2 * *group as usize;
                let (before, after) = if mode.way.back { (start + 1, start) } else { (start, start + 1) };
                self.emit(Op::Save { register: before }, None);
                self.waiting.push(Task::Emit(Op::Save { register: after }));
                self.waiting.push(Task::Translate(*inside, mode));
            }
            NodeKind::Group { modifiers, inside } => self.waiting.push(Task::Translate(*inside, mode.with(*modifiers))),
            NodeKind::Repeat { min, max, lazy, inside } => self.repeat(*inside, mode, *min, *max, *lazy),
        }
    }

    fn look_end(&mut self, look: Pc) {
        if let Some(Op::Look { look: number, negated, .. }) = self.program.ops.get(look) {
            let end = Op::LookEnd { look: *number, negated: *negated };
            self.emit(end, None);
        }
        self.lead_here(look);
    }

    fn text(&mut self, unit: u16, wanted: Option<NodeId>) {
        let at = self.program.texts.len();
        self.program.texts.push(unit);
        self.program.text_nodes.push(wanted);
        let grows = self.fence < self.here();
        match self.program.ops.last_mut() {
            Some(Op::Text { to, .. }) if grows => *to = at + 1,
            _ => self.emit(Op::Text { from: at, to: at + 1 }, wanted),
        }
    }

    /// The set of the units that a part takes which takes one.
    pub fn set_of(&mut self, id: NodeId, mode: Mode) -> Option<usize> {
        let kind = &self.syntax.node(id).kind;
        let named = match kind {
            NodeKind::Any => Some(Named::Any { dot_all: mode.dot_all }),
            NodeKind::Set(set) => Some(Named::Set(*set)),
            _ => None,
        };
        if let Some((_, at)) = self.set.iter().find(|(known, _)| Some(*known) == named) {
            return Some(*at);
        }
        let set = set_of(kind, mode)?;
        let at = self.program.sets.len();
        self.program.sets.push(set);
        self.set.extend(named.map(|named| (named, at)));
        Some(at)
    }

    /// Each but the last: a split before it, a jump behind it.
    fn alternatives(&mut self, node: NodeId, mode: Mode, index: usize, split: Option<Pc>, jumps: Option<Pc>) {
        let NodeKind::Alternatives(parts) = &self.syntax.node(node).kind else { return };
        let Some(part) = parts.get(index) else { return };
        let mut jumps = jumps;
        if let Some(split) = split {
            // Until it is known where they lead, each jump leads to the one before.
            let jump = self.here();
            self.emit(Op::Jump { to: jumps.unwrap_or(NOWHERE) }, None);
            jumps = Some(jump);
            self.lead_here(split);
        }
        if index + 1 < parts.len() {
            let split = self.here();
            self.emit(Op::Split { first: split + 1, second: NOWHERE }, None);
            self.waiting.push(Task::Alternatives { node, mode, index: index + 1, split: Some(split), jumps });
        } else if let Some(last) = jumps {
            self.waiting.push(Task::LeadHere(last));
        }
        self.waiting.push(Task::Translate(*part, mode));
    }
}
