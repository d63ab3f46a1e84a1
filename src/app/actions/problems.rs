//! Going from problem to problem, by key.

use leptos::prelude::*;

use super::rules::List;
use super::{announce, reveal};
use crate::app::panes::rules::group_of;
use crate::app::platform::editor;
use crate::app::state::{Lab, Screen};
use crate::core::diagnostic::Severity;
use crate::core::project::{RuleText, Where};
use crate::core::text::Span;
use crate::core::utf16::Utf16;

/// Goes to the problem after the cursor, or before it; from the last one to the first.
pub fn next_problem(lab: Lab, backwards: bool) {
    let checked = lab.analysis.get_untracked();
    if lab.screen.with_untracked(Screen::editing_rules) || checked.analysis.diagnostics.is_empty() {
        return next_of_rules(lab, backwards);
    }
    let cursor = Utf16::new(&checked.text).to_byte(editor::cursor());
    let spans: Vec<Span> = checked.analysis.diagnostics.iter().map(|diagnostic| diagnostic.span).collect();
    let next = if backwards {
        spans.iter().rev().find(|span| span.end < cursor).or(spans.last())
    } else {
        spans.iter().find(|span| span.start > cursor).or(spans.first())
    };
    if let Some(span) = next {
        reveal(lab, Where::Payload, *span);
    }
}

/// Goes to the problem of link rules behind the place that is edited, or before it; from the last one to the first.
fn next_of_rules(lab: Lab, backwards: bool) {
    let editing_rules = lab.screen.with_untracked(Screen::editing_rules);
    let places: Vec<(Where, Span)> = lab.linked.with_untracked(|linked| {
        let listed = linked.analysis.diagnostics.iter().filter(|found| editing_rules || found.severity != Severity::Info);
        listed.map(|found| (found.source, found.span)).collect()
    });
    let Some(last) = places.len().checked_sub(1) else {
        return announce(lab, "no problems".to_owned());
    };
    let next = match (come_from(lab, &places), backwards) {
        (From::Problem(at), false) => at + 1,
        (From::Problem(at), true) => at.checked_sub(1).unwrap_or(last),
        (From::Between(_, behind), false) => behind,
        (From::Between(before, _), true) => before.checked_sub(1).unwrap_or(last),
    };
    if let Some((source, span)) = places.get(if next > last { 0 } else { next }) {
        lab.held.update_value(|held| held.problem = Some((*source, *span)));
        reveal(lab, *source, *span);
    }
}

/// Where the person is among the problems.
enum From {
    /// At one, since that was gone to last.
    Problem(usize),
    /// In a text: so many problems stand before it, and so many before what follows it.
    Between(usize, usize),
}

fn come_from(lab: Lab, places: &[(Where, Span)]) -> From {
    let last = lab.held.with_value(|held| held.problem).and_then(|last| places.iter().position(|place| *place == last));
    let open = untrack(|| lab.open_rule());
    let (Some((index, rule)), Some(text)) = (open, focused_text()) else {
        return last.map_or(From::Between(0, 0), From::Problem);
    };
    let here = Where::Rule { index, text };
    // An editor goes through its own problems before the page is asked.
    let is_editor = matches!(text, RuleText::Pattern | RuleText::Placeholders);
    if let Some(last) = last.filter(|last| !is_editor && places[*last].0 == here) {
        return From::Problem(last);
    }
    let order = |source: Where| match source {
        Where::Rule { index: other, text } if other == index => (other, text.rank(&rule)),
        Where::Rule { index: other, .. } => (other, 0),
        Where::Payload | Where::Update | Where::Setting(_) | Where::Service(_) | Where::Message => (0, 0),
    };
    let count = |reaches: &dyn Fn((usize, usize)) -> bool| places.iter().filter(|(source, _)| reaches(order(*source))).count();
    From::Between(count(&|one| one < order(here)), count(&|one| one <= order(here)))
}

/// The text of the open rule that has the focus.
fn focused_text() -> Option<RuleText> {
    let focused = leptos::prelude::document().active_element()?;
    if let Some(editor) = focused.closest("[data-editor=pattern], [data-editor=placeholders]").ok()? {
        let pattern = editor.get_attribute("data-editor").as_deref() == Some("pattern");
        return Some(if pattern { RuleText::Pattern } else { RuleText::Placeholders });
    }
    group_of(&focused).map(|(list, at)| match list {
        List::Required => RuleText::Sample(at),
        List::Excluded => RuleText::Excluded(at),
    })
}
