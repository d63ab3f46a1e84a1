//! Keys in the lists of the form: Enter adds a URL below, Backspace in an empty one removes it, arrow keys on a grip move
//! the rule.

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlTextAreaElement, KeyboardEvent};

use super::samples::group_of;
use crate::app::actions::rules::{self, List};
use crate::app::platform::{document, dom};
use crate::app::state::Lab;

pub fn listen(lab: Lab) {
    let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: false };
    let Some(form) = dom::all(".rules").into_iter().next() else { return };
    EventListener::new_with_options(&form, "keydown", options, move |event| {
        let (Some(event), Some(target)) = (event.dyn_ref::<KeyboardEvent>(), event.target()) else { return };
        let Ok(target) = target.dyn_into::<Element>() else { return };
        if handle(lab, event, &target) {
            event.prevent_default();
        }
    })
    .forget();
}

fn handle(lab: Lab, event: &KeyboardEvent, target: &Element) -> bool {
    if event.is_composing() {
        return false;
    }
    let field =
        target.dyn_ref::<HtmlTextAreaElement>().filter(|field| field.get_attribute("data-field").as_deref() == Some("url"));
    match (event.key().as_str(), field, group_of(target)) {
        ("Enter", Some(_), Some((list, at))) => {
            rules::add_url(lab, list, at + 1, String::new());
            focus_url(list, at + 1);
            true
        }
        ("Backspace", Some(field), Some((list, at))) if field.value().is_empty() => {
            rules::remove_url(lab, list, at);
            focus_url(list, at.saturating_sub(1));
            true
        }
        (key @ ("ArrowUp" | "ArrowDown"), ..) => move_rule(lab, target, key == "ArrowUp"),
        _ => false,
    }
}

/// Moves the rule of a grip, and the focus with it.
fn move_rule(lab: Lab, grip: &Element, up: bool) -> bool {
    let row = grip.closest("[data-rule-row]").ok().flatten().filter(|_| grip.matches(".grip").unwrap_or_default());
    let at = row.and_then(|row| row.get_attribute("data-rule-row")?.parse::<usize>().ok());
    let Some(at) = at else { return false };
    let len = lab.project.with_untracked(|project| project.rules.len());
    if let Some(to) = (if up { at.checked_sub(1) } else { Some(at + 1) }).filter(|to| *to < len) {
        rules::reorder(lab, at, to);
        focus(format!("[data-rule-row='{to}'] .grip"));
    }
    true
}

pub fn focus_url(list: List, at: usize) {
    focus(format!("[data-sample={}][data-row='{at}'] textarea", list.name()));
}

/// After the rows are on the page.
fn focus(selector: String) {
    document::soon(move || dom::focus(&selector));
}
