//! What can be done with a drawing: its keys, and what its parts do.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::app::actions::form;
use crate::app::actions::navigation::hover;
use crate::app::command::{Command, CommandButton};
use crate::app::drawing::{Carry, Live, Surroundings, editable_text};
use crate::app::lab::Lab;
use crate::app::panes::canvas::media_under;
use crate::app::store::{ScreenStoreFields, ViewKind};
use crate::core::event::Event;
use crate::core::preview::Render;

/// The keys of the card.
pub fn card_keys(lab: Lab, render: &Render, edit: impl Fn(), event: &KeyboardEvent) {
    // A player or a frame within the card has keys of its own.
    let on_card = event.target().is_some_and(|target| event.current_target().is_some_and(|card| card == target));
    let modified = event.ctrl_key() || event.meta_key() || event.alt_key();
    if !on_card || modified {
        return;
    }
    match &*event.key() {
        "ArrowRight" | "ArrowDown" => form::walk(lab, &render.preview, true),
        "ArrowLeft" | "ArrowUp" => form::walk(lab, &render.preview, false),
        "Enter" | "F2" => edit(),
        "Delete" | "Backspace" => form::delete_selected(lab),
        "Escape" => lab.screen.selected().set(None),
        _ => return,
    }
    event.prevent_default();
}

/// Edits the selected part where it stands; in the form, if it is no text.
pub fn edit(lab: Lab, render: &Render, editing: RwSignal<Option<usize>>) {
    // Under stress the card shows other texts than the payload has.
    let stressed = lab.screen.stress().get_untracked().is_some();
    let in_place = |index: &usize| !stressed && render.preview.part(*index).is_some_and(|part| editable_text(part).is_some());
    match lab.screen.selected().get_untracked().filter(in_place) {
        Some(index) => editing.set(Some(index)),
        None => form::edit_selected(lab),
    }
}

/// A drawing that can be pressed.
pub fn surroundings(lab: Lab, kind: Memo<ViewKind>) -> Surroundings {
    Surroundings { live: Some(live(lab, kind)) }
}

pub fn live(lab: Lab, kind: Memo<ViewKind>) -> Live {
    let is_answer = move || kind.get() == ViewKind::Answer;
    let button = |event, words: &'static str| {
        move |()| {
            view! { <CommandButton command=Command::EventHere(event) class="card-button">{words}</CommandButton> }.into_any()
        }
    };
    Live {
        media: media_under(lab, lab.screen.stress().into()),
        open: Callback::new(move |key| lab.media.open(key)),
        failed: Callback::new(move |key| lab.media.failed(key)),
        hover: Callback::new(move |attribute: Option<usize>| {
            hover(lab, attribute.filter(|_| kind.get_untracked() == ViewKind::Answer));
        }),
        selected: Signal::derive(move || lab.screen.selected().get().filter(|_| is_answer())),
        select: Callback::new(move |index| {
            if untrack(is_answer) {
                form::select(lab, index);
            }
        }),
        tags: None,
        editing: None,
        carry: use_context::<Carry>(),
        connect: Callback::new(button(Event::FirstPaste, "Connect")),
        retry: Callback::new(button(Event::Revisit, "Try again")),
    }
}
