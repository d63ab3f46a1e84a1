//! Converts byte offsets to UTF-16 offsets and back, for the editor.
//!
//! ASCII, the usual case, needs no table; any other text has a checkpoint every kilobyte.

use crate::core::text::Span;

const STRIDE: usize = 1024;

/// Converts the offsets of one text.
pub struct Utf16<'t> {
    text: &'t str,
    /// Byte and UTF-16 offsets of the same places; `None` for ASCII.
    checkpoints: Option<Vec<(usize, usize)>>,
}

impl<'t> Utf16<'t> {
    pub fn new(text: &'t str) -> Self {
        Self { text, checkpoints: (!text.is_ascii()).then(|| checkpoints(text)) }
    }

    /// The UTF-16 offset for a byte offset, which must be a character boundary.
    pub fn from_byte(&self, offset: usize) -> usize {
        let Some(checkpoints) = &self.checkpoints else { return offset };
        let (byte, units) = checkpoints[checkpoints.partition_point(|(byte, _)| *byte <= offset) - 1];
        units + self.text[byte..offset].encode_utf16().count()
    }

    /// The byte offset for a UTF-16 offset; inside a surrogate pair, the start of the character.
    pub fn to_byte(&self, units: usize) -> usize {
        let Some(checkpoints) = &self.checkpoints else { return units.min(self.text.len()) };
        let (byte, mut seen) = checkpoints[checkpoints.partition_point(|(_, at)| *at <= units) - 1];
        for (at, character) in self.text[byte..].char_indices() {
            seen += character.len_utf16();
            if seen > units {
                return byte + at;
            }
        }
        self.text.len()
    }

    /// The span in bytes for a span in UTF-16 units.
    pub fn span(&self, units: Span) -> Span {
        Span::new(self.to_byte(units.start), self.to_byte(units.end))
    }
}

fn checkpoints(text: &str) -> Vec<(usize, usize)> {
    let mut checkpoints = vec![(0, 0)];
    let mut units = 0;
    let mut next = STRIDE;
    for (byte, character) in text.char_indices() {
        if byte >= next {
            checkpoints.push((byte, units));
            next = byte + STRIDE;
        }
        units += character.len_utf16();
    }
    checkpoints
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ways_agree_in_every_text() {
        for text in ["", "plain", "é🙂x", &"🙂é-".repeat(2000)] {
            let utf16 = Utf16::new(text);
            for (byte, _) in text.char_indices().chain([(text.len(), ' ')]) {
                let units = text[..byte].encode_utf16().count();
                assert_eq!(utf16.from_byte(byte), units);
                assert_eq!(utf16.to_byte(units), byte);
            }
        }
    }

    #[test]
    fn a_place_inside_a_pair_is_the_character() {
        assert_eq!(Utf16::new("a🙂").to_byte(2), 1);
        assert_eq!(Utf16::new("a🙂").to_byte(99), 5);
    }
}
