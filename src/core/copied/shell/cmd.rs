//! Words of cmd: first cmd reads carets, quotes and `%NAME%`, then the program takes its line apart, as C's runtime does.
//!
//! Chrome writes `^"…^"`, so that cmd believes never to be inside quotes; Firefox writes `""` for a quote inside quotes.

use super::super::request::{Fault, What};
use super::super::traced::Traced;
use super::{Command, End, Script};
use crate::core::text::Span;

/// Whether a command line is written for cmd.
pub fn is_cmd(text: &str) -> bool {
    // To cmd an apostrophe is no quote.
    if text.find(['"', '\'']).is_some_and(|at| text[at..].starts_with('\'')) {
        return false;
    }
    let continued = text.lines().any(|line| line.ends_with(" ^"));
    continued || ["^\"", "\"{\"\"", "\"[\"\"", "\"[{\"\""].iter().any(|part| text.contains(part))
}

/// Reads the text from a byte on.
pub fn read(source: &str, from: usize) -> Script {
    let mut script = Script::default();
    let mut line = Line { source, at: from, text: Traced::default(), start: from };
    while let Some(end) = line.next() {
        let (words, is_open) = words(&line.text);
        let span = Span::new(line.start, line.at);
        if is_open {
            script.faults.push(Fault { what: What::OpenQuote, span });
        }
        if !words.is_empty() {
            script.commands.push(Command { words, input: None, at: line.start, end });
        }
        line.text = Traced::default();
        line.start = line.at;
    }
    script
}

struct Line<'s> {
    source: &'s str,
    at: usize,
    /// What cmd passes on.
    text: Traced,
    start: usize,
}

impl Line<'_> {
    /// Reads one command; `None` where nothing is left.
    fn next(&mut self) -> Option<End> {
        let mut in_quotes = false;
        let mut any = false;
        while let Some(c) = self.source[self.at..].chars().next() {
            any = true;
            let at = self.at;
            self.at += c.len_utf8();
            match c {
                '^' if !in_quotes => self.caret(at),
                '%' => self.percent(at),
                '\r' => {}
                '\n' => return Some(End::Line),
                '|' if !in_quotes => return Some(End::Pipe),
                '&' if !in_quotes => {
                    let double = self.source[self.at..].starts_with('&');
                    self.at += usize::from(double);
                    return Some(if double { End::Other } else { End::Ampersand });
                }
                _ => {
                    in_quotes ^= c == '"';
                    self.text.push(c, at);
                }
            }
        }
        any.then_some(End::Text)
    }

    /// The next character stands for itself; a line break is removed, and the character behind it stands for itself.
    fn caret(&mut self, at: usize) {
        let rest = &self.source[self.at..];
        let line_break = if rest.starts_with("\r\n") { 2 } else { usize::from(rest.starts_with('\n')) };
        self.at += line_break;
        let rest = &self.source[self.at..];
        // A line of a file may end with CR LF, which is one line break.
        let rest = if rest.starts_with("\r\n") { &rest[1..] } else { rest };
        if let Some(c) = rest.chars().next() {
            self.at = self.source.len() - rest.len() + c.len_utf8();
            self.text.push(c, if line_break > 0 { self.at - c.len_utf8() } else { at });
        }
    }

    /// `%NAME%`
    fn percent(&mut self, at: usize) {
        let rest = &self.source[self.at..];
        let length = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(0);
        let named = length > 0 && !rest.starts_with(|c: char| c.is_ascii_digit()) && rest[length..].starts_with('%');
        if named {
            let name = rest[..length].to_owned();
            self.at += length + 1;
            self.text.push_variable(&name, at);
        } else {
            self.text.push('%', at);
        }
    }
}

/// The arguments as a program sees them, and whether a quote is left open.
fn words(line: &Traced) -> (Vec<Traced>, bool) {
    let text = line.as_str();
    let (mut words, mut word, mut in_quotes) = (Vec::new(), None::<Traced>, false);
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let end = at + c.len_utf8();
        match c {
            ' ' | '\t' if !in_quotes => {
                words.extend(word.take());
                at = end;
            }
            '\\' => {
                let slashes = text[at..].len() - text[at..].trim_start_matches('\\').len();
                let word = word.get_or_insert_default();
                if text[at + slashes..].starts_with('"') {
                    // Before a quote, two are one, and one makes the quote a character.
                    word.append(&line.cut(at, at + slashes / 2));
                    at += slashes;
                    if slashes % 2 == 1 {
                        word.append(&line.cut(at, at + 1));
                        at += 1;
                    }
                } else {
                    word.append(&line.cut(at, at + slashes));
                    at += slashes;
                }
            }
            '"' => {
                let word = word.get_or_insert_default();
                if in_quotes && text[end..].starts_with('"') {
                    word.append(&line.cut(at, end));
                    at = end + 1;
                } else {
                    in_quotes = !in_quotes;
                    at = end;
                }
            }
            _ => {
                let end = text[end..].find([' ', '\t', '\\', '"']).map_or(text.len(), |length| end + length);
                word.get_or_insert_default().append(&line.cut(at, end));
                at = end;
            }
        }
    }
    words.extend(word);
    (words, in_quotes)
}
