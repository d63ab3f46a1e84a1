//! `application/x-www-form-urlencoded`: the query of a URL and the body of a token request.
//!
//! In: texts, or a form. Out: the form, or its pairs with their spans. Reading never fails: a broken escape stays as it is
//! written, and its span is reported.

use crate::core::text::Span;

/// More pairs than any message has; the rest is ignored.
const MOST: usize = 200;

/// `name=value`
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    pub name: String,
    pub value: String,
    pub name_span: Span,
    pub value_span: Span,
    /// The first `%` that does not begin an escape, or the text whose bytes are not UTF-8.
    pub fault: Option<FormFault>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormFault {
    Escape(Span),
    Utf8(Span),
}

/// A name or a value as a form spells it: a space is `+`.
pub fn encode(text: &str) -> String {
    form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

/// The pairs of a form that begins at byte `at` of a text.
pub fn decode(form: &str, at: usize) -> Vec<Pair> {
    let mut start = at;
    let mut pairs = Vec::new();
    for piece in form.split('&') {
        if !piece.is_empty() && pairs.len() < MOST {
            pairs.push(pair(piece, start));
        }
        start += piece.len() + 1;
    }
    pairs
}

fn pair(piece: &str, at: usize) -> Pair {
    let (name, value) = piece.split_once('=').unwrap_or((piece, ""));
    let value_at = at + piece.len() - value.len();
    let (name_text, name_fault) = plain(name, at);
    let (value_text, value_fault) = plain(value, value_at);
    Pair {
        name: name_text,
        value: value_text,
        name_span: Span::new(at, at + name.len()),
        value_span: Span::new(value_at, value_at + value.len()),
        fault: name_fault.or(value_fault),
    }
}

/// A text without its escapes.
fn plain(text: &str, at: usize) -> (String, Option<FormFault>) {
    let mut bytes = Vec::with_capacity(text.len());
    let mut fault = None;
    let mut rest = text.bytes().enumerate();
    while let Some((place, byte)) = rest.next() {
        let meant = (byte == b'%').then(|| escaped(text, place + 1));
        if meant == Some(None) {
            fault = fault.or(Some(FormFault::Escape(Span::new(at + place, at + place + 1))));
        }
        bytes.push(match meant.flatten() {
            Some(meant) => {
                // Its two digits.
                rest.nth(1);
                meant
            }
            None if byte == b'+' => b' ',
            None => byte,
        });
    }
    match String::from_utf8(bytes) {
        Ok(plain) => (plain, fault),
        Err(_) => (text.to_owned(), Some(FormFault::Utf8(Span::new(at, at + text.len())))),
    }
}

/// The byte that the two digits at a place spell.
fn escaped(text: &str, at: usize) -> Option<u8> {
    let digits = text.get(at..at + 2).filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()))?;
    u8::from_str_radix(digits, 16).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{FormFault, decode, encode};
    use crate::core::text::Span;

    #[test]
    fn encodes_as_forms_do() {
        for (text, expected) in [
            ("", ""),
            ("a b", "a+b"),
            ("tga@YNV9cfw4yrv0thw", "tga%40YNV9cfw4yrv0thw"),
            ("https://notion.so/x", "https%3A%2F%2Fnotion.so%2Fx"),
            ("a*b-c.d_e~f", "a*b-c.d_e%7Ef"),
            ("é🙂", "%C3%A9%F0%9F%99%82"),
            ("'&=+%", "%27%26%3D%2B%25"),
        ] {
            assert_eq!(encode(text), expected);
        }
    }

    #[test]
    fn reads_pairs_with_their_places() {
        let form = "a=1+2&b%20c=%C3%A9&&d&e=%zz&f=%ff&g==%4";
        let read: Vec<_> = decode(form, 0).into_iter().map(|pair| (pair.name, pair.value, pair.fault)).collect();
        let expected = [
            ("a", "1 2", None),
            ("b c", "é", None),
            ("d", "", None),
            ("e", "%zz", Some(FormFault::Escape(Span::new(24, 25)))),
            ("f", "%ff", Some(FormFault::Utf8(Span::new(30, 33)))),
            ("g", "=%4", Some(FormFault::Escape(Span::new(37, 38)))),
        ];
        assert_eq!(read, expected.map(|(name, value, fault)| (name.to_owned(), value.to_owned(), fault)));
        let places: Vec<_> = decode(form, 100).iter().map(|pair| (pair.name_span, pair.value_span)).collect();
        assert_eq!(places[1], (Span::new(106, 111), Span::new(112, 118)));
        assert_eq!(places[2], (Span::new(120, 121), Span::new(121, 121)));
    }

    proptest! {
        #[test]
        fn what_is_encoded_is_read(name in ".+", value in ".*") {
            let pairs = decode(&format!("{}={}", encode(&name), encode(&value)), 0);
            prop_assert_eq!(pairs.len(), 1);
            prop_assert_eq!((&pairs[0].name, &pairs[0].value, pairs[0].fault), (&name, &value, None));
        }

        #[test]
        fn any_text_is_read(form in "([&=%+a0é]|%[0-9a-f]{2}){0,40}") {
            for pair in decode(&form, 0) {
                for span in [pair.name_span, pair.value_span] {
                    prop_assert!(form.get(span.start..span.end).is_some());
                }
            }
        }
    }
}
