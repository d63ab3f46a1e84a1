//! The characters of words and strings in other languages: what JSON writes in their place.

use crate::core::letter::is_letter;

/// A name or a value that lost its quotes, and not a sign such as `+`.
pub(super) fn is_word(text: &str) -> bool {
    text.starts_with(|c: char| is_letter(c) || matches!(c, '_' | '$' | '-' | '.'))
        && text.contains(is_letter)
        && !text.starts_with("..")
}

/// The text with every escape blanked out, so that only bare quotes are left.
pub(super) fn unescaped(content: &str) -> String {
    content.replace("\\\\", "  ").replace("\\\"", "  ")
}

/// Whether a text in double quotes has more of them inside.
pub(super) fn has_quotes(quoted: &str) -> bool {
    unescaped(quoted).strip_prefix('"').is_some_and(|rest| rest.trim_end_matches('"').contains('"'))
}

/// Whether a backslash is meant as one, as in a path of Windows: one of them begins an escape that no language knows, so
/// none begins an escape.
pub(super) fn holds_backslashes(content: &str) -> bool {
    let mut at = 0;
    while let Some(found) = content[at..].find('\\') {
        at += found;
        match escape(&content[at..]) {
            (1, _) => return !content.contains("\\\\") && !content.contains("\\\""),
            (length, _) => at += length,
        }
    }
    false
}

/// The length of the escape at the start of `rest`, and its replacement.
pub(super) fn escape(rest: &str) -> (usize, Option<String>) {
    let hex = |from: usize, digits: usize| {
        rest.get(from..from + digits).filter(|text| text.bytes().all(|byte| byte.is_ascii_hexdigit()))
    };
    match rest.chars().nth(1) {
        Some('"' | '\\' | '/' | 'b' | 'f' | 'n' | 'r' | 't') => (2, None),
        Some('u') if hex(2, 4).is_some() => (6, None),
        Some('x') if hex(2, 2).is_some() => (4, hex(2, 2).map(|digits| format!("\\u00{digits}"))),
        Some(quote @ ('\'' | '`')) => (2, Some(quote.to_string())),
        // JavaScript continues the text on the next line.
        Some('\n') => (2, Some(String::new())),
        _ => (1, Some("\\\\".to_owned())),
    }
}

/// The replacement for a character that a string cannot hold.
pub(super) fn raw(rest: &str, c: char) -> Option<String> {
    match c {
        '"' => Some("\\\"".to_owned()),
        '\r' if rest.starts_with("\r\n") => Some(String::new()),
        '\n' => Some("\\n".to_owned()),
        '\r' => Some("\\r".to_owned()),
        '\t' => Some("\\t".to_owned()),
        '\0'..' ' => Some(format!("\\u{:04x}", u32::from(c))),
        _ => None,
    }
}
