//! The page: a Leptos program in the browser, and on a host the same components rendered to HTML.
//!
//! Data flows one way. [`store`] holds the project and what follows from it; components ([`panes`], [`dialogs`],
//! [`drawing`], [`components`]) show it; a press runs a [`command`], which calls one of the [`actions`]; these are the only
//! functions that change the project. [`browser`] is every call to the browser.

// Props of components are owned: a view outlives the call that makes it.
#![allow(clippy::needless_pass_by_value)]
// `app::app` holds `<App/>`, as in every Leptos program.
#![allow(clippy::module_inception)]
// The function of a part reports by its `Result` that `wasm_split` could not load the file.
#![allow(clippy::unnecessary_wraps)]

mod actions;
mod api;
mod app;
mod autosave;
mod browser;
mod command;
mod components;
mod composition;
mod dialogs;
mod drawing;
mod lab;
mod mount;
mod page;
mod panes;
mod playback;
mod settling;
mod shortcuts;
mod store;
mod toast;

#[cfg(not(target_arch = "wasm32"))]
pub mod prerender;
#[cfg(test)]
mod testing;

pub use mount::mount;
