//! Link Preview Lab: one core, two faces.
//!
//! [`core`] checks and draws and does not know where it runs. `app` is the page, and `cli` the program for the host. The
//! feature `prerender` compiles `app` for the host too, where Leptos turns it into HTML.

#[cfg(any(target_arch = "wasm32", feature = "prerender"))]
pub mod app;
#[cfg(not(target_arch = "wasm32"))]
pub mod cli;
pub mod core;
