//! The page: draws what core says of the project, and turns what the person does into a new project.
//!
//! Data flows one way: `state` holds the project and what follows from it, `actions` are the only functions that
//! change it, `panes` and `drawing` show it, `platform` is every call to the browser.

mod actions;
mod dialogs;
mod drawing;
mod erased;
mod header;
mod icon;
mod layout;
mod panes;
mod platform;
mod shortcuts;
mod state;
mod widgets;

use leptos::prelude::*;

use platform::storage;
use state::Lab;

/// Puts the page into `<body>`, with the project that was open last.
pub fn mount() {
    console_error_panic_hook::set_once();
    // Not Leptos's own: its executor starts with the mount.
    wasm_bindgen_futures::spawn_local(async {
        let opened = storage::open_last().await;
        platform::document::clear_body();
        mount_to_body(move || {
            let lab = Lab::new(opened);
            provide_context(lab);
            platform::api::install(lab);
            platform::document::watch(lab);
            view! { <layout::Layout/> }
        });
    });
}
