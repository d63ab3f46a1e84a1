//! Initials: what an avatar shows of a name.
//!
//! The first letter of the first and of the last word, in capitals. A name of one word gives one letter, save that
//! one or two characters stay as they are, so an emoji or initials already made survive. Accents, skin tones, flags and
//! joined emoji stay whole as far as a short list of joining characters goes; the full segmentation table of Unicode is
//! left out of the page for its size.

use crate::core::text::{is_letter, split};

const JOINER: char = '\u{200D}';
const NON_JOINER: char = '\u{200C}';

/// Up to two initials of a text; empty for a blank one.
pub fn initials(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    match words[..] {
        [] => String::new(),
        [one] if clusters(one).nth(2).is_none() => one.to_owned(),
        [one] => initial(one),
        [first, .., last] => join(&initial(first), &initial(last)),
    }
}

/// The first letter or digit, so that `(Ada)` and `@ada` give `A`; of a word without, its first character.
fn initial(word: &str) -> String {
    let letter = clusters(word).find(|cluster| cluster.starts_with(is_letter));
    capital(letter.or_else(|| clusters(word).next()).unwrap_or_default())
}

/// Arabic letters would join into a syllable.
fn join(first: &str, last: &str) -> String {
    if first.starts_with(is_cursive) { format!("{first}{NON_JOINER}{last}") } else { format!("{first}{last}") }
}

fn capital(cluster: &str) -> String {
    let mut chars = cluster.chars();
    chars.next().map(upper).into_iter().chain(chars).collect()
}

/// Of the Latin, Greek and Cyrillic letters that stand in one row with their capitals; others stay as they are.
fn upper(c: char) -> char {
    let rows = match c {
        'à'..='ö' | 'ø'..='þ' | 'α'..='ρ' | 'σ'..='ϋ' | 'а'..='я' => 32,
        'ѐ'..='џ' => 80,
        _ => return c.to_ascii_uppercase(),
    };
    char::from_u32(c as u32 - rows).unwrap_or(c)
}

/// A text in characters as people count them.
fn clusters(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let (cluster, tail) = split(rest, first_cluster(rest));
        rest = tail;
        (!cluster.is_empty()).then_some(cluster)
    })
}

fn first_cluster(text: &str) -> usize {
    let mut chars = text.char_indices();
    let Some((_, mut before)) = chars.next() else { return 0 };
    let mut flag = is_regional(before);
    for (at, char) in chars {
        let pairs = flag && is_regional(char);
        if !pairs && before != JOINER && !extends(char) {
            return at;
        }
        flag = false;
        before = char;
    }
    text.len()
}

/// Regional indicators: two of them are a flag.
fn is_regional(char: char) -> bool {
    ('\u{1F1E6}'..='\u{1F1FF}').contains(&char)
}

/// The scripts whose letters join.
fn is_cursive(char: char) -> bool {
    matches!(char, '\u{600}'..='\u{8FF}' | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}')
}

/// Whether it belongs to the character before: marks of common scripts, variation selectors, skin tones, joiners.
fn extends(char: char) -> bool {
    matches!(
        char,
        '\u{300}'..='\u{36F}'
            | '\u{483}'..='\u{489}'
            | '\u{591}'..='\u{5BD}'
            | '\u{610}'..='\u{61A}'
            | '\u{64B}'..='\u{65F}'
            | '\u{670}'
            | '\u{900}'..='\u{903}'
            | '\u{93A}'..='\u{93C}'
            | '\u{93E}'..='\u{94F}'
            | '\u{E31}'
            | '\u{E34}'..='\u{E3A}'
            | '\u{E47}'..='\u{E4E}'
            | '\u{1AB0}'..='\u{1AFF}'
            | '\u{1DC0}'..='\u{1DFF}'
            | NON_JOINER
            | JOINER
            | '\u{20D0}'..='\u{20FF}'
            | '\u{FE00}'..='\u{FE0F}'
            | '\u{FE20}'..='\u{FE2F}'
            | '\u{1F3FB}'..='\u{1F3FF}'
            | '\u{E0020}'..='\u{E007F}'
    )
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
            ("山田太郎", "山"),
            ("\u{E9}mile zola", "\u{C9}Z"),
            ("e\u{301}mile zola", "E\u{301}Z"),
            ("ßeta", "ß"),
            ("\u{1F468}\u{200D}\u{1F4BB}", "\u{1F468}\u{200D}\u{1F4BB}"),
            ("\u{1F44D}\u{1F3FD} \u{1F1E9}\u{1F1EA}", "\u{1F44D}\u{1F3FD}\u{1F1E9}\u{1F1EA}"),
            ("משה כהן", "מכ"),
            ("محمد علي", "م\u{200C}ع"),
        ];
        for (text, wanted) in cases {
            assert_eq!(initials(text), wanted, "{text}");
        }
    }

    #[test]
    fn initials_of_initials_are_the_same() {
        for text in ["Acme Inc", "ada", "محمد علي", "\u{1F1E9}\u{1F1EA} \u{1F1EB}\u{1F1F7}"] {
            assert_eq!(initials(&initials(text)), initials(text));
        }
    }
}
