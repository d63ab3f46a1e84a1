//! What was just done.

use leptos::prelude::*;

use super::command::{Command, CommandButton, Face};
use super::lab::Lab;
use super::store::{ScreenStoreFields, Undoable};

/// What was just done, shown for a moment and read out, and a button that takes it back.
///
/// A modal dialog makes the page behind it inert, so an open dialog has the toast inside.
#[component]
pub fn Toast() -> impl IntoView {
    let announcement = Lab::of_page().screen.announcement();
    let undo = |undoable: Undoable| {
        let command = match undoable {
            Undoable::Change => Command::Undo,
            Undoable::Deletion(id) => Command::RestoreProject(id),
        };
        view! { <CommandButton command=command class="toast-undo" face=Face::Label>"Undo"</CommandButton> }
    };
    // Two names of one animation, in turn: the browser starts it again only when the name changes.
    let turn = move || match announcement.read().count {
        0 => "none",
        count if count % 2 == 0 => "even",
        _ => "odd",
    };
    view! {
        <div class="announcement" data-toast data-turn=turn>
            <p id="announcement" role="status" aria-live="polite">{move || announcement.read().text.clone()}</p>
            {move || announcement.read().undoable.clone().map(undo)}
        </div>
    }
}
