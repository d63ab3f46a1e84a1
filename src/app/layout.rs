//! The panes: side by side where there is room, one at a time behind tabs where there is not.

use leptos::prelude::*;

use super::actions;
use super::dialogs::{HelpDialog, ProjectsDialog, TemplatesDialog};
use super::header::Header;
use super::panes::payload::PayloadPane;
use super::panes::problems::ProblemsPane;
use super::panes::result::ResultPane;
use super::platform::document;
use super::platform::preferences::Preferences;
use super::shortcuts;
use super::state::{Lab, Pane};
use super::widgets::splitter::{Between, Splitter};
use crate::app::erased::{derived, live, press};

#[component]
pub fn Layout() -> impl IntoView {
    let lab = Lab::here();
    shortcuts::listen(lab);
    Effect::new(|| document::mark("data-ready", "true"));
    let sizes = move || {
        lab.preferences.with(|preferences| {
            let Preferences { source, lower, .. } = preferences;
            format!("--source:calc({source}% / 10);--lower:calc({lower}% / 10)")
        })
    };
    let change = move |edit: &dyn Fn(&mut Preferences)| lab.preferences.update(|preferences| edit(preferences));
    let usual = Preferences::default();
    view! {
        <div class="lab" data-pane=derived(move || lab.pane.get().name()) style=sizes>
            <Header/>
            <Tabs/>
            <main class="panes">
                <div class="upper">
                    <PayloadPane/>
                    <Splitter
                        between=Between::LeftAndRight
                        label="Width of the source"
                        value=Signal::derive(move || lab.preferences.with(|preferences| preferences.source))
                        set=move |value| change(&|preferences| preferences.source = value)
                        usual=usual.source
                    />
                    <ResultPane/>
                </div>
                <Splitter
                    between=Between::AboveAndBelow
                    label="Height of the problems"
                    value=Signal::derive(move || lab.preferences.with(|preferences| preferences.lower))
                    set=move |value| change(&|preferences| preferences.lower = value)
                    usual=usual.lower
                />
                <ProblemsPane/>
            </main>
            <Announcement/>
            <TemplatesDialog/>
            <ProjectsDialog/>
            <HelpDialog/>
        </div>
    }
}

impl Pane {
    pub fn name(self) -> &'static str {
        match self {
            Self::Payload => "payload",
            Self::Preview => "preview",
            Self::Problems => "problems",
        }
    }
}

/// Where there is room for one pane only.
#[component]
fn Tabs() -> impl IntoView {
    let lab = Lab::here();
    let problems = move || lab.analysis.with(|checked| checked.analysis.diagnostics.len());
    let tab = move |pane: Pane, action: &'static str, name: &'static str| {
        view! {
            <button
                type="button"
                data-action=action
                aria-pressed=derived(move || (lab.pane.get() == pane).to_string())
                on:click=press(move || actions::bring_forward(lab, pane))
            >
                {name}
                {live(move || (pane == Pane::Problems && problems() > 0).then(|| view! { <span class="count">{problems}</span> }))}
            </button>
        }
    };
    view! {
        <nav class="tabs" aria-label="Panes">
            {tab(Pane::Payload, "pane:payload", "Payload")}
            {tab(Pane::Preview, "pane:preview", "Preview")}
            {tab(Pane::Problems, "pane:problems", "Problems")}
        </nav>
    }
}

/// What was just done: said to a screen reader, shown for a moment.
#[component]
fn Announcement() -> impl IntoView {
    let said = Lab::here().announcement;
    // Two names of one animation, in turn: the browser starts it anew only when the name changes.
    let turn = move || {
        said.with(|(times, _)| match times {
            0 => "none",
            times if times % 2 == 0 => "even",
            _ => "odd",
        })
    };
    view! { <p class="announcement" data-turn=turn role="status" aria-live="polite">{live(move || said.with(|(_, text)| text.clone()))}</p> }
}
