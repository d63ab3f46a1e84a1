//! What a person can do, by name and with typed arguments. Nothing else changes the project or the screen.

pub mod board;
pub mod call;
pub mod delivery;
pub mod document;
pub mod form;
pub mod navigation;
pub mod problems;
pub mod projects;
pub mod rules;
pub mod setup;
pub mod timeline;
pub mod versions;

use crate::app::browser::clipboard;
use crate::app::lab::Lab;
use leptos::task::spawn_local;

/// Copies a text and says so, or why not.
pub fn copy(lab: Lab, text: &str, done: &'static str) {
    let copied = clipboard::copy(text);
    spawn_local(async move {
        lab.announce(match copied.await {
            Ok(()) => done,
            Err(clipboard::Refused) => "The browser did not allow copying. Select the text and copy it by hand",
        });
    });
}
