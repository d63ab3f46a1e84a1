//! Copying.

use leptos::prelude::window;
use wasm_bindgen_futures::JsFuture;

/// The browser refuses where the page lacks the focus or the permission.
pub struct Refused;

/// Starts within the event that asked for it, as browsers demand; the answer comes later.
pub fn copy(text: &str) -> impl Future<Output = Result<(), Refused>> + use<> {
    let promise = window().navigator().clipboard().write_text(text);
    async move { JsFuture::from(promise).await.map(drop).map_err(|_| Refused) }
}
