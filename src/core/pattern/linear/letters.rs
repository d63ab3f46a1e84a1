//! A URL's letters as bytes: every unit that the URL has becomes one byte, so places in the bytes are places in the URL and
//! nothing else needs to be told apart, half an astral character neither.
//!
//! In: a URL, and sets of units. Out: the URL as bytes, and the bytes that a set holds. An ASCII unit is its own byte, which
//! is what makes `\b` right. Left out are URLs of more than 128 different units beyond ASCII.

use super::super::letter_case::folded;
use super::super::unit_set::UnitSet;

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

    /// The URL in bytes.
    pub fn spell(&self, url: &[u16]) -> Vec<u8> {
        url.iter().map(|unit| self.byte(*unit)).collect()
    }

    fn byte(&self, unit: u16) -> u8 {
        let beyond = || self.beyond.partition_point(|known| *known < unit) + BEYOND_ASCII;
        u8::try_from(unit).ok().filter(u8::is_ascii).or_else(|| u8::try_from(beyond()).ok()).unwrap_or(u8::MAX)
    }

    /// The bytes of the units in a set; of the folded ones, where the set is folded. The bytes between two letters of the
    /// URL are never met, so they may be among them.
    pub fn in_set(&self, set: &UnitSet, fold: bool) -> Vec<Bytes> {
        let mut ranges: Vec<Bytes> = Vec::new();
        let mut open = false;
        for unit in self.ascii.iter().chain(&self.beyond) {
            let byte = self.byte(*unit);
            let held = set.contains(if fold { folded(*unit) } else { *unit });
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
