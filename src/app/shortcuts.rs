//! One listener for the keys that run commands. What an editor or a field has handled itself is left alone.

use leptos::ev::{self, KeyboardEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::browser::document::takes_text;
use super::command::{Key, for_key};
use super::lab::Lab;

pub fn listen(lab: Lab) {
    let handle = window_event_listener(ev::keydown, move |event| {
        if event.default_prevented() {
            return;
        }
        if let Some(command) = command(&event) {
            event.prevent_default();
            command.run(lab);
        }
    });
    on_cleanup(move || handle.remove());
}

fn command(event: &KeyboardEvent) -> Option<super::command::Command> {
    for_key(Key {
        writes: &event.key(),
        code: &event.code(),
        control: event.ctrl_key() || event.meta_key(),
        shift: event.shift_key(),
        alt: event.alt_key(),
        in_field: in_field(event),
    })
}

fn in_field(event: &KeyboardEvent) -> bool {
    let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    element.is_some_and(|element| takes_text(&element))
}
