//! The projects that this browser keeps: rename the open one, open, copy or delete another.

use std::cell::RefCell;

use gloo::events::EventListener;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use crate::app::actions;
use crate::app::platform::dom;
use crate::app::platform::storage::{self, Record};
use crate::app::state::Lab;
use crate::core::html::{Html, element, icon, text, worded};

thread_local! {
    static LIST: RefCell<List> = RefCell::new(List::default());
}

#[derive(Default)]
struct List {
    records: Vec<Record>,
    /// The project that the next press on "Delete" deletes.
    doomed: Option<String>,
    listens: bool,
}

pub fn fill(lab: Lab) {
    let name = dom::all("[data-field=project-name]").into_iter().find_map(|element| element.dyn_into::<HtmlInputElement>().ok());
    if let Some(input) = name {
        input.set_value(&lab.project.with_untracked(|project| project.name.clone()));
        if !LIST.with_borrow_mut(|list| std::mem::replace(&mut list.listens, true)) {
            let typed = input.clone();
            EventListener::new(&input, "input", move |_| actions::rename(lab, typed.value())).forget();
        }
    }
    refresh(lab);
}

fn refresh(lab: Lab) {
    spawn_local(async move {
        match storage::list().await {
            Ok(mut records) => {
                let open = lab.held.with_value(|held| held.id.clone());
                records.retain(|record| *record.id != *open);
                LIST.with_borrow_mut(|list| {
                    list.records = records;
                    list.doomed = None;
                });
                show();
            }
            Err(_) => actions::announce(lab, "the projects could not be read from this browser's storage".to_owned()),
        }
    });
}

fn show() {
    let rows = LIST.with_borrow(|list| {
        if list.records.is_empty() {
            return vec![worded("li", "note", "None yet. A template or a new project starts one.")];
        }
        list.records.iter().map(|record| row(record, list.doomed.as_deref() == Some(&record.id))).collect()
    });
    if let Some(list) = dom::by_id("other-projects") {
        dom::Pieces::new(list.into()).show(rows);
    }
}

fn row(record: &Record, doomed: bool) -> Html {
    let name = if record.name.trim().is_empty() { "Untitled" } else { &record.name };
    let open = [("type", "button"), ("class", "project-row"), ("data-action", "project:open"), ("data-project", &record.id)];
    let label = format!("Delete {name}");
    let delete = [
        ("type", "button"),
        ("class", "quiet danger"),
        ("data-action", "project:delete"),
        ("data-id", &record.id),
        ("aria-label", if doomed { "" } else { &label }),
    ];
    let mut inside = vec![icon("trash-2")];
    if doomed {
        inside.push(text("Delete for good?"));
    }
    element("li", &[], &[element("button", &open, &[text(name)]), element("button", &delete, &inside)])
}

pub fn open(lab: Lab, id: &str) {
    let id = id.to_owned();
    spawn_local(async move {
        // As it is now: another page may have saved it since the list was filled.
        match storage::find(&id).await.map(storage::open) {
            Some(Ok(opened)) => actions::open(lab, opened),
            Some(Err(message)) => actions::announce(lab, ["that project cannot be read: ", &message].concat()),
            None => actions::announce(lab, "that project is not here any more".to_owned()),
        }
    });
}

/// Asks at the first press, deletes at the second.
pub fn delete(lab: Lab, id: &str) {
    if LIST.with_borrow(|list| list.doomed.as_deref() != Some(id)) {
        LIST.with_borrow_mut(|list| list.doomed = Some(id.to_owned()));
        show();
        // The button was made anew; the focus goes where it was.
        if let Some(button) =
            dom::all(&format!("[data-id='{id}']")).into_iter().find_map(|button| button.dyn_into::<web_sys::HtmlElement>().ok())
        {
            button.focus().ok();
        }
        return;
    }
    let id = id.to_owned();
    spawn_local(async move {
        if storage::delete(&id).await.is_err() {
            actions::announce(lab, "the project could not be deleted from this browser's storage".to_owned());
        }
        refresh(lab);
    });
}
