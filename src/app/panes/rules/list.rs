//! The rules one below another: the first one that matches a URL wins. A rule is moved by its grip: dragged by mouse, pen or
//! finger, or by the arrow keys. Nothing moves before it is dropped; a line shows where it would go.

use std::sync::Arc;

use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::html;
use leptos::prelude::*;
use web_sys::Element;

use crate::app::actions::rules::{nudge, reorder};
use crate::app::command::Command;
use crate::app::components::{Icon, IconName, Rows, take_focus};
use crate::app::lab::Lab;
use crate::app::store::{RulesCheck, Target};
use crate::core::project::{LinkRule, RuleId};

/// Characters of a pattern that a row shows: more do not fit.
const MOST_SHOWN: usize = 200;

/// What a row shows.
#[derive(Clone, PartialEq)]
struct RuleRow {
    rule: Arc<LinkRule>,
    index: usize,
    verdict: Verdict,
}

/// `2 of 3`: how many of its URLs have the verdict that they must have.
#[derive(Clone, Copy, PartialEq)]
enum Verdict {
    Broken,
    NoUrls,
    Counted { right: usize, all: usize },
}

/// A rule that is being dragged.
#[derive(Clone, Copy, PartialEq)]
struct Drag {
    rule: RuleId,
    from: usize,
    /// The place among the rows that the pointer is at.
    place: usize,
}

impl Drag {
    /// Where the rule comes to stand: taken out first, it leaves a gap.
    fn target(self) -> usize {
        if self.place > self.from { self.place - 1 } else { self.place }
    }

    /// The side of a row that shows the line.
    fn line_at(self, index: usize, len: usize) -> Option<&'static str> {
        if self.target() == self.from {
            None
        } else if self.place == index {
            Some("before")
        } else {
            (self.place == len && index + 1 == len).then_some("after")
        }
    }
}

#[component]
pub fn RuleList() -> impl IntoView {
    let lab = Lab::of_page();
    let list = NodeRef::<html::Ol>::new();
    let drag = RwSignal::new(None::<Drag>);
    view! {
        <ol class="rule-list" id="rule-list" aria-label="Link rules. The first one that matches a URL wins" node_ref=list>
            <Rows
                items=move || lab.derived.rules.with(rows)
                key=|row: &RuleRow| row.rule.id
                row=move |id, row| view! { <RuleItem id=id row=row list=list drag=drag/> }.into_any()
            />
        </ol>
    }
}

fn rows(rules: &RulesCheck) -> Vec<RuleRow> {
    let row = |(index, rule): (usize, &Arc<LinkRule>)| RuleRow { rule: rule.clone(), index, verdict: verdict(rules, index) };
    rules.rules.iter().enumerate().map(row).collect()
}

fn verdict(rules: &RulesCheck, index: usize) -> Verdict {
    let (right, all) = rules.analysis.rules.get(index).map_or((0, 0), |rule| rule.counts());
    if rules.links.rules.get(index).is_some_and(|compiled| compiled.pattern.is_err() || compiled.text.is_empty()) {
        Verdict::Broken
    } else if all == 0 {
        Verdict::NoUrls
    } else {
        Verdict::Counted { right, all }
    }
}

#[component]
fn RuleItem(id: RuleId, row: RwSignal<RuleRow>, list: NodeRef<html::Ol>, drag: RwSignal<Option<Drag>>) -> impl IntoView {
    let lab = Lab::of_page();
    let index = Memo::new(move |_| row.with(|row| row.index));
    let name = Memo::new(move |_| row.with(|row| row.rule.name.trim().to_owned()));
    let name = move || Some(name.get()).filter(|name| !name.is_empty()).unwrap_or_else(|| "No name".to_owned());
    let pattern = move || row.with(|row| row.rule.pattern.chars().take(MOST_SHOWN).collect::<String>());
    let is_open = Memo::new(move |_| lab.derived.open_rule.with(|open| open.as_ref().is_some_and(|open| open.rule.id == id)));
    let takes = Memo::new(move |_| lab.derived.taken.with(|taken| taken.rule) == Some(index.get()));
    let line = move || drag.get()?.line_at(index.get(), lab.derived.rules.with(|rules| rules.rules.len()));
    view! {
        <li class="rule-row" data-rule-row=index data-takes=move || takes.get().then_some("true") data-drop=line>
            <Grip id=id index=index name=Signal::derive(name) list=list drag=drag/>
            <button
                type="button"
                class="rule-open"
                data-action="rule-open"
                aria-current=move || is_open.get().then_some("true")
                on:click=move |_| Command::OpenRule(id).run(lab)
                use:take_focus=lab.focus_request(Target::RuleRow(id))
            >
                <span class="rule-name">{name}</span>
                <code class="rule-pattern">{pattern}</code>
                <VerdictBadge verdict=Signal::derive(move || row.with(|row| row.verdict))/>
            </button>
        </li>
    }
}

