//! Files beside the page, loaded when they are first needed.

use js_sys::JsString;
use leptos::prelude::window;
use leptos::wasm_split::SplitLoaderError;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// The network failed, or the server has no such file. The next attempt asks again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotLoaded;

impl From<SplitLoaderError> for NotLoaded {
    fn from(_: SplitLoaderError) -> Self {
        Self
    }
}

/// The text of a file.
pub async fn load(name: &str) -> Result<String, NotLoaded> {
    fetched(name).await.map_err(|_| NotLoaded)
}

async fn fetched(name: &str) -> Result<String, JsValue> {
    let response: Response = JsFuture::from(window().fetch_with_str(name)).await?.dyn_into()?;
    if !response.ok() {
        return Err(JsValue::NULL);
    }
    let text: JsString = JsFuture::from(response.text()?).await?.dyn_into()?;
    Ok(text.into())
}
