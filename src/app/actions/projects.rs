//! Opening, copying, deleting projects.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::delivery::{prepare, settle};
use super::document::file_name;
use super::navigation::{bring_forward, close_dialog};
use super::timeline;
use crate::app::autosave::{fresh, opened};
use crate::app::browser::download;
use crate::app::browser::storage::{Error, Found, Record, Storage};
use crate::app::lab::Lab;
use crate::app::store::{Dialog, Opened, Pane, RuleScreen, ScreenStoreFields, Target, Tools, Undoable, VersionsScreen};
use crate::core::project::Project;
use crate::core::templates;

/// Opens another project. The current one stays in the list.
pub fn open(lab: Lab, opened: Opened) {
    settle(lab);
    if lab.document.is_untouched() {
        let (storage, id) = (lab.autosave.storage(), lab.document.id());
        // A template that was only looked at leaves nothing behind.
        spawn_local(async move { _ = storage.delete(&id).await });
    } else {
        lab.autosave.save_changes();
    }
    lab.document.open(opened);
    lab.screen.rule().set(RuleScreen::default());
    lab.screen.versions().set(VersionsScreen::default());
    lab.screen.anyway().set(false);
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

/// Opens a project that was made of what somebody pasted.
pub fn open_made(lab: Lab, project: Project) {
    let name = project.shown_name().to_owned();
    open(lab, Opened { untouched: false, ..fresh(project) });
    lab.announce(format!("Made the project “{name}”"));
}

/// Starts a project of the person's own, and asks for a link.
pub fn create(lab: Lab) {
    open(lab, fresh(templates::blank()));
    lab.focus(Target::Link);
    lab.announce("New project. Paste a URL of your service to begin");
}

/// Goes on in a copy; the project as it was stays in the list.
pub fn duplicate(lab: Lab) {
    settle(lab);
    let mut project = Project::clone(&lab.project());
    project.name = format!("{} (copy)", project.name);
    open(lab, Opened { untouched: false, ..fresh(project) });
    lab.announce("You are now editing the copy");
}

/// Opens a project of the list.
pub fn open_kept(lab: Lab, id: String) {
    spawn_local(async move {
        match lab.autosave.storage().find(&id).await.map(opened) {
            Some(Ok(opened)) => {
                prepare(lab, &opened.project).await;
                open(lab, opened);
            }
            Some(Err(message)) => lab.announce(unreadable(&message)),
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

/// The projects in the bin.
pub async fn in_bin(lab: Lab) -> Vec<Record> {
    lab.autosave.storage().bin().await.unwrap_or_default()
}

fn unreadable(message: &str) -> String {
    format!("This project cannot be read: {message}. You can save it as a file in Projects")
}

/// The project that was open last cannot be read: its row in the list offers what is left of it.
pub fn report_unreadable(lab: Lab, message: &str) {
    lab.screen.dialog().set(Some(Dialog::Projects));
    lab.announce(unreadable(message));
}

/// Saves a record as it is, readable or not.
pub fn download_kept(lab: Lab, id: String) {
    spawn_local(async move {
        match lab.autosave.storage().find(&id).await {
            Some(found) => {
                let name = file_name(&found.record.name);
                download::save(&name, "application/json", &found.record.project);
                lab.announce(format!("Saved as {name}"));
            }
            None => lab.announce("That project was deleted"),
        }
    });
}

/// Puts a project of the list into the bin.
pub fn delete(lab: Lab, id: String, name: String) {
    in_storage(lab, async move |storage| {
        storage.move_to_bin(&id, true).await?;
        lab.announce_undoable(format!("Deleted “{name}”"), Undoable::Deletion(id));
        Ok(())
    });
}

/// Deletes the open project, and opens the one that was edited before it.
pub fn delete_open(lab: Lab) {
    settle(lab);
    let (id, name) = (lab.document.id().to_string(), lab.project().shown_name().to_owned());
    // Undo brings back a project that was only looked at too, so its record stays.
    lab.document.touch();
    lab.autosave.save_changes();
    in_storage(lab, async move |storage| {
        let others = others(lab).await.unwrap_or_default();
        let next = others.into_iter().next().map(|record| Found { edited: record.edited, record });
        let next = next.and_then(|found| opened(found).ok()).unwrap_or_else(|| fresh(templates::first()));
        open(lab, next);
        storage.move_to_bin(&id, true).await?;
        lab.announce_undoable(format!("Deleted “{name}”"), Undoable::Deletion(id));
        Ok(())
    });
}

/// Takes a project out of the bin.
pub fn restore(lab: Lab, id: String) {
    in_storage(lab, async move |storage| {
        storage.move_to_bin(&id, false).await?;
        lab.announce("Restored");
        Ok(())
    });
}

/// Deletes a project of the bin for good.
pub fn delete_for_good(lab: Lab, id: String) {
    in_storage(lab, async move |storage| storage.delete(&id).await);
}

/// Changes the list of projects, which then shows the change.
fn in_storage(lab: Lab, change: impl AsyncFnOnce(Rc<Storage>) -> Result<(), Error> + 'static) {
    spawn_local(async move {
        if change(lab.autosave.storage()).await.is_err() {
            lab.announce("This browser's storage did not allow that");
        }
        lab.screen.projects_changed().update(|times| *times += 1);
    });
}