#[component]
fn VerdictBadge(verdict: Signal<Verdict>) -> impl IntoView {
    let look = move || match verdict.get() {
        Verdict::NoUrls => ("soft", IconName::Info),
        Verdict::Counted { right, all } if right == all => ("good", IconName::Check),
        Verdict::Broken | Verdict::Counted { .. } => ("bad", IconName::CircleX),
    };
    let words = move || match verdict.get() {
        Verdict::Broken => "No pattern".to_owned(),
        Verdict::NoUrls => "No URLs".to_owned(),
        Verdict::Counted { right, all } => format!("{right} of {all}"),
    };
    view! {
        <span class=move || format!("rule-verdict {}", look().0)>
            <Icon name=Signal::derive(move || look().1)/>
            {words}
        </span>
    }
}

/// The button that moves a rule.
#[component]
fn Grip(
    id: RuleId,
    index: Memo<usize>,
    name: Signal<String>,
    list: NodeRef<html::Ol>,
    drag: RwSignal<Option<Drag>>,
) -> impl IntoView {
    let lab = Lab::of_page();
    let grip = NodeRef::<html::Button>::new();
    let place = move |event: &PointerEvent| list.get_untracked().map_or(0, |list| rows_above(&list, event));
    let grab = move |event: PointerEvent| {
        if let Some(grip) = grip.get_untracked() {
            grip.set_pointer_capture(event.pointer_id()).ok();
            let from = index.get_untracked();
            drag.set(Some(Drag { rule: id, from, place: from }));
        }
    };
    let carry = move |event: PointerEvent| {
        if let Some(dragged) = drag.get_untracked() {
            drag.set(Some(Drag { place: place(&event), ..dragged }));
        }
    };
    let drop = move |event: PointerEvent| {
        if let Some(dragged) = drag.get_untracked() {
            drag.set(None);
            reorder(lab, dragged.rule, Drag { place: place(&event), ..dragged }.target());
        }
    };
    let press = move |event: KeyboardEvent| {
        let up = event.key() == "ArrowUp";
        if up || event.key() == "ArrowDown" {
            event.prevent_default();
            nudge(lab, id, up);
        }
    };
    view! {
        <button
            type="button"
            class="grip"
            data-action="grip"
            aria-label=move || format!("Move rule {}: drag, or press the arrow keys", name.get())
            title="Drag, or press the arrow keys. The first rule that matches a URL wins"
            node_ref=grip
            on:pointerdown=grab
            on:pointermove=carry
            on:pointerup=drop
            on:pointercancel=move |_| drag.set(None)
            on:keydown=press
            use:take_focus=lab.focus_request(Target::Grip(id))
        >
            <Icon name=IconName::Grip/>
        </button>
    }
}

/// Counts the rows whose middle is above the pointer.
fn rows_above(list: &Element, event: &PointerEvent) -> usize {
    let y = f64::from(event.client_y());
    let rows = list.children();
    let middle = |row: Element| {
        let rect = row.get_bounding_client_rect();
        rect.top() + rect.height() / 2.0
    };
    (0..rows.length()).filter_map(|index| rows.item(index)).filter(|row| middle(row.clone()) < y).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drag(from: usize, place: usize) -> Drag {
        Drag { rule: RuleId::default(), from, place }
    }

    #[test]
    fn a_rule_leaves_a_gap() {
        assert_eq!([(0, 2), (2, 0), (1, 1), (1, 2)].map(|(from, place)| drag(from, place).target()), [1, 0, 1, 1]);
    }

    #[test]
    fn the_line_shows_where_the_rule_would_go() {
        let lines = |drag: Drag| [0, 1, 2].map(|index| drag.line_at(index, 3));
        assert_eq!(lines(drag(0, 2)), [None, None, Some("before")]);
        assert_eq!(lines(drag(0, 3)), [None, None, Some("after")]);
        assert_eq!(lines(drag(1, 2)), [None; 3]);
    }
}
