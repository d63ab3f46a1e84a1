//! Where projects are kept: `IndexedDB`, and localStorage for what the page could not hand to it before it went away.
//!
//! A record is `{id, name, edited, project, lastValid}`; `project` is the project's JSON text, `lastValid` the last
//! payload that parsed, `edited` milliseconds. localStorage holds the id of the project that was open last, and for each
//! project that was not saved in time a record as JSON, which comes to its place at the next visit. One that has no room there
//! is left in the database, under a name of its own: that takes one call, while a save takes several turns.
//!
//! Two pages may have one project open. A record says which `edited` it follows (`base`): where the database has a later
//! one, another page has saved it since, and this one becomes a project of its own beside it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use gloo::timers::callback::Timeout;
use idb::{Database, DatabaseEvent, Factory, KeyPath, KeyRange, ObjectStoreParams, Transaction, TransactionMode};
use js_sys::{JSON, Object, Reflect};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;

use super::{clock, local};
use crate::app::actions;
use crate::app::large::LARGE;
use crate::app::state::Lab;
use crate::core::json;
use crate::core::project::{self, Project};
use crate::core::templates;
use crate::core::text::sort_by_place;

const DATABASE: &str = "link-preview-lab";
const STORE: &str = "projects";
const OPEN: &str = "link-preview-lab:open";
/// Followed by the page and the project, so that no page overwrites what another left.
const MOMENT: &str = "link-preview-lab:moment";
const SAVE_AFTER: u32 = 400;
/// A text of megabytes takes a moment to be written, so it waits for a longer pause.
const SAVE_LARGE_AFTER: u32 = 1500;
const REFUSED: &str = "this browser does not keep the project: its storage is full, or closed to this page";

/// A project as it comes onto the page.
pub struct Opened {
    pub id: String,
    pub project: Project,
    pub last_valid: Arc<str>,
    /// Of its record; 0 where the browser has none.
    pub edited: f64,
}

impl Opened {
    /// A project that the browser does not hold yet.
    pub fn fresh(project: Project) -> Self {
        Self { id: fresh_id(), last_valid: project.payload.clone(), project, edited: 0.0 }
    }
}

/// Unique enough: two are not made in one millisecond with one number of a milliard.
fn fresh_id() -> String {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "both are positive and far below 2^53")]
    let (now, chance) = (clock::milliseconds() as u64, (js_sys::Math::random() * 1e9) as u64);
    format!("{now}-{chance}")
}

/// One row of the list of projects.
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    pub id: String,
    pub name: String,
    pub edited: f64,
    /// `edited` of the record that this one follows.
    base: f64,
    pub project: String,
    pub last_valid: String,
}

impl Record {
    fn of(lab: Lab) -> Self {
        let project = lab.project.get_untracked();
        lab.held.with_value(|held| Self {
            id: held.id.to_string(),
            name: project.name.clone(),
            edited: clock::milliseconds(),
            base: held.edited,
            project: serde_json::to_string(&project::to_json(&project)).unwrap_or_default(),
            last_valid: held.last_valid.to_string(),
        })
    }

    pub fn open(self) -> Result<Opened, String> {
        let project = read_project(&self.project)?;
        Ok(Opened { project, id: self.id, last_valid: self.last_valid.into(), edited: self.edited })
    }

    fn to_js(&self) -> JsValue {
        let object = Object::new();
        let set = |key: &str, value: JsValue| Reflect::set(&object, &key.into(), &value).is_ok();
        set("id", self.id.as_str().into());
        set("name", self.name.as_str().into());
        set("edited", self.edited.into());
        set("base", self.base.into());
        set("project", self.project.as_str().into());
        set("lastValid", self.last_valid.as_str().into());
        object.into()
    }

    fn from_js(value: &JsValue) -> Option<Self> {
        let text = |key: &str| Reflect::get(value, &key.into()).ok()?.as_string();
        Some(Self {
            id: text("id")?,
            name: text("name")?,
            edited: number(value, "edited"),
            base: number(value, "base"),
            project: text("project")?,
            last_valid: text("lastValid")?,
        })
    }

    fn moment(&self) -> String {
        PAGE.with(|page| [MOMENT, ":", page, ":", &self.id].concat())
    }
}

/// A number of an object, 0 where there is none.
fn number(object: &JsValue, key: &str) -> f64 {
    Reflect::get(object, &key.into()).ok().and_then(|number| number.as_f64()).unwrap_or_default()
}

/// Reads a project's JSON text. Not with `serde_json`: it refuses the escape of a lone surrogate.
pub fn read_project(text: &str) -> Result<Project, String> {
    let source = json::Source::new(text);
    let value = source.parse().map_err(|error| error.message)?;
    project::from_json(&json::to_serde(&value))
}

/// The project that was open last; a first visitor gets the documents' example.
pub async fn open_last() -> Opened {
    take_over_moments().await;
    let open = local::read(OPEN);
    let record = match &open {
        Some(id) => find(id).await,
        None => None,
    };
    let record = match record {
        Some(record) => Some(record),
        // Which one was open is not known: the one that was edited last.
        None => list().await.ok().and_then(|records| records.into_iter().next()),
    };
    record.and_then(|record| record.open().ok()).unwrap_or_else(|| Opened::fresh(templates::first()))
}

