//! What follows the state outside the components: the title, the marks on `<html>`, what the browser keeps.

use leptos::ev;
use leptos::prelude::*;
use leptos_use_interval_fn::use_interval_fn;

use super::actions::delivery::settle;
use super::browser::shelf::Shelf;
use super::browser::{clock, document};
use super::lab::Lab;
use super::store::{PreferencesStoreFields, ScreenStoreFields, preferences};
use crate::core::severity::Severity;

/// Milliseconds between two looks at the clock.
const MINUTE: u64 = 60_000;

pub fn follow(lab: Lab) {
    let title = Memo::new(move |_| title(lab));
    Effect::new(move |_| document::set_title(&title.get()));
    let theme = lab.screen.preferences().theme();
    Effect::new(move |_| document::mark("data-theme", theme.get().name()));
    Effect::new(move |_| _ = Shelf::Browser.write(preferences::KEY, &lab.screen.preferences().get().written()));
    // Effects run after the first drawing is in the document.
    Effect::new(move |_| document::mark("data-ready", "true"));
    Effect::new(move |before: Option<bool>| {
        let arrived = lab.editors.all_arrived();
        // The first run comes before any editor has begun to load.
        if before == Some(false) && arrived {
            document::mark("data-editor", "ready");
        }
        arrived
    });
    Effect::new(move |_| {
        let payload = lab.derived.payload.get();
        if payload.analysis.render.is_some() {
            lab.document.last_valid.set(payload.text);
        }
    });
    use_interval_fn(move || lab.derived.now.set(clock::minute()), MINUTE);
    lab.autosave.watch();
    leave(lab);
}

/// Keeps the work when the page goes away; where there is no room for it, the browser asks whether to go.
fn leave(lab: Lab) {
    let keep = move |goes| {
        settle(lab);
        lab.autosave.leave(goes)
    };
    let hidden = window_event_listener(ev::pagehide, move |_| _ = keep(true));
    let going = window_event_listener(ev::beforeunload, move |event| {
        if !keep(false) {
            event.prevent_default();
        }
    });
    on_cleanup(move || {
        hidden.remove();
        going.remove();
    });
}

/// `(2) Acme items · Link Preview Lab`: the count is of errors and warnings.
fn title(lab: Lab) -> String {
    let name = lab.derived.setup.with(|project| project.shown_name().to_owned());
    let of_payload = lab
        .derived
        .payload
        .with(|payload| payload.analysis.diagnostics.iter().filter(|diagnostic| diagnostic.severity != Severity::Info).count());
    let of_rules = lab.derived.rules.with(|rules| rules.analysis.problems().count());
    let problems = of_payload + of_rules + lab.derived.around.with(|around| around.problems().count());
    if problems == 0 { format!("{name} · Link Preview Lab") } else { format!("({problems}) {name} · Link Preview Lab") }
}
