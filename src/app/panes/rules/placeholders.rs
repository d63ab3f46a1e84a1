//! The editor of the placeholder attributes: what refers to a group has the group's color.

use leptos::prelude::*;

use crate::app::actions::rules::{apply_offered, type_placeholders};
use crate::app::browser::editor::Language;
use crate::app::components::{CodeEditor, EditorHost, Mark, MarkKind, overlay};
use crate::app::lab::Lab;
use crate::app::panes::payload::{completions, editor_host};
use crate::app::store::EditorName;
use crate::core::complete::groups;
use crate::core::json::Source;
use crate::core::pattern::replace::ReferenceKind;
use crate::core::pattern::syntax::Syntax;
use crate::core::place::RuleText;
use crate::core::placeholders::references;
use crate::core::utf16::Utf16;

#[component]
pub fn PlaceholdersEditor() -> impl IntoView {
    let lab = Lab::of_page();
    let text = Memo::new(move |_| {
        lab.derived.open_rule.with(|open| open.as_ref().map(|open| open.rule.placeholders.clone()).unwrap_or_default())
    });
    let host = EditorHost {
        change: Callback::new(move |text| type_placeholders(lab, text)),
        fix: Callback::new(move |(problem, fix)| apply_offered(lab, RuleText::Placeholders, problem, fix)),
        complete: Callback::new(move |offset| complete(lab, offset)),
        ..editor_host(lab)
    };
    view! {
        <CodeEditor
            editors=lab.editors
            name=EditorName::Placeholders.name()
            class="placeholders"
            language=Language::Json
            label="Placeholder attributes (JSON)"
            rows=8
            text=text
            overlay=Signal::derive(move || over(lab))
            host=host
            focus=lab.editor_focus(EditorName::Placeholders)
        />
    }
}

fn over(lab: Lab) -> String {
    let Some(open) = lab.derived.open_rule.get() else { return String::new() };
    lab.derived.rules.with(|rules| {
        let problems = rules.of_text(open.index, RuleText::Placeholders);
        let syntax = rules.links.rules.get(open.index).and_then(|compiled| compiled.syntax());
        let marks = syntax.map(|syntax| marks(&open.rule.placeholders, syntax)).unwrap_or_default();
        overlay(&open.rule.placeholders, &problems, &marks)
    })
}

fn complete(lab: Lab, offset: usize) -> Option<String> {
    let open = lab.open_rule()?;
    lab.derived.rules.with_untracked(|rules| {
        let groups = rules.links.rules.get(open.index).map(|compiled| groups(&open.rule, compiled)).unwrap_or_default();
        completions(&open.rule.placeholders, offset, &groups, lab.now())
    })
}

fn marks(text: &str, syntax: &Syntax) -> Vec<Mark> {
    let source = Source::new(text);
    let Ok(root) = source.parse() else { return Vec::new() };
    let utf16 = Utf16::new(text);
    let mut marks = Vec::new();
    for reference in references(text, &root, syntax) {
        let group = match &reference.kind {
            ReferenceKind::Group(number) => Some(*number as usize),
            ReferenceKind::Name(name) => syntax.numbers(name).next(),
            _ => None,
        };
        let (from, to) = (utf16.from_byte(reference.span.start), utf16.from_byte(reference.span.end));
        marks.push(Mark::new(from, to, group.map_or(MarkKind::Operator, MarkKind::Group)));
    }
    marks
}
