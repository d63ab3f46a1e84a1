//! What opens above the page.

mod help;
mod palette;
mod projects;
mod start;
mod templates;
mod versions;

pub use help::{HelpDialog, PART as HELP};
pub use palette::{PART as PALETTE, PaletteDialog};
pub use projects::{PART as PROJECTS, ProjectsDialog};
pub use start::{PART as START, StartDialog};
pub use templates::{PART as GALLERY, TemplatesDialog};
pub use versions::{PART as VERSIONS, VersionsDialog};

use leptos::prelude::*;

use super::command::{Command, CommandButton, Face};
use super::components::Dialog;
use super::lab::Lab;
use super::store::{self, ScreenStoreFields};
use super::toast::Toast;

/// A dialog of the page: open while the screen says so.
#[component]
fn PageDialog(dialog: store::Dialog, id: &'static str, title: &'static str, children: ChildrenFn) -> impl IntoView {
    let lab = Lab::of_page();
    let open = Signal::derive(move || lab.screen.dialog().get() == Some(dialog));
    let close = move || view! { <CommandButton command=Command::CloseDialog face=Face::Icon/> };
    view! {
        <Dialog id=id title=title open=open on_close=move |()| Command::CloseDialog.run(lab) close=close>
            {children()}
            <Toast/>
        </Dialog>
    }
}
