//! Placeholders: each `$<name>` in the string values of a link rule's JSON, filled with the captures of its pattern.
//!
//! In: a JSON text with its nodes, the pattern's syntax, a match and its URL. Out: the references with their spans in
//! the JSON text, and the filled text, which maps each of its spans back. Keys hold no placeholders. Everything but
//! references stays byte for byte, with escapes and layout; inserted text is escaped for JSON.

use crate::core::json::{self, Value};
use crate::core::pattern::Match;
use crate::core::pattern::replace::{self, Reference};
use crate::core::pattern::syntax::Syntax;
use crate::core::text::Span;

/// The references in all string values, with their spans in the JSON text, in text order.
pub fn references(text: &str, root: &Value, syntax: &Syntax) -> Vec<Reference> {
    let mut found = Vec::new();
    collect(text, root, syntax, &mut found);
    found
}

fn collect(text: &str, value: &Value, syntax: &Syntax, found: &mut Vec<Reference>) {
    match value {
        Value::String(literal) if literal.value.contains('$') => {
            let inside = replace::references(&literal.value, syntax);
            let places = json::Places::new(text, literal.span);
            found.extend(inside.into_iter().map(|reference| Reference { span: places.span(reference.span), ..reference }));
        }
        Value::Array(array) => array.elements.iter().for_each(|element| collect(text, element, syntax, found)),
        Value::Object(object) => {
            object.properties.iter().for_each(|property| collect(text, &property.value, syntax, found));
        }
        _ => {}
    }
}

/// A JSON text with its placeholders filled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filled {
    pub text: String,
    /// In text order.
    pieces: Vec<Piece>,
}

/// The text that replaced a reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Piece {
    source: Span,
    filled: Span,
}

/// Fills the placeholders as `String.prototype.replace` would.
pub fn expand(text: &str, root: &Value, syntax: &Syntax, found: &Match, url: &[u16]) -> Filled {
    let mut filled = Filled { text: String::with_capacity(text.len()), pieces: Vec::new() };
    let mut copied = 0;
    for Reference { span, kind } in references(text, root, syntax) {
        let Some(value) = kind.value(syntax, found, url) else { continue };
        filled.text.push_str(&text[copied..span.start]);
        let start = filled.text.len();
        json::push_escaped(&mut filled.text, value);
        filled.pieces.push(Piece { source: span, filled: Span::new(start, filled.text.len()) });
        copied = span.end;
    }
    filled.text.push_str(&text[copied..]);
    filled
}

impl Filled {
    /// The origin of a part of the filled text; for inserted text, the whole reference.
    pub fn source(&self, span: Span) -> Span {
        let start = match self.pieces.iter().rev().find(|piece| piece.filled.start <= span.start) {
            Some(piece) if span.start < piece.filled.end => piece.source.start,
            piece => behind(piece, span.start),
        };
        let end = match self.pieces.iter().rev().find(|piece| piece.filled.start < span.end) {
            Some(piece) if span.end < piece.filled.end => piece.source.end,
            piece => behind(piece, span.end),
        };
        Span::new(start, end.max(start))
    }
}

/// An offset behind a piece, or before the first.
fn behind(piece: Option<&Piece>, offset: usize) -> usize {
    piece.map_or(offset, |piece| offset - piece.filled.end + piece.source.end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::json::Source;
    use crate::core::pattern::replace::ReferenceKind;
    use crate::core::pattern::syntax::parse;

    const PATTERN: &str = r"^(?<site>https:\/\/acme\.com)\/items\/(?<itemNo>\d+)(?<rest>x)?$";
    const URL: &str = "https://acme.com/items/23487";

    fn syntax(pattern: &str) -> Syntax {
        parse(&pattern.encode_utf16().collect::<Vec<_>>()).expect("a pattern")
    }

    fn found() -> Match {
        Match { captures: vec![Some(Span::new(0, 28)), Some(Span::new(0, 16)), Some(Span::new(23, 28)), None] }
    }

    fn filled(text: &str) -> Filled {
        let root = Source::new(text).parse().expect("JSON");
        expand(text, &root, &syntax(PATTERN), &found(), &URL.encode_utf16().collect::<Vec<_>>())
    }

    #[test]
    fn only_values_are_filled_and_the_layout_stays() {
        let text = "\u{FEFF}[ {\"$<itemNo>\":\t\"Item #$<itemNo>\", \"\\u0061\": [\"\\u00e9\\ud83d$<itemN\\u006f>\", 1e5]},\r\n\"$<rest>|$<no>|$<site\"]";
        let expected =
            "\u{FEFF}[ {\"$<itemNo>\":\t\"Item #23487\", \"\\u0061\": [\"\\u00e9\\ud83d23487\", 1e5]},\r\n\"||$<site\"]";
        assert_eq!(filled(text).text, expected);
    }

    #[test]
    fn what_is_filled_in_is_escaped() {
        let text = r#""<$&>""#;
        let root = Source::new(text).parse().expect("JSON");
        let url = [0x22, 0x5C, 0x0A, 0x01, 0xD83D, 0xD83D, 0xDE42];
        let all = Match { captures: vec![Some(Span::new(0, url.len()))] };
        assert_eq!(expand(text, &root, &syntax(".*"), &all, &url).text, "\"<\\\"\\\\\\n\\u0001\\uD83D🙂>\"");
    }

    #[test]
    fn references_stand_where_they_are_written() {
        let text = r#"["\u0024<site>", {"$1": "\"$2$$"}]"#;
        let root = Source::new(text).parse().expect("JSON");
        let found = references(text, &root, &syntax(PATTERN));
        let places: Vec<_> = found.iter().map(|found| &text[found.span.start..found.span.end]).collect();
        assert_eq!(places, [r"\u0024<site>", "$2", "$$"]);
        assert_eq!(found[0].kind, ReferenceKind::Name("site".to_owned()));
        assert_eq!(found[1].kind, ReferenceKind::Group(2));
    }

    #[test]
    fn filled_places_know_their_source() {
        let text = r#"["a$<itemNo>b", "$<rest>c", 1]"#;
        let filled = filled(text);
        assert_eq!(filled.text, r#"["a23487b", "c", 1]"#);
        let source = |part: &str| {
            let start = filled.text.find(part).expect(part);
            let span = filled.source(Span::new(start, start + part.len()));
            &text[span.start..span.end]
        };
        let cases = [
            ("a", "a"),
            ("a2", "a$<itemNo>"),
            ("348", "$<itemNo>"),
            ("7b", "$<itemNo>b"),
            ("b", "b"),
            ("\"c\"", r#""$<rest>c""#),
            ("c", "c"),
            ("1]", "1]"),
        ];
        for (part, expected) in cases {
            assert_eq!(source(part), expected, "{part}");
        }
        assert_eq!(filled.source(Span::new(0, filled.text.len())), Span::new(0, text.len()));
    }
}
