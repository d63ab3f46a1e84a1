//! The pattern's editor: its groups in their colours, its problems, and each part in words under the pointer.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::JsValue;

use crate::app::actions::rules;
use crate::app::editors::{self, Edited};
use crate::app::platform::editor::{self, Explanation, Language, MOST_MARKS, Mark, MarkKind, Name};
use crate::app::state::Lab;
use crate::core::pattern::explain::explain;
use crate::core::pattern::syntax::{Kind, Node, NodeId, Syntax};
use crate::core::project::RuleText;
use crate::core::text::Span;

pub fn follow(lab: Lab) {
    let read = move || lab.open_rule().map(|(_, rule)| Arc::from(&*rule.pattern)).unwrap_or_default();
    let write = move |text: Arc<str>| rules::type_pattern(lab, text.to_string());
    editors::follow(
        lab,
        Edited {
            over: Box::new(move || {
                let Some((index, rule)) = lab.open_rule() else { return JsValue::NULL };
                lab.linked.with(|linked| {
                    let problems = linked.of_text(index, RuleText::Pattern);
                    let syntax = linked.links.rules.get(index).and_then(|compiled| compiled.syntax());
                    editor::over(&rule.pattern, &problems, &syntax.map(marks).unwrap_or_default())
                })
            }),
            fix: Box::new(move |problem, fix| super::apply_fix(lab, RuleText::Pattern, problem, fix)),
            explain: Box::new(move |offset| part(lab, offset)),
            ..Edited::new(Name::Pattern, Language::Pattern, "Pattern (JavaScript regular expression, no flags)", read, write)
        },
    );
}

fn part(lab: Lab, offset: usize) -> Option<Explanation> {
    let (index, _) = untrack(|| lab.open_rule())?;
    lab.linked.with_untracked(|linked| {
        let parts = explain(linked.links.rules.get(index)?.syntax()?, offset);
        let span = parts.first()?.span;
        let lines: Vec<String> = parts.into_iter().map(|part| part.text).collect();
        Some(Explanation { from: span.start, to: span.end, text: lines.join("\n") })
    })
}

/// Deeper groups keep the colour of the one around them: each is an element in an element.
const MOST_NESTED: usize = 16;

/// What each part is, in UTF-16 units as the tree counts; of a pattern that nobody reads to its end, the beginning.
fn marks(syntax: &Syntax) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut open = vec![(syntax.root, 0)];
    while let Some((id, depth)) = open.pop().filter(|_| marks.len() < MOST_MARKS) {
        let node = syntax.node(id);
        let depth = depth + usize::from(matches!(node.kind, Kind::Capture { .. }));
        open.extend(node.kind.children().iter().rev().map(|child| (*child, depth)));
        if depth > MOST_NESTED {
            continue;
        }
        mark(syntax, node, &mut |span: Span, kind| {
            if span.start < span.end && marks.len() < MOST_MARKS {
                marks.push(Mark::new(span.start, span.end, kind));
            }
        });
    }
    marks
}

fn mark(syntax: &Syntax, node: &Node, put: &mut impl FnMut(Span, MarkKind)) {
    let span = node.span;
    let inside = |id: &NodeId| syntax.node(*id).span;
    match &node.kind {
        Kind::Capture { group, .. } => put(span, MarkKind::Group(*group as usize)),
        Kind::Unit(_) if span.end - span.start > 1 => put(span, MarkKind::Escape),
        Kind::Set(_) | Kind::Class { .. } | Kind::Any => put(span, MarkKind::Set),
        Kind::Start | Kind::End | Kind::Boundary { .. } | Kind::BackReference(_) => put(span, MarkKind::Operator),
        Kind::Repeat { inside: of, .. } => put(Span::new(inside(of).end, span.end), MarkKind::Operator),
        Kind::Group { inside: of, .. } | Kind::Look { inside: of, .. } => {
            put(Span::new(span.start, inside(of).start), MarkKind::Operator);
            put(Span::new(inside(of).end, span.end), MarkKind::Operator);
        }
        Kind::Alternatives(choices) => {
            for pair in choices.windows(2) {
                put(Span::new(inside(&pair[0]).end, inside(&pair[1]).start), MarkKind::Operator);
            }
        }
        Kind::Unit(_) | Kind::Empty | Kind::Sequence(_) => {}
    }
}
