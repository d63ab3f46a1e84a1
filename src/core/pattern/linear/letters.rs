//! A URL's letters as bytes: every unit that the URL has becomes one byte, so places in the bytes are places in the URL and
//! nothing else needs to be told apart, half an astral character neither.
//!
//! In: a URL, and classes of units. Out: the URL as bytes, and the bytes that a class holds. An ASCII unit is its own byte, which
//! is what makes `\b` right. Left out are URLs of more than 128 different units beyond ASCII.

use super::super::syntax::{ClassItem, ClassKind, Kind, Set, SetName};

/// Units beyond ASCII are bytes from here on.
const BEYOND_ASCII: usize = 0x80;

/// Bytes from the first to the second, both included.
pub type Bytes = (u8, u8);

/// The units of a URL, each once, in order.
pub struct Letters {
    ascii: Vec<u16>,
    beyond: Vec<u16>,
}

impl Letters {
    pub fn of(url: &[u16]) -> Option<Self> {
        let mut letters = Self { ascii: Vec::new(), beyond: Vec::new() };
        for unit in url {
            let known = if usize::from(*unit) < BEYOND_ASCII { &mut letters.ascii } else { &mut letters.beyond };
            if let Err(at) = known.binary_search(unit) {
                known.insert(at, *unit);
            }
            if letters.beyond.len() > BEYOND_ASCII {
                return None;
            }
        }
        Some(letters)
    }

    /// Whether all are ASCII.
    pub fn are_ascii(&self) -> bool {
        self.beyond.is_empty()
    }

    /// The URL in bytes.
    pub fn spell(&self, url: &[u16]) -> Vec<u8> {
        url.iter().map(|unit| self.byte(*unit)).collect()
    }

    fn byte(&self, unit: u16) -> u8 {
        let beyond = || self.beyond.partition_point(|known| *known < unit) + BEYOND_ASCII;
        u8::try_from(unit).ok().filter(u8::is_ascii).or_else(|| u8::try_from(beyond()).ok()).unwrap_or(u8::MAX)
    }

    /// The bytes for which a test holds. The bytes between two letters of the URL are never met, so they may be in it.
    pub fn that(&self, holds: impl Fn(u16) -> bool) -> Vec<Bytes> {
        let mut ranges: Vec<Bytes> = Vec::new();
        let mut open = false;
        for unit in self.ascii.iter().chain(&self.beyond) {
            let byte = self.byte(*unit);
            let held = holds(*unit);
            match ranges.last_mut() {
                Some(last) if held && open => last.1 = byte,
                _ if held => ranges.push((byte, byte)),
                _ => {}
            }
            open = held;
        }
        ranges
    }
}

/// Whether a part that takes one unit takes this one; `None` for other parts.
pub fn takes(kind: &Kind, unit: u16, ignore_case: bool, dot_all: bool) -> bool {
    let other = if ignore_case { other_case(unit) } else { unit };
    let either = |holds: &dyn Fn(u16) -> bool| holds(unit) || holds(other);
    match kind {
        Kind::Unit(wanted) => either(&|unit| unit == *wanted),
        Kind::Any => dot_all || !is_line_end(unit),
        Kind::Set(set) => either(&|unit| in_set(*set, unit)),
        Kind::Class { negated, items } => either(&|unit| items.iter().any(|item| in_item(item, unit))) != *negated,
        _ => false,
    }
}

/// Of ASCII letters; what JavaScript counts as equal beyond ASCII never equals a letter in it.
fn other_case(unit: u16) -> u16 {
    match u8::try_from(unit) {
        Ok(byte) if byte.is_ascii_alphabetic() => unit ^ 0x20,
        _ => unit,
    }
}

fn in_item(item: &ClassItem, unit: u16) -> bool {
    match item.kind {
        ClassKind::Unit(wanted) => unit == wanted,
        ClassKind::Range(first, last) => first <= unit && unit <= last,
        ClassKind::Set(set) => in_set(set, unit),
    }
}

fn in_set(set: Set, unit: u16) -> bool {
    let byte = u8::try_from(unit).unwrap_or(u8::MAX);
    let held = match set.name {
        SetName::Digit => byte.is_ascii_digit(),
        SetName::Word => byte.is_ascii_alphanumeric() || byte == b'_',
        SetName::Space => is_space(unit),
    };
    held != set.negated
}

fn is_line_end(unit: u16) -> bool {
    matches!(unit, 0x0A | 0x0D | 0x2028 | 0x2029)
}

fn is_space(unit: u16) -> bool {
    matches!(unit, 0x09..=0x0D | 0x20 | 0xA0 | 0x1680 | 0x2000..=0x200A | 0x2028 | 0x2029 | 0x202F | 0x205F | 0x3000 | 0xFEFF)
}
