//! Every call to the browser.

pub mod api;
pub mod call;
pub mod clipboard;
pub mod clock;
pub mod document;
pub mod dom;
pub mod download;
pub mod editor;
pub mod fetch;
pub mod local;
pub mod locale;
pub mod preferences;
pub mod storage;
