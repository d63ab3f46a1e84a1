//! What an editor shows over its text: problems, and colored spans. In UTF-16 units, as JSON.

use serde::Serialize;

use crate::core::diagnostic::Diagnostic;
use crate::core::utf16::Utf16;

/// The Problems panel lists all of them; more squiggles than this help nobody.
const MOST_PROBLEMS: usize = 500;
/// A browser takes 30 ms to lay out 2,000 spans.
pub const MOST_MARKS: usize = 400;

/// The message of `show` in `editor/src/host.ts`.
#[derive(Serialize)]
struct Over<'o> {
    problems: Vec<Problem<'o>>,
    marks: &'o [Mark],
}

#[derive(Serialize)]
struct Problem<'d> {
    from: usize,
    to: usize,
    severity: &'d str,
    rule: &'d str,
    message: &'d str,
    help: Option<&'d str>,
    fixes: Vec<&'d str>,
}

/// A colored span. Of two marks the shorter one lies on top.
#[derive(Serialize)]
pub struct Mark {
    from: usize,
    to: usize,
    kind: &'static str,
}

impl Mark {
    pub fn new(from: usize, to: usize, kind: MarkKind) -> Self {
        Self { from, to, kind: kind.class() }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MarkKind {
    /// A group of a pattern, or what refers to it; the number counts from 1.
    Group(usize),
    /// `\/`, `\x2F`
    Escape,
    /// `[a-z]`, `\d`, `.`
    Set,
    /// `^`, `*`, `|`, `(?=`: what matches no character of its own.
    Operator,
}

impl MarkKind {
    /// The class that colors it, in the editors as anywhere on the page. The ninth group looks like the first.
    pub fn class(self) -> &'static str {
        const GROUPS: [&str; 8] = ["group-1", "group-2", "group-3", "group-4", "group-5", "group-6", "group-7", "group-8"];
        match self {
            Self::Group(number) => GROUPS[(number + 7) % 8],
            Self::Escape => "code-escape",
            Self::Set => "code-set",
            Self::Operator => "code-operator",
        }
    }
}

/// What an editor shows over a text, for [`CodeEditor`](super::CodeEditor).
pub fn overlay(text: &str, diagnostics: &[Diagnostic], marks: &[Mark]) -> String {
    let utf16 = Utf16::new(text);
    let problem = |diagnostic| problem(&utf16, diagnostic);
    let over = Over {
        problems: diagnostics.iter().take(MOST_PROBLEMS).map(problem).collect(),
        marks: marks.get(..MOST_MARKS).unwrap_or(marks),
    };
    serde_json::to_string(&over).unwrap_or_default()
}

fn problem<'d>(utf16: &Utf16, diagnostic: &'d Diagnostic) -> Problem<'d> {
    Problem {
        from: utf16.from_byte(diagnostic.span.start),
        to: utf16.from_byte(diagnostic.span.end),
        severity: diagnostic.severity.name(),
        rule: diagnostic.rule.name,
        message: &diagnostic.message,
        help: diagnostic.help.as_deref(),
        fixes: diagnostic.fixes.iter().map(|fix| fix.title.as_str()).collect(),
    }
}
