//! The lower pane's height while nobody has chosen one: as high as the problems in it.

use leptos::html;
use leptos::prelude::*;
use leptos_use_timeout_fn::{UseTimeoutFnReturn, use_timeout_fn};

use crate::app::browser::document::is_typed_into;
use crate::app::browser::size::follow_height;
use crate::app::lab::Lab;
use crate::app::store::{BAR, PreferencesStoreFields, ScreenStoreFields};

/// Milliseconds without a change while somebody types: at every other key a text does not parse, and nothing may hop for that.
const RESTS: f64 = 700.0;

/// Fits the pane to a list: at once after a press, and after a pause of typing.
pub fn fit(lab: Lab, list: NodeRef<html::Ul>) {
    let set = move |height: u32| lab.screen.preferences().fitted().set(BAR + height);
    let UseTimeoutFnReturn { start, stop, .. } = use_timeout_fn(set, RESTS);
    Effect::new(move |_| {
        let Some(list) = list.get() else { return };
        let (start, stop) = (start.clone(), stop.clone());
        follow_height(&list, move |height| {
            if is_typed_into() {
                start(height);
            } else {
                stop();
                set(height);
            }
        });
    });
}
