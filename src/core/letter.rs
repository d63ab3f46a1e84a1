//! Letters of every script: which characters make up words, and which capital a letter has.

use unicode_id_start::is_id_continue;
use unicode_segmentation::UnicodeSegmentation;

/// Whether a character is a letter, a digit or a mark that combines with one.
///
/// `char::is_alphanumeric` leaves out such marks, so it would split a word of Hindi, or an `é` of two characters. Joiners
/// and variation selectors are not letters, since nobody sees them.
pub fn is_letter(c: char) -> bool {
    is_id_continue(c) && !matches!(c, '_' | '\u{200C}' | '\u{200D}' | '\u{FE00}'..='\u{FE0F}')
}

/// The upper case of a character, a grapheme cluster, if that is one character too.
///
/// `ß` stays, since `SS` would begin no word. So does a Georgian letter: Georgian writes whole words in capitals, or none.
pub fn capital(character: &str) -> String {
    let upper = character.to_uppercase();
    let is_georgian = character.starts_with(|letter| ('\u{10D0}'..='\u{10FF}').contains(&letter));
    if is_georgian || upper.graphemes(true).nth(1).is_some() { character.to_owned() } else { upper }
}

#[cfg(test)]
mod tests {
    use super::{capital, is_letter};

    #[test]
    fn words_consist_of_letters() {
        for word in ["Aa1", "Größe", "e\u{301}", "हिन्दी", "தமிழ்", "עברית", "한국어", "日本語", "ไทย", "𐐀"]
        {
            assert!(word.chars().all(is_letter), "{word}");
        }
        for c in [
            '_', '-', '.', '"', ' ', '“', '²', '×', '¿', '€', '→', '、', '\u{200B}', '\u{200C}', '\u{200D}', '\u{FE0F}', '🙂',
            '\u{E000}',
        ] {
            assert!(!is_letter(c), "{c:?}");
        }
    }

    #[test]
    fn a_capital_is_one_character() {
        for (letter, expected) in [
            ("a", "A"),
            ("ś", "Ś"),
            ("e\u{301}", "E\u{301}"),
            ("\u{390}", "\u{399}\u{308}\u{301}"),
            ("ß", "ß"),
            ("ﬁ", "ﬁ"),
            ("ნ", "ნ"),
            ("𐐨", "𐐀"),
            ("山", "山"),
            ("4", "4"),
            ("", ""),
        ] {
            assert_eq!(capital(letter), expected, "{letter}");
        }
    }
}
