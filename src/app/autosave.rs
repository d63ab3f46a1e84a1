//! Saves the project. Only this file connects the document with the browser's storage.
//!
//! A change is saved after a short pause. What a page that goes away could not save, it leaves behind for the next visit.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use leptos::task::spawn_local;
use reactive_stores::Store;

use super::browser::clock;
use super::browser::storage::{Found, Record, Saved, Storage};
use super::store::{Document, LARGE, Opened, Screen, ScreenStoreFields, Step, announce};
use crate::core::json;
use crate::core::project::{self, Project};

/// Milliseconds from the last change.
const SAVE_AFTER: u32 = 400;
/// A text of megabytes takes a moment to write, so it waits for a longer pause.
const SAVE_LARGE_AFTER: u32 = 1500;

const REFUSED: &str = "This browser does not keep the project: its storage is full, or closed to this page";
const SAVED: &str = "Saved in this browser, like every change";
const PARTED: &str = "This project was also changed in another tab. Your version is now a separate copy";

#[derive(Clone, Copy)]
pub struct Autosave {
    document: Document,
    screen: Store<Screen>,
    storage: StoredValue<Rc<Storage>, LocalStorage>,
    pending: StoredValue<Option<Timeout>, LocalStorage>,
    /// The person asked for the save and waits for an answer.
    aloud: StoredValue<bool>,
}

impl Autosave {
    pub fn new(document: Document, screen: Store<Screen>) -> Self {
        Self {
            document,
            screen,
            storage: StoredValue::new_local(Rc::default()),
            pending: StoredValue::new_local(None),
            aloud: StoredValue::new(false),
        }
    }

    /// Uses the storage that the page was opened from.
    pub fn use_storage(self, storage: Rc<Storage>) {
        self.storage.set_value(storage);
    }

    pub fn storage(self) -> Rc<Storage> {
        self.storage.get_value()
    }

    /// Saves after every change.
    pub fn watch(self) {
        Effect::new(move |_| {
            let large = self.document.project.with(|project| project.payload.len() >= LARGE);
            if self.document.is_changed() {
                let save = Timeout::new(if large { SAVE_LARGE_AFTER } else { SAVE_AFTER }, move || self.save());
                self.pending.set_value(Some(save));
            }
        });
    }

    /// Saves unsaved changes, and a project that the browser has never stored.
    pub fn save_changes(self) {
        Storage::note_open(&self.document.id());
        if self.document.is_changed() || self.document.edited() == 0.0 {
            self.save();
        }
    }

    /// Saves unsaved changes, and announces the result.
    pub fn save_aloud(self) {
        self.aloud.set_value(true);
        self.save_changes();
        spawn_local(self.save_all());
    }

    /// Stores unsaved work synchronously, because the page is closing or may close. Returns whether there was room for it.
    pub fn leave(self, goes: bool) -> bool {
        if self.document.is_changed() {
            // The regular save often still finishes.
            self.save();
        }
        // A database that has refused a record is not trusted with the last one.
        let trusted = self.screen.unsaved().with_untracked(Option::is_none);
        self.storage().leave(goes, trusted)
    }

    fn save(self) {
        self.pending.set_value(None);
        let record = self.record();
        self.document.keep();
        Storage::note_open(&record.id);
        self.storage().keep(record);
        spawn_local(self.save_all());
    }

    fn record(self) -> Record {
        let project = self.document.project.get_untracked();
        Record {
            id: self.document.id().to_string(),
            name: project.name.clone(),
            edited: clock::milliseconds(),
            base: self.document.edited(),
            project: serde_json::to_string(&project::to_json(&project)).unwrap_or_default(),
            last_valid: self.document.last_valid.get_untracked().to_string(),
            left: None,
        }
    }

    /// Work that is not kept must not look kept, so a refusal is shown.
    async fn save_all(self) {
        let Some(all_kept) = self.storage().save_all(move |saved| self.saved(saved)).await else { return };
        let unsaved = (!all_kept).then(|| REFUSED.to_owned());
        if self.aloud.try_update_value(std::mem::take) == Some(true) {
            announce(self.screen, unsaved.as_deref().unwrap_or(SAVED));
        }
        if self.screen.unsaved().with_untracked(|before| *before != unsaved) {
            self.screen.unsaved().set(unsaved);
        }
    }

    fn saved(self, saved: Saved) {
        let Saved { record, parted } = saved;
        if *self.document.id() != *record.id {
            return;
        }
        self.document.stored(record.edited);
        if let Some(id) = parted {
            Storage::note_open(&id);
            self.document.moved(id);
            let project = self.document.project.get_untracked();
            let renamed = Project { name: record.other_name(), ..Project::clone(&project) };
            self.document.record(renamed, Step::Whole, clock::milliseconds());
            announce(self.screen, PARTED);
        }
    }
}

/// A record of the storage as a project, or why it cannot be read.
pub fn opened(found: Found) -> Result<Opened, String> {
    let Found { record, edited } = found;
    Ok(Opened { project: read_project(&record.project)?, id: record.id, last_valid: record.last_valid.into(), edited })
}

/// A project that the browser does not hold yet.
pub fn fresh(project: Project) -> Opened {
    Opened { id: Storage::fresh_id(), last_valid: project.payload.clone(), project, edited: 0.0 }
}

/// Reads a project's JSON text. Our own parser does it: `serde_json` refuses the escape of a lone surrogate.
pub fn read_project(text: &str) -> Result<Project, String> {
    let source = json::Source::new(text);
    let value = source.parse().map_err(|error| error.message)?;
    project::from_json(&json::to_serde(&value))
}
