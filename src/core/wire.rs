//! Diagnostics and drawings as the host program prints them and the page's `getAnalysis()` returns them.
//!
//! These are the public names of contract and JSON Schema; the model's own types are free to change.

use serde::Serialize;
use serde_json::{Value, json};

use crate::core::analysis::Analysis;
use crate::core::diagnostic::{Diagnostic as Found, Fix as Mend};
use crate::core::text::{LineIndex, Position};

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
    fn new(found: &'d Found, lines: &LineIndex) -> Self {
        let labels = found.labels.iter().map(|label| Label {
            message: &label.message,
            start: lines.position(label.span.start),
            end: lines.position(label.span.end),
        });
        Self {
            rule: found.rule.name,
            severity: found.severity.name(),
            message: &found.message,
            help: found.help.as_deref(),
            pointer: found.pointer.as_deref(),
            start: lines.position(found.span.start),
            end: lines.position(found.span.end),
            labels: labels.collect(),
            fixes: found.fixes.iter().map(Fix::new).collect(),
        }
    }
}

impl<'d> Fix<'d> {
    fn new(mend: &'d Mend) -> Self {
        let edits = mend.edits.iter().map(|edit| Edit { start: edit.span.start, end: edit.span.end, text: &edit.text });
        Self { title: &mend.title, safe: mend.safe, edits: edits.collect() }
    }
}

/// The diagnostics of a text, in text order.
pub fn diagnostics<'d>(text: &str, found: &'d [Found]) -> Vec<Diagnostic<'d>> {
    let lines = LineIndex::new(text);
    found.iter().map(|found| Diagnostic::new(found, &lines)).collect()
}

/// `{"diagnostics": […], "render": {…} | null}`
pub fn analysis(text: &str, analysis: &Analysis) -> Value {
    json!({ "diagnostics": diagnostics(text, &analysis.diagnostics), "render": analysis.render })
}
