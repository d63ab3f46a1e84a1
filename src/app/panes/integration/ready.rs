//! The readiness checklist.

use leptos::prelude::*;

use crate::app::platform::dom;
use crate::app::state::{Lab, Source};
use crate::core::diagnostic::Diagnostic;
use crate::core::html::{Html, element, icon, prose, worded};
use crate::core::integration::readiness::{Item, State, readiness};

pub fn follow(lab: Lab) {
    dom::list("ready", move || items(lab).iter().map(row).collect());
    dom::text("ready-count", move || {
        let items = items(lab);
        let done = items.iter().filter(|item| matches!(item.state, State::Done | State::ByHand(true))).count();
        if items.is_empty() { String::new() } else { format!("{done} of {}", items.len()) }
    });
}

/// None while the pane is not looked at.
fn items(lab: Lab) -> Vec<Item> {
    if lab.screen.with(|screen| screen.source != Source::Integration) {
        return Vec::new();
    }
    lab.project.with(|project| {
        lab.around.with(|around| {
            lab.linked.with(|linked| {
                lab.analysis.with(|checked| {
                    let all = around.diagnostics.iter().chain(&*linked.analysis.diagnostics).chain(&checked.analysis.diagnostics);
                    let problems: Vec<&Diagnostic> = all.collect();
                    readiness(project, &problems)
                })
            })
        })
    })
}

fn row(item: &Item) -> Html {
    let says = [worded("span", "ready-title", item.title), element("span", &[("class", "note")], &[prose(&item.detail)])];
    let says = element("span", &[("class", "ready-says")], &says);
    let (name, inside) = match item.state {
        State::ByHand(done) => {
            let pressed = if done { "true" } else { "false" };
            let attributes = [
                ("type", "button"),
                ("class", "ready-row"),
                ("role", "checkbox"),
                ("aria-checked", pressed),
                ("data-action", "tick"),
                ("data-step", item.id),
            ];
            let sign = if done { icon("circle-check") } else { icon("circle-dashed") };
            (if done { "done" } else { "by-hand" }, element("button", &attributes, &[sign, says]))
        }
        state => {
            let done = matches!(state, State::Done);
            let attributes = [("type", "button"), ("class", "ready-row"), ("data-action", item.goes.as_str())];
            let words = worded("span", "unseen", if done { "done: " } else { "open: " });
            let sign = if done { icon("circle-check") } else { icon("circle-dashed") };
            (if done { "done" } else { "open" }, element("button", &attributes, &[sign, words, says]))
        }
    };
    element("li", &[("data-ready", name), ("data-step", item.id)], &[inside])
}
