//! The readiness checklist.

use leptos::prelude::*;

use super::Section;
use crate::app::command::{Command, entry};
use crate::app::components::{Icon, IconName, Prose, Rows, aria};
use crate::app::lab::Lab;
use crate::app::store::{Pane, ScreenStoreFields, Source};
use crate::core::diagnostic::Diagnostic;
use crate::core::integration::readiness::{Item, StepState, readiness};
use crate::core::place::{RuleText, Where};

#[component]
pub fn ReadySection() -> impl IntoView {
    let lab = Lab::of_page();
    let items = Memo::new(move |_| items(lab));
    let done = move || items.with(|items| items.iter().filter(|item| is_done(item)).count());
    let count = Signal::derive(move || match items.with(Vec::len) {
        0 => String::new(),
        all => format!("{} of {all}", done()),
    });
    view! {
        <Section title="Ready?" note=count note_id="ready-count" open=true>
            <ul class="ready" id="ready">
                <Rows
                    items=move || items.get()
                    key=|item: &Item| item.id
                    row=|id, item| view! { <ReadyItem id=id item=item/> }.into_any()
                />
            </ul>
        </Section>
    }
}

/// None while the pane is not open, so that no key elsewhere makes a list.
fn items(lab: Lab) -> Vec<Item> {
    if lab.screen.source().get() != Source::Integration {
        return Vec::new();
    }
    let derived = lab.derived;
    let (around, rules, payload) = (derived.around.get(), derived.rules.get(), derived.payload.get());
    let all = around.diagnostics.iter().chain(&*rules.analysis.diagnostics).chain(&payload.analysis.diagnostics);
    let problems: Vec<&Diagnostic> = all.collect();
    lab.document.project.with(|project| readiness(project, &problems))
}

fn is_done(item: &Item) -> bool {
    matches!(item.state, StepState::Done | StepState::ByHand(true))
}

#[component]
fn ReadyItem(id: &'static str, item: RwSignal<Item>) -> impl IntoView {
    let state = move || item.with(|item| item.state);
    let name = move || match state() {
        StepState::ByHand(false) => "by-hand",
        StepState::Done | StepState::ByHand(true) => "done",
        StepState::Open => "open",
    };
    let by_hand = Memo::new(move |_| matches!(state(), StepState::ByHand(_)));
    view! {
        <li data-ready=name data-step=id>
            {move || if by_hand.get() {
                view! { <Tick id=id item=item/> }.into_any()
            } else {
                view! { <Computed item=item/> }.into_any()
            }}
        </li>
    }
}

#[component]
fn Says(item: RwSignal<Item>) -> impl IntoView {
    let title = item.with_untracked(|item| item.title);
    let icon = Signal::derive(move || if item.with(is_done) { IconName::CircleCheck } else { IconName::CircleDashed });
    let detail = Signal::derive(move || item.with(|item| item.detail.clone()));
    let spoken = move || match item.with(|item| item.state) {
        StepState::Done => "done: ",
        StepState::Open => "open: ",
        StepState::ByHand(_) => "",
    };
    view! {
        <Icon name=icon/>
        <span class="unseen">{spoken}</span>
        <span class="ready-says">
            <span class="ready-title">{title}</span>
            <span class="note"><Prose text=detail/></span>
        </span>
    }
}

/// A step that only the person knows of.
#[component]
fn Tick(id: &'static str, item: RwSignal<Item>) -> impl IntoView {
    let lab = Lab::of_page();
    view! {
        <button
            type="button"
            class="ready-row"
            role="checkbox"
            aria-checked=move || aria(item.with(is_done))
            data-action="tick"
            data-step=id
            on:click=move |_| Command::Tick(id).run(lab)
        >
            <Says item=item/>
        </button>
    }
}

/// A step that follows from the project; it leads to what is open.
#[component]
fn Computed(item: RwSignal<Item>) -> impl IntoView {
    let lab = Lab::of_page();
    let goes = Memo::new(move |_| item.with(|item| item.place.map(leads_to)));
    view! {
        <button
            type="button"
            class="ready-row"
            data-action=move || goes.get().map(|command| entry(&command).name.into_owned())
            on:click=move |_| _ = goes.get_untracked().map(|command| command.run(lab))
        >
            <Says item=item/>
        </button>
    }
}

/// Where the person changes a text.
fn leads_to(place: Where) -> Command {
    match place {
        Where::Setting(setting) => Command::GoToSetting(setting),
        Where::Rule { text, .. } if text != RuleText::Payload => Command::Pane(Pane::Rules),
        Where::Update | Where::Service(_) | Where::Message => Command::Pane(Pane::Integration),
        Where::Payload | Where::Rule { .. } => Command::Pane(Pane::Payload),
    }
}
