//! The rules one below another: the first one that matches a URL wins. A rule is moved by its grip: dragged, or by the arrow keys.

use std::sync::Arc;

use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;

use crate::app::actions::rules::{nudge, reorder};
use crate::app::command::Command;
use crate::app::components::{Drag, Grip, Icon, IconName, Rows, take_focus};
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
            <Grip
                index=index
                list=list
                drag=drag
                on_move=move |to| reorder(lab, id, to)
                attr:aria-label=move || format!("Move rule {}: drag, or press the arrow keys", name())
                attr:title="Drag, or press the arrow keys. The first rule that matches a URL wins"
                on:keydown=move |event| press(lab, id, &event)
                use:take_focus=lab.focus_request(Target::Grip(id))
            />
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

/// The arrow keys on the grip of a rule.
fn press(lab: Lab, id: RuleId, event: &KeyboardEvent) {
    let up = event.key() == "ArrowUp";
    if up || event.key() == "ArrowDown" {
        event.prevent_default();
        nudge(lab, id, up);
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
