//! Going from problem to problem, by key.

use leptos::prelude::*;

use super::navigation::reveal;
use crate::app::lab::Lab;
use crate::app::store::{EditorName, OpenRule, ScreenStoreFields, Source, Target};
use crate::core::place::{RuleText, Where};
use crate::core::project::UrlList;
use crate::core::severity::Severity;
use crate::core::text::Span;
use crate::core::utf16::Utf16;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    Forwards,
    Backwards,
}

/// Goes to the problem after the cursor, or before it; from the last one to the first.
pub fn next(lab: Lab, direction: Direction) {
    let check = lab.derived.payload.get_untracked();
    if lab.screen.source().get_untracked() == Source::Rules || check.analysis.diagnostics.is_empty() {
        return next_of_rules(lab, direction);
    }
    let cursor = Utf16::new(&check.text).to_byte(lab.editors.cursor(EditorName::Payload.name()));
    let spans: Vec<Span> = check.analysis.diagnostics.iter().map(|diagnostic| diagnostic.span).collect();
    let next = match direction {
        Direction::Forwards => spans.iter().find(|span| span.start > cursor).or(spans.first()),
        Direction::Backwards => spans.iter().rev().find(|span| span.end < cursor).or(spans.last()),
    };
    if let Some(span) = next {
        reveal(lab, Where::Payload, *span);
    }
}

fn next_of_rules(lab: Lab, direction: Direction) {
    let editing_rules = lab.screen.source().get_untracked() == Source::Rules;
    let places: Vec<(Where, Span)> = lab.derived.rules.with_untracked(|rules| {
        let listed = rules.analysis.diagnostics.iter().filter(|found| editing_rules || found.severity != Severity::Info);
        listed.map(|found| (found.source, found.span)).collect()
    });
    let Some(last) = places.len().checked_sub(1) else {
        return lab.announce("No problems");
    };
    let next = match (come_from(lab, &places), direction) {
        (From::Problem(at), Direction::Forwards) => at + 1,
        (From::Problem(at), Direction::Backwards) => at.checked_sub(1).unwrap_or(last),
        (From::Between(_, behind), Direction::Forwards) => behind,
        (From::Between(before, _), Direction::Backwards) => before.checked_sub(1).unwrap_or(last),
    };
    if let Some((source, span)) = places.get(if next > last { 0 } else { next }) {
        lab.screen.visited().set(Some((*source, *span)));
        reveal(lab, *source, *span);
    }
}

/// Where the person is among the problems.
enum From {
    /// At this one, which was visited last.
    Problem(usize),
    /// In a text: the number of problems before it, and the number before what follows it.
    Between(usize, usize),
}

fn come_from(lab: Lab, places: &[(Where, Span)]) -> From {
    let visited = lab.screen.visited().get_untracked();
    let last = visited.and_then(|visited| places.iter().position(|place| *place == visited));
    let open = lab.open_rule();
    let focused = open.as_ref().and_then(|open| focused_text(lab, open));
    let Some((open, text)) = open.zip(focused) else {
        return last.map_or(From::Between(0, 0), From::Problem);
    };
    let here = Where::Rule { index: open.index, text };
    // An editor goes through its own problems before the page is asked.
    let is_editor = matches!(text, RuleText::Pattern | RuleText::Placeholders);
    if let Some(last) = last.filter(|last| !is_editor && places[*last].0 == here) {
        return From::Problem(last);
    }
    let order = |source: Where| match source {
        Where::Rule { index, text } if index == open.index => (index, open.rule.rank(text)),
        Where::Rule { index, .. } => (index, 0),
        Where::Payload | Where::Update | Where::Setting(_) | Where::Service(_) | Where::Message => (0, 0),
    };
    let count = |reaches: &dyn Fn((usize, usize)) -> bool| places.iter().filter(|(source, _)| reaches(order(*source))).count();
    From::Between(count(&|one| one < order(here)), count(&|one| one <= order(here)))
}

/// The text of the open rule that has the focus.
fn focused_text(lab: Lab, open: &OpenRule) -> Option<RuleText> {
    match lab.screen.focused().get_untracked()? {
        Target::Editor(EditorName::Pattern) => Some(RuleText::Pattern),
        Target::Editor(EditorName::Placeholders) => Some(RuleText::Placeholders),
        Target::Url(url) => open.rule.list_of(url).map(|(list, at)| match list {
            UrlList::Samples => RuleText::Sample(at),
            UrlList::Excluded => RuleText::Excluded(at),
        }),
        _ => None,
    }
}
