//! The source line of a span, with marks under it.
//!
//! In: a text's lines and a span. Out: two lines of text that align in a terminal, even after tabs and wide characters.
//! A long line is cut around the span, and a span over several lines shows only its first. The cost does not depend on
//! the length of the line.

use super::terminal::{Style, fitting, visible, width};
use crate::core::position::LineIndex;
use crate::core::text::Span;

/// Bytes up to which a line is shown whole.
const SHORT: usize = 120;
/// Columns shown of a long line before the span.
const BEFORE: usize = 40;
/// Columns shown of a long line in all.
const LINE: usize = 100;

const CUT: &str = "…";

/// The marks under a span.
#[derive(Debug, Clone, Copy)]
pub enum Mark<'m> {
    /// `^^^`: the place of a diagnostic.
    Main(fn(Style, &str) -> String),
    /// `--- message`: a related place.
    Label(&'m str),
}

/// The shown part of a line.
#[derive(Debug, PartialEq, Eq)]
struct Window {
    before: String,
    marked: String,
    after: String,
}

/// The source line and the marks. Line numbers are right-aligned to `digits` columns.
pub fn draw(lines: &LineIndex, span: Span, mark: Mark, digits: usize, style: Style) -> String {
    let line = lines.position(span.start).line;
    let window = window(lines.line(line), span.start - lines.start(line), span.end - lines.start(line));
    let Window { before, marked, after } = &window;
    let blank = " ".repeat(width(before));
    let length = width(marked).max(1);
    let marks = match mark {
        Mark::Main(paint) => paint(style, &"^".repeat(length)),
        Mark::Label(message) => style.blue(&format!("{} {}", "-".repeat(length), visible(message))),
    };
    let bar = style.blue("|");
    format!("{} {bar} {before}{marked}{after}\n{:digits$} {bar} {blank}{marks}\n", style.blue(&format!("{line:>digits$}")), "")
}

fn window(line: &str, start: usize, end: usize) -> Window {
    let start = start.min(line.len());
    let (before, rest) = line.split_at(start);
    let (marked, after) = rest.split_at((end - start.min(end)).min(rest.len()));
    if line.len() <= SHORT {
        return Window { before: visible(before), marked: visible(marked), after: visible(after) };
    }
    let before = ending(before, BEFORE);
    let marked = beginning(marked, LINE - BEFORE);
    let room = if marked.ends_with(CUT) { 0 } else { LINE.saturating_sub(width(&before) + width(&marked)) };
    let after = if room == 0 { String::new() } else { beginning(after, room) };
    Window { before, marked, after }
}

fn beginning(text: &str, columns: usize) -> String {
    let near: String = text.chars().take(columns + 1).collect();
    let shown = visible(&near);
    let fitting = fitting(&shown, columns);
    if fitting.len() == shown.len() && near.len() == text.len() { shown } else { format!("{fitting}{CUT}") }
}

fn ending(text: &str, columns: usize) -> String {
    let near: Vec<char> = text.chars().rev().take(columns + 1).collect();
    let whole = near.iter().map(|char| char.len_utf8()).sum::<usize>() == text.len();
    let shown = visible(&near.iter().rev().collect::<String>());
    if whole && width(&shown) <= columns {
        return shown;
    }
    let surplus = width(&shown).saturating_sub(columns);
    let cut = fitting(&shown, surplus).len();
    format!("{CUT}{}", &shown[cut..])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(text: &str, start: usize, end: usize) -> String {
        draw(&LineIndex::new(text), Span::new(start, end), Mark::Main(Style::red), 2, Style::PLAIN)
    }

    #[test]
    fn carets_stand_under_the_span() {
        assert_eq!(drawn("[\n  1,]", 4, 5), " 2 |   1,]\n   |   ^\n");
        assert_eq!(drawn("[1,]", 1, 3), " 1 | [1,]\n   |  ^^\n");
        assert_eq!(drawn("", 0, 0), " 1 | \n   | ^\n");
    }

    #[test]
    fn tabs_and_wide_characters_keep_them_in_line() {
        assert_eq!(drawn("\t\"漢🔨\", x", 12, 13), " 1 |     \"漢🔨\", x\n   |             ^\n");
        assert_eq!(drawn("\"漢\"", 1, 4), " 1 | \"漢\"\n   |  ^^\n");
    }

    #[test]
    fn of_several_lines_the_first_is_marked() {
        assert_eq!(drawn("ab\r\ncd", 1, 6), " 1 | ab\n   |  ^\n");
        assert_eq!(drawn("ab\ncd", 2, 5), " 1 | ab\n   |   ^\n");
    }

    #[test]
    fn long_lines_are_cut_around_the_span() {
        let long = format!("{}MARK{}", "a".repeat(500), "b".repeat(500));
        let (before, after) = ("a".repeat(40), "b".repeat(55));
        assert_eq!(drawn(&long, 500, 504), format!(" 1 | …{before}MARK{after}…\n   | {}^^^^\n", " ".repeat(41)));
        let all = drawn(&long, 0, 1000);
        assert_eq!(all, format!(" 1 | {}…\n   | {}\n", "a".repeat(60), "^".repeat(61)));
    }

    #[test]
    fn a_label_brings_its_message() {
        let drawn = draw(&LineIndex::new("[1]"), Span::new(1, 2), Mark::Label("the first"), 1, Style::PLAIN);
        assert_eq!(drawn, "1 | [1]\n  |  - the first\n");
    }

    #[test]
    fn no_span_panics() {
        let text = format!("\t漢\u{1F468}\u{200D}\u{1F4BB}e\u{301}\r\n{}", "漢e\u{301}".repeat(40));
        let bounds: Vec<usize> = (0..=text.len()).filter(|at| text.is_char_boundary(*at)).collect();
        for (index, start) in bounds.iter().enumerate() {
            for end in &bounds[index..] {
                assert!(drawn(&text, *start, *end).contains('^'));
            }
        }
    }
}
