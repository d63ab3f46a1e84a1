//! What opens above the page, one file each.

mod help;
mod projects;
mod templates;

pub use help::HelpDialog;
pub use projects::ProjectsDialog;
pub use templates::TemplatesDialog;
