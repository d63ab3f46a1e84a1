//! Diagnostics and drawings as the host program prints them and the page's `getAnalysis()` returns them.
//!
//! These are the public names of contract and JSON Schema; the model's own types are free to change.

use std::fmt::{Display, Formatter};

use serde::Serialize;

use crate::core::analysis::{self, LinkAnalysis};
use crate::core::diagnostic::Diagnostic as Found;
use crate::core::edit::Fix as Mend;
use crate::core::place::Where;
use crate::core::position::{LineIndex, Position};
use crate::core::preview::Render;
use crate::core::project::Project;

/// `{"diagnostics": […], "render": {…} | null, "notes": […]}`, which is how it is displayed.
#[derive(Debug, Serialize)]
pub struct Analysis<'a> {
    /// Of the payload, then the errors and warnings of the link rules, then those of settings and update.
    diagnostics: Vec<Diagnostic<'a>>,
    render: Option<&'a Render>,
    /// The infos of the link rules: the documents' own pattern has two.
    notes: Vec<Diagnostic<'a>>,
}

/// `offset` counts UTF-8 bytes, `line` and `column` count from 1, `column` in UTF-16 units.
#[derive(Debug, Serialize)]
pub struct Diagnostic<'d> {
    rule: &'d str,
    severity: &'d str,
    /// JSON Pointer of the text in the project; a file has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<String>,
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
            source: None,
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

/// Diagnostics about several texts of a project, each with the text that it is about.
pub fn link_diagnostics<'d>(project: &Project, found: &mut dyn Iterator<Item = &'d Found>) -> Vec<Diagnostic<'d>> {
    // Making the index of a text costs more than using it.
    let mut last: Option<(Where, Places)> = None;
    let mut wired = Vec::new();
    for found in found {
        let places = match last.take() {
            Some((source, places)) if source == found.source => places,
            _ => Places { lines: LineIndex::new(project.text(found.source)), skipped: 0 },
        };
        wired.push(Diagnostic { source: Some(project.pointer(found.source)), ..Diagnostic::new(found, &places) });
        last = Some((found.source, places));
    }
    wired
}

/// What is known of a project: the diagnostics of the payload that answers, which is `answer`'s text, those of its link
/// rules, those `around` them, of settings and update, and what is drawn.
pub fn analysis<'a>(
    project: &Project,
    answer: Where,
    payload: &'a analysis::Analysis,
    links: &'a LinkAnalysis,
    around: &'a [Found],
    render: Option<&'a Render>,
) -> Analysis<'a> {
    let mut all = diagnostics(project.text(answer), &payload.diagnostics);
    for one in &mut all {
        one.source = Some(project.pointer(answer));
    }
    all.extend(link_diagnostics(project, &mut links.problems()));
    all.extend(link_diagnostics(project, &mut around.iter()));
    Analysis { diagnostics: all, render, notes: link_diagnostics(project, &mut links.notes()) }
}

impl Display for Analysis<'_> {
    fn fmt(&self, f: &mut Formatter) -> std::fmt::Result {
        // What is made of strings and numbers always is JSON.
        f.write_str(&serde_json::to_string(self).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use serde_json::{Value, json};
    use time::UtcDateTime;

    use crate::core::analysis::{LinkAnalysis, analyze, analyze_links};
    use crate::core::links::Links;
    use crate::core::place::Where;
    use crate::core::profile::Profile;
    use crate::core::project::Project;
    use crate::core::templates;

    fn wired(project: &Project) -> Value {
        let links = analyze_links(project, &Links::new(project.patterns()), &LinkAnalysis::default());
        let analysis = analyze(&project.payload, Profile::Documented, UtcDateTime::UNIX_EPOCH);
        let wired = super::analysis(project, Where::Payload, &analysis, &links, &[], analysis.render.as_deref());
        serde_json::from_str(&wired.to_string()).unwrap()
    }

    #[test]
    fn the_first_visitor_has_no_problem_and_two_notes() {
        let wired = wired(&templates::first());
        assert_eq!(wired["diagnostics"], json!([]));
        let notes: Vec<_> = wired["notes"].as_array().unwrap().iter().map(|note| (&note["rule"], &note["source"])).collect();
        let pattern = json!("/rules/0/pattern");
        assert_eq!(notes, [(&json!("unused-group"), &pattern), (&json!("flag-dependent-escape"), &pattern)]);
    }

    #[test]
    fn each_diagnostic_says_which_text_it_is_about() {
        let mut project = templates::first();
        project.payload = "[".into();
        let sample = project.new_sample("https://\u{1F642}.acme.com");
        let rule = Arc::make_mut(&mut project.rules[0]);
        rule.name.clear();
        rule.samples.push(sample);
        rule.placeholders = "[\n\"\u{1F642}$<x>\"]".into();
        let wired = wired(&project);
        let found = wired["diagnostics"].as_array().unwrap();
        let sources: Vec<_> = found.iter().map(|one| one["source"].as_str().unwrap()).collect();
        assert_eq!(sources[..3], ["/payload", "/rules/0/name", "/rules/0/samples/1"]);
        let unknown = found.iter().find(|one| one["rule"] == "unknown-placeholder").unwrap();
        assert_eq!(unknown["source"], "/rules/0/placeholders");
        assert_eq!(unknown["start"], json!({"offset": 7, "line": 2, "column": 4}));
    }
}
