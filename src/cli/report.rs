//! Diagnostics for people.
//!
//! ```text
//! FILE:LINE:COLUMN: error[missing-dev]: MESSAGE
//! 12 |   the source line
//!    |       ^^^^^^
//!    = help: HELP
//!    = fix: TITLE
//! ```
//!
//! A label shows its own source line, marked with `---` and its message. COLUMN counts UTF-16 units, as editors do.

use std::fmt::Write;

use serde::Serialize;

use super::input::Input;
use super::snippet::{self, Mark};
use super::terminal::{Style, visible};
use crate::core::diagnostic::Diagnostic;
use crate::core::position::LineIndex;
use crate::core::rules::MOST_PROBLEMS;
use crate::core::severity::Severity;

/// Problems of a file that are printed where nobody asks for another number.
pub const USUAL_LIMIT: usize = 1000;

/// The diagnostics of a file up to a limit, each followed by a blank line, and how many more there are.
pub fn diagnostics(input: &Input, found: &[Diagnostic], limit: usize, style: Style) -> String {
    let lines = LineIndex::new(&input.text);
    let printed = found.iter().take(limit).map(|diagnostic| one(&input.name, &lines, diagnostic, style) + "\n");
    printed.collect::<String>() + &further(input, found, limit)
}

fn further(input: &Input, found: &[Diagnostic], limit: usize) -> String {
    let more = found.len().saturating_sub(limit);
    if more == 0 {
        return String::new();
    }
    let unchecked = if found.len() >= MOST_PROBLEMS { "; the rest of the file was not checked" } else { "" };
    format!("{}: {}{unchecked}\n\n", visible(&input.name), number(more, "more problem"))
}

/// The diagnostics of an HTTP message as a whole, which have no place in a text.
pub fn about(message: &str, found: &[Diagnostic], style: Style) -> String {
    let head = style.bold(&format!("{}:", visible(message)));
    let one = |diagnostic| format!("{head} {}{}\n", said(diagnostic, style), notes(diagnostic, 1, style));
    found.iter().map(one).collect()
}

fn one(file: &str, lines: &LineIndex, diagnostic: &Diagnostic, style: Style) -> String {
    let place = lines.position(diagnostic.span.start);
    let place = style.bold(&format!("{}:{}:{}:", visible(file), place.line, place.column));
    let digits = gutter(lines, diagnostic);
    let mut text = format!("{place} {}", said(diagnostic, style));
    text += &snippet::draw(lines, diagnostic.span, Mark::Main(paint(diagnostic.severity)), digits, style);
    for label in &diagnostic.labels {
        text += &snippet::draw(lines, label.span, Mark::Label(&label.message), digits, style);
    }
    text + &notes(diagnostic, digits, style)
}

/// The line `error[missing-dev]: MESSAGE`.
fn said(diagnostic: &Diagnostic, style: Style) -> String {
    let severity = paint(diagnostic.severity)(style, &format!("{}[{}]", diagnostic.severity.name(), diagnostic.rule.name));
    format!("{severity}: {}\n", visible(&diagnostic.message))
}

/// The help and every fix, one line each.
fn notes(diagnostic: &Diagnostic, digits: usize, style: Style) -> String {
    let mut text = String::new();
    let help = diagnostic.help.iter().map(|help| ("help", help));
    let fixes = diagnostic.fixes.iter().map(|fix| ("fix", &fix.title));
    for (word, said) in help.chain(fixes) {
        let note = format!("{:digits$} {} {}: {}", "", style.blue("="), style.bold(word), visible(said));
        text += &note;
        text.push('\n');
    }
    text
}

/// The digits of the largest line number shown.
fn gutter(lines: &LineIndex, diagnostic: &Diagnostic) -> usize {
    let spans = diagnostic.labels.iter().map(|label| label.span).chain([diagnostic.span]);
    let greatest = spans.map(|span| lines.position(span.start).line).max().unwrap_or(1);
    greatest.to_string().len()
}

fn paint(severity: Severity) -> fn(Style, &str) -> String {
    match severity {
        Severity::Error => Style::red,
        Severity::Warning => Style::yellow,
        Severity::Info => Style::blue,
    }
}

