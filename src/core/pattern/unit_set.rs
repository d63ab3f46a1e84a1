//! Sets of UTF-16 units, built from classes and from `\d` and its like. ASCII is a bit set, the rest a list of ranges.

use super::letter_case::{folded, push_folded};
use super::syntax::{ClassItem, ClassKind, Set, SetName};

const LAST: u16 = 0xFFFF;
const ASCII_END: u16 = 0x80;

const DIGIT: [(u16, u16); 1] = [(0x30, 0x39)];
const WORD: [(u16, u16); 4] = [(0x30, 0x39), (0x41, 0x5A), (0x5F, 0x5F), (0x61, 0x7A)];
const LINE_ENDS: [(u16, u16); 3] = [(0x0A, 0x0A), (0x0D, 0x0D), (0x2028, 0x2029)];
const SPACE: [(u16, u16); 10] = [
    (0x09, 0x0D),
    (0x20, 0x20),
    (0xA0, 0xA0),
    (0x1680, 0x1680),
    (0x2000, 0x200A),
    (0x2028, 0x2029),
    (0x202F, 0x202F),
    (0x205F, 0x205F),
    (0x3000, 0x3000),
    (0xFEFF, 0xFEFF),
];

pub(super) fn is_word(unit: u16) -> bool {
    u8::try_from(unit).is_ok_and(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

pub(super) fn is_line_end(unit: u16) -> bool {
    matches!(unit, 0x0A | 0x0D | 0x2028 | 0x2029)
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct UnitSet {
    ascii: [u64; 2],
    /// Ranges beyond ASCII, in order; none touches another.
    beyond: Vec<(u16, u16)>,
}

impl UnitSet {
    pub fn contains(&self, unit: u16) -> bool {
        if unit < ASCII_END {
            let half = self.ascii[usize::from(unit >> 6) & 1];
            return half >> (unit & 63) & 1 == 1;
        }
        let after = self.beyond.partition_point(|(from, _)| *from <= unit);
        after.checked_sub(1).and_then(|at| self.beyond.get(at)).is_some_and(|(_, to)| unit <= *to)
    }

    /// Whether it is cheap to copy.
    pub fn is_small(&self) -> bool {
        self.beyond.len() <= 16
    }

    pub fn is_empty(&self) -> bool {
        self.ascii == [0, 0] && self.beyond.is_empty()
    }

    /// The first unit of a set without ASCII that is part of no pair.
    pub fn first_beyond_ascii(&self) -> Option<u16> {
        let first = self.beyond.first().map(|(from, _)| *from).filter(|_| self.ascii == [0, 0]);
        first.filter(|unit| !(0xD800..=0xDFFF).contains(unit))
    }

    pub fn is_disjoint(&self, other: &Self) -> bool {
        let ascii = self.ascii[0] & other.ascii[0] | self.ascii[1] & other.ascii[1];
        // Link patterns name no units beyond ASCII or all of them, so it is enough to see whether one side has none.
        ascii == 0 && (self.beyond.is_empty() || other.beyond.is_empty())
    }

    pub fn extend(&mut self, other: &Self) {
        for (half, more) in self.ascii.iter_mut().zip(other.ascii) {
            *half |= more;
        }
        let mut beyond = std::mem::take(&mut self.beyond);
        beyond.extend_from_slice(&other.beyond);
        self.beyond = merged(beyond);
    }

    pub fn unit(unit: u16) -> Self {
        let mut set = Self::default();
        match set.ascii.get_mut(usize::from(unit >> 6)) {
            Some(half) => *half = 1 << (unit & 63),
            None => set.beyond.push((unit, unit)),
        }
        set
    }

    /// `.`
    pub fn any(dot_all: bool) -> Self {
        let line_ends = if dot_all { Vec::new() } else { LINE_ENDS.to_vec() };
        Self::of(complement(line_ends))
    }

    pub fn set(set: Set) -> Self {
        Self::of(ranges_of(set))
    }

    /// `fold`: the pattern ignores case.
    pub fn class(negated: bool, items: &[ClassItem], fold: bool) -> Self {
        let mut ranges = Vec::new();
        let mut sets = Vec::new();
        for item in items {
            match item.kind {
                ClassKind::Unit(unit) => ranges.push((unit, unit)),
                ClassKind::Range(from, to) => ranges.push((from, to)),
                ClassKind::Set(set) if !sets.contains(&set) => {
                    sets.push(set);
                    ranges.extend(ranges_of(set));
                }
                ClassKind::Set(_) => {}
            }
        }
        if fold {
            ranges = with_folded(merged(ranges));
        }
        Self::of(if negated { complement(merged(ranges)) } else { ranges })
    }

    fn of(ranges: Vec<(u16, u16)>) -> Self {
        let mut set = Self::default();
        for (from, to) in merged(ranges) {
            for unit in from..=to.min(ASCII_END - 1) {
                set.ascii[usize::from(unit >> 6) & 1] |= 1 << (unit & 63);
            }
            if to >= ASCII_END {
                set.beyond.push((from.max(ASCII_END), to));
            }
        }
        set
    }
}

fn ranges_of(set: Set) -> Vec<(u16, u16)> {
    let ranges = match set.name {
        SetName::Digit => DIGIT.to_vec(),
        SetName::Space => SPACE.to_vec(),
        SetName::Word => WORD.to_vec(),
    };
    if set.negated { complement(ranges) } else { ranges }
}

/// The ranges in order; those that touch or overlap become one.
fn merged(mut ranges: Vec<(u16, u16)>) -> Vec<(u16, u16)> {
    ranges.sort_unstable();
    let mut merged: Vec<(u16, u16)> = Vec::with_capacity(ranges.len());
    for (from, to) in ranges {
        match merged.last_mut() {
            Some((_, end)) if from <= end.saturating_add(1) => *end = to.max(*end),
            _ => merged.push((from, to)),
        }
    }
    merged
}

/// The units outside of ranges that are in order.
fn complement(ranges: Vec<(u16, u16)>) -> Vec<(u16, u16)> {
    let mut rest = Vec::new();
    let mut next = Some(0);
    for (from, to) in ranges {
        if let Some(next) = next.filter(|next| *next < from) {
            rest.push((next, from - 1));
        }
        next = to.checked_add(1);
    }
    rest.extend(next.map(|next| (next, LAST)));
    rest
}

/// The ranges, and the upper case of each of their units.
fn with_folded(ranges: Vec<(u16, u16)>) -> Vec<(u16, u16)> {
    let mut all = ranges.clone();
    for (from, to) in ranges {
        let lower = (from.max(u16::from(b'a')), to.min(u16::from(b'z')));
        if lower.0 <= lower.1 {
            all.push((folded(lower.0), folded(lower.1)));
        }
        // A range of all units beyond ASCII holds their upper cases already.
        if to >= ASCII_END && (from > ASCII_END || to < LAST) {
            push_folded(from, to, &mut all);
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_is_what_a_list_of_its_units_is() {
        let ranges = vec![(0x70, 0x90), (0x20, 0x21), (0x22, 0x22), (0x100, 0x1FF), (0x1F0, 0x300)];
        let set = UnitSet::of(ranges.clone());
        let rest = UnitSet::of(complement(merged(ranges.clone())));
        for unit in 0..=LAST {
            let wanted = ranges.iter().any(|(from, to)| (*from..=*to).contains(&unit));
            assert_eq!((set.contains(unit), rest.contains(unit)), (wanted, !wanted), "{unit:X}");
        }
        assert!(UnitSet::unit(0x61).is_disjoint(&UnitSet::unit(0x62)));
        assert!(!set.is_disjoint(&UnitSet::unit(0x7A)));
    }
}
