//! A text that a part of a pattern takes: a node in, units out.
//!
//! The shortest that comes to hand, not a random one: a repeat stands as often as it must, of a set stands one member.
//! `variant` asks for other choices. What is looked at (look-around, `\b`) is left out, so a specimen is a guess to try.

use super::syntax::{ClassItem, ClassKind, NodeId, NodeKind, Set, SetName, Syntax};

const DEEP: usize = 100;
/// The longest URL that is asked about.
pub const LONG: usize = 2048;

/// A text of a part; empty only where the part takes nothing else.
pub fn of(syntax: &Syntax, id: NodeId, variant: usize) -> Vec<u16> {
    let mut specimen = Specimen::new(syntax, variant, 0, &[]);
    specimen.part(id, 0);
    if specimen.text.is_empty() {
        specimen = Specimen::new(syntax, variant, 1, &[]);
        specimen.part(id, 0);
    }
    specimen.text
}

/// A text that leads to a part: `path` has the parts around it, outermost first, and itself as the last.
pub fn before(syntax: &Syntax, path: &[NodeId], variant: usize) -> Vec<u16> {
    let mut specimen = Specimen::new(syntax, variant, 0, path);
    specimen.part(syntax.root, 0);
    specimen.text
}

struct Specimen<'s> {
    syntax: &'s Syntax,
    variant: usize,
    /// How often a part stands that may stand as often as one likes.
    least: u32,
    /// Where to stop.
    path: &'s [NodeId],
    text: Vec<u16>,
    captures: Vec<(usize, usize)>,
    done: bool,
}

impl<'s> Specimen<'s> {
    fn new(syntax: &'s Syntax, variant: usize, least: u32, path: &'s [NodeId]) -> Self {
        let captures = vec![(0, 0); syntax.groups.len() + 1];
        Self { syntax, variant, least, path, text: Vec::new(), captures, done: false }
    }

    fn part(&mut self, id: NodeId, depth: usize) {
        self.done |= self.path.last() == Some(&id) || self.text.len() > LONG || depth > DEEP;
        if self.done {
            return;
        }
        let syntax = self.syntax;
        match &syntax.node(id).kind {
            NodeKind::Sequence(parts) => parts.iter().for_each(|part| self.part(*part, depth + 1)),
            NodeKind::Alternatives(choices) => {
                let on_path = choices.iter().find(|choice| self.path.contains(choice));
                let choice = on_path.or_else(|| choices.get(self.variant % choices.len().max(1)));
                if let Some(choice) = choice {
                    self.part(*choice, depth + 1);
                }
            }
            NodeKind::Capture { group, inside } => {
                let start = self.text.len();
                self.part(*inside, depth + 1);
                if let Some(capture) = self.captures.get_mut(*group as usize) {
                    *capture = (start, self.text.len());
                }
            }
            NodeKind::Group { inside, .. } => self.part(*inside, depth + 1),
            NodeKind::Repeat { min, max, inside, .. } => {
                let least = if self.path.contains(inside) { 1 } else { self.least };
                for _ in 0..(*min).max(least).min(max.unwrap_or(u32::MAX)) {
                    let before = self.text.len();
                    self.part(*inside, depth + 1);
                    // What takes nothing takes nothing however often.
                    if self.done || self.text.len() == before {
                        break;
                    }
                }
            }
            NodeKind::BackReference(groups) => {
                let captures = groups.iter().filter_map(|group| self.captures.get(*group as usize));
                if let Some((start, end)) = captures.copied().find(|(start, end)| start < end) {
                    self.text.extend_from_within(start..end);
                }
            }
            kind => self.text.extend(member(kind, self.variant)),
        }
    }
}

/// A unit that a part takes which takes one.
fn member(kind: &NodeKind, variant: usize) -> Option<u16> {
    match kind {
        NodeKind::Unit(unit) => Some(*unit),
        NodeKind::Any => Some(u16::from(b'a')),
        NodeKind::Set(set) => Some(set_member(*set)),
        NodeKind::Class { negated: false, items } => items.get(variant / 2 % items.len().max(1)).map(|item| match item.kind {
            ClassKind::Unit(unit) | ClassKind::Range(unit, _) => unit,
            ClassKind::Set(set) => set_member(set),
        }),
        NodeKind::Class { negated: true, items } => {
            b"a0-._~!A\n".iter().map(|byte| u16::from(*byte)).find(|unit| !items.iter().any(|item| takes(item, *unit)))
        }
        _ => None,
    }
}

fn set_member(set: Set) -> u16 {
    u16::from(match (set.name, set.negated) {
        (SetName::Digit, false) => b'0',
        (SetName::Space, false) => b' ',
        (SetName::Word, true) => b'-',
        _ => b'a',
    })
}

fn takes(item: &ClassItem, unit: u16) -> bool {
    let byte = u8::try_from(unit).unwrap_or(b'a');
    match item.kind {
        ClassKind::Unit(one) => one == unit,
        ClassKind::Range(first, last) => (first..=last).contains(&unit),
        ClassKind::Set(set) => {
            let inside = match set.name {
                SetName::Digit => byte.is_ascii_digit(),
                SetName::Space => byte.is_ascii_whitespace(),
                SetName::Word => byte.is_ascii_alphanumeric() || byte == b'_',
            };
            inside != set.negated
        }
    }
}
