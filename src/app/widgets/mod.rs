//! Controls that more than one pane uses.

pub mod choice;
pub mod code_editor;
pub mod dialog;
pub mod prose;
pub mod severity;
pub mod splitter;
