//! Copying.

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen_futures::JsFuture;

use crate::app::actions::announce;
use crate::app::state::Lab;

/// Copies a text and says so, or why not.
pub fn copy(lab: Lab, text: &str, said: &'static str) {
    let promise = window().navigator().clipboard().write_text(text);
    spawn_local(async move {
        let said = match JsFuture::from(promise).await {
            Ok(_) => said,
            Err(_) => "the browser did not allow copying: select the text and copy it by hand",
        };
        announce(lab, said.to_owned());
    });
}
