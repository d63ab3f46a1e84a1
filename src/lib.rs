//! Link Preview Lab: one core, two faces.
//!
//! [`core`] checks and draws and knows nothing of where it runs; `app` is the page (wasm32 only) and `cli` the host
//! program (everywhere else).

#[cfg(target_arch = "wasm32")]
pub mod app;
#[cfg(not(target_arch = "wasm32"))]
pub mod cli;
pub mod core;
