//! Puts the page into the document.

use std::rc::Rc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::actions::projects;
use super::app::{App, load_parts};
use super::autosave::{fresh, opened};
use super::browser::clock;
use super::browser::document::is_narrow;
use super::browser::frame::within;
use super::browser::shelf::Shelf;
use super::browser::storage::Storage;
use super::lab::Lab;
use super::store::{Design, Opened, Preferences, preferences};
use super::{api, composition, page, playback, settling, shortcuts};
use crate::core::templates;

/// The id of the element in `index.html` that holds the page: first the one that the host rendered, which is inert, since a
/// key would be lost in it.
const ROOT: &str = "app";

/// The page does not wait longer for the parts of its first frame, in milliseconds: it shows them when they come.
const PARTS_WITHIN: u32 = 2000;

/// Replaces the page that the host rendered with the project that was open last.
pub fn mount() {
    console_error_panic_hook::set_once();
    // Not Leptos's `spawn_local`: its executor starts with the mount.
    wasm_bindgen_futures::spawn_local(async {
        let preferences = chosen();
        // At the same time as the project is read.
        let parts = within(PARTS_WITHIN, load_parts(preferences.design));
        let storage = Rc::new(Storage::default());
        let (opened, unreadable) = open_last(&storage).await;
        parts.await;
        let Some(root) = document().get_element_by_id(ROOT).and_then(|root| root.dyn_into::<HtmlElement>().ok()) else { return };
        let first_page = root.children();
        let first_page: Vec<Element> = (0..first_page.length()).filter_map(|at| first_page.item(at)).collect();
        let handle = mount_to(root.clone(), move || {
            let lab = Lab::new(opened, preferences, clock::minute());
            lab.autosave.use_storage(storage);
            lab.autosave.restore_history();
            provide_context(lab);
            page::follow(lab);
            settling::follow(lab);
            playback::follow(lab);
            composition::follow(lab);
            shortcuts::listen(lab);
            api::install(lab);
            if let Some(message) = unreadable {
                projects::report_unreadable(lab, &message);
            }
            view! { <App/> }
        });
        // In the same frame, so that both are never visible.
        first_page.iter().for_each(Element::remove);
        root.remove_attribute("inert").ok();
        handle.forget();
    });
}

/// The stored preferences. On a first visit with room for one pane only, the form comes without the JSON.
fn chosen() -> Preferences {
    match Shelf::Browser.read(preferences::KEY) {
        Some(kept) => Preferences::read(&kept),
        None if is_narrow() => Preferences { design: Design::Form, ..Preferences::default() },
        None => Preferences::default(),
    }
}

/// The project that was open last, and why it cannot be read, if so; a first visitor gets the documents' example.
async fn open_last(storage: &Storage) -> (Opened, Option<String>) {
    let example = || fresh(templates::first());
    match storage.open_last().await.map(opened) {
        Some(Ok(opened)) => (opened, None),
        Some(Err(message)) => (example(), Some(message)),
        None => (example(), None),
    }
}
