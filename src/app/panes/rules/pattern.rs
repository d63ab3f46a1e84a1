//! The pattern's editor: its groups in their colors, its problems, and each part explained under the pointer.

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::actions::rules::{apply_offered, type_pattern};
use crate::app::browser::editor::{Explanation, Language};
use crate::app::components::{CodeEditor, EditorHost, MOST_MARKS, Mark, MarkKind, overlay};
use crate::app::lab::Lab;
use crate::app::panes::payload::editor_host;
use crate::app::store::EditorName;
use crate::core::pattern::explain::explain;
use crate::core::pattern::syntax::{Node, NodeId, NodeKind, Syntax};
use crate::core::place::RuleText;
use crate::core::text::Span;

#[component]
pub fn PatternEditor() -> impl IntoView {
    let lab = Lab::of_page();
    let text = Memo::new(move |_| {
        lab.derived.open_rule.with(|open| open.as_ref().map(|open| Arc::<str>::from(&*open.rule.pattern)).unwrap_or_default())
    });
    let host = EditorHost {
        change: Callback::new(move |text: Arc<str>| type_pattern(lab, text.to_string())),
        fix: Callback::new(move |(problem, fix)| apply_offered(lab, RuleText::Pattern, problem, fix)),
        explain: Callback::new(move |offset| explanation(lab, offset)),
        ..editor_host(lab)
    };
    view! {
        <CodeEditor
            editors=lab.editors
            name=EditorName::Pattern.name()
            class="one-line"
            language=Language::Pattern
            label="Pattern (JavaScript regular expression, no flags)"
            text=text
            overlay=Signal::derive(move || over(lab))
            host=host
            focus=lab.editor_focus(EditorName::Pattern)
        />
    }
}

fn over(lab: Lab) -> String {
    let Some(open) = lab.derived.open_rule.get() else { return String::new() };
    lab.derived.rules.with(|rules| {
        let problems = rules.of_text(open.index, RuleText::Pattern);
        let syntax = rules.links.rules.get(open.index).and_then(|compiled| compiled.syntax());
        overlay(&open.rule.pattern, &problems, &syntax.map(marks).unwrap_or_default())
    })
}

fn explanation(lab: Lab, offset: usize) -> Option<Explanation> {
    let open = lab.open_rule()?;
    lab.derived.rules.with_untracked(|rules| {
        let parts = explain(rules.links.rules.get(open.index)?.syntax()?, offset);
        let span = parts.first()?.span;
        let lines: Vec<String> = parts.into_iter().map(|part| part.text).collect();
        Some(Explanation { from: span.start, to: span.end, text: lines.join("\n") })
    })
}

/// Groups nested deeper keep the color of their parent: every level is one more DOM element.
const MOST_NESTED: usize = 16;

/// What each part is, in UTF-16 units as the tree counts; of a pattern that nobody reads to its end, the beginning.
fn marks(syntax: &Syntax) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut open = vec![(syntax.root, 0)];
    while let Some((id, depth)) = open.pop().filter(|_| marks.len() < MOST_MARKS) {
        let node = syntax.node(id);
        let depth = depth + usize::from(matches!(node.kind, NodeKind::Capture { .. }));
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
        NodeKind::Capture { group, .. } => put(span, MarkKind::Group(*group as usize)),
        NodeKind::Unit(_) if span.end - span.start > 1 => put(span, MarkKind::Escape),
        NodeKind::Set(_) | NodeKind::Class { .. } | NodeKind::Any => put(span, MarkKind::Set),
        NodeKind::Start | NodeKind::End | NodeKind::Boundary { .. } | NodeKind::BackReference(_) => put(span, MarkKind::Operator),
        NodeKind::Repeat { inside: of, .. } => put(Span::new(inside(of).end, span.end), MarkKind::Operator),
        NodeKind::Group { inside: of, .. } | NodeKind::Look { inside: of, .. } => {
            put(Span::new(span.start, inside(of).start), MarkKind::Operator);
            put(Span::new(inside(of).end, span.end), MarkKind::Operator);
        }
        NodeKind::Alternatives(choices) => {
            for pair in choices.windows(2) {
                put(Span::new(inside(&pair[0]).end, inside(&pair[1]).start), MarkKind::Operator);
            }
        }
        NodeKind::Unit(_) | NodeKind::Empty | NodeKind::Sequence(_) => {}
    }
}
