//! Saving a text as a file.

use gloo::file::{Blob, ObjectUrl};
use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::HtmlAnchorElement;

/// Hands a file to the browser's downloads.
pub fn save(name: &str, media_type: &str, text: &str) {
    let url = ObjectUrl::from(Blob::new_with_options(text, Some(media_type)));
    let Ok(element) = document().create_element("a") else { return };
    let anchor: HtmlAnchorElement = element.unchecked_into();
    anchor.set_href(&url);
    anchor.set_download(name);
    anchor.click();
}
