//! Opening, copying, deleting projects.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::delivery::settle;
use super::navigation::{bring_forward, close_dialog};
use super::timeline;
use crate::app::autosave::{fresh, opened};
use crate::app::browser::storage::Record;
use crate::app::lab::Lab;
use crate::app::store::{Opened, Pane, RuleScreen, ScreenStoreFields, Tools};
use crate::core::project::Project;
use crate::core::templates;

/// Opens another project. The current one stays in the list.
pub fn open(lab: Lab, opened: Opened) {
    settle(lab);
    lab.autosave.save_changes();
    lab.document.open(opened);
    lab.screen.rule().set(RuleScreen::default());
    lab.media.clear();
    timeline::look_again(lab);
    // Secrets and pasted messages belong to the project that was open.
    lab.tools.set(Tools::default());
    close_dialog(lab);
    bring_forward(lab, Pane::Preview);
    lab.autosave.save_changes();
}

/// Opens a template as a project of its own.
pub fn open_template(lab: Lab, title: &str, project: Project) {
    open(lab, fresh(project));
    lab.announce(format!("Opened the template “{title}”"));
}

/// Starts a project with the smallest payload that is valid.
pub fn create(lab: Lab) {
    let mut project = templates::smallest();
    "Untitled".clone_into(&mut project.name);
    open(lab, fresh(project));
    lab.announce("New project");
}

/// Goes on in a copy; the project as it was stays in the list.
pub fn duplicate(lab: Lab) {
    settle(lab);
    let mut project = Project::clone(&lab.project());
    project.name = format!("{} (copy)", project.name);
    open(lab, fresh(project));
    lab.announce("You are now editing the copy");
}

/// Opens a project of the list.
pub fn open_kept(lab: Lab, id: String) {
    spawn_local(async move {
        match lab.autosave.storage().find(&id).await.map(opened) {
            Some(Ok(opened)) => open(lab, opened),
            Some(Err(message)) => lab.announce(format!("That project cannot be read: {message}")),
            None => lab.announce("That project was deleted"),
        }
    });
}

/// The other projects that this browser keeps.
pub async fn others(lab: Lab) -> Option<Vec<Record>> {
    let mut records = lab.autosave.storage().list().await.ok()?;
    let open = lab.document.id();
    records.retain(|record| *record.id != *open);
    Some(records)
}

pub async fn delete(lab: Lab, id: &str) {
    if lab.autosave.storage().delete(id).await.is_err() {
        lab.announce("The project could not be deleted from this browser's storage");
    }
}
