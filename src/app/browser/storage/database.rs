//! The rows of the database: projects by their ids, and under names of their own the records that closed pages left.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use idb::{DatabaseEvent, Error, Factory, KeyPath, KeyRange, ObjectStoreParams, Transaction, TransactionMode};
use wasm_bindgen::JsValue;

use super::record::{MOMENT, Record, number};
use crate::app::browser::frame::within;

const DATABASE: &str = "link-preview-lab";
const STORE: &str = "projects";

/// Some browsers never answer. Milliseconds.
const ANSWERS_WITHIN: u32 = 3000;

#[derive(Default, Clone)]
pub struct Database {
    /// Held open: a page that goes away has no time to open it.
    opened: Rc<RefCell<Option<Rc<idb::Database>>>>,
    /// The browser was asked to open it and has not answered. Until it does, further calls fail at once.
    silent: Rc<Cell<bool>>,
}

impl Database {
    /// The projects.
    pub async fn rows(&self) -> Result<Vec<Record>, Error> {
        let rows = self.transaction(TransactionMode::ReadOnly).await?.object_store(STORE)?.get_all(None, None)?.await?;
        Ok(rows.iter().filter_map(Record::from_js).filter(|record| !record.id.starts_with(MOMENT)).collect())
    }

    /// What closed pages left. Ids of projects begin with a digit and sort before these.
    pub async fn moments(&self) -> Result<Vec<Record>, Error> {
        let left = KeyRange::lower_bound(&JsValue::from_str(MOMENT), None)?;
        let store = self.transaction(TransactionMode::ReadOnly).await?.object_store(STORE)?;
        let rows = store.get_all(Some(left.into()), None)?.await?;
        Ok(rows.iter().filter_map(Record::from_js).collect())
    }

    pub async fn get(&self, id: &str) -> Result<Option<Record>, Error> {
        let store = self.transaction(TransactionMode::ReadOnly).await?.object_store(STORE)?;
        let row = store.get(JsValue::from_str(id))?.await?;
        Ok(row.as_ref().and_then(Record::from_js))
    }

    /// Stores a record. If another page has saved the project since, stores it beside that one and returns its new id.
    pub async fn put(&self, record: &Record) -> Result<Option<String>, Error> {
        let transaction = self.transaction(TransactionMode::ReadWrite).await?;
        let store = transaction.object_store(STORE)?;
        let there = store.get(JsValue::from_str(&record.id))?.await?;
        let there = there.map_or(0.0, |there| number(&there, "edited"));
        let known = [0.0, record.base, record.in_flight, record.edited].iter().any(|known| known.to_bits() == there.to_bits());
        let parted = (!known).then(|| record.other_id());
        let row = match &parted {
            Some(id) => Record { id: id.clone(), name: record.other_name(), ..record.clone() }.to_js(),
            None => record.to_js(),
        };
        store.put(&row, None)?.await?;
        committed(transaction).await?;
        Ok(parted)
    }

    /// Stores a record under another id within the call, for a page that goes away. Whether the database took it.
    pub fn leave(&self, record: &Record, id: &str) -> bool {
        let left = || {
            let database = self.opened.borrow().clone()?;
            let transaction = database.transaction(&[STORE], TransactionMode::ReadWrite).ok()?;
            let left = Record { id: id.to_owned(), ..record.clone() };
            transaction.object_store(STORE).ok()?.put(&left.to_js(), None).ok()?;
            transaction.commit().ok()
        };
        left().is_some()
    }

    pub async fn delete(&self, id: &str) -> Result<(), Error> {
        let transaction = self.transaction(TransactionMode::ReadWrite).await?;
        transaction.object_store(STORE)?.delete(JsValue::from_str(id))?.await?;
        committed(transaction).await
    }

    async fn transaction(&self, mode: TransactionMode) -> Result<Transaction, Error> {
        let opened = self.opened.borrow().clone();
        if let Some(transaction) = opened.and_then(|database| database.transaction(&[STORE], mode).ok()) {
            return Ok(transaction);
        }
        // Not opened yet, or closed by the browser since.
        if !self.silent.replace(true) {
            self.opened.take();
            self.answered().await;
        }
        let opened = self.opened.borrow().clone();
        opened.ok_or(Error::IndexedDbNotFound(JsValue::NULL))?.transaction(&[STORE], mode)
    }

    /// Opens the database, or waits long enough for an answer.
    async fn answered(&self) {
        let database = self.clone();
        within(ANSWERS_WITHIN, async move {
            database.open().await.ok();
            database.silent.set(false);
        })
        .await;
    }

    async fn open(&self) -> Result<(), Error> {
        let mut request = Factory::new()?.open(DATABASE, Some(1))?;
        request.on_upgrade_needed(|event| {
            let mut params = ObjectStoreParams::new();
            params.key_path(Some(KeyPath::new_single("id")));
            // A database without its store fails at its first use, with a message.
            if let Ok(database) = event.database() {
                database.create_object_store(STORE, params).ok();
            }
        });
        let mut database = request.await?;
        let opened = self.opened.clone();
        // A page of a later version upgrades the database, and waits until nobody holds it.
        database.on_version_change(move |_| {
            if let Some(database) = opened.take() {
                database.close();
            }
        });
        self.opened.replace(Some(Rc::new(database)));
        Ok(())
    }
}

/// A full disk refuses at the commit what it took before.
async fn committed(transaction: Transaction) -> Result<(), Error> {
    let result = transaction.commit()?.await?;
    if result.is_committed() { Ok(()) } else { Err(Error::TransactionAbortError(JsValue::NULL)) }
}
