//! The editor of the placeholder attributes: what refers to a group has the group's colour.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::JsValue;

use crate::app::actions::rules;
use crate::app::editors::{self, Edited};
use crate::app::platform::editor::{self, Language, Mark, MarkKind, Name};
use crate::app::state::Lab;
use crate::core::complete::groups;
use crate::core::json::Source;
use crate::core::pattern::replace::ReferenceKind;
use crate::core::pattern::syntax::Syntax;
use crate::core::placeholders::references;
use crate::core::project::RuleText;
use crate::core::utf16::Utf16;

pub fn follow(lab: Lab) {
    let read = move || lab.open_rule().map(|(_, rule)| rule.placeholders.clone()).unwrap_or_default();
    let write = move |text: Arc<str>| rules::type_placeholders(lab, text);
    editors::follow(
        lab,
        Edited {
            over: Box::new(move || {
                let Some((index, rule)) = lab.open_rule() else { return JsValue::NULL };
                lab.linked.with(|linked| {
                    let problems = linked.of_text(index, RuleText::Placeholders);
                    let syntax = linked.links.rules.get(index).and_then(|compiled| compiled.syntax());
                    let marks = syntax.map(|syntax| marks(&rule.placeholders, syntax)).unwrap_or_default();
                    editor::over(&rule.placeholders, &problems, &marks)
                })
            }),
            fix: Box::new(move |problem, fix| super::apply_fix(lab, RuleText::Placeholders, problem, fix)),
            complete: Box::new(move |offset| {
                let Some((index, rule)) = untrack(|| lab.open_rule()) else { return JsValue::NULL };
                lab.linked.with_untracked(|linked| {
                    let groups = linked.links.rules.get(index).map(|compiled| groups(&rule, compiled)).unwrap_or_default();
                    editor::completions(&rule.placeholders, offset, &groups)
                })
            }),
            ..Edited::new(Name::Placeholders, Language::Json, "Placeholder attributes (JSON)", read, write)
        },
    );
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
