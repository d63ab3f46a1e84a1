//! Lets media load once their addresses did not change for a moment.

use std::collections::HashSet;

use leptos::prelude::*;
use leptos_use_timeout_fn::{UseTimeoutFnReturn, use_timeout_fn};

use super::lab::Lab;
use super::store::present;
use crate::core::preview::MediaKey;

/// Milliseconds that an address must not change for.
const SETTLES_AFTER: f64 = 400.0;

pub fn follow(lab: Lab) {
    let UseTimeoutFnReturn { start, .. } =
        use_timeout_fn(move |present: HashSet<MediaKey>| lab.media.settle(present), SETTLES_AFTER);
    let media = Memo::new(move |_| lab.derived.views.with(|views| present(views)));
    Effect::new(move |first: Option<()>| {
        let present = media.get();
        // The media of the first drawing count as settled.
        if first.is_some() {
            lab.media.retain(&present);
            start(present);
        }
    });
}
