//! The rows of the database: projects by their ids, and what pages left that went away, under names of its own.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use idb::{Database, DatabaseEvent, Error, Factory, KeyPath, KeyRange, ObjectStoreParams, Transaction, TransactionMode};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

use super::record::{MOMENT, Record, number};
use crate::app::platform::document::resolved;

const DATABASE: &str = "link-preview-lab";
const STORE: &str = "projects";

/// Some browsers never answer. Milliseconds.
const ANSWERS_WITHIN: u32 = 3000;

thread_local! {
    /// Held open: a page that goes away has no time to open it.
    static OPENED: RefCell<Option<Rc<Database>>> = const { RefCell::new(None) };
    /// It was asked and has not answered yet: nobody else waits for it before it does.
    static SILENT: Cell<bool> = const { Cell::new(false) };
}

/// Without what pages left.
pub async fn rows() -> Result<Vec<Record>, Error> {
    let rows = transaction(TransactionMode::ReadOnly).await?.object_store(STORE)?.get_all(None, None)?.await?;
    Ok(rows.iter().filter_map(Record::from_js).filter(|record| !record.id.starts_with(MOMENT)).collect())
}

/// What pages left. Ids of projects begin with a digit and come before these.
pub async fn moments() -> Result<Vec<Record>, Error> {
    let left = KeyRange::lower_bound(&JsValue::from_str(MOMENT), None)?;
    let rows = transaction(TransactionMode::ReadOnly).await?.object_store(STORE)?.get_all(Some(left.into()), None)?.await?;
    Ok(rows.iter().filter_map(Record::from_js).collect())
}

pub async fn get(id: &str) -> Result<Option<Record>, Error> {
    let row = transaction(TransactionMode::ReadOnly).await?.object_store(STORE)?.get(JsValue::from_str(id))?.await?;
    Ok(row.as_ref().and_then(Record::from_js))
}

/// Returned is another id where another page has saved the project since: then it stands beside that one.
pub async fn put(record: &Record) -> Result<Option<String>, Error> {
    let transaction = transaction(TransactionMode::ReadWrite).await?;
    let store = transaction.object_store(STORE)?;
    let there = store.get(JsValue::from_str(&record.id))?.await?;
    let there = there.map_or(0.0, |there| number(&there, "edited"));
    let known = [0.0, record.base, record.edited].iter().any(|known| known.to_bits() == there.to_bits());
    let parted = (!known).then(|| record.other_id());
    let row = match &parted {
        Some(id) => Record { id: id.clone(), name: record.other_name(), ..record.clone() }.to_js(),
        None => record.to_js(),
    };
    store.put(&row, None)?.await?;
    committed(transaction).await?;
    Ok(parted)
}

/// Within the call, for a page that goes away: a save takes several turns. Whether it was taken.
pub fn leave(record: &Record) -> bool {
    let left = || {
        let database = OPENED.with_borrow(Clone::clone)?;
        let transaction = database.transaction(&[STORE], TransactionMode::ReadWrite).ok()?;
        let left = Record { id: record.moment(), ..record.clone() };
        transaction.object_store(STORE).ok()?.put(&left.to_js(), None).ok()?;
        transaction.commit().ok()
    };
    left().is_some()
}

pub async fn delete(id: &str) -> Result<(), Error> {
    let transaction = transaction(TransactionMode::ReadWrite).await?;
    transaction.object_store(STORE)?.delete(JsValue::from_str(id))?.await?;
    committed(transaction).await
}

/// A full disk refuses what it has taken before.
async fn committed(transaction: Transaction) -> Result<(), Error> {
    let result = transaction.commit()?.await?;
    if result.is_committed() { Ok(()) } else { Err(Error::TransactionAbortError(JsValue::NULL)) }
}

async fn transaction(mode: TransactionMode) -> Result<Transaction, Error> {
    let again = match OPENED.with_borrow(Clone::clone) {
        Some(database) => database.transaction(&[STORE], mode).ok(),
        None => None,
    };
    if let Some(transaction) = again {
        return Ok(transaction);
    }
    // Not opened yet, or the browser has closed it since.
    if !SILENT.replace(true) {
        OPENED.take();
        answered().await;
    }
    OPENED.with_borrow(Clone::clone).ok_or(Error::IndexedDbNotFound(JsValue::NULL))?.transaction(&[STORE], mode)
}

/// Opens the database, or gives it time enough to answer.
async fn answered() {
    resolved(|resolve| {
        let resolve: Rc<dyn Fn()> = resolve.into();
        let late = resolve.clone();
        Timeout::new(ANSWERS_WITHIN, move || late()).forget();
        // Not Leptos's own: its executor starts with the mount.
        spawn_local(async move {
            open().await.ok();
            SILENT.set(false);
            resolve();
        });
    })
    .await;
}

async fn open() -> Result<(), Error> {
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
    OPENED.set(Some(Rc::new(database)));
    Ok(())
}
