//! The payload's editor: a plain text field at once, CodeMirror in its place when that has loaded.

use std::sync::Arc;

use gloo::events::EventListener;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlTextAreaElement};

use crate::app::platform::editor::{self, Editor, Host};
use crate::app::platform::{document, dom};
use crate::app::state::Lab;
use crate::app::{actions, large};

pub fn follow(lab: Lab) {
    let place = dom::all("[data-editor=payload]").into_iter().find_map(|element| element.dyn_into::<HtmlElement>().ok());
    let Some(place) = place else { return };
    let field = dom::all("[data-editor=payload] > textarea").into_iter().find_map(|element| element.dyn_into().ok());
    if let Some(field) = field.clone() {
        plain(lab, field);
    }
    spawn_local(async move {
        // The drawing first: the editor's script must not delay it.
        document::painted().await;
        let payload = lab.payload();
        match editor::create(&place, &payload, "Payload (JSON)", host(lab)).await {
            Ok(created) => take_over(lab, &created, field.as_ref()),
            Err(_) => dom::set("#editor-failed", "hidden", None),
        }
        dom::set("html", "data-editor", Some("ready"));
    });
}

/// The plain field: what is typed into it, and what is not.
fn plain(lab: Lab, field: HtmlTextAreaElement) {
    let typed = field.clone();
    EventListener::new(&field, "input", move |_| large::receive(lab, typed.value())).forget();
    dom::follow(Box::new(move || {
        let payload = lab.project.with(|project| project.payload.clone());
        if field.is_connected() && *field.value() != *payload {
            field.set_value(&payload);
        }
    }));
}

/// What was typed into the plain field while the editor loaded is in the project already.
fn take_over(lab: Lab, created: &Editor, field: Option<&HtmlTextAreaElement>) {
    let had_focus = field
        .is_some_and(|field| leptos::prelude::document().active_element().is_some_and(|active| active.is_same_node(Some(field))));
    let payload = lab.payload();
    created.set_text(&payload);
    lab.held.update_value(|held| held.in_editor = payload);
    editor::adopt(created.clone());
    if let Some(field) = field {
        field.remove();
    }
    if had_focus {
        created.focus();
    }
    let editor = created.clone();
    // The text before its problems: they are placed in it.
    dom::follow(Box::new(move || {
        follow_text(lab, &editor);
        lab.analysis.with(|checked| editor.show_problems(&checked.text, &checked.analysis.diagnostics));
    }));
}

fn host(lab: Lab) -> Host {
    Host {
        change: Box::new(move |text| large::receive(lab, utf8(text))),
        undo: Box::new(move || actions::undo(lab)),
        redo: Box::new(move || actions::redo(lab)),
        fix: Box::new(move |problem, fix| {
            let checked = lab.analysis.get_untracked();
            if let Some(fix) = checked.analysis.diagnostics.get(problem).and_then(|diagnostic| diagnostic.fixes.get(fix)) {
                actions::apply_fix(lab, &checked.text, fix);
            }
        }),
        complete: Box::new(move |offset| {
            large::settle(lab);
            editor::completions(&lab.payload(), offset)
        }),
        cursor: Box::new(move |offset| lab.held.update_value(|held| held.cursor = offset)),
    }
}

/// The editor's text, without copying it: what it encodes is UTF-8, and a lone surrogate has become U+FFFD on its way.
fn utf8(text: Vec<u8>) -> String {
    String::from_utf8(text).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}

/// Gives the editor a payload that did not come from it.
fn follow_text(lab: Lab, editor: &Editor) {
    let payload = lab.project.with(|project| project.payload.clone());
    if !lab.held.with_value(|held| Arc::ptr_eq(&payload, &held.in_editor)) {
        editor.set_text(&payload);
        lab.held.update_value(|held| held.in_editor = payload);
    }
}
