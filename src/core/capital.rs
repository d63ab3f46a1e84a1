//! The capital of a letter, for initials and names.

use unicode_segmentation::UnicodeSegmentation;

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
    use super::capital;

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
