//! The pane below: problems and timeline.

use leptos::prelude::*;

use super::problems::{Counts, ProblemsPane, Spoken, WaitingNotes};
use super::source::FixAllButton;
use super::timeline;
use crate::app::command::{Command, CommandButton, CommandChoice, Face};
use crate::app::components::{Choice, Loaded};
use crate::app::lab::Lab;
use crate::app::store::{Lower, Pane, ScreenStoreFields};
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
                <Choice label="Problems and timeline" class="lower-tabs" role="tablist">
                    <LowerTab lower=Lower::Problems/>
                    <LowerTab lower=Lower::Timeline/>
                </Choice>
                <span class="of-problems told-counts" hidden=hidden(Lower::Problems)><Counts/><WaitingNotes/></span>
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
            <div class="of-problems lower-body" role="tabpanel" id=Pane::Problems.panel() aria-label="Problems" hidden=hidden(Lower::Problems)><ProblemsPane/></div>
            <div class="of-timeline lower-body" role="tabpanel" id=Pane::Timeline.panel() aria-label="Timeline" hidden=hidden(Lower::Timeline)><Show when=move || opened.get()><Loaded part=timeline::PART/></Show></div>
        </section>
    }
}

#[component]
fn LowerTab(lower: Lower) -> impl IntoView {
    let lab = Lab::of_page();
    let front = Signal::derive(move || lab.screen.lower().get() == lower);
    let part = (lower == Lower::Timeline).then_some(timeline::PART);
    view! { <CommandButton command=Command::Pane(lower.pane()) class="tab" face=Face::Label part=part pressed=front panel=Some(lower.pane().panel())/> }
}

#[component]
fn ProfileChoice() -> impl IntoView {
    let lab = Lab::of_page();
    let all = Profile::ALL;
    let chosen = Memo::new(move |_| lab.derived.setup.with(|project| all.iter().position(|one| *one == project.profile)));
    view! { <CommandChoice label="How strictly the documents are applied" commands=all.map(Command::Profile).into() chosen=chosen/> }
}
