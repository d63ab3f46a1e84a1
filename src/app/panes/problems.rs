//! The problems: rule, message, place, what to do, why, and the fixes.

use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::Value;
use web_sys::Element;

use crate::app::platform::dom;
use crate::app::platform::fetch::load;
use crate::app::state::{Around, Checked, Lab, Linked, Source};
use crate::core::diagnostic::{Diagnostic, Severity};
use crate::core::html::{Html, element, icon, joined, prose, text, worded};
use crate::core::json::{self, to_serde};
use crate::core::project::{RuleText, Where};
use crate::core::rules::Rule;
use crate::core::text::LineIndex;

/// As many rows as are drawn before the person asks for the rest.
const MOST_ROWS: usize = 100;
/// As many as a browser shows at once without making anybody wait.
const ALL_ROWS: usize = 1000;

pub fn follow(lab: Lab) {
    dom::list("problems", move || {
        let most = if lab.screen.with(|screen| screen.all_problems) { ALL_ROWS } else { MOST_ROWS };
        listing(lab, |listed| listed.rows(most))
    });
    dom::list("counts", move || listing(lab, |listed| counts(&listed.diagnostics)));
}

/// The problems that are listed: of the payload, of the link rules, of the settings, of how the service acts, and of the update. What is only to be
/// known waits until its place is edited.
struct Listed<'l> {
    payload: &'l str,
    linked: &'l Linked,
    diagnostics: Vec<&'l Diagnostic>,
    /// How many of the link rules wait.
    notes: usize,
}

fn listing<T>(lab: Lab, read: impl FnOnce(&Listed) -> T) -> T {
    let source = lab.screen.with(|screen| screen.source);
    lab.analysis
        .with(|checked| lab.linked.with(|linked| lab.around.with(|around| read(&Listed::new(checked, linked, around, source)))))
}

impl<'l> Listed<'l> {
    fn new(checked: &'l Checked, linked: &'l Linked, around: &'l Around, edited: Source) -> Self {
        let (of_payload, of_rules) = (&checked.analysis.diagnostics, &linked.analysis.diagnostics);
        let of = |place: Source| move |diagnostic: &&Diagnostic| edited == place || diagnostic.severity != Severity::Info;
        let mut diagnostics: Vec<&Diagnostic> = of_payload.iter().chain(of_rules.iter().filter(of(Source::Rules))).collect();
        let notes = of_payload.len() + of_rules.len() - diagnostics.len();
        diagnostics.extend(around.diagnostics.iter().filter(of(Source::Integration)));
        Self { payload: &checked.text, linked, diagnostics, notes }
    }

    fn rows(&self, most: usize) -> Vec<Html> {
        let lines = LineIndex::new(self.payload);
        let mut rows: Vec<Html> = Vec::new();
        for diagnostic in self.diagnostics.iter().take(most) {
            rows.push(row(diagnostic, &self.place(diagnostic, &lines)));
        }
        if self.diagnostics.is_empty() {
            let said = [icon("check"), text("No problems: this is as the documents say.")];
            rows.push(element("li", &[("class", "no-problems")], &said));
        }
        let all = self.diagnostics.len();
        if all > most {
            rows.push(match (most, all) {
                (ALL_ROWS, _) => worded("li", "note", &format!("and {} more: mend some of these first", all - most)),
                (_, ALL_ROWS..) => more("all-problems", &format!("Show {ALL_ROWS} of {all}")),
                _ => more("all-problems", &format!("Show all {all}")),
            });
        }
        if self.notes > 0 {
            let words = if self.notes == 1 { "1 note".to_owned() } else { format!("{} notes", self.notes) };
            rows.push(more("pane:rules", &(words + " on link rules")));
        }
        rows
    }

    /// `12:3`; of a link rule, which text of it: `item · pattern:13`.
    fn place(&self, diagnostic: &Diagnostic, lines: &LineIndex) -> String {
        let (index, text) = match diagnostic.source {
            Where::Rule { index, text } => (index, text),
            Where::Setting(setting) => return setting.label().to_owned(),
            Where::Service(field) => return ["your service: ", field.label()].concat(),
            Where::Update => return "update".to_owned(),
            Where::Payload | Where::Message => {
                let place = lines.position(diagnostic.span.start);
                return format!("{}:{}", place.line, place.column);
            }
        };
        let Some(rule) = self.linked.rules.get(index) else { return String::new() };
        let place = LineIndex::new(text.of(rule)).position(diagnostic.span.start);
        let inside = match text {
            RuleText::Name => "name".to_owned(),
            RuleText::Pattern => format!("pattern:{}", place.column),
            RuleText::Samples => "sample URLs".to_owned(),
            RuleText::Sample(number) => format!("sample {}", number + 1),
            RuleText::Excluded(number) => format!("other URL {}", number + 1),
            RuleText::Expected(_) => "expected values".to_owned(),
            RuleText::Placeholders => format!("placeholders {}:{}", place.line, place.column),
            RuleText::Payload => format!("payload {}:{}", place.line, place.column),
        };
        format!("{} · {inside}", rule.shown_name())
    }
}

/// The problem of a row, as listed now. A row does not hold its number: one more problem would change all behind it.
pub fn listed(lab: Lab, index: usize) -> Option<Diagnostic> {
    untrack(|| listing(lab, |listed| listed.diagnostics.get(index).map(|found| (*found).clone())))
}

