//! The pane below: problems and timeline.

use leptos::prelude::*;

use super::problems::{Counts, ProblemsPane, Spoken};
use super::source::FixAllButton;
use super::timeline;
use crate::app::command::{Command, CommandButton, Face};
use crate::app::components::{Choice, Loaded};
use crate::app::lab::Lab;
use crate::app::store::{Lower, ScreenStoreFields};
use crate::core::profile::Profile;

#[component]
pub fn LowerPane() -> impl IntoView {
    let lab = Lab::of_page();
    let hidden = move |lower| move || lab.screen.lower().get() != lower;
    // Once open, the pane stays: its exchanges keep what they show.
    let opened = Memo::new(move |last: Option<&bool>| last == Some(&true) || lab.screen.lower().get() == Lower::Timeline);
    view! {
        <section class="pane lower" aria-label="Problems and timeline">
            <h2 class="unseen">"Problems and timeline"</h2>
            <Spoken/>
            <div class="toolbar">
                <div class="lower-tabs">
                    <LowerTab lower=Lower::Problems/>
                    <LowerTab lower=Lower::Timeline/>
                </div>
                <span class="of-problems" hidden=hidden(Lower::Problems)><Counts/></span>
                <div class="toolbar-actions of-timeline" hidden=hidden(Lower::Timeline)>
                    <CommandButton command=Command::StepBack face=Face::Wide/>
                    <CommandButton command=Command::StepForward face=Face::Wide/>
                    <CommandButton command=Command::Replay/>
                    <CommandButton command=Command::ClearSteps face=Face::Wide/>
                </div>
                <div class="toolbar-actions of-problems" hidden=hidden(Lower::Problems)>
                    <FixAllButton class="quiet accent narrow"/>
                    <ProfileChoice/>
                </div>
            </div>
            <div class="of-problems lower-body" hidden=hidden(Lower::Problems)><ProblemsPane/></div>
            <div class="of-timeline lower-body" hidden=hidden(Lower::Timeline)><Show when=move || opened.get()><Loaded part=timeline::PART/></Show></div>
        </section>
    }
}

#[component]
fn LowerTab(lower: Lower) -> impl IntoView {
    let lab = Lab::of_page();
    let front = Signal::derive(move || lab.screen.lower().get() == lower);
    let part = (lower == Lower::Timeline).then_some(timeline::PART);
    view! { <CommandButton command=Command::Pane(lower.pane()) class="tab" face=Face::Label part=part pressed=front/> }
}

#[component]
fn ProfileChoice() -> impl IntoView {
    let lab = Lab::of_page();
    let button = move |profile| {
        let chosen = Signal::derive(move || lab.derived.setup.with(|project| project.profile == profile));
        view! { <CommandButton command=Command::Profile(profile) class="" pressed=chosen/> }
    };
    view! { <Choice label="How strictly the documents are applied">{Profile::ALL.map(button).collect_view()}</Choice> }
}
