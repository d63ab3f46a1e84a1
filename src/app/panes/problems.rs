//! The problems: rule, message, place, what to do, why, and the fixes.

use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::Value;
use web_sys::Element;

use crate::app::platform::dom;
use crate::app::platform::fetch::load;
use crate::app::state::Lab;
use crate::core::diagnostic::{Diagnostic, Severity};
use crate::core::html::{Html, element, icon, joined, prose, text};
use crate::core::json::{Source, to_serde};
use crate::core::rules::Rule;
use crate::core::text::LineIndex;

/// As many rows as are drawn before the person asks for the rest.
const MOST_ROWS: usize = 100;

pub fn follow(lab: Lab) {
    dom::list("problems", move || {
        let most = if lab.screen.with(|screen| screen.all_problems) { usize::MAX } else { MOST_ROWS };
        lab.analysis.with(|checked| rows(&checked.text, &checked.analysis.diagnostics, most))
    });
    dom::list("counts", move || lab.analysis.with(|checked| counts(&checked.analysis.diagnostics)));
}

fn rows(payload: &str, diagnostics: &[Diagnostic], most: usize) -> Vec<Html> {
    if diagnostics.is_empty() {
        return vec![element(
            "li",
            &[("class", "no-problems")],
            &[icon("check"), text("No problems: this is as the documents say.")],
        )];
    }
    let lines = LineIndex::new(payload);
    let mut rows: Vec<Html> = Vec::new();
    for (index, diagnostic) in diagnostics.iter().take(most).enumerate() {
        rows.push(row(index, diagnostic, &lines));
    }
    if diagnostics.len() > most {
        let words = format!("Show all {}", diagnostics.len());
        let more = element("button", &[("type", "button"), ("class", "quiet"), ("data-action", "all-problems")], &[text(&words)]);
        rows.push(element("li", &[], &[more]));
    }
    rows
}

/// `2 errors`, `1 warning`
fn counts(diagnostics: &[Diagnostic]) -> Vec<Html> {
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

fn row(index: usize, diagnostic: &Diagnostic, lines: &LineIndex) -> Html {
    let place = lines.position(diagnostic.span.start);
    let severity = diagnostic.severity.name();
    let span = |class: &str, inside: Html| element("span", &[("class", class)], &[inside]);
    let problem = [
        sign(diagnostic.severity),
        span("word", text(severity)),
        element("code", &[("class", "rule")], &[text(diagnostic.rule.name)]),
        span("message", prose(&diagnostic.message)),
        span("place", text(&format!("{}:{}", place.line, place.column))),
    ];
    let jump = [("type", "button"), ("class", "problem"), ("data-action", "jump"), ("title", "Go to the place")];
    let mut remedy = Vec::new();
    // A fix with the same words says it already.
    if let Some(help) = diagnostic.help.as_deref().filter(|help| diagnostic.fixes.iter().all(|fix| fix.title != *help)) {
        remedy.push(span("help", prose(help)));
    }
    for (index, fix) in diagnostic.fixes.iter().enumerate() {
        let fix_index = index.to_string();
        let attributes = [("type", "button"), ("class", "fix"), ("data-action", "fix"), ("data-fix", fix_index.as_str())];
        remedy.push(element("button", &attributes, &[prose(&fix.title)]));
    }
    remedy.push(why(diagnostic.rule));
    let attributes = [
        ("data-problem", "true"),
        ("data-rule", diagnostic.rule.name),
        ("data-severity", severity),
        ("data-index", &index.to_string()),
    ];
    element("li", &attributes, &[element("button", &jump, &problem), element("div", &[("class", "remedy")], &remedy)])
}

/// The rule's page in small; its texts come when it is opened.
fn why(rule: &Rule) -> Html {
    let summary = element("summary", &[], &[text("Why")]);
    let inside = element("div", &[("class", "why-text")], &[text("…")]);
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
    let table = Source::new(table).parse().map_or(Value::Null, |root| to_serde(&root));
    let mut rows = table["rules"].as_array().into_iter().flatten();
    let Some(rule) = rows.find(|rule| rule["name"] == name) else { return text("There is no text about this rule.") };
    let words = |key: &str| rule[key].as_str().unwrap_or_default();
    let mut inside = vec![element("p", &[], &[prose(words("summary")), text(" "), prose(words("why"))])];
    if !words("bad").is_empty() {
        let figure = |caption: &str, example: &str| {
            element("figure", &[], &[element("figcaption", &[], &[text(caption)]), element("pre", &[], &[text(example)])])
        };
        inside.push(element(
            "div",
            &[("class", "examples")],
            &[figure("reported", words("bad")), figure("mended", words("good"))],
        ));
    }
    inside.push(element("p", &[("class", "document")], &[text(words("document"))]));
    joined(&inside)
}