/// What pages that went away left comes to its place, or stays where it is for as long as the database is closed.
async fn take_over_moments() {
    for left in moments().await.unwrap_or_default() {
        let id = left.id.rsplit(':').next().unwrap_or_default().to_owned();
        if put(&Record { id, ..left.clone() }).await.is_ok() {
            delete(&left.id).await.ok();
        }
    }
    for key in local::keys(MOMENT) {
        let record = local::read(&key).and_then(|text| Record::from_js(&JSON::parse(&text).ok()?));
        if let Some(record) = record
            && put(&record).await.is_err()
        {
            local::write(&record.moment(), &local::read(&key).unwrap_or_default());
            keep(record);
        }
        local::remove(&key);
    }
}

thread_local! {
    static PENDING: RefCell<Option<Timeout>> = const { RefCell::new(None) };
    /// Records that the database does not have: on their way, or refused. One for each project.
    static UNSAVED: RefCell<Vec<Rc<Record>>> = const { RefCell::new(Vec::new()) };
    static SAVING: Cell<bool> = const { Cell::new(false) };
    /// Somebody asked for it and wants to hear of it.
    static ALOUD: Cell<bool> = const { Cell::new(false) };
    /// Tells the pages of one browser apart.
    static PAGE: String = fresh_id();
    /// This page has left a record in the database and went on.
    static LEFT: Cell<bool> = const { Cell::new(false) };
    /// Held open: a page that goes away has no time to open it.
    static OPENED: RefCell<Option<Rc<Database>>> = const { RefCell::new(None) };
}

/// Saves once the person pauses.
pub fn save_soon(lab: Lab) {
    let after = if lab.payload().len() < LARGE { SAVE_AFTER } else { SAVE_LARGE_AFTER };
    PENDING.set(Some(Timeout::new(after, move || save_now(lab))));
}

pub fn save_now(lab: Lab) {
    PENDING.set(None);
    let record = Record::of(lab);
    local::write(OPEN, &record.id);
    keep(record);
    if !SAVING.replace(true) {
        spawn_local(save_all(lab));
    }
}

/// Saves, and says so.
pub fn save_aloud(lab: Lab) {
    ALOUD.set(true);
    save_now(lab);
}

fn keep(record: Record) {
    UNSAVED.with_borrow_mut(|unsaved| {
        unsaved.retain(|one| one.id != record.id);
        unsaved.push(Rc::new(record));
    });
}

/// One after another, so that each follows the one before. What goes wrong is shown, since work that is not kept must not
/// look kept.
async fn save_all(lab: Lab) {
    let mut refused = 0;
    while let Some(record) = UNSAVED.with_borrow(|unsaved| unsaved.get(refused).cloned()) {
        match put(&record).await {
            Ok(parted) => {
                saved(lab, &record, parted);
                if LEFT.take() {
                    delete(&record.moment()).await.ok();
                }
            }
            Err(_) => refused += 1,
        }
    }
    SAVING.set(false);
    let unsaved = (refused > 0).then(|| REFUSED.to_owned());
    if ALOUD.take() {
        actions::announce(lab, unsaved.clone().unwrap_or_else(|| "saved in this browser, as every change is".to_owned()));
    }
    if lab.screen.with_untracked(|screen| screen.unsaved != unsaved) {
        lab.screen.update(|screen| screen.unsaved = unsaved);
    }
}

/// The database has a record, under another id where another page had saved the project since.
fn saved(lab: Lab, record: &Rc<Record>, parted: Option<String>) {
    let follows = |mut later: Record| {
        later.base = record.edited;
        if let Some(id) = &parted {
            later.id.clone_from(id);
        }
        Rc::new(later)
    };
    UNSAVED.with_borrow_mut(|unsaved| {
        unsaved.retain(|one| !Rc::ptr_eq(one, record));
        for one in unsaved.iter_mut().filter(|one| one.id == record.id) {
            *one = follows(Record::clone(one));
        }
    });
    local::remove(&record.moment());
    if lab.held.with_value(|held| *held.id != *record.id) {
        return;
    }
    lab.held.update_value(|held| held.edited = record.edited);
    if let Some(id) = parted {
        lab.held.update_value(|held| held.id = id.into());
        actions::rename(lab, other_name(record));
        actions::announce(lab, "another tab has changed this project too: what is here is a project of its own now".to_owned());
    }
}

fn other_name(record: &Record) -> String {
    [&record.name, " (other tab)"].concat()
}

/// Keeps within the call what the database does not have yet, for a page that goes away. Whether there was room for it.
pub fn save_moment(lab: Lab) -> bool {
    if PENDING.take().is_some() {
        // It often still finishes.
        save_now(lab);
    }
    let write = |record: &Rc<Record>| {
        let text = JSON::stringify(&record.to_js());
        text.is_ok_and(|text| local::write(&record.moment(), &String::from(text))) || leave(record).is_some()
    };
    UNSAVED.with_borrow(|unsaved| unsaved.iter().filter(|record| !write(record)).count() == 0)
}

