//! Undo in a field whose text is no part of the project.

use leptos::ev::KeyboardEvent;

/// Keeps the keys of undo and redo from the page, so that the browser undoes what was typed into the field. For a field that
/// no project holds, and for a dialog.
pub fn own_undo(event: &KeyboardEvent) {
    let undoes = matches!(&*event.key(), "z" | "Z" | "y" | "Y") || matches!(&*event.code(), "KeyZ" | "KeyY");
    if undoes && (event.ctrl_key() || event.meta_key()) {
        event.stop_propagation();
    }
}
