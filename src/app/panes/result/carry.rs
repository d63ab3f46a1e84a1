//! Dragging the parts of the drawing to other sections.

use leptos::ev;
use leptos::prelude::*;

use crate::app::actions::form;
use crate::app::drawing::{Carry, Spot};
use crate::app::lab::Lab;
use crate::core::form::{Layers, MatrixRow};

/// Dragging the parts of the payload's drawing.
pub fn carry(lab: Lab) -> Carry {
    let row = move |index: usize| {
        let text = lab.derived.answer.with_untracked(|answer| answer.text.clone());
        MatrixRow::of(Layers::of(&text)?.get(index)?)
    };
    let dropped = move |(index, spot): (usize, Spot)| {
        form::place(lab, index, spot.section, spot.beside.map(|beside| (beside.index, beside.after)));
    };
    let carry = Carry::new(Callback::new(row), Callback::new(dropped));
    // An effect: there is no window while the first page is rendered.
    Effect::new(move |_| {
        let up = window_event_listener(ev::pointerup, move |_| carry.released());
        let cancel = window_event_listener(ev::pointercancel, move |_| carry.cancel());
        let escape = window_event_listener(ev::keydown, move |event| {
            if event.key() == "Escape" {
                carry.cancel();
            }
        });
        on_cleanup(move || [up, cancel, escape].into_iter().for_each(WindowListenerHandle::remove));
    });
    carry
}