fn more(action: &str, words: &str) -> Html {
    let button = element("button", &[("type", "button"), ("class", "quiet"), ("data-action", action)], &[text(words)]);
    element("li", &[], &[button])
}

/// `2 errors`, `1 warning`
fn counts(diagnostics: &[&Diagnostic]) -> Vec<Html> {
    let severities = [(Severity::Error, "errors"), (Severity::Warning, "warnings"), (Severity::Info, "infos")];
    let badge = |(severity, many): (Severity, &str)| {
        let count = diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity).count();
        let words = format!("{count} {}", if count == 1 { severity.name() } else { many });
        (count > 0).then(|| element("span", &[("class", "badge")], &[sign(severity), text(&words)]))
    };
    severities.into_iter().filter_map(badge).collect()
}

/// Severity, told by shape and word as well as colour.
fn sign(severity: Severity) -> Html {
    let name = match severity {
        Severity::Error => "circle-x",
        Severity::Warning => "triangle-alert",
        Severity::Info => "info",
    };
    element("span", &[("class", "sign"), ("data-severity", severity.name())], &[icon(name)])
}

fn row(diagnostic: &Diagnostic, place: &str) -> Html {
    let severity = diagnostic.severity.name();
    let span = |class: &str, inside: Html| element("span", &[("class", class)], &[inside]);
    let problem = [
        sign(diagnostic.severity),
        span("word", text(severity)),
        worded("code", "rule", diagnostic.rule.name),
        span("message", prose(&diagnostic.message)),
        span("place", text(place)),
    ];
    let jump = [("type", "button"), ("class", "problem"), ("data-action", "jump"), ("title", "Go to the place")];
    let attributes = [("data-problem", "true"), ("data-rule", diagnostic.rule.name), ("data-severity", severity)];
    element("li", &attributes, &[element("button", &jump, &problem), remedy(diagnostic)])
}

/// A problem where it is: beside a field or a message. `index` among those of its place.
pub fn told(diagnostic: &Diagnostic, index: usize) -> Html {
    let message = element("span", &[("class", "message")], &[prose(&diagnostic.message)]);
    let word = element("span", &[("class", "unseen")], &[text(diagnostic.severity.name()), text(": ")]);
    let problem = element("p", &[("class", "told")], &[sign(diagnostic.severity), word, message]);
    let attributes = [
        ("data-told", "true"),
        ("data-rule", diagnostic.rule.name),
        ("data-severity", diagnostic.severity.name()),
        ("data-index", &index.to_string()),
    ];
    element("li", &attributes, &[problem, remedy(diagnostic)])
}

/// What to do, the fixes, and why.
fn remedy(diagnostic: &Diagnostic) -> Html {
    let mut remedy = Vec::new();
    // A fix with the same words says it already.
    if let Some(help) = diagnostic.help.as_deref().filter(|help| diagnostic.fixes.iter().all(|fix| fix.title != *help)) {
        remedy.push(element("span", &[("class", "help")], &[prose(help)]));
    }
    // What is in hand is in no project, so there is nothing to mend it in.
    let fixes = if diagnostic.source == Where::Message { &[] } else { &*diagnostic.fixes };
    for (index, fix) in fixes.iter().enumerate() {
        let fix_index = index.to_string();
        let attributes = [("type", "button"), ("class", "fix"), ("data-action", "fix"), ("data-fix", fix_index.as_str())];
        remedy.push(element("button", &attributes, &[prose(&fix.title)]));
    }
    remedy.push(why(diagnostic.rule));
    element("div", &[("class", "remedy")], &remedy)
}

/// The rule's page in small; its texts come when it is opened.
fn why(rule: &Rule) -> Html {
    let summary = worded("summary", "", "Why");
    let inside = worded("div", "why-text", "…");
    element("details", &[("class", "why"), ("data-why", rule.name)], &[summary, inside])
}

/// Fills a "Why" that was opened.
pub fn explain(details: &Element) {
    let Some((rule, place)) = details.get_attribute("data-why").zip(details.last_element_child()) else { return };
    spawn_local(async move {
        let words = match load("rules.json").await {
            Ok(table) => explanation(&table, &rule),
            Err(_) => text("The texts of the rules could not be loaded."),
        };
        place.set_inner_html(words.as_str());
    });
}

/// What `rules.json` says of a rule: the table that `link-preview-lab rules --format json` prints.
fn explanation(table: &str, name: &str) -> Html {
    let table = json::Source::new(table).parse().map_or(Value::Null, |root| to_serde(&root));
    let mut rows = table["rules"].as_array().into_iter().flatten();
    let Some(rule) = rows.find(|rule| rule["name"] == name) else { return text("There is no text about this rule.") };
    let words = |key: &str| rule[key].as_str().unwrap_or_default();
    let mut inside = vec![element("p", &[], &[prose(words("summary")), text(" "), prose(words("why"))])];
    if !words("bad").is_empty() {
        let figure = |caption: &str, example: &str| {
            element("figure", &[], &[worded("figcaption", "", caption), worded("pre", "", example)])
        };
        inside.push(element(
            "div",
            &[("class", "examples")],
            &[figure("reported", words("bad")), figure("mended", words("good"))],
        ));
    }
    inside.push(worded("p", "document", words("document")));
    joined(&inside)
}
