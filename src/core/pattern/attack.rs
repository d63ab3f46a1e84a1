//! A URL that makes backtracking run away: a pattern in, such a URL out, if there is one that is easily found.
//!
//! Looks for repeats that can take one text in more than one way (`(a+)+`, `(a|a)*`, `\d+\d+`), and tries a text that
//! leads there, many times what the repeat takes, and an end that cannot match. What is answered was run and passed the
//! matcher's budget. A pattern without such repeats is not run at all; any other a few times.

use super::program::{Mode, set_of};
use super::specimen;
use super::syntax::{Modifiers, NodeId, NodeKind, Syntax};
use super::{Answer, Buffers, Flags, Match, Outcome, Pattern};

/// Enough for what doubles with every turn, and short enough to be read.
const TURNS: usize = 40;
/// A repeat that may stand this often is as bad as one without end.
const OFTEN: u32 = 8;
/// Suspects that are tried.
const SUSPECTS: usize = 4;
/// How far up a part looks for a repeat around it.
const HIGH: usize = 64;
const VARIANTS: usize = 4;
const SAMPLES: usize = 2;
/// Ends that make a match fail: hardly a pattern takes both.
const ENDS: [u8; 2] = [b'!', b'/'];
/// Steps that all tries together may take, not counting the one that succeeds.
const STEPS: u32 = 30_000;

/// `samples`: URLs that lead into the pattern where a specimen of its beginning would not.
pub fn attack(pattern: &Pattern, samples: &[&str]) -> Option<String> {
    let suspects = Suspects::of(&pattern.syntax, pattern.flags);
    if suspects.nested.is_empty() && suspects.adjacent.is_empty() {
        return None;
    }
    let mut hunt = Hunt { pattern, buffers: Buffers::default(), steps: STEPS, matched: Vec::new() };
    for sample in samples.iter().take(SAMPLES) {
        if hunt.lead(sample) {
            return Some((*sample).to_owned());
        }
    }
    let mut pumped = |repeat: &NodeId, length| hunt.pump(*repeat, &suspects.path(*repeat), length);
    let nested = suspects.nested.iter().find_map(|repeat| pumped(repeat, Length::Short));
    nested.or_else(|| suspects.adjacent.iter().find_map(|repeat| pumped(repeat, Length::Long)))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Length {
    Short,
    Long,
}

/// Repeats that may take one text in more than one way.
struct Suspects {
    units: Units,
    parents: Vec<Option<NodeId>>,
    /// What varies within what repeats: the ways double with every turn.
    nested: Vec<NodeId>,
    /// One repeat right after another: the ways grow with the length.
    adjacent: Vec<NodeId>,
}

impl Suspects {
    fn of(syntax: &Syntax, flags: Flags) -> Self {
        let units = Units::of(syntax, flags);
        let mut suspects = Self { units, parents: syntax.parents(), nested: Vec::new(), adjacent: Vec::new() };
        for index in 0..syntax.nodes.len() {
            let id = NodeId(u32::try_from(index).unwrap_or(u32::MAX));
            match &syntax.node(id).kind {
                NodeKind::Alternatives(_) => suspects.within(syntax, id),
                NodeKind::Repeat { min, max, .. } if *max != Some(*min) => suspects.within(syntax, id),
                NodeKind::Sequence(parts) => suspects.beside(syntax, id, parts),
                _ => {}
            }
            if suspects.nested.len() >= SUSPECTS {
                break;
            }
        }
        suspects
    }

    /// A part that varies: the nearest repeat around it is a suspect.
    fn within(&mut self, syntax: &Syntax, id: NodeId) {
        let above = self.above(id).take(HIGH);
        let repeat = above.into_iter().find(|above| often(syntax, *above));
        if let Some(repeat) = repeat
            && !self.nested.contains(&repeat)
            && !self.units.is_plain(syntax, repeat)
        {
            self.nested.push(repeat);
        }
    }

    fn beside(&mut self, syntax: &Syntax, id: NodeId, parts: &[NodeId]) {
        // In a repeat the first parts come behind the last ones.
        let rounds = if self.above(id).take(HIGH).any(|above| often(syntax, above)) { 2 } else { 1 };
        // Repeats with nothing behind them yet that must be there.
        let mut open: Vec<NodeId> = Vec::new();
        for part in [parts, parts].iter().take(rounds).copied().flatten() {
            let repeat = bare(syntax, *part);
            let is_often = often(syntax, repeat);
            if is_often {
                for one in &open {
                    if !self.units.are_apart(syntax, inside(syntax, *one), start(syntax, repeat)) {
                        self.adjoin(*one);
                        self.adjoin(repeat);
                    }
                }
            }
            if !matches!(syntax.node(repeat).kind, NodeKind::Repeat { min: 0, .. }) {
                open.clear();
            }
            if is_often && open.len() < SUSPECTS {
                open.push(repeat);
            }
        }
    }

    fn adjoin(&mut self, repeat: NodeId) {
        if self.adjacent.len() < SUSPECTS && !self.adjacent.contains(&repeat) {
            self.adjacent.push(repeat);
        }
    }

    fn above(&self, id: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        std::iter::successors(self.parent(id), |above| self.parent(*above))
    }

    fn parent(&self, id: NodeId) -> Option<NodeId> {
        self.parents.get(id.0 as usize).copied().flatten()
    }

    /// The parts around a part, outermost first, and itself.
    fn path(&self, id: NodeId) -> Vec<NodeId> {
        let mut path: Vec<_> = std::iter::once(id).chain(self.above(id).take(HIGH)).collect();
        path.reverse();
        path
    }
}

fn often(syntax: &Syntax, id: NodeId) -> bool {
    matches!(syntax.node(id).kind, NodeKind::Repeat { max, .. } if max.is_none_or(|max| max >= OFTEN))
}

/// What is known of the units that parts take.
struct Units {
    fold: bool,
    /// A part of the pattern has a mode of its own: nothing is known then.
    modified: bool,
}

impl Units {
    fn of(syntax: &Syntax, flags: Flags) -> Self {
        let plain = Modifiers::default();
        let modified =
            syntax.nodes.iter().any(|node| matches!(node.kind, NodeKind::Group { modifiers, .. } if modifiers != plain));
        Self { fold: flags.ignore_case, modified }
    }

    /// Each part takes one unit, and none takes the other's.
    fn are_apart(&self, syntax: &Syntax, one: NodeId, other: NodeId) -> bool {
        let units = |id| set_of(&syntax.node(bare(syntax, id)).kind, Mode::new(self.fold)).filter(|_| !self.modified);
        units(one).zip(units(other)).is_some_and(|(one, other)| one.is_disjoint(&other))
    }

    /// A repeat whose turns are told apart by one unit, at their start or at their end, and in which one part at most
    /// varies: `(?:-[a-z]+)*`, `(?:[^/]+\/)*`. It takes a text in one way.
    fn is_plain(&self, syntax: &Syntax, repeat: NodeId) -> bool {
        let NodeKind::Sequence(parts) = &syntax.node(inside(syntax, repeat)).kind else { return false };
        let varying = |part: &&NodeId| matches!(syntax.node(bare(syntax, **part)).kind, NodeKind::Repeat { .. });
        let apart = |edge: &NodeId, rest: &[NodeId]| {
            rest.iter().filter(varying).count() <= 1
                && rest.iter().all(|part| self.are_apart(syntax, *edge, inside(syntax, *part)))
        };
        parts.split_first().is_some_and(|(first, rest)| apart(first, rest))
            || parts.split_last().is_some_and(|(last, rest)| apart(last, rest))
    }
}

/// What a turn of a repeat starts with.
fn start(syntax: &Syntax, repeat: NodeId) -> NodeId {
    let turn = inside(syntax, repeat);
    match &syntax.node(turn).kind {
        NodeKind::Sequence(parts) => parts.first().copied().unwrap_or(turn),
        _ => turn,
    }
}

/// What a repeat repeats, any other part itself; without the groups around it.
fn inside(syntax: &Syntax, id: NodeId) -> NodeId {
    let id = bare(syntax, id);
    if let NodeKind::Repeat { inside, .. } = syntax.node(id).kind { bare(syntax, inside) } else { id }
}

/// A part without the groups around it.
fn bare(syntax: &Syntax, mut id: NodeId) -> NodeId {
    for _ in 0..HIGH {
        match syntax.node(id).kind {
            NodeKind::Capture { inside, .. } | NodeKind::Group { inside, .. } => id = inside,
            _ => break,
        }
    }
    id
}

struct Hunt<'p> {
    pattern: &'p Pattern,
    buffers: Buffers,
    /// What is left of [`STEPS`].
    steps: u32,
    /// Samples that match.
    matched: Vec<(Vec<u16>, Match)>,
}

