//! Characters that nobody sees: control characters, those without width, and those that turn the direction of a text.
//!
//! In: a text. Out: where it has such characters, their names, and the text with their code points written out. Characters
//! that a script or an emoji needs are left out: a joiner within an emoji, a non-joiner within a Persian word.

use std::borrow::Cow;
use std::fmt::Write;

/// A character that nobody sees, and its byte.
pub type Hidden = (usize, char);

/// Tabs and line breaks are left out.
pub fn hidden(text: &str) -> impl Iterator<Item = Hidden> + '_ {
    let has_any = text.bytes().any(|byte| byte < b' ' || matches!(byte, 0x7F | 0xC2 | 0xD8 | 0xE2 | 0xEF));
    let text = if has_any { text } else { "" };
    text.char_indices().filter(|(at, c)| is_hidden(*c) && !matches!(c, '\t' | '\n' | '\r') && !is_needed(text, *at, *c))
}

/// The text as it can be read: `title\u{200B}` is `titleU+200B`, a line break is `U+000A`.
pub fn shown(text: &str) -> Cow<'_, str> {
    let mut shown = String::new();
    let mut kept = 0;
    for (at, c) in text.char_indices().filter(|(at, c)| is_hidden(*c) && !is_needed(text, *at, *c)) {
        shown.push_str(&text[kept..at]);
        let _ = write!(shown, "{}", code(c));
        kept = at + c.len_utf8();
    }
    if kept == 0 {
        return Cow::Borrowed(text);
    }
    shown.push_str(&text[kept..]);
    Cow::Owned(shown)
}

/// `U+200B`
pub fn code(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}

/// Whether a letter looks like a blank although it is none: a braille pattern without dots, Hangul fillers.
pub fn looks_blank(c: char) -> bool {
    matches!(c, '\u{2800}' | '\u{3164}' | '\u{115F}' | '\u{1160}' | '\u{FFA0}')
}

pub fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{061C}' | '\u{FEFF}')
}

/// The name of a hidden character, in lower case: `zero width space`.
pub fn name(c: char) -> &'static str {
    match c {
        '\t' => "tab",
        '\n' => "line break",
        '\r' => "carriage return",
        '\0' => "null character",
        '\u{08}' => "backspace",
        '\u{1B}' => "escape",
        '\u{7F}' => "delete",
        '\u{200B}' => "zero width space",
        '\u{200C}' => "zero width non-joiner",
        '\u{200D}' => "zero width joiner",
        '\u{200E}' => "left-to-right mark",
        '\u{200F}' => "right-to-left mark",
        '\u{061C}' => "Arabic letter mark",
        '\u{202A}' => "left-to-right embedding",
        '\u{202B}' => "right-to-left embedding",
        '\u{202C}' => "end of an embedding",
        '\u{202D}' => "left-to-right override",
        '\u{202E}' => "right-to-left override",
        '\u{2060}' => "word joiner",
        '\u{2061}'..='\u{2064}' => "invisible operator",
        '\u{2066}' => "left-to-right isolate",
        '\u{2067}' => "right-to-left isolate",
        '\u{2068}' => "first strong isolate",
        '\u{2069}' => "end of an isolate",
        '\u{FEFF}' => "byte order mark",
        _ => "control character",
    }
}

/// Whether emoji or letters on both sides need the joiner or non-joiner at a byte.
fn is_needed(text: &str, at: usize, c: char) -> bool {
    if !matches!(c, '\u{200C}' | '\u{200D}') {
        return false;
    }
    let joins = |c: char| if c.is_alphabetic() { has_joiners(c) } else { !c.is_ascii() && !is_hidden(c) };
    let before = text[..at].chars().next_back();
    let after = text[at + c.len_utf8()..].chars().next();
    before.is_some_and(joins) && after.is_some_and(joins)
}

/// Letters of the scripts that are written with joiners: Arabic, those of India, Khmer, Mongolian and their like.
fn has_joiners(c: char) -> bool {
    matches!(c, '\u{0600}'..='\u{109F}' | '\u{1780}'..='\u{18AF}' | '\u{1A20}'..='\u{1CFF}' | '\u{A840}'..='\u{ABFF}' | '\u{FB50}'..='\u{FEFC}' | '\u{10A00}'..='\u{11FFF}')
}

#[cfg(test)]
mod tests {
    use super::{hidden, shown};

    #[test]
    fn finds_what_nobody_sees() {
        for (text, expected) in [
            ("title", &[][..]),
            ("title\u{200B}", &[(5, '\u{200B}')]),
            ("\u{FEFF}a\0\u{202E}b", &[(0, '\u{FEFF}'), (4, '\0'), (5, '\u{202E}')]),
            ("a\tb\r\nc", &[]),
            ("é ß – … 你好 漢字 한국어 \u{A0}", &[]),
            ("👩\u{200D}💻 🏳\u{FE0F}\u{200D}🌈", &[]),
            ("می\u{200C}خواهم", &[]),
            ("क\u{94D}\u{200D}ष", &[]),
            ("a\u{200D}b", &[(1, '\u{200D}')]),
            ("👩\u{200D}", &[(4, '\u{200D}')]),
            ("a\u{200C}", &[(1, '\u{200C}')]),
            ("\u{61C}א\u{200F}", &[(0, '\u{61C}'), (4, '\u{200F}')]),
        ] {
            assert_eq!(hidden(text).collect::<Vec<_>>(), expected, "{text:?}");
        }
    }

    #[test]
    fn shows_their_code_points() {
        assert_eq!(shown("title\u{200B}"), "titleU+200B");
        assert_eq!(shown("a\nb\u{202E}c"), "aU+000AbU+202Ec");
        assert_eq!(shown("👩\u{200D}💻"), "👩\u{200D}💻");
    }
}
