//! Saves the project. Only this file connects the document with the browser's storage.
//!
//! A change is saved a moment after it was made, also while somebody types without a pause: a browser that dies takes no
//! more with it than that. What a page that goes away could not save, it leaves behind for the next visit. A page without
//! changes of its own takes over what another page saves.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use leptos::task::spawn_local;
use reactive_stores::Store;

use super::browser::channel::Channel;
use super::browser::clock;
use super::browser::shelf::Shelf;
use super::browser::storage::{Found, Record, Saved, Storage};
use super::store::{Document, LARGE, Opened, Screen, ScreenStoreFields, Step, announce};
use crate::core::history::History;
use crate::core::json;
use crate::core::project::{self, Project};

/// Milliseconds from the first change that is not saved. The database takes some 50 more.
const SAVE_AFTER: u32 = 150;
/// A large text takes a moment to write: milliseconds from the last change.
const SAVE_LARGE_AFTER: u32 = 1500;
/// Milliseconds after which a large text is saved although somebody still types.
const LONGEST_PAUSE: f64 = 10_000.0;
/// The key of sessionStorage for the history.
const HISTORY: &str = "link-preview-lab:history";
/// The bytes of its texts that are tried, one after the other.
const HISTORY_ROOM: [usize; 3] = [1_000_000, 200_000, 40_000];
/// The pages of this browser tell each other what they have saved.
const CHANNEL: &str = "link-preview-lab:saved";

const REFUSED: &str = "This browser does not keep the project: its storage is full, or closed to this page";
const SAVED: &str = "Saved in this browser, like every change";
const PARTED: &str = "This project was also changed in another tab. Your version is now a separate copy";

#[derive(Clone, Copy)]
pub struct Autosave {
    document: Document,
    screen: Store<Screen>,
    storage: StoredValue<Rc<Storage>, LocalStorage>,
    pending: StoredValue<Option<Timeout>, LocalStorage>,
    /// The first change that is not saved, in milliseconds since 1970.
    changed_at: StoredValue<f64>,
    channel: StoredValue<Option<Channel>, LocalStorage>,
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
            changed_at: StoredValue::new(0.0),
            channel: StoredValue::new_local(None),
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

    /// Saves after every change, and follows what other pages save.
    pub fn watch(self) {
        Effect::new(move |_| {
            let large = self.document.project.with(|project| project.weight() >= LARGE);
            if self.document.is_changed() {
                self.save_soon(large);
            }
        });
        let channel = Channel::open(CHANNEL);
        channel.listen(move |id| {
            if *self.document.id() == *id {
                spawn_local(self.take_over());
            }
        });
        self.channel.set_value(Some(channel));
        spawn_local(async move { self.storage().clear_out(&self.document.id()).await });
    }

    fn save_soon(self, large: bool) {
        let waits = self.pending.with_value(Option::is_some);
        if !waits {
            self.changed_at.set_value(clock::milliseconds());
        }
        let typing = clock::milliseconds() - self.changed_at.get_value();
        if !waits || large && typing < LONGEST_PAUSE {
            let save = Timeout::new(if large { SAVE_LARGE_AFTER } else { SAVE_AFTER }, move || self.save());
            self.pending.set_value(Some(save));
        }
    }

    /// Another page has saved this project. Without changes of its own this page shows that; with changes, the next save
    /// parts the two.
    async fn take_over(self) {
        let id = self.document.id();
        let Some(Ok(newer)) = self.storage().find(&id).await.map(opened) else { return };
        let own_work = self.document.is_changed() || self.storage().is_unsaved(&id);
        if !own_work && *self.document.id() == *id && newer.edited > self.document.edited() {
            self.document.take_over(newer, clock::milliseconds());
        }
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
        let kept = self.storage().leave(goes, trusted);
        // After the work: the browser may end the page before this is done.
        self.keep_history();
        kept
    }

    /// So that undo outlives a reload of this tab.
    fn keep_history(self) {
        let of = self.mark_of_history();
        let project = self.document.project.get_untracked();
        // A browser may have less room than it says.
        HISTORY_ROOM.into_iter().any(|room| {
            let history = self.document.history.with_untracked(|history| history.to_json(room, &project));
            Shelf::Tab.write(HISTORY, &format!("{of}\n{history}"))
        });
    }

    /// Takes up the history of the project as this tab left it.
    pub fn restore_history(self) {
        let kept = Shelf::Tab.read(HISTORY);
        let history = kept.as_deref().and_then(|kept| {
            let (of, history) = kept.split_once('\n')?;
            if of != self.mark_of_history() {
                return None;
            }
            self.document.project.with_untracked(|project| History::from_json(history, project))
        });
        if let Some(history) = history {
            self.document.history.set(history);
        }
    }

    /// Names the project in its present form: a history belongs to no other.
    fn mark_of_history(self) -> String {
        let mut hasher = DefaultHasher::new();
        self.document.project.with_untracked(|project| project::to_json(project).to_string()).hash(&mut hasher);
        format!("{} {:x}", self.document.id(), hasher.finish())
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
            in_flight: 0.0,
            project: serde_json::to_string(&project::to_json(&project)).unwrap_or_default(),
            last_valid: self.document.last_valid.get_untracked().to_string(),
            untouched: self.document.is_untouched(),
            deleted: 0.0,
            left: None,
        }
    }

    /// Work that is not kept must not look kept, so a refusal is shown.
    async fn save_all(self) {
        let Some(all_kept) = self.storage().save_all(move |saved| self.saved(saved)).await else { return };
        let unsaved = (!all_kept).then(|| REFUSED.to_owned());
        if self.aloud.try_update_value(std::mem::take) == Some(true) {
            announce(self.screen, unsaved.as_deref().unwrap_or(SAVED), None);
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
        self.channel.with_value(|channel| {
            if let Some(channel) = channel {
                channel.send(&record.id);
            }
        });
        if let Some(id) = parted {
            Storage::note_open(&id);
            self.document.moved(id);
            let project = self.document.project.get_untracked();
            let renamed = Project { name: record.other_name(), ..Project::clone(&project) };
            self.document.record(renamed, Step::Whole, clock::milliseconds());
            announce(self.screen, PARTED, None);
        }
    }
}

/// A record of the storage as a project, or why it cannot be read.
pub fn opened(found: Found) -> Result<Opened, String> {
    let Found { record, edited } = found;
    let project = read_project(&record.project)?;
    Ok(Opened { project, id: record.id, last_valid: record.last_valid.into(), edited, untouched: record.untouched })
}

/// A project that the browser does not hold yet, made of a template.
pub fn fresh(project: Project) -> Opened {
    Opened { id: Storage::fresh_id(), last_valid: project.payload.clone(), project, edited: 0.0, untouched: true }
}

/// Reads a project's JSON text. Our own parser does it: `serde_json` refuses the escape of a lone surrogate.
pub fn read_project(text: &str) -> Result<Project, String> {
    let source = json::Source::new(text);
    let value = source.parse().map_err(|error| error.message)?;
    project::from_json(&json::to_serde(&value))
}
