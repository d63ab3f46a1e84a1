//! The page in a real browser; see the library's documentation.

mod accessibility;
mod appearance;
mod fixes;
mod gallery;
mod keyboard;
mod layout;
mod limits;
mod media;
mod opening;
mod pictures;
mod saved;
mod script;
mod typing;
mod watch;
