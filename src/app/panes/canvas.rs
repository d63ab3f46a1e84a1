//! How the link is shown: as a card, as its anatomy, or on the board in every state; and the stress that the drawings are under.

use std::sync::Arc;

use leptos::prelude::*;

use super::{anatomy, board};
use crate::app::command::{Command, CommandButton, CommandChoice};
use crate::app::components::Choice;
use crate::app::lab::Lab;
use crate::app::store::{Canvas, ScreenStoreFields, Zoom};
use crate::core::preview::{MediaKey, MediaState, Render, Stress};

/// Card, anatomy or board, and the button that lists the stresses.
#[component]
pub fn CanvasChoice() -> impl IntoView {
    let screen = Lab::of_page().screen;
    let canvas = screen.canvas();
    let button = move |one: Canvas| {
        let chosen = Signal::derive(move || canvas.get() == one);
        let part = match one {
            Canvas::Card => None,
            Canvas::Anatomy => Some(anatomy::PART),
            Canvas::Board => Some(board::PART),
        };
        view! { <CommandButton command=Command::Canvas(one) class="" pressed=chosen stop=chosen part=part/> }
    };
    view! {
        <Choice label="Show the link as">{Canvas::ALL.map(button).collect_view()}</Choice>
        <CommandButton command=Command::Stresses expanded=screen.stressing()/>
    }
}

#[component]
pub fn ZoomChoice() -> impl IntoView {
    let zoom = Lab::of_page().screen.zoom();
    let chosen = Signal::derive(move || Zoom::ALL.iter().position(|one| *one == zoom.get()));
    view! { <CommandChoice label="Zoom of the board" commands=Zoom::ALL.map(Command::Zoom).into() chosen=chosen/> }
}

/// The stresses, each a press away.
#[component]
pub fn StressPanel() -> impl IntoView {
    let screen = Lab::of_page().screen;
    let all = || [None].into_iter().chain(Stress::ALL.map(Some));
    let chosen = Signal::derive(move || all().position(|stress| stress == screen.stress().get()));
    view! {
        <Show when=move || screen.stressing().get()>
            <div class="stresses">
                <CommandChoice label="Stress" commands=all().map(Command::Stress).collect() chosen=chosen/>
                <CommandButton command=Command::StressAll pressed=screen.stress_all()>"All on the board"</CommandButton>
            </div>
        </Show>
    }
}

/// Says that the drawing is not that of the payload.
#[component]
pub fn StressNote() -> impl IntoView {
    let screen = Lab::of_page().screen;
    let note = |stress: Stress| {
        view! {
            <p class="note stress-note" role="status">
                {format!("Drawn under stress: {}", stress.label())}
                <CommandButton command=Command::Stress(None) class="quiet accent">"End"</CommandButton>
            </p>
        }
    };
    move || screen.stress().get().map(note)
}

/// The drawing under a stress; followed.
pub fn stressed(render: Signal<Arc<Render>>, stress: Signal<Option<Stress>>) -> Signal<Arc<Render>> {
    // Nothing is compared and nothing is kept while there is no stress.
    let under = Memo::new(move |_| stress.get().map(|stress| render.with(|render| stress.of(render))));
    Signal::derive(move || under.get().unwrap_or_else(|| render.get()))
}

/// How much of a medium is shown under a stress; followed.
pub fn media_under(lab: Lab, stress: Signal<Option<Stress>>) -> Callback<MediaKey, MediaState> {
    Callback::new(move |key: MediaKey| {
        stress.get().and_then(|stress| stress.media(key.kind)).unwrap_or_else(|| lab.media.state(&key))
    })
}
