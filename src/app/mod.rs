//! The page: draws what core says of the project, and turns what the person does into a new project.
//!
//! Data flows one way: `state` holds the project and what follows from it, `commands` hears what is pressed, `actions`
//! are the only functions that change the project, `frame`, `panes` and `dialogs` show it, `platform` is every call to
//! the browser. What never changes is HTML: the frame of the page stands in `index.html`, and what is
//! large in it beside its pane, as `panes/timeline.html`.

mod actions;
mod commands;
mod derived;
mod dialogs;
mod editors;
mod frame;
mod large;
mod panes;
mod platform;
mod shortcuts;
mod splitter;
mod state;

use leptos::prelude::*;

use platform::{api, document, dom, storage};
use state::Lab;

/// Fills the page with the project that was open last.
pub fn mount() {
    console_error_panic_hook::set_once();
    // Not Leptos's own: its executor starts with the mount.
    wasm_bindgen_futures::spawn_local(async {
        let opened = storage::open_last().await;
        let stages = document::slot("stages");
        mount_to(stages, move || {
            let lab = Lab::new(opened);
            actions::integration::find_step(lab);
            frame::follow(lab);
            commands::listen(lab);
            shortcuts::listen(lab);
            dialogs::follow(lab);
            panes::link::follow(lab);
            panes::payload::follow(lab);
            panes::rules::follow(lab);
            panes::problems::follow(lab);
            panes::integration::follow(lab);
            panes::timeline::follow(lab);
            api::install(lab);
            document::watch(lab);
            dom::set(".lab", "inert", None);
            view! { <panes::result::Stages lab=lab/> }
        })
        .forget();
    });
}
