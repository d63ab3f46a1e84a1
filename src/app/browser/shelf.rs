//! localStorage and sessionStorage. A browser may refuse them altogether, or refuse one more text: then nothing is kept, and
//! nothing else fails.
//!
//! gloo's wrapper panics where there is no localStorage, so these few lines call the browser themselves.

use leptos::prelude::window;
use web_sys::Storage;

/// Where short texts are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shelf {
    /// Of all pages of this browser.
    Browser,
    /// Of this tab alone; it outlives a reload, and ends with the tab.
    Tab,
}

impl Shelf {
    fn storage(self) -> Option<Storage> {
        match self {
            Self::Browser => window().local_storage(),
            Self::Tab => window().session_storage(),
        }
        .ok()
        .flatten()
    }

    pub fn read(self, key: &str) -> Option<String> {
        self.storage()?.get_item(key).ok().flatten()
    }

    /// Whether there was room for it.
    pub fn write(self, key: &str, text: &str) -> bool {
        self.storage().is_some_and(|storage| storage.set_item(key, text).is_ok())
    }

    pub fn remove(self, key: &str) {
        if let Some(storage) = self.storage() {
            storage.remove_item(key).ok();
        }
    }

    pub fn keys(self, prefix: &str) -> Vec<String> {
        let Some(storage) = self.storage() else { return Vec::new() };
        let keys = (0..storage.length().unwrap_or_default()).filter_map(|index| storage.key(index).ok().flatten());
        keys.filter(|key| key.starts_with(prefix)).collect()
    }
}
