//! Where projects are kept: `IndexedDB`, and localStorage for the change of the last moment.
//!
//! A record is `{id, name, edited, project, lastValid}`; `project` is the project's JSON text, `lastValid` the last
//! payload that parsed, `edited` milliseconds. localStorage holds the id of the open project and, written while the
//! page goes away, one such record as JSON: the database may not finish in time then.

use std::cell::RefCell;
use std::sync::Arc;

use gloo::storage::{LocalStorage, Storage as _};
use gloo::timers::callback::Timeout;
use idb::{Database, DatabaseEvent, Factory, KeyPath, ObjectStoreParams, TransactionMode};
use js_sys::{JSON, Object, Reflect};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;

use super::clock;
use crate::app::large::LARGE;
use crate::app::state::Lab;
use crate::core::json;
use crate::core::project::{self, Project};
use crate::core::templates;
use crate::core::text::sort_by_place;

const DATABASE: &str = "link-preview-lab";
const STORE: &str = "projects";
const OPEN: &str = "link-preview-lab:open";
const MOMENT: &str = "link-preview-lab:moment";
const SAVE_AFTER: u32 = 400;
/// A text of megabytes takes a moment to be written, so it waits for a longer pause.
const SAVE_LARGE_AFTER: u32 = 1500;

/// A project as it comes onto the page.
pub struct Opened {
    pub id: String,
    pub project: Project,
    pub last_valid: Arc<str>,
}

impl Opened {
    /// A project that the browser does not hold yet.
    pub fn fresh(project: Project) -> Self {
        // Unique enough: two projects are not made in one millisecond with one number of a milliard.
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "both are positive and far below 2^53")]
        let (now, chance) = (clock::milliseconds() as u64, (js_sys::Math::random() * 1e9) as u64);
        let id = format!("{now}-{chance}");
        Self { id, last_valid: project.payload.clone(), project }
    }
}

/// One row of the list of projects.
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    pub id: String,
    pub name: String,
    pub edited: f64,
    pub project: String,
    pub last_valid: String,
}

impl Record {
    fn of(lab: Lab) -> Self {
        let project = lab.project.get_untracked();
        Self {
            id: lab.held.with_value(|held| held.id.to_string()),
            name: project.name.clone(),
            edited: clock::milliseconds(),
            project: serde_json::to_string(&project::to_json(&project)).unwrap_or_default(),
            last_valid: lab.held.with_value(|held| held.last_valid.to_string()),
        }
    }

    pub fn open(self) -> Result<Opened, String> {
        Ok(Opened { project: read_project(&self.project)?, id: self.id, last_valid: self.last_valid.into() })
    }

    fn to_js(&self) -> JsValue {
        let object = Object::new();
        let set = |key: &str, value: JsValue| Reflect::set(&object, &key.into(), &value).is_ok();
        set("id", self.id.as_str().into());
        set("name", self.name.as_str().into());
        set("edited", self.edited.into());
        set("project", self.project.as_str().into());
        set("lastValid", self.last_valid.as_str().into());
        object.into()
    }

    fn from_js(value: &JsValue) -> Option<Self> {
        let text = |key: &str| Reflect::get(value, &key.into()).ok()?.as_string();
        Some(Self {
            id: text("id")?,
            name: text("name")?,
            edited: Reflect::get(value, &"edited".into()).ok()?.as_f64()?,
            project: text("project")?,
            last_valid: text("lastValid")?,
        })
    }
}

/// Reads a project's JSON text. Not with `serde_json`: it refuses the escape of a lone surrogate.
pub fn read_project(text: &str) -> Result<Project, String> {
    let source = json::Source::new(text);
    let value = source.parse().map_err(|error| error.message)?;
    project::from_json(&json::to_serde(&value))
}

