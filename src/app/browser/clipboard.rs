//! Copying.

use leptos::prelude::window;
use wasm_bindgen_futures::JsFuture;

/// The browser refuses where the page lacks the focus or the permission, and has no clipboard at all for a page without
/// TLS that is not on this machine.
pub struct Refused;

/// Starts within the event that asked for it, as browsers demand; the answer comes later.
pub fn copy(text: &str) -> impl Future<Output = Result<(), Refused>> + use<> {
    let clipboard = window().navigator().clipboard();
    let promise = (!clipboard.is_undefined()).then(|| clipboard.write_text(text));
    async move { JsFuture::from(promise.ok_or(Refused)?).await.map(drop).map_err(|_| Refused) }
}
