//! What plays by itself: the placeholder after a paste, the steps of the timeline, and the marks on an update. The page owns
//! the timers; a second press starts one again.

use leptos::prelude::*;
use leptos_use_timeout_fn::{UseTimeoutFnReturn, use_timeout_fn};

use super::actions::timeline::replay_on;
use super::lab::Lab;
use super::store::ScreenStoreFields;

/// Milliseconds until the answer replaces the placeholder.
const ANSWERS_AFTER: f64 = 1500.0;
/// Milliseconds that each step is shown.
const STEP: f64 = 1200.0;

/// Milliseconds that the drawing marks what an update changed.
const MARKED: f64 = 6000.0;

pub fn follow(lab: Lab) {
    let marks = lab.screen.marks();
    let UseTimeoutFnReturn { start, stop, .. } = use_timeout_fn(move |()| marks.set(false), MARKED);
    let updated = Memo::new(move |_| lab.derived.views.with(|views| views.first().and_then(|view| view.changes.clone())));
    Effect::new(move |_| {
        let shown = updated.with(Option::is_some);
        marks.set(shown);
        if shown { start(()) } else { stop() }
    });

    let playing = lab.screen.playing();
    let UseTimeoutFnReturn { start, stop, .. } = use_timeout_fn(move |()| playing.set(false), ANSWERS_AFTER);
    Effect::new(move |_| if playing.get() { start(()) } else { stop() });

    let replaying = lab.screen.replaying();
    let UseTimeoutFnReturn { start, stop, .. } = use_timeout_fn(move |()| replay_on(lab), STEP);
    Effect::new(move |_| {
        // A step that was played starts the timer of the next.
        lab.screen.played().track();
        if replaying.get() { start(()) } else { stop() }
    });
}
