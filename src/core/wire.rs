//! Diagnostics and drawings as the host program prints them and the page's `getAnalysis()` returns them.
//!
//! These are the public names of contract and JSON Schema; the model's own types are free to change.

use std::fmt::{Display, Formatter};

use serde::Serialize;

use crate::core::analysis;
use crate::core::diagnostic::{Diagnostic as Found, Fix as Mend};
use crate::core::preview::Render;
use crate::core::text::{LineIndex, Position};

/// `{"diagnostics": […], "render": {…} | null}`, which is how it is displayed.
#[derive(Debug, Serialize)]
pub struct Analysis<'a> {
    diagnostics: Vec<Diagnostic<'a>>,
    render: Option<&'a Render>,
}

/// `offset` counts UTF-8 bytes, `line` and `column` count from 1, `column` in UTF-16 units.
#[derive(Debug, Serialize)]
pub struct Diagnostic<'d> {
    rule: &'d str,
    severity: &'d str,
    message: &'d str,
    help: Option<&'d str>,
    pointer: Option<&'d str>,
    start: Position,
    end: Position,
    labels: Vec<Label<'d>>,
    fixes: Vec<Fix<'d>>,
}

#[derive(Debug, Serialize)]
struct Label<'d> {
    message: &'d str,
    start: Position,
    end: Position,
}

#[derive(Debug, Serialize)]
struct Fix<'d> {
    title: &'d str,
    safe: bool,
    edits: Vec<Edit<'d>>,
}

/// Byte offsets into the file.
#[derive(Debug, Serialize)]
struct Edit<'d> {
    start: usize,
    end: usize,
    text: &'d str,
}

impl<'d> Diagnostic<'d> {
    fn new(found: &'d Found, places: &Places) -> Self {
        let labels = found.labels.iter().map(|label| Label {
            message: &label.message,
            start: places.position(label.span.start),
            end: places.position(label.span.end),
        });
        Self {
            rule: found.rule.name,
            severity: found.severity.name(),
            message: &found.message,
            help: found.help.as_deref(),
            pointer: found.pointer.as_deref(),
            start: places.position(found.span.start),
            end: places.position(found.span.end),
            labels: labels.collect(),
            fixes: found.fixes.iter().map(|fix| Fix::new(fix, places)).collect(),
        }
    }
}

impl<'d> Fix<'d> {
    fn new(mend: &'d Mend, places: &Places) -> Self {
        let edits = mend.edits.iter().map(|edit| Edit {
            start: edit.span.start + places.skipped,
            end: edit.span.end + places.skipped,
            text: &edit.text,
        });
        Self { title: &mend.title, safe: mend.safe, edits: edits.collect() }
    }
}

/// Where the offsets of a text are in its file.
struct Places<'t> {
    lines: LineIndex<'t>,
    skipped: usize,
}

impl Places<'_> {
    fn position(&self, offset: usize) -> Position {
        let position = self.lines.position(offset);
        Position { offset: offset + self.skipped, ..position }
    }
}

/// The diagnostics of a text, in text order.
pub fn diagnostics<'d>(text: &str, found: &'d [Found]) -> Vec<Diagnostic<'d>> {
    diagnostics_in_file(text, 0, found)
}

/// The diagnostics of a text in front of which a file has some bytes more: a byte-order mark, which is part of no line.
pub fn diagnostics_in_file<'d>(text: &str, skipped: usize, found: &'d [Found]) -> Vec<Diagnostic<'d>> {
    let places = Places { lines: LineIndex::new(text), skipped };
    found.iter().map(|found| Diagnostic::new(found, &places)).collect()
}

/// The diagnostics and the drawing of a text.
pub fn analysis<'a>(text: &str, analysis: &'a analysis::Analysis) -> Analysis<'a> {
    Analysis { diagnostics: diagnostics(text, &analysis.diagnostics), render: analysis.render.as_deref() }
}

impl Display for Analysis<'_> {
    fn fmt(&self, f: &mut Formatter) -> std::fmt::Result {
        // What is made of strings and numbers always is JSON.
        f.write_str(&serde_json::to_string(self).unwrap_or_default())
    }
}
