//! Files beside the page, loaded when they are first needed.

use js_sys::JsString;
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

use crate::core::templates::{Offered, offered};

/// The text of a file.
pub async fn load(name: &str) -> Result<String, JsValue> {
    let response: Response = JsFuture::from(window().fetch_with_str(name)).await?.dyn_into()?;
    if !response.ok() {
        return Err(JsValue::NULL);
    }
    let text: JsString = JsFuture::from(response.text()?).await?.dyn_into()?;
    Ok(text.into())
}

/// The templates; none where they cannot be loaded.
pub async fn templates() -> Vec<Offered> {
    load("templates.json").await.map(|text| offered(&text)).unwrap_or_default()
}