/// Into the database, within the call.
fn leave(record: &Record) -> Option<()> {
    let database = OPENED.with_borrow(Clone::clone)?;
    let transaction = database.transaction(&[STORE], TransactionMode::ReadWrite).ok()?;
    let left = Record { id: record.moment(), ..record.clone() };
    transaction.object_store(STORE).ok()?.put(&left.to_js(), None).ok()?;
    transaction.commit().ok()?;
    LEFT.set(true);
    Some(())
}

/// A project of the list.
async fn find(id: &str) -> Option<Record> {
    match unsaved().into_iter().find(|record| record.id == id) {
        Some(record) => Some(record),
        None => get(id).await.ok().flatten(),
    }
}

fn unsaved() -> Vec<Record> {
    UNSAVED.with_borrow(|unsaved| unsaved.iter().map(|record| Record::clone(record)).collect())
}

/// All projects, the one edited last first; those that the database refused too.
pub async fn list() -> Result<Vec<Record>, idb::Error> {
    let mut records = unsaved();
    match rows().await {
        Ok(rows) => records.extend(rows.into_iter().filter(|row| records.iter().all(|one| one.id != row.id)).collect::<Vec<_>>()),
        Err(error) if records.is_empty() => return Err(error),
        Err(_) => {}
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "milliseconds since 1970 in seconds")]
    sort_by_place(&mut records, |record| usize::MAX - (record.edited / 1000.0) as usize);
    Ok(records)
}

async fn rows() -> Result<Vec<Record>, idb::Error> {
    let rows = transaction(TransactionMode::ReadOnly).await?.object_store(STORE)?.get_all(None, None)?.await?;
    Ok(rows.iter().filter_map(Record::from_js).filter(|record| !record.id.starts_with(MOMENT)).collect())
}

/// Ids of projects begin with a digit and come before these.
async fn moments() -> Result<Vec<Record>, idb::Error> {
    let left = KeyRange::lower_bound(&JsValue::from_str(MOMENT), None)?;
    let rows = transaction(TransactionMode::ReadOnly).await?.object_store(STORE)?.get_all(Some(left.into()), None)?.await?;
    Ok(rows.iter().filter_map(Record::from_js).collect())
}

pub async fn delete(id: &str) -> Result<(), idb::Error> {
    UNSAVED.with_borrow_mut(|unsaved| unsaved.retain(|record| record.id != id));
    let transaction = transaction(TransactionMode::ReadWrite).await?;
    transaction.object_store(STORE)?.delete(JsValue::from_str(id))?.await?;
    transaction.commit()?.await?;
    Ok(())
}

async fn get(id: &str) -> Result<Option<Record>, idb::Error> {
    let row = transaction(TransactionMode::ReadOnly).await?.object_store(STORE)?.get(JsValue::from_str(id))?.await?;
    Ok(row.as_ref().and_then(Record::from_js))
}

/// Returned is another id where another page has saved the project since: then it stands beside that one.
async fn put(record: &Record) -> Result<Option<String>, idb::Error> {
    let transaction = transaction(TransactionMode::ReadWrite).await?;
    let store = transaction.object_store(STORE)?;
    let there = store.get(JsValue::from_str(&record.id))?.await?;
    let there = there.map_or(0.0, |there| number(&there, "edited"));
    let parted = (there > record.base && there.to_bits() != record.edited.to_bits()).then(fresh_id);
    let row = match &parted {
        Some(id) => Record { id: id.clone(), name: other_name(record), ..record.clone() }.to_js(),
        None => record.to_js(),
    };
    store.put(&row, None)?.await?;
    transaction.commit()?.await?;
    Ok(parted)
}

async fn transaction(mode: TransactionMode) -> Result<Transaction, idb::Error> {
    let again = match OPENED.with_borrow(Clone::clone) {
        Some(database) => database.transaction(&[STORE], mode).ok(),
        None => None,
    };
    match again {
        Some(transaction) => Ok(transaction),
        // Not opened yet, or the browser has closed it since.
        None => open().await?.transaction(&[STORE], mode),
    }
}

async fn open() -> Result<Rc<Database>, idb::Error> {
    let mut request = Factory::new()?.open(DATABASE, Some(1))?;
    request.on_upgrade_needed(|event| {
        let mut params = ObjectStoreParams::new();
        params.key_path(Some(KeyPath::new_single("id")));
        // A database that cannot be laid out fails at its first use, with a message.
        if let Ok(database) = event.database() {
            database.create_object_store(STORE, params).ok();
        }
    });
    let mut database = request.await?;
    // A page of a later version lays it out anew, and waits until nobody holds it.
    database.on_version_change(|_| {
        if let Some(database) = OPENED.take() {
            database.close();
        }
    });
    let database = Rc::new(database);
    OPENED.set(Some(database.clone()));
    Ok(database)
}
