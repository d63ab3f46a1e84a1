//! Text for a terminal: its width, its colors, and foreign text without control characters.

use std::env;
use std::io::IsTerminal;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

const TAB: &str = "    ";

/// A text that cannot move the cursor or reverse the reading direction: control and bidirectional characters become
/// `�`, tabs and line ends become spaces.
pub fn visible(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '\t' => shown.push_str(TAB),
            '\n' | '\r' | '\u{2028}' | '\u{2029}' => shown.push(' '),
            '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}' => shown.push('\u{FFFD}'),
            char if char.is_control() => shown.push('\u{FFFD}'),
            char => shown.push(char),
        }
    }
    shown
}

/// The width of a text in columns.
pub fn width(text: &str) -> usize {
    text.width()
}

/// The longest start of a text that fits into `columns`.
pub fn fitting(text: &str, columns: usize) -> &str {
    let mut used = 0;
    let end = text.char_indices().find(|(_, char)| {
        used += char.width().unwrap_or(0);
        used > columns
    });
    &text[..end.map_or(text.len(), |(at, _)| at)]
}

/// Colors, if the stream is to have them.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    colored: bool,
}

impl Style {
    #[cfg(test)]
    pub const PLAIN: Self = Self { colored: false };

    /// Colors on a terminal that supports them, unless `NO_COLOR` is set.
    pub fn of(stream: &impl IsTerminal) -> Self {
        let refused = env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        let dumb = env::var_os("TERM").is_some_and(|term| term == "dumb");
        Self { colored: stream.is_terminal() && !refused && !dumb }
    }

    fn paint(self, code: &str, text: &str) -> String {
        if self.colored && !text.is_empty() { format!("\x1b[{code}m{text}\x1b[0m") } else { text.to_owned() }
    }

    pub fn bold(self, text: &str) -> String {
        self.paint("1", text)
    }

    pub fn faint(self, text: &str) -> String {
        self.paint("2", text)
    }

    pub fn red(self, text: &str) -> String {
        self.paint("1;31", text)
    }

    pub fn yellow(self, text: &str) -> String {
        self.paint("1;33", text)
    }

    pub fn blue(self, text: &str) -> String {
        self.paint("1;34", text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_a_text_steers_the_terminal() {
        assert_eq!(visible("a\tb\x1b[31m\r\n\u{202E}c\u{7f}"), "a    b\u{FFFD}[31m  \u{FFFD}c\u{FFFD}");
    }

    #[test]
    fn wide_characters_take_two_columns() {
        assert_eq!(["ab", "漢字", "🔨", "e\u{301}"].map(width), [2, 4, 2, 1]);
        assert_eq!(fitting("漢字", 3), "漢");
        assert_eq!(fitting("abc", 3), "abc");
    }
}
