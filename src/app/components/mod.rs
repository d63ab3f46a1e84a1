//! Parts that any pane can be made of. They know core and the browser, and nothing of the page's state: what they show
//! comes in as props, what a person does goes out through callbacks.

mod choice;
mod code_editor;
mod combobox;
mod details;
mod dialog;
mod disagreements;
mod draft_parts;
mod field;
mod focus;
mod icon;
mod keyed;
mod name_field;
mod overlay;
mod own_undo;
mod part;
mod prose;
mod reorder;
mod severity;
mod splitter;

pub use crate::app::browser::fetch::NotLoaded;
pub use choice::Choice;
pub use code_editor::{CodeEditor, EditorFocus, EditorHost, EditorPlace};
pub use combobox::{Combobox, Offer};
pub use details::Details;
pub use dialog::Dialog;
pub use disagreements::{DisagreementList, DisagreementNote, Disagreements, LoadedDisagreements};
pub use draft_parts::DraftParts;
pub use field::TextField;
pub use focus::{FocusRequest, take_focus};
pub use icon::{Icon, IconName};
pub use keyed::Rows;
pub use name_field::NameField;
pub use overlay::{MOST_MARKS, Mark, MarkKind, overlay};
pub use own_undo::own_undo;
pub use part::{Loaded, Part, PartView};
pub use prose::Prose;
pub use reorder::{Drag, Grip};
pub use severity::Sign;
pub use splitter::{Split, Splitter};

/// The value of an ARIA attribute that is true or false.
pub fn aria(flag: bool) -> &'static str {
    if flag { "true" } else { "false" }
}
