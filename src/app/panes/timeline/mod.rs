//! The timeline: every event with the requests that it causes, and what is on screen after it.

mod events;
mod exchange;
mod step;
mod world;

use std::ops::Range;

use leptos::html;
use leptos::prelude::*;
use leptos::wasm_split::wasm_split;
use leptos_use_media_query::use_media_query;

use crate::app::browser::frame::after_effects;
use crate::app::browser::scroll::into_view;
use crate::app::command::{Command, CommandButton};
use crate::app::components::{Icon, IconName, NotLoaded, Part, PartView, Prose, Rows};
use crate::app::lab::Lab;
use crate::app::store::{Lower, ScreenStoreFields, place};
use crate::core::integration::simulator::{Step, World};
use crate::core::state::State;

pub use exchange::DialogueBox;

/// Loads when it is first opened.
pub const PART: Part = Part(|| Box::pin(load()));

#[wasm_split(timeline, wasm_split_path = ::leptos::wasm_split, fallible)]
fn load() -> Result<PartView, NotLoaded> {
    Ok(|| view! { <TimelinePane/> }.into_any())
}

/// One step, with its place in the list.
#[derive(Clone, PartialEq)]
struct Played {
    index: usize,
    step: Step,
}

/// What a state shows.
pub fn words(state: State) -> &'static str {
    match state {
        State::Plain => "Plain link",
        State::Placeholder => "Placeholder",
        State::Connect => "Asks to connect",
        State::Loaded => "Loaded",
        State::Error => "Error",
        State::LoadedWithError => "Loaded, with an error",
        State::Updated => "Updated",
        State::Deleted => "Deleted",
    }
}

/// The number of events that are played; followed.
fn at(lab: Lab) -> usize {
    place(lab.screen.played().get(), lab.derived.steps.with(Vec::len))
}

/// The world after the step that is shown.
fn world(lab: Lab) -> Option<World> {
    let last = at(lab).checked_sub(1)?;
    lab.derived.steps.with(|steps| steps.get(last).map(|step| step.after.clone()))
}

#[component]
pub fn TimelinePane() -> impl IntoView {
    let lab = Lab::of_page();
    view! {
        <div class="timeline">
            <events::EventButtons/>
            <Steps/>
            <div class="world" id="world" role="status"><world::WorldFacts world=Memo::new(move |_| world(lab))/></div>
        </div>
    }
}

/// The steps that are drawn before and after the one that is shown: a project can hold ten thousand.
const AROUND: usize = 50;

/// The steps that are drawn, of so many.
fn window(place: usize, steps: usize) -> Range<usize> {
    place.saturating_sub(AROUND)..steps.min(place + AROUND)
}

/// Leads to steps that are not drawn.
fn hidden(steps: usize, words: &str, nearest: usize) -> Option<AnyView> {
    let words = format!("{steps} {words} step{}", if steps == 1 { "" } else { "s" });
    (steps > 0).then(|| {
        view! { <li class="note"><CommandButton command=Command::GoToStep(nearest)>{words}</CommandButton></li> }.into_any()
    })
}

#[component]
fn Steps() -> impl IntoView {
    let lab = Lab::of_page();
    let list = NodeRef::<html::Ol>::new();
    let place = Memo::new(move |_| at(lab));
    let drawn = Memo::new(move |_| window(place.get(), lab.derived.steps.with(Vec::len)));
    let played = move || {
        let played = |(index, step): (usize, &Step)| Played { index, step: step.clone() };
        let drawn = drawn.get();
        lab.derived
            .steps
            .with(|steps| steps.iter().enumerate().skip(drawn.start).take(drawn.len()).map(played).collect::<Vec<_>>())
    };
    let earlier = move || drawn.with(|drawn| hidden(drawn.start, "earlier", drawn.start));
    let later =
        move || drawn.with(|drawn| hidden(lab.derived.steps.with(Vec::len).saturating_sub(drawn.end), "later", drawn.end + 1));
    let is_empty = Memo::new(move |_| lab.derived.steps.with(Vec::is_empty));
    // The exchanges of another project are not open.
    let key = move |played: &Played| (lab.document.id(), played.index);
    let row = move |(_, index): (_, usize), played| {
        view! {
            <step::StepItem index=index played=played place=place/>
            <Show when=move || place.get() == index + 1><Refusal/></Show>
        }
        .into_any()
    };
    keep_in_view(lab, list, place, drawn);
    view! {
        <ol class="steps" id="steps" aria-label="What happened" node_ref=list>
            <Show when=move || is_empty.get() && lab.screen.refused().read().is_none()>
                <li class="note nothing-yet">
                    "Nothing has happened yet. Begin with “First paste”: this list shows every request that follows, and the drawing \
                     shows what the user sees"
                </li>
            </Show>
            {earlier}
            <Rows items=played key=key row=row/>
            {later}
            <Show when=move || place.get() == 0><Refusal/></Show>
        </ol>
    }
}

/// Why the event that was pressed last cannot happen now.
#[component]
fn Refusal() -> impl IntoView {
    let refused = Lab::of_page().screen.refused();
    move || {
        refused.get().map(|why| {
            view! { <li class="refused"><Icon name=IconName::Info/><span role="alert"><Prose text=why/></span></li> }
        })
    }
}

/// Scrolls to the step that is shown. On a phone the buttons are in one column with the steps, so nothing scrolls there.
fn keep_in_view(lab: Lab, list: NodeRef<html::Ol>, place: Memo<usize>, drawn: Memo<Range<usize>>) {
    let is_phone = use_media_query("(max-width: 899px)");
    Effect::new(move |_| {
        let place = place.get();
        if lab.screen.lower().get() != Lower::Timeline || is_phone.get_untracked() || place == 0 {
            return;
        }
        after_effects(move || {
            let Some(list) = list.get_untracked() else { return };
            // The line that leads to earlier steps comes before the first one.
            let start = drawn.with_untracked(|drawn| drawn.start);
            let index = (place - 1).saturating_sub(start) + usize::from(start > 0);
            let index = u32::try_from(index).unwrap_or_default();
            if let Some(step) = list.children().item(index) {
                into_view(&step);
            }
        });
    });
}