/// The project that was open last; a first visitor gets the documents' example.
pub async fn open_last() -> Opened {
    let kept = |key: &str| LocalStorage::raw().get_item(key).ok().flatten();
    let moment = kept(MOMENT).and_then(|text| Record::from_js(&JSON::parse(&text).ok()?));
    let id = kept(OPEN);
    let kept = match &id {
        Some(id) => get(id).await.ok().flatten(),
        None => None,
    };
    let latest = match (moment, kept) {
        (Some(moment), Some(kept)) if Some(&moment.id) != id.as_ref() || kept.edited > moment.edited => Some(kept),
        (Some(moment), _) => Some(moment),
        (None, kept) => kept,
    };
    latest.and_then(|record| record.open().ok()).unwrap_or_else(|| Opened::fresh(templates::first()))
}

thread_local! {
    static PENDING: RefCell<Option<Timeout>> = const { RefCell::new(None) };
}

/// Saves once the person pauses.
pub fn save_soon(lab: Lab) {
    let after = if lab.payload().len() < LARGE { SAVE_AFTER } else { SAVE_LARGE_AFTER };
    PENDING.set(Some(Timeout::new(after, move || save_now(lab))));
}

/// Saves; what goes wrong is shown, since work that is not kept must not look kept.
pub fn save_now(lab: Lab) {
    PENDING.set(None);
    let record = Record::of(lab);
    spawn_local(async move {
        let saved = put(&record).await;
        keep(OPEN, &record.id);
        let unsaved =
            saved.err().map(|_| "this browser does not keep the project: its storage is full, or closed to this page".to_owned());
        if lab.screen.with_untracked(|screen| screen.unsaved != unsaved) {
            lab.screen.update(|screen| screen.unsaved = unsaved);
        }
    });
}

/// Saves within the call, for a page that goes away.
pub fn save_moment(lab: Lab) {
    let record = Record::of(lab);
    keep(OPEN, &record.id);
    let kept = JSON::stringify(&record.to_js()).is_ok_and(|text| keep(MOMENT, &String::from(text)));
    if !kept {
        // Too large for localStorage: the database often still finishes.
        LocalStorage::delete(MOMENT);
        save_now(lab);
    }
}

/// Whether localStorage took it.
fn keep(key: &str, text: &str) -> bool {
    LocalStorage::raw().set_item(key, text).is_ok()
}

/// All projects, the one edited last first.
pub async fn list() -> Result<Vec<Record>, idb::Error> {
    let database = database().await?;
    let transaction = database.transaction(&[STORE], TransactionMode::ReadOnly)?;
    let rows = transaction.object_store(STORE)?.get_all(None, None)?.await?;
    let mut records: Vec<Record> = rows.iter().filter_map(Record::from_js).collect();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "milliseconds since 1970 in seconds")]
    sort_by_place(&mut records, |record| usize::MAX - (record.edited / 1000.0) as usize);
    Ok(records)
}

pub async fn delete(id: &str) -> Result<(), idb::Error> {
    let database = database().await?;
    let transaction = database.transaction(&[STORE], TransactionMode::ReadWrite)?;
    transaction.object_store(STORE)?.delete(JsValue::from_str(id))?.await?;
    transaction.commit()?.await?;
    Ok(())
}

async fn get(id: &str) -> Result<Option<Record>, idb::Error> {
    let database = database().await?;
    let transaction = database.transaction(&[STORE], TransactionMode::ReadOnly)?;
    let row = transaction.object_store(STORE)?.get(JsValue::from_str(id))?.await?;
    Ok(row.as_ref().and_then(Record::from_js))
}

async fn put(record: &Record) -> Result<(), idb::Error> {
    let database = database().await?;
    let transaction = database.transaction(&[STORE], TransactionMode::ReadWrite)?;
    transaction.object_store(STORE)?.put(&record.to_js(), None)?.await?;
    transaction.commit()?.await?;
    Ok(())
}

async fn database() -> Result<Database, idb::Error> {
    let mut request = Factory::new()?.open(DATABASE, Some(1))?;
    request.on_upgrade_needed(|event| {
        let mut params = ObjectStoreParams::new();
        params.key_path(Some(KeyPath::new_single("id")));
        // A database that cannot be laid out fails at its first use, with a message.
        if let Ok(database) = event.database() {
            database.create_object_store(STORE, params).ok();
        }
    });
    request.await
}
