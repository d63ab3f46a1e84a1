//! The document around the page: its title, its marks for tests and styles, its end.

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use js_sys::Promise;
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use super::preferences;
use super::storage;
use crate::app::platform::editor;
use crate::app::state::Lab;
use crate::core::diagnostic::Severity;

/// Takes the static first paint away.
pub fn clear_body() {
    if let Some(body) = document().body() {
        body.set_inner_html("");
    }
}

/// Sets an attribute of `<html>`.
pub fn mark(name: &str, value: &str) {
    if let Some(root) = document().document_element() {
        root.set_attribute(name, value).ok();
    }
}

/// Runs after the next frame is laid out.
pub fn next_frame(then: impl FnOnce() + 'static) {
    request_animation_frame(then);
}

/// Resolves when the present frame is on screen.
pub async fn painted() {
    let frame = Promise::new(&mut |resolve, _| {
        request_animation_frame(move || {
            // The callback runs before the frame is painted; a task of its own runs after it.
            Timeout::new(0, move || {
                resolve.call0(&JsValue::UNDEFINED).ok();
            })
            .forget();
        });
    });
    JsFuture::from(frame).await.ok();
}

/// Keeps title, theme and preferences in step, and the work when the page goes away.
pub fn watch(lab: Lab) {
    Effect::new(move || document().set_title(&title(lab)));
    Effect::new(move || {
        let preferences = lab.preferences.get();
        preferences::save(&preferences);
        mark("data-theme", preferences.theme.name());
    });
    EventListener::new(&window(), "pagehide", move |_| {
        editor::flush();
        storage::save_moment(lab);
    })
    .forget();
}

/// `(2) Acme items · Link Preview Lab`: the count is of errors and warnings.
fn title(lab: Lab) -> String {
    let name = lab.project.with(|project| project.name.clone());
    let problems = lab
        .analysis
        .with(|checked| checked.analysis.diagnostics.iter().filter(|diagnostic| diagnostic.severity != Severity::Info).count());
    let name = if name.trim().is_empty() { "Untitled" } else { &name };
    if problems == 0 { format!("{name} · Link Preview Lab") } else { format!("({problems}) {name} · Link Preview Lab") }
}