/// The number of diagnostics by severity.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    pub errors: usize,
    pub warnings: usize,
    pub infos: usize,
}

impl Counts {
    pub fn of<'d>(found: impl IntoIterator<Item = &'d Diagnostic>) -> Self {
        let mut counts = Self::default();
        counts.add(found);
        counts
    }

    pub fn add<'d>(&mut self, found: impl IntoIterator<Item = &'d Diagnostic>) {
        for diagnostic in found {
            match diagnostic.severity {
                Severity::Error => self.errors += 1,
                Severity::Warning => self.warnings += 1,
                Severity::Info => self.infos += 1,
            }
        }
    }

    /// For example `2 errors, 1 warning in 3 files`.
    pub fn summary(self, checked: usize, noun: &str) -> String {
        let counts = [(self.errors, "error"), (self.warnings, "warning"), (self.infos, "info")];
        let found: Vec<String> =
            counts.into_iter().filter(|(count, _)| *count > 0).map(|(count, noun)| number(count, noun)).collect();
        let mut summary = if found.is_empty() { "no problems".to_owned() } else { found.join(", ") };
        // Writing to a string cannot fail.
        write!(summary, " in {}", number(checked, noun)).ok();
        summary
    }
}

/// For example `1 file`, `2 files`.
pub fn number(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::diagnostic::Label;
    use crate::core::edit::Fix;
    use crate::core::place::Where;
    use crate::core::rules;
    use crate::core::text::Span;

    fn input(text: &str) -> Input {
        Input { name: "a.json".to_owned(), text: text.to_owned(), skipped: 0 }
    }

    fn diagnostic(severity: Severity, span: Span) -> Diagnostic {
        Diagnostic {
            source: Where::Payload,
            rule: rules::find("json-syntax").expect("a rule"),
            severity,
            message: "`a` is twice here".to_owned(),
            help: None,
            pointer: None,
            span,
            labels: Vec::new(),
            fixes: Vec::new(),
        }
    }

    #[test]
    fn a_diagnostic_shows_its_place_its_labels_and_what_to_do() {
        let text = "[\n".to_owned() + &"1,\n".repeat(9) + "\t\"a\",\n]";
        let full = Diagnostic {
            help: Some("give one another name".to_owned()),
            labels: vec![Label { span: Span::new(2, 3), message: "the first".to_owned() }],
            fixes: vec![Fix { title: "rename the later `a`".to_owned(), edits: Vec::new(), safe: true }],
            ..diagnostic(Severity::Warning, Span::new(30, 33))
        };
        let expected = "\
a.json:11:2: warning[json-syntax]: `a` is twice here
11 |     \"a\",
   |     ^^^
 2 | 1,
   | - the first
   = help: give one another name
   = fix: rename the later `a`

";
        assert_eq!(diagnostics(&input(&text), &[full], USUAL_LIMIT, Style::PLAIN), expected);
    }

    #[test]
    fn names_of_the_file_cannot_steer_the_terminal() {
        let hostile = Diagnostic { message: "`\x1b[2J`".to_owned(), ..diagnostic(Severity::Error, Span::new(0, 1)) };
        let drawn = diagnostics(&input("\x1b"), &[hostile], USUAL_LIMIT, Style::PLAIN);
        assert_eq!(drawn, "a.json:1:1: error[json-syntax]: `\u{FFFD}[2J`\n1 | \u{FFFD}\n  | ^\n\n");
    }

    #[test]
    fn summaries() {
        let counts = |errors, warnings, infos| Counts { errors, warnings, infos };
        assert_eq!(counts(0, 0, 0).summary(1, "file"), "no problems in 1 file");
        assert_eq!(counts(2, 1, 0).summary(3, "file"), "2 errors, 1 warning in 3 files");
        assert_eq!(counts(1, 0, 2).summary(2, "file"), "1 error, 2 infos in 2 files");
        let found = [Severity::Error, Severity::Info, Severity::Error].map(|severity| diagnostic(severity, Span::at(0)));
        assert_eq!(Counts::of(&found), counts(2, 0, 1));
    }
}
