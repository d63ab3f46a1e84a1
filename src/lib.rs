//! Link Preview Lab: one core, two faces.
//!
//! [`core`] checks and draws and knows nothing of where it runs. `app` is the page; a host compiles it only with the
//! feature `prerender`, to render its HTML. `cli` is the host program.

#[cfg(any(target_arch = "wasm32", feature = "prerender"))]
pub mod app;
#[cfg(not(target_arch = "wasm32"))]
pub mod cli;
pub mod core;
