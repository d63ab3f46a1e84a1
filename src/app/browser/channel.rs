//! Messages between the pages of one browser.

use wasm_bindgen::prelude::*;
use web_sys::{BroadcastChannel, MessageEvent};

/// A named channel. Where the browser has none, nothing is sent and nothing arrives.
#[derive(Clone)]
pub struct Channel(Option<BroadcastChannel>);

impl Channel {
    pub fn open(name: &str) -> Self {
        Self(BroadcastChannel::new(name).ok())
    }

    /// To all other pages.
    pub fn send(&self, text: &str) {
        if let Some(channel) = &self.0 {
            channel.post_message(&text.into()).ok();
        }
    }

    /// Calls `heard` with each text that another page sends, for as long as the page lives.
    pub fn listen(&self, heard: impl Fn(String) + 'static) {
        let Some(channel) = &self.0 else { return };
        let closure = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            if let Some(text) = event.data().as_string() {
                heard(text);
            }
        });
        channel.set_onmessage(Some(closure.into_js_value().unchecked_ref()));
    }
}
