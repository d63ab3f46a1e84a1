//! Initials: what an avatar shows of a name.
//!
//! The first letter of the first and of the last word, in upper case. A name of one word gives one letter. A single word of
//! one or two characters stays as it is, so that an emoji and ready-made initials survive. A character is a grapheme
//! cluster: accents, skin tones, flags and joined emoji stay whole.

use unicode_segmentation::UnicodeSegmentation;

use crate::core::letter::{capital, is_letter};

const ZERO_WIDTH_NON_JOINER: char = '\u{200C}';

/// Up to two initials of a text; empty for a blank one.
pub fn initials(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    match words[..] {
        [] => String::new(),
        [one] if one.graphemes(true).nth(2).is_none() => one.to_owned(),
        [one] => initial(one),
        [first, .., last] => join(&initial(first), &initial(last)),
    }
}

/// The first letter or digit, so that `(Ada)` and `@ada` give `A`; the first character of a word without one.
fn initial(word: &str) -> String {
    let mut characters = word.graphemes(true);
    let letter = characters.clone().find(|character| character.starts_with(is_letter));
    letter.or_else(|| characters.next()).map(capital).unwrap_or_default()
}

/// Both initials. Letters of a cursive script would join into a syllable.
fn join(first: &str, last: &str) -> String {
    if first.starts_with(is_cursive) { format!("{first}{ZERO_WIDTH_NON_JOINER}{last}") } else { format!("{first}{last}") }
}

/// Whether a letter belongs to a script whose letters join: Arabic and its relatives, Mongolian.
fn is_cursive(letter: char) -> bool {
    matches!(letter, '\u{600}'..='\u{8FF}' | '\u{1800}'..='\u{18AF}' | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_of_names() {
        let cases = [
            ("", ""),
            (" \n ", ""),
            ("Acme", "A"),
            ("Acme Inc", "AI"),
            ("ada king lovelace", "AL"),
            ("AL", "AL"),
            ("(ada) @bob", "AB"),
            ("#", "#"),
            ("### !", "#!"),
            ("4chan 2go", "42"),
        ];
        for (text, wanted) in cases {
            assert_eq!(initials(text), wanted, "{text}");
        }
    }

    #[test]
    fn initials_in_every_script() {
        let cases = [
            ("świętosława żak", "ŚŻ"),
            ("\u{E9}mile zola", "\u{C9}Z"),
            ("e\u{301}mile zola", "E\u{301}Z"),
            ("ışık öz", "IÖ"),
            ("ǆana ŋo", "ǄŊ"),
            ("ßeta", "ß"),
            ("ﬁona ŉgubane", "ﬁŉ"),
            ("ἀριστοτέλης ώρα", "ἈΏ"),
            ("лев толстой", "ЛТ"),
            ("ёлка њежић", "ЁЊ"),
            ("հայկ սարգսյան", "ՀՍ"),
            ("ნინო ანანიაშვილი", "ნა"),
            ("𐐨𐐲 𐑌𐐯", "𐐀𐐤"),
            ("山田太郎", "山"),
            ("山田 太郎", "山太"),
            ("김 민준", "김민"),
            ("さくら もも", "さも"),
            ("श्री राम", "श्रीरा"),
            ("சிவா கண்ணன்", "சிக"),
            ("משה כהן", "מכ"),
            ("محمد علي", "م\u{200C}ع"),
            ("ᠮᠣᠩᠭᠣᠯ ᠬᠡᠯᠡ", "ᠮ\u{200C}ᠬ"),
            ("\u{1F468}\u{200D}\u{1F4BB}", "\u{1F468}\u{200D}\u{1F4BB}"),
            ("\u{1F44D}\u{1F3FD} \u{1F1E9}\u{1F1EA}", "\u{1F44D}\u{1F3FD}\u{1F1E9}\u{1F1EA}"),
            ("ada \u{1F469}\u{1F3FD}\u{200D}\u{1F680}", "A\u{1F469}\u{1F3FD}\u{200D}\u{1F680}"),
            ("1️⃣ 2️⃣", "1️⃣2️⃣"),
        ];
        for (text, wanted) in cases {
            assert_eq!(initials(text), wanted, "{text}");
        }
    }

    #[test]
    fn initials_of_initials_are_the_same() {
        for text in ["Acme Inc", "ada", "محمد علي", "ßeta ﬁona", "\u{1F1E9}\u{1F1EA} \u{1F1EB}\u{1F1F7}"] {
            assert_eq!(initials(&initials(text)), initials(text));
        }
    }
}
