//! Keys that work anywhere on the page; the help lists them. What an editor or a field has handled itself is left alone.

use gloo::events::{EventListener, EventListenerOptions};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

use super::actions;
use super::platform::storage;
use super::state::{Dialog, Lab};

pub fn listen(lab: Lab) {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&window(), "keydown", options, move |event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        if !event.default_prevented() && handle(lab, event) {
            event.prevent_default();
        }
    })
    .forget();
}

/// Whether the key was one of ours.
fn handle(lab: Lab, event: &KeyboardEvent) -> bool {
    let command = event.ctrl_key() || event.meta_key();
    match (event.code().as_str(), event.key().as_str()) {
        (_, "z" | "Z") if command && event.shift_key() => actions::redo(lab),
        (_, "z") if command => actions::undo(lab),
        (_, "y") if command => actions::redo(lab),
        (_, "s") if command => storage::save_aloud(lab),
        ("KeyF", _) if event.alt_key() && event.shift_key() => actions::format_payload(lab),
        ("F8", _) => actions::next_problem(lab, event.shift_key()),
        (_, "?") if !in_field(event) => actions::show(lab, Dialog::Help),
        _ => return false,
    }
    true
}

fn in_field(event: &KeyboardEvent) -> bool {
    let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    element.is_some_and(|element| element.closest("input, textarea, select, [contenteditable]").ok().flatten().is_some())
}
