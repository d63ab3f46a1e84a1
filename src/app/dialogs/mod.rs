//! What opens above the page: the browser's own dialogs, so that focus and Escape behave as people know them. Their
//! frames stand in the HTML files beside; here is what fills them, one file each.

mod help;
pub mod projects;
mod templates;

use gloo::events::EventListener;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;

use super::actions;
use super::platform::dom;
use super::state::{Dialog, Lab};

impl Dialog {
    const ALL: [Self; 3] = [Self::Templates, Self::Projects, Self::Help];

    fn id(self) -> &'static str {
        match self {
            Self::Templates => "templates",
            Self::Projects => "projects",
            Self::Help => "help",
        }
    }
}

/// Opens and closes the dialogs as the state says.
pub fn follow(lab: Lab) {
    for dialog in Dialog::ALL {
        let Some(element) = dom::by_id(dialog.id()).and_then(|element| element.dyn_into::<HtmlDialogElement>().ok()) else {
            continue;
        };
        // The browser closes it by itself on Escape.
        EventListener::new(&element, "close", move |_| {
            if lab.screen.with_untracked(|screen| screen.dialog == Some(dialog)) {
                actions::close_dialog(lab);
            }
        })
        .forget();
        dom::follow(Box::new(move || {
            let open = lab.screen.with(|screen| screen.dialog == Some(dialog));
            if open && !element.open() {
                fill(lab, dialog);
                element.show_modal().ok();
            } else if !open && element.open() {
                element.close();
                empty(dialog);
            }
        }));
    }
}

fn fill(lab: Lab, dialog: Dialog) {
    match dialog {
        Dialog::Templates => untrack(|| templates::fill(lab)),
        Dialog::Projects => untrack(|| projects::fill(lab)),
        Dialog::Help => help::fill(),
    }
}

/// Nothing of a closed dialog is left for a reader or a search of the page to find.
fn empty(dialog: Dialog) {
    if dialog == Dialog::Templates {
        templates::empty();
    }
}
