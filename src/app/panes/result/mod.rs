//! The result: Mention and card on a piece of page, in the themes and the width that the person chose.

mod carry;
mod link;
mod live;
mod stage;

use leptos::prelude::*;

use super::canvas::{CanvasChoice, StressNote, StressPanel, ZoomChoice};
use super::facts::{Clock, DrawnFrom};
use super::{anatomy, board};
use crate::app::command::{Command, CommandChoice, Face};
use crate::app::components::{Loaded, Prose};
use crate::app::drawing::DropZones;
use crate::app::lab::Lab;
use crate::app::store::{Canvas, DrawingTheme, Pane, PreferencesStoreFields, ScreenStoreFields, Stale, Width};
use crate::core::preview::NotDrawn;
use crate::core::state::State;
use carry::carry;
use link::{LinkBar, LinkCaptures};
use stage::Stages;

pub use live::{card_keys, surroundings};

/// Rows of a list that are shown.
const MOST_ROWS: usize = 50;

#[component]
pub fn ResultPane() -> impl IntoView {
    let lab = Lab::of_page();
    let canvas = lab.screen.canvas();
    let stale = Memo::new(move |_| lab.derived.views.with(|views| views.iter().find_map(|view| view.stale)));
    let carry = carry(lab);
    provide_context(carry);
    view! {
        <section class="pane result" id=Pane::Preview.panel() aria-label="Preview">
            <h2 class="unseen">"Preview"</h2>
            <LinkBar/>
            <div class="toolbar states">
                <StateChoice/>
            </div>
            <div class="facts">
                <CanvasChoice/>
                <DrawnFrom/>
                <div class="toolbar-actions">
                    <Show when=move || canvas.get() != Canvas::Board><ThemeChoice/></Show>
                    <Show when=move || canvas.get() == Canvas::Card><WidthChoice/></Show>
                    <Show when=move || canvas.get() == Canvas::Board><ZoomChoice/></Show>
                </div>
            </div>
            <StressPanel/>
            <StressNote/>
            <div
                class="stages"
                class:carrying=move || carry.is_moving()
                data-canvas=move || canvas.get().name()
                on:pointermove=move |event| carry.moved(&event)
                on:pointerleave=move |_| carry.left()
            >
                {move || match canvas.get() {
                    Canvas::Card => view! {
                        <div class="above"><LinkCaptures/><Clock/></div>
                        <Stages/>
                        <LeftOut/>
                    }
                    .into_any(),
                    Canvas::Anatomy => view! { <Loaded part=anatomy::PART/> }.into_any(),
                    Canvas::Board => view! { <Loaded part=board::PART/> }.into_any(),
                }}
                <DropZones carry=carry words=Callback::new(|text: String| view! { <Prose text=text/> }.into_any())/>
            </div>
            <p class="note stale" id="stale" hidden=move || stale.get().is_none()>
                {move || match stale.get() {
                    Some(Stale::Repaired) => "The JSON does not parse. This is how it looks once it is fixed",
                    _ => "The JSON does not parse. This is the last valid drawing",
                }}
            </p>
        </section>
    }
}

#[component]
fn StateChoice() -> impl IntoView {
    let lab = Lab::of_page();
    let shown = Memo::new(move |_| lab.derived.views.with(|views| views.first().map(|view| view.wish)));
    let states = State::IN_TIME;
    let chosen = Signal::derive(move || states.iter().position(|state| shown.get() == Some(*state)));
    view! { <CommandChoice label="State" commands=states.map(Command::State).into() chosen=chosen/> }
}

#[component]
fn ThemeChoice() -> impl IntoView {
    let drawing = Lab::of_page().screen.preferences().drawing();
    let all = DrawingTheme::ALL;
    let chosen = Signal::derive(move || all.iter().position(|theme| *theme == drawing.get()));
    view! { <CommandChoice label="Theme of the drawings" commands=all.map(Command::DrawIn).into() chosen=chosen face=Face::Icon/> }
}

#[component]
fn WidthChoice() -> impl IntoView {
    let width = Lab::of_page().screen.preferences().width();
    let all = Width::ALL;
    let chosen = Signal::derive(move || all.iter().position(|one| *one == width.get()));
    view! { <CommandChoice label="Width of the drawings" commands=all.map(Command::Width).into() chosen=chosen face=Face::Wide/> }
}

/// What the drawings leave out, and why.
#[component]
fn LeftOut() -> impl IntoView {
    let lab = Lab::of_page();
    let left_out = Memo::new(move |_| {
        lab.derived
            .views
            .with(|views| views.iter().flat_map(|view| &view.render.not_drawn).take(MOST_ROWS).cloned().collect::<Vec<_>>())
    });
    view! { <ul class="not-drawn" id="not-drawn">{move || left_out.get().into_iter().map(not_drawn).collect_view()}</ul> }
}

fn not_drawn(left_out: NotDrawn) -> impl IntoView {
    // A pointer says little to most people; it is there for those who want it.
    let name = if left_out.attribute.trim().is_empty() { left_out.pointer.clone() } else { left_out.attribute };
    view! { <li><code title=left_out.pointer>{name}</code>" is not drawn. "<Prose text=left_out.reason/></li> }
}
