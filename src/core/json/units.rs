//! JSON strings in UTF-16 units: the span in which each part of a string is written, and unpaired surrogates, which
//! Rust's strings cannot hold.
//!
//! In: a text and the span of a string that the parser has accepted. Out: spans in the text, UTF-16 units, and units
//! written as JSON.

use std::fmt::Write;

use super::literal;
use crate::core::text::Span;

/// The spans of the parts of a string's value.
pub struct Places {
    /// Behind the opening quote.
    start: usize,
    /// The offset of each byte of the value, and of its end; `None` if there are no escapes.
    bytes: Option<Vec<usize>>,
}

impl Places {
    pub fn new(text: &str, string: Span) -> Self {
        let start = string.start + 1;
        let inside = inside(text, string);
        Self { start, bytes: inside.contains('\\').then(|| bytes(inside, start)) }
    }

    /// The span in the text for a span in the value.
    pub fn span(&self, span: Span) -> Span {
        Span::new(self.place(span.start), self.place(span.end))
    }

    fn place(&self, offset: usize) -> usize {
        match &self.bytes {
            Some(bytes) => bytes.get(offset).or(bytes.last()).copied().unwrap_or(self.start),
            None => self.start + offset,
        }
    }
}

fn inside(text: &str, string: Span) -> &str {
    &text[string.start + 1..string.end - 1]
}

fn bytes(inside: &str, start: usize) -> Vec<usize> {
    let mut places = Vec::with_capacity(inside.len());
    let mut at = 0;
    while let Some((c, length)) = next(inside, at) {
        places.extend(std::iter::repeat_n(start + at, c.len_utf8()));
        at += length;
    }
    places.push(start + at);
    places
}

/// The character at an offset, and the length in which it is written.
fn next(inside: &str, at: usize) -> Option<(char, usize)> {
    let rest = &inside[at..];
    literal::escape(rest.as_bytes()).or_else(|| rest.chars().next().map(|c| (c, c.len_utf8())))
}

/// The value of a string in UTF-16, unpaired surrogates included.
pub fn units(text: &str, string: Span) -> Vec<u16> {
    let inside = inside(text, string);
    let mut units = Vec::with_capacity(inside.len());
    let mut at = 0;
    while let Some((c, length)) = next(inside, at) {
        let half = if c == char::REPLACEMENT_CHARACTER { half(&inside[at..]) } else { None };
        match half {
            Some(half) => units.push(half),
            None => units.extend_from_slice(c.encode_utf16(&mut [0; 2])),
        }
        at += length;
    }
    units
}

/// The number in an escape of an unpaired surrogate.
fn half(escape: &str) -> Option<u16> {
    u16::from_str_radix(escape.strip_prefix("\\u")?.get(..4)?, 16).ok()
}

/// Writes units as the inside of a JSON string.
pub fn push_escaped(json: &mut String, units: &[u16]) {
    for unit in char::decode_utf16(units.iter().copied()) {
        match unit {
            Ok('"') => json.push_str("\\\""),
            Ok('\\') => json.push_str("\\\\"),
            Ok('\n') => json.push_str("\\n"),
            Ok('\r') => json.push_str("\\r"),
            Ok('\t') => json.push_str("\\t"),
            Ok(c @ '\0'..'\u{20}') => push_unit(json, c as u16),
            Ok(c) => json.push(c),
            Err(half) => push_unit(json, half.unpaired_surrogate()),
        }
    }
}

fn push_unit(json: &mut String, unit: u16) {
    // Writing to a string never fails.
    _ = write!(json, "\\u{unit:04X}");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(text: &str) -> Span {
        Span::new(0, text.len())
    }

    #[test]
    fn half_pairs_are_read_and_written() {
        let cases: [(&str, &[u16]); 6] = [
            (r#""""#, &[]),
            (r#""aé🙂""#, &[0x61, 0xE9, 0xD83D, 0xDE42]),
            (r#""\uD83D""#, &[0xD83D]),
            (r#""x\uDE42\uD83Dy""#, &[0x78, 0xDE42, 0xD83D, 0x79]),
            ("\"\u{FFFD}\"", &[0xFFFD]),
            (r#""\"\\\n\r\t\u0000\u001F""#, &[0x22, 0x5C, 10, 13, 9, 0, 0x1F]),
        ];
        for (text, expected) in cases {
            assert_eq!(units(text, whole(text)), expected, "{text}");
            let mut written = String::from("\"");
            push_escaped(&mut written, expected);
            assert_eq!(written + "\"", text);
        }
        assert_eq!(units(r#""\ud83d\ude42\/\ufffd""#, Span::new(0, 22)), [0xD83D, 0xDE42, 0x2F, 0xFFFD]);
    }

    #[test]
    fn every_part_has_its_place() {
        let plain = Places::new("x\"aéb\"", Span::new(1, 7));
        assert_eq!(plain.span(Span::new(1, 3)), Span::new(3, 5));
        let text = r#""\u0041é\n🙂z""#;
        let escaped = Places::new(text, whole(text));
        let parts = [(0, 1), (1, 3), (3, 4), (4, 8), (8, 9)];
        let places = parts.map(|(start, end)| escaped.span(Span::new(start, end)));
        assert_eq!(places.map(|span| &text[span.start..span.end]), ["\\u0041", "é", "\\n", "🙂", "z"]);
    }
}
