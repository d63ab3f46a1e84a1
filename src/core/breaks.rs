//! Line breaks of a plain text field, which shows CRLF and a lone CR as LF and returns only LF.
//!
//! In: the original text, and the text that the field returned after an edit. Out: the edited text with the original line
//! breaks.

use crate::core::text::in_common;

/// A text as a field shows it.
pub fn shown(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// `text` with the edit that made `field` of it.
pub fn edited(text: &str, field: &str) -> String {
    let before = shown(text);
    let (front, back) = in_common(before.as_bytes(), field.as_bytes());
    let bytes = text.as_bytes();
    let parts = [
        bytes.get(..place(bytes, front)),
        field.as_bytes().get(front..field.len() - back),
        bytes.get(place(bytes, before.len() - back)..),
    ];
    // The parts may be cut inside a character, but they join at the same byte. A LF typed behind a lone CR would merge with
    // it to one break.
    let edited = String::from_utf8(parts.into_iter().flatten().flatten().copied().collect());
    edited.ok().filter(|edited| shown(edited) == field).unwrap_or_else(|| field.to_owned())
}

/// The offset in the text of a byte in the shown text.
fn place(text: &[u8], shown: usize) -> usize {
    let follows =
        |at: &usize| text.get(*at) == Some(&b'\n') && at.checked_sub(1).and_then(|before| text.get(before)) == Some(&b'\r');
    // The LF of a CRLF does not count, so an offset behind the pair is behind both.
    let mut places = (0..text.len()).filter(|at| !follows(at)).skip(shown);
    places.next().unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::{edited, shown};

    #[test]
    fn breaks_stay_where_nothing_was_typed() {
        let rows = [
            ("a\r\nb\r\nc", "a\nxb\nc", "a\r\nxb\r\nc"),
            ("a\r\nb", "a\nb!", "a\r\nb!"),
            ("a\r\nb", "!a\nb", "!a\r\nb"),
            ("a\rb\nc\r\n", "a\nb\nc\n\n", "a\rb\nc\r\n\n"),
            ("a\r\nb", "ab", "ab"),
            ("a\r\n\r\nb", "a\nb", "a\r\nb"),
            ("é\r\nè", "è\nè", "è\r\nè"),
            ("\r\n", "", ""),
            ("", "x\n", "x\n"),
        ];
        for (text, field, wanted) in rows {
            assert_eq!(edited(text, field), wanted, "{text:?} {field:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn what_the_field_shows_is_what_was_typed(text in "[a\r\né]{0,9}", field in "[a\né]{0,9}") {
            proptest::prop_assert_eq!(shown(&edited(&text, &field)), field);
            proptest::prop_assert_eq!(edited(&text, &shown(&text)), text);
        }
    }
}
