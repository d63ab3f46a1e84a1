//! Where projects are kept: `IndexedDB`, and localStorage for what the page could not hand to it before it went away.
//!
//! localStorage holds the id of the project that was open last, and for each project that was not saved in time a record as
//! JSON, which comes to its place at the next visit. One that has no room there is left in the database, under a name of its
//! own: that takes one call, while a save takes several turns.
//!
//! Two pages may have one project open. A record says which `edited` it follows (`base`): where the database has another
//! one, another page has saved it since, and this one becomes a project of its own beside it. So a page that has changed
//! nothing saves nothing.

mod database;
mod record;

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use gloo::timers::callback::Timeout;
use js_sys::JSON;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::local;
use crate::app::actions;
use crate::app::large::LARGE;
use crate::app::state::Lab;
use crate::core::project::Project;
use crate::core::templates;
use crate::core::text::sort_by_place;

use record::{MOMENT, fresh_id};
pub use record::{Record, read_project};

const OPEN: &str = "link-preview-lab:open";
const SAVE_AFTER: u32 = 400;
/// A text of megabytes takes a moment to be written, so it waits for a longer pause.
const SAVE_LARGE_AFTER: u32 = 1500;
const REFUSED: &str = "this browser does not keep the project: its storage is full, or closed to this page";
const SAVED: &str = "saved in this browser, as every change is";

/// A project as it comes onto the page.
pub struct Opened {
    pub id: String,
    pub project: Project,
    pub last_valid: Arc<str>,
    /// Of its row in the database; 0 where that has none.
    pub edited: f64,
}

impl Opened {
    /// A project that the browser does not hold yet.
    pub fn fresh(project: Project) -> Self {
        Self { id: fresh_id(), last_valid: project.payload.clone(), project, edited: 0.0 }
    }
}

/// The project that was open last; a first visitor gets the documents' example.
pub async fn open_last() -> Opened {
    take_over_moments().await;
    let record = match local::read(OPEN) {
        Some(id) => find(&id).await,
        None => None,
    };
    let record = match record {
        Some(record) => Some(record),
        // Which one was open is not known: the one that was edited last.
        None => list().await.ok().and_then(|records| records.into_iter().next()),
    };
    record.and_then(|record| open(record).ok()).unwrap_or_else(|| Opened::fresh(templates::first()))
}

/// What pages that went away left comes to its place, or stays where it is for as long as the database is closed.
async fn take_over_moments() {
    for left in database::moments().await.unwrap_or_default() {
        let id = left.id.clone();
        if database::put(&left.of_moment()).await.is_ok() {
            database::delete(&id).await.ok();
        }
    }
    for key in local::keys(MOMENT) {
        let Some(record) = local::read(&key).and_then(|text| Record::from_js(&JSON::parse(&text).ok()?)) else { continue };
        match database::put(&record).await {
            Ok(_) => local::remove(&key),
            Err(_) => keep(Record { left: Some(key), ..record }),
        }
    }
}

thread_local! {
    static PENDING: RefCell<Option<Timeout>> = const { RefCell::new(None) };
    /// Records that the database does not have: on their way, or refused. One for each project.
    static UNSAVED: RefCell<Vec<Rc<Record>>> = const { RefCell::new(Vec::new()) };
    static SAVING: Cell<bool> = const { Cell::new(false) };
    /// Somebody asked for it and wants to hear of it.
    static ALOUD: Cell<bool> = const { Cell::new(false) };
}

/// Saves once the person pauses.
pub fn save_soon(lab: Lab) {
    let after = if lab.payload().len() < LARGE { SAVE_AFTER } else { SAVE_LARGE_AFTER };
    PENDING.set(Some(Timeout::new(after, move || save_now(lab))));
}

/// Saves what is not saved yet; a project that was only opened stays as it is.
pub fn save_changes(lab: Lab) {
    let (id, edited) = lab.held.with_value(|held| (held.id.clone(), held.edited));
    local::write(OPEN, &id);
    if PENDING.take().is_some() || edited == 0.0 {
        save_now(lab);
    }
}

/// Saves what is not saved yet, and says so.
pub fn save_aloud(lab: Lab) {
    ALOUD.set(true);
    save_changes(lab);
    spawn_local(save_all(lab));
}

fn save_now(lab: Lab) {
    PENDING.set(None);
    let record = Record::of(lab);
    local::write(OPEN, &record.id);
    keep(record);
    spawn_local(save_all(lab));
}

fn keep(mut record: Record) {
    UNSAVED.with_borrow_mut(|unsaved| {
        if let Some(at) = unsaved.iter().position(|one| one.id == record.id) {
            let before = unsaved.remove(at);
            record.left = record.left.or_else(|| before.left.clone());
        }
        unsaved.push(Rc::new(record));
    });
}

