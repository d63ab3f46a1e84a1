//! A file that somebody drops on the page, as text.

use leptos::ev::DragEvent;
use wasm_bindgen_futures::JsFuture;

/// Whether files are dragged, not text, which a field takes by itself.
pub fn has_files(event: &DragEvent) -> bool {
    event.data_transfer().is_some_and(|data| data.types().includes(&"Files".into(), 0))
}

/// Reads the first file that was dropped; `None` where there is none, or the browser cannot read it.
pub fn read(event: &DragEvent) -> impl Future<Output = Option<String>> + use<> {
    let file = event.data_transfer().and_then(|data| data.files()).and_then(|files| files.get(0));
    async move { JsFuture::from(file?.text()).await.ok()?.as_string() }
}
