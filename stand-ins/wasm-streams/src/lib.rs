//! Stands in for the package of this name. Leptos brings it along for functions on a server, which the page has none of;
//! its classes are exported to JavaScript, so no linker may leave them out, nor what they call.
//!
//! It has what Leptos' `server_fn` names. Nothing calls it: what is written into a stream is lost, what is read is empty.

use futures_util::stream::{Empty, Stream, empty};
use wasm_bindgen::{JsCast, JsValue};

pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    pub fn from_raw(raw: web_sys::ReadableStream) -> Self {
        Self(raw)
    }

    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    pub fn from_stream(_: impl Stream<Item = Result<JsValue, JsValue>> + 'static) -> Self {
        Self(JsValue::UNDEFINED.unchecked_into())
    }

    pub fn into_stream(self) -> Empty<Result<JsValue, JsValue>> {
        empty()
    }
}
