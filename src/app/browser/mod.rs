//! Every call to the browser. Nothing in here knows the state of the page: functions take values and return values.
//!
//! These files compile on a host too, so that components can be tested there, but a call panics: only effects and event
//! handlers may make one.

pub mod call;
pub mod channel;
pub mod clipboard;
pub mod clock;
pub mod document;
pub mod download;
pub mod dropped;
pub mod editor;
pub mod fetch;
pub mod frame;
pub mod locale;
pub mod scroll;
pub mod shelf;
pub mod size;
pub mod storage;
