//! Compositions: text that an input method, a dead key or an autocorrection makes of several keys. Undo takes all of one back
//! at once.

use gloo::timers::callback::Timeout;
use leptos::ev;
use leptos::prelude::*;

use super::actions::delivery::settle;
use super::lab::Lab;

/// Milliseconds until an editor has delivered the text that a composition ended with.
const DELIVERED_AFTER: u32 = 120;

pub fn follow(lab: Lab) {
    let ending = StoredValue::new_local(None::<Timeout>);
    let now = move |composing| {
        settle(lab);
        lab.document.compose(composing);
    };
    let start = window_event_listener(ev::compositionstart, move |_| {
        ending.set_value(None);
        now(true);
    });
    let end = window_event_listener(ev::compositionend, move |_| {
        ending.set_value(Some(Timeout::new(DELIVERED_AFTER, move || now(false))));
    });
    on_cleanup(move || {
        start.remove();
        end.remove();
    });
}
