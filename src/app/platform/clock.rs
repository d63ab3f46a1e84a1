//! The real clock.

use gloo::timers::callback::Interval;
use leptos::prelude::*;
use time::UtcDateTime;

/// Milliseconds since 1970.
pub fn milliseconds() -> f64 {
    js_sys::Date::now()
}

/// The present moment, to the minute: relative times are drawn no finer, so nothing is drawn again in between.
fn minute() -> UtcDateTime {
    #[expect(clippy::cast_possible_truncation, reason = "a time in minutes is far below 2^53")]
    let minutes = (milliseconds() / 60_000.0).floor() as i64;
    UtcDateTime::from_unix_timestamp(minutes * 60).unwrap_or(UtcDateTime::UNIX_EPOCH)
}

/// A signal of the present minute.
pub fn ticking() -> RwSignal<UtcDateTime> {
    let now = RwSignal::new(minute());
    Interval::new(60_000, move || now.set(minute())).forget();
    now
}