/// One after another, so that each follows the one before. What goes wrong is shown, since work that is not kept must not
/// look kept.
async fn save_all(lab: Lab) {
    // Whoever is at it comes to what was added too.
    if SAVING.replace(true) {
        return;
    }
    let mut refused: Vec<Rc<Record>> = Vec::new();
    let next = |refused: &[Rc<Record>]| {
        let is_next = |record: &&Rc<Record>| !refused.iter().any(|one| Rc::ptr_eq(one, record));
        UNSAVED.with_borrow(|unsaved| unsaved.iter().find(is_next).cloned())
    };
    while let Some(record) = next(&refused) {
        match database::put(&record).await {
            Ok(parted) => saved(lab, &record, parted),
            Err(_) => refused.push(record),
        }
    }
    SAVING.set(false);
    let unsaved = (!refused.is_empty()).then(|| REFUSED.to_owned());
    if ALOUD.take() {
        actions::announce(lab, unsaved.clone().unwrap_or_else(|| SAVED.to_owned()));
    }
    if lab.screen.with_untracked(|screen| screen.unsaved != unsaved) {
        lab.screen.update(|screen| screen.unsaved = unsaved);
    }
}

/// The database has a record, under another id where another page had saved the project since.
fn saved(lab: Lab, record: &Rc<Record>, parted: Option<String>) {
    UNSAVED.with_borrow_mut(|unsaved| {
        unsaved.retain(|one| !Rc::ptr_eq(one, record));
        // What was typed meanwhile follows it.
        for one in unsaved.iter_mut().filter(|one| one.id == record.id) {
            let id = parted.as_ref().unwrap_or(&record.id).clone();
            *one = Rc::new(Record { id, base: record.edited, left: None, ..Record::clone(one) });
        }
    });
    local::remove(&record.moment());
    if let Some(key) = &record.left {
        local::remove(key);
    }
    if lab.held.with_value(|held| *held.id != *record.id) {
        return;
    }
    lab.held.update_value(|held| held.edited = record.edited);
    if let Some(id) = parted {
        local::write(OPEN, &id);
        lab.held.update_value(|held| held.id = id.into());
        actions::rename(lab, record.other_name());
        actions::announce(lab, "another tab has changed this project too: what is here is a project of its own now".to_owned());
    }
}

/// Keeps within the call what the database does not have yet, for a page that goes away, or may go. Whether there is room
/// for it.
pub fn save_moment(lab: Lab, goes: bool) -> bool {
    if PENDING.take().is_some() {
        // It often still finishes.
        save_now(lab);
    }
    // One that has refused a record before is not believed to take it now.
    let takes = lab.screen.with_untracked(|screen| screen.unsaved.is_none());
    let write = |record: &Rc<Record>| {
        let text = JSON::stringify(&record.to_js());
        text.is_ok_and(|text| local::write(&record.moment(), &String::from(text))) || takes && (!goes || database::leave(record))
    };
    UNSAVED.with_borrow(|unsaved| unsaved.iter().filter(|record| !write(record)).count() == 0)
}

/// A record as a project.
pub fn open(record: Record) -> Result<Opened, String> {
    let is_unsaved = UNSAVED.with_borrow(|unsaved| unsaved.iter().any(|one| one.id == record.id));
    // What follows it follows the row that the database has.
    let edited = if is_unsaved { record.base } else { record.edited };
    Ok(Opened { project: read_project(&record.project)?, id: record.id, last_valid: record.last_valid.into(), edited })
}

/// A project of the list.
pub async fn find(id: &str) -> Option<Record> {
    let waiting = UNSAVED.with_borrow(|unsaved| unsaved.iter().find(|record| record.id == id).cloned());
    match waiting {
        Some(record) => Some(Record::clone(&record)),
        None => database::get(id).await.ok().flatten(),
    }
}

/// All projects, the one edited last first; those that the database refused too.
pub async fn list() -> Result<Vec<Record>, idb::Error> {
    let rows = database::rows().await;
    let mut records: Vec<Record> = UNSAVED.with_borrow(|unsaved| unsaved.iter().map(|record| Record::clone(record)).collect());
    match rows {
        Ok(rows) => {
            for row in rows {
                if records.iter().all(|one| one.id != row.id) {
                    records.push(row);
                }
            }
        }
        Err(error) if records.is_empty() => return Err(error),
        Err(_) => {}
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "milliseconds since 1970 in seconds")]
    sort_by_place(&mut records, |record| usize::MAX - (record.edited / 1000.0) as usize);
    Ok(records)
}

pub async fn delete(id: &str) -> Result<(), idb::Error> {
    UNSAVED.with_borrow_mut(|unsaved| unsaved.retain(|record| record.id != id));
    database::delete(id).await
}
