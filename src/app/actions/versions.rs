//! Versions of the project: keeping, naming, comparing, deleting them, and going back to one.

use std::sync::Arc;

use leptos::prelude::*;

use super::delivery::settle;
use super::document::{change, replace_project};
use super::navigation::close_dialog;
use crate::app::browser::clock;
use crate::app::lab::Lab;
use crate::app::store::{Compared, ScreenStoreFields, Step, Target, Undoable, VersionsScreenStoreFields};
use crate::core::preview::format::written;
use crate::core::project::{MOST_VERSIONS, Version, VersionId};

/// What is done to versions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VersionDeed {
    /// Keeps the project as it is.
    Keep,
    Compare(VersionId),
    TakeOver(VersionId),
    Delete(VersionId),
    /// Goes back from the two that are compared to all of them.
    List,
}

pub fn run(lab: Lab, deed: VersionDeed) {
    match deed {
        VersionDeed::Keep => keep(lab),
        VersionDeed::Compare(id) => compare(lab, id),
        VersionDeed::TakeOver(id) => take_over(lab, id),
        VersionDeed::Delete(id) => delete(lab, id),
        VersionDeed::List => list(lab),
    }
}

/// Keeps the project as it is, by the typed name or one of its own.
fn keep(lab: Lab) {
    let typed = lab.screen.versions().name();
    let name = Some(typed.get_untracked().trim().to_owned()).filter(|name| !name.is_empty());
    let name = name.unwrap_or_else(|| lab.project().fresh_version_name());
    let mut dropped = 0;
    change(lab, Step::Whole, |project| dropped = project.keep_version(name.clone(), written(clock::minute())));
    typed.set(String::new());
    let dropped = if dropped > 0 {
        format!(". A project keeps {MOST_VERSIONS} versions, so the oldest was removed")
    } else {
        String::new()
    };
    lab.announce_undoable(format!("Kept “{name}”{dropped}"), Undoable::Change);
}

pub fn rename(lab: Lab, id: VersionId, name: String) {
    change(lab, Step::Typed(Target::VersionName(id)), |project| {
        if let Some(version) = project.version_mut(id) {
            version.name = name;
        }
    });
}

/// Makes the project what it was in a version, and shows it.
fn take_over(lab: Lab, id: VersionId) {
    settle(lab);
    let project = lab.project();
    let Some(version) = project.version(id) else { return };
    let name = version.shown_name();
    if project.is_as(version) {
        return lab.announce(format!("The project is already as in “{name}”"));
    }
    lab.screen.anyway().set(false);
    replace_project(lab, project.taking_over(version));
    close_dialog(lab);
    lab.announce_undoable(format!("The project is now as in “{name}”"), Undoable::Change);
}

/// Deletes a version. The focus goes to the row that takes its place.
fn delete(lab: Lab, id: VersionId) {
    let Some(version) = lab.project().version(id).cloned() else { return };
    change(lab, Step::Whole, |project| project.versions.retain(|version| version.id != id));
    lab.focus(neighbor(&lab.project().versions, &version));
    lab.announce_undoable(format!("Deleted “{}”", version.shown_name()), Undoable::Change);
}

/// The next older version, or else the oldest one that is left. Ids grow with time.
fn neighbor(left: &[Arc<Version>], deleted: &Version) -> Target {
    let older = left.iter().rev().find(|version| version.id < deleted.id);
    older.or(left.first()).map_or(Target::NextVersion, |version| Target::Version(version.id))
}

/// Shows a version beside the project as it is now.
fn compare(lab: Lab, id: VersionId) {
    show_compared(lab, Compared { left: Some(id), right: None });
    lab.focus(Target::Comparison);
}

pub fn show_compared(lab: Lab, compared: Compared) {
    lab.screen.versions().compared().set(Some(compared));
}

/// Goes back to the list, to the version that was compared.
fn list(lab: Lab) {
    let compared = lab.screen.versions().compared();
    let Compared { left, right } = compared.get_untracked().unwrap_or_default();
    compared.set(None);
    lab.focus(left.or(right).map_or(Target::NextVersion, Target::Version));
}