impl Hunt<'_> {
    /// Keeps a sample that matches. Whether it is slow itself.
    fn lead(&mut self, sample: &str) -> bool {
        let units: Vec<u16> = sample.encode_utf16().collect();
        let outcome = self.exec(&units);
        if let Answer::Matched(found) = outcome.answer {
            self.matched.push((units, found));
        }
        outcome.slow
    }

    fn pump(&mut self, repeat: NodeId, path: &[NodeId], length: Length) -> Option<String> {
        let syntax = &self.pattern.syntax;
        let NodeKind::Repeat { inside, .. } = syntax.node(repeat).kind else { return None };
        let leads: Vec<Vec<u16>> = self.matched.iter().filter_map(|(url, found)| self.up_to(url, found, path)).collect();
        let mut tried: Vec<Vec<u16>> = Vec::new();
        for variant in 0..VARIANTS {
            let turn = specimen::of(syntax, inside, variant);
            if turn.is_empty() || tried.contains(&turn) {
                continue;
            }
            let start = specimen::before(syntax, path, variant);
            for start in std::iter::once(&start).chain(&leads) {
                for end in ENDS {
                    let url = self.run(start, &turn, end, length);
                    if url.is_some() || self.steps == 0 {
                        return url;
                    }
                }
            }
            tried.push(turn);
        }
        None
    }

    /// A URL that matches, up to where the group ends that holds the repeat.
    fn up_to(&self, url: &[u16], found: &Match, path: &[NodeId]) -> Option<Vec<u16>> {
        let group = path.iter().rev().find_map(|id| match self.pattern.syntax.node(*id).kind {
            NodeKind::Capture { group, .. } => Some(group as usize),
            _ => None,
        });
        let end = found.captures.get(group.unwrap_or(0)).copied().flatten()?.end;
        url.get(..end).map(<[u16]>::to_vec)
    }

    fn exec(&mut self, url: &[u16]) -> Outcome {
        let outcome = self.pattern.backtrack_in(&mut self.buffers, url);
        self.steps = self.steps.saturating_sub(outcome.steps);
        outcome
    }

    fn run(&mut self, start: &[u16], turn: &[u16], end: u8, length: Length) -> Option<String> {
        let room = specimen::LONG.checked_sub(start.len() + 1)? / turn.len().max(1);
        let turns = if length == Length::Short { room.min(TURNS) } else { room };
        let url = [start, &turn.repeat(turns), &[u16::from(end)]].concat();
        self.exec(&url).slow.then(|| String::from_utf16_lossy(&url))
    }
}

#[cfg(test)]
mod tests;
