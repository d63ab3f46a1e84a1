//! The document around the page: its title, its marks for tests and styles, its end.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use js_sys::Promise;
use leptos::prelude::*;
use leptos::task::{spawn_local, tick};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use web_sys::{HtmlElement, MessageChannel};

use super::{dom, preferences, storage};
use crate::app::large;
use crate::app::state::Lab;
use crate::core::diagnostic::Severity;

/// The element of the frame that a view is put into.
pub fn slot(id: &str) -> HtmlElement {
    // `index.html` has it.
    dom::by_id(id).expect("the frame has this slot")
}

/// Runs when the page shows what a change has brought, before the next key.
pub fn soon(then: impl FnOnce() + 'static) {
    spawn_local(async move {
        tick().await;
        then();
    });
}

/// Runs after the next frame is laid out.
pub fn next_frame(then: impl FnOnce() + 'static) {
    request_animation_frame(then);
}

/// Resolves when the present frame is on screen.
pub async fn painted() {
    resolved(|resolve| {
        // The callback runs before the frame is painted; a task of its own runs after it.
        request_animation_frame(move || _ = Timeout::new(0, resolve).forget());
    })
    .await;
}

/// Resolves in a task of its own: keys and frames that wait have their turn before. By a message, since a timer that
/// follows upon timers waits for 4 milliseconds.
pub async fn pause() {
    resolved(|resolve| {
        if let Ok(channel) = MessageChannel::new() {
            channel.port1().set_onmessage(Some(Closure::once_into_js(resolve).unchecked_ref()));
            channel.port2().post_message(&JsValue::NULL).ok();
        }
    })
    .await;
}

/// Resolves when `start` says so.
pub async fn resolved(start: impl Fn(Box<dyn Fn()>)) {
    let promise = Promise::new(&mut |resolve, _| {
        start(Box::new(move || {
            resolve.call0(&JsValue::UNDEFINED).ok();
        }));
    });
    JsFuture::from(promise).await.ok();
}

/// Keeps title, theme and preferences in step, and the work when the page goes away.
pub fn watch(lab: Lab) {
    let mut shown = String::new();
    dom::follow(Box::new(move || {
        let title = title(lab);
        if title != shown {
            document().set_title(&title);
            shown = title;
        }
    }));
    dom::follow(Box::new(move || lab.preferences.with(preferences::save)));
    let keep = move |goes| {
        large::settle(lab);
        storage::save_moment(lab, goes)
    };
    EventListener::new(&window(), "pagehide", move |_| _ = keep(true)).forget();
    // The browser asks whether to go.
    EventListener::new_with_options(&window(), "beforeunload", EventListenerOptions::enable_prevent_default(), move |event| {
        if !keep(false) {
            event.prevent_default();
        }
    })
    .forget();
}

/// `(2) Acme items · Link Preview Lab`: the count is of errors and warnings.
fn title(lab: Lab) -> String {
    let name = lab.setup.with(|project| project.shown_name().to_owned());
    let of_payload = lab
        .analysis
        .with(|checked| checked.analysis.diagnostics.iter().filter(|diagnostic| diagnostic.severity != Severity::Info).count());
    let around = lab.around.with(|around| around.problems().count());
    let problems = of_payload + lab.linked.with(|linked| linked.analysis.problems().count()) + around;
    if problems == 0 { format!("{name} · Link Preview Lab") } else { format!("({problems}) {name} · Link Preview Lab") }
}
