//! Where projects are kept: `IndexedDB`, and localStorage for what the page could not hand to it before it went away.
//!
//! Each tab notes in sessionStorage which project it has open, and localStorage has the one that was open last. For each
//! project that was not saved in time localStorage holds a record as JSON, which moves into the database at the next visit.
//! A record that has no room there is put into the database under a name of its own, within one call: a regular save takes
//! several event loop turns.
//!
//! A deleted project stays in the bin for 30 days: its row has the time of deletion.
//!
//! Two pages may have one project open. A save is a compare-and-swap on `edited`: a record says which `edited` it follows
//! (`base`), and where the database has another one, another page has saved since. The record is then stored beside that
//! one, as a project of its own. So a page that has changed nothing saves nothing.

mod database;
mod record;

use std::cell::{OnceCell, RefCell};
use std::cmp::Reverse;
use std::rc::Rc;

use js_sys::JSON;

use super::clock;
use super::shelf::Shelf;
use database::Database;
pub use idb::Error;
pub use record::Record;
use record::{MOMENT, fresh_id};

const OPEN: &str = "link-preview-lab:open";

/// What `src/start.js` notes where the project that was open stops the program.
const NONE: &str = "none";

/// Milliseconds that the bin keeps a project.
const BIN_KEEPS: f64 = 30.0 * DAY;
/// Milliseconds after which a project that was only looked at goes, where its tab was closed.
const UNTOUCHED_KEEPS: f64 = DAY;
const DAY: f64 = 86_400_000.0;

/// The projects that this browser keeps, and those that it has not taken yet.
#[derive(Default)]
pub struct Storage {
    /// Tells the pages of one browser apart.
    page: OnceCell<String>,
    database: Database,
    /// Records that the database does not have: on their way, or refused. One for each project.
    unsaved: RefCell<Vec<Rc<Record>>>,
    /// The record that the database is storing.
    in_flight: RefCell<Option<Rc<Record>>>,
}

/// The database has a record.
pub struct Saved {
    pub record: Rc<Record>,
    /// The id under which it was stored, where another page had saved the project since.
    pub parted: Option<String>,
}

/// A record with its place in the database.
pub struct Found {
    pub record: Record,
    /// `edited` of its row in the database; 0 where that has none.
    pub edited: f64,
}

impl Storage {
    /// An id for a project that is new.
    pub fn fresh_id() -> String {
        fresh_id()
    }

    /// The project that this tab had open, or else the one that was open last, or else the one that was edited last.
    pub async fn open_last(&self) -> Option<Found> {
        self.take_over_moments().await;
        if Shelf::Tab.read(OPEN).as_deref() == Some(NONE) {
            return None;
        }
        for shelf in [Shelf::Tab, Shelf::Browser] {
            let noted = match shelf.read(OPEN) {
                Some(id) => self.record(&id).await,
                None => None,
            };
            if let Some(record) = noted.filter(|record| record.deleted == 0.0) {
                return Some(self.found(record));
            }
        }
        let last = self.list().await.ok()?.into_iter().next()?;
        Some(self.found(last))
    }

    /// Notes which project is open, for the next visit.
    pub fn note_open(id: &str) {
        Shelf::Tab.write(OPEN, id);
        Shelf::Browser.write(OPEN, id);
    }

    /// Removes for good what nobody needs any more.
    pub async fn clear_out(&self, open: &str) {
        let now = clock::milliseconds();
        for row in self.database.rows().await.unwrap_or_default() {
            let from_bin = row.deleted > 0.0 && now - row.deleted > BIN_KEEPS;
            let looked_at = row.untouched && now - row.edited > UNTOUCHED_KEEPS;
            if (from_bin || looked_at) && row.id != open {
                self.database.delete(&row.id).await.ok();
            }
        }
    }

    /// Moves what closed pages left into the database. While that is closed, it stays where it is.
    async fn take_over_moments(&self) {
        for left in self.database.moments().await.unwrap_or_default() {
            let id = left.id.clone();
            if self.database.put(&left.of_moment()).await.is_ok() {
                self.database.delete(&id).await.ok();
            }
        }
        for key in Shelf::Browser.keys(MOMENT) {
            let Some(record) = Shelf::Browser.read(&key).and_then(|text| Record::from_js(&JSON::parse(&text).ok()?)) else {
                continue;
            };
            match self.database.put(&record).await {
                Ok(_) => Shelf::Browser.remove(&key),
                Err(_) => self.keep(Record { left: Some(key), ..record }),
            }
        }
    }

    /// Takes a record that the database shall have; [`Self::save_all`] puts it there.
    pub fn keep(&self, mut record: Record) {
        let mut unsaved = self.unsaved.borrow_mut();
        if let Some(at) = unsaved.iter().position(|one| one.id == record.id) {
            let before = unsaved.remove(at);
            record.left = record.left.or_else(|| before.left.clone());
            // A page that closes now never learns whether the database stored the record in flight.
            let in_flight = self.in_flight.borrow().as_ref().filter(|one| one.id == record.id).map(|one| one.edited);
            record.in_flight = in_flight.unwrap_or(before.in_flight);
        }
        unsaved.push(Rc::new(record));
    }

    /// Saves the records one by one, so that each follows the one before. Returns whether the database took all of them, or
    /// `None` while another call is saving; that call also saves records added meanwhile.
    pub async fn save_all(&self, on_saved: impl Fn(Saved)) -> Option<bool> {
        if self.in_flight.borrow().is_some() {
            return None;
        }
        let mut refused: Vec<Rc<Record>> = Vec::new();
        while let Some(record) = self.next_unsaved(&refused) {
            self.in_flight.replace(Some(record.clone()));
            match self.database.put(&record).await {
                Ok(parted) => {
                    self.forget_unsaved(&record, parted.as_deref());
                    on_saved(Saved { record, parted });
                }
                Err(_) => refused.push(record),
            }
        }
        self.in_flight.take();
        Some(refused.is_empty())
    }

    fn next_unsaved(&self, refused: &[Rc<Record>]) -> Option<Rc<Record>> {
        let is_next = |record: &&Rc<Record>| !refused.iter().any(|one| Rc::ptr_eq(one, record));
        self.unsaved.borrow().iter().find(is_next).cloned()
    }

    fn forget_unsaved(&self, record: &Rc<Record>, parted: Option<&str>) {
        let mut unsaved = self.unsaved.borrow_mut();
        unsaved.retain(|one| !Rc::ptr_eq(one, record));
        let moment = record.moment(self.page());
        match unsaved.iter_mut().find(|one| one.id == record.id) {
            // What was typed during the save follows the saved record. A closing page may have left it in localStorage.
            Some(next) => {
                let id = parted.unwrap_or(&record.id).to_owned();
                *next = Rc::new(Record { id, base: record.edited, left: Some(moment), ..Record::clone(next) });
            }
            None => Shelf::Browser.remove(&moment),
        }
        if let Some(key) = &record.left {
            Shelf::Browser.remove(key);
        }
    }

    /// Keeps, within the call, what the database does not have yet: the page goes away, or may go. `trusted`: the database
    /// has refused nothing so far. Whether there was room for everything.
    pub fn leave(&self, goes: bool, trusted: bool) -> bool {
        let write = |record: &Rc<Record>| {
            let moment = record.moment(self.page());
            let text = JSON::stringify(&record.to_js());
            text.is_ok_and(|text| Shelf::Browser.write(&moment, &String::from(text)))
                || trusted && (!goes || self.database.leave(record, &moment))
        };
        // No short circuit: every record gets its chance.
        self.unsaved.borrow().iter().filter(|record| !write(record)).count() == 0
    }

    /// A project of the list, as it is now: another page may have saved it since the list was read.
    pub async fn find(&self, id: &str) -> Option<Found> {
        self.record(id).await.map(|record| self.found(record))
    }

    async fn record(&self, id: &str) -> Option<Record> {
        let waiting = self.unsaved.borrow().iter().find(|record| record.id == id).cloned();
        match waiting {
            Some(record) => Some(Record::clone(&record)),
            None => self.database.get(id).await.ok().flatten(),
        }
    }

    fn found(&self, record: Record) -> Found {
        // The next save of an unsaved record follows the row that the database has.
        let edited = if self.is_unsaved(&record.id) { record.base } else { record.edited };
        Found { record, edited }
    }

    /// The projects that somebody works on; the one that was edited last comes first.
    pub async fn list(&self) -> Result<Vec<Record>, Error> {
        let mut records = self.all().await?;
        records.retain(|record| record.deleted == 0.0 && !record.untouched);
        Ok(records)
    }

    /// The projects in the bin; the one that was deleted last comes first.
    pub async fn bin(&self) -> Result<Vec<Record>, Error> {
        let mut records = self.all().await?;
        records.retain(|record| record.deleted > 0.0);
        records.sort_by(|one, other| other.deleted.total_cmp(&one.deleted));
        Ok(records)
    }

    /// All projects, those that the database refused too; the one that was edited last comes first.
    async fn all(&self) -> Result<Vec<Record>, Error> {
        let rows = self.database.rows().await;
        let mut records: Vec<Record> = self.unsaved.borrow().iter().map(|record| Record::clone(record)).collect();
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
        #[expect(clippy::cast_possible_truncation, reason = "milliseconds since 1970 are far below 2^53")]
        // To the second: where no id of the open project can be kept, projects saved together keep the order of their ids.
        records.sort_by_key(|record| Reverse((record.edited / 1000.0) as i64));
        Ok(records)
    }

    /// Puts a project into the bin, or takes it out.
    pub async fn move_to_bin(&self, id: &str, deleted: bool) -> Result<(), Error> {
        let Some(record) = self.record(id).await else { return Ok(()) };
        let deleted = if deleted { clock::milliseconds() } else { 0.0 };
        self.database.put(&Record { deleted, untouched: false, ..record }).await?;
        self.unsaved.borrow_mut().retain(|record| record.id != id);
        Ok(())
    }

    /// Deletes a project for good.
    pub async fn delete(&self, id: &str) -> Result<(), Error> {
        self.unsaved.borrow_mut().retain(|record| record.id != id);
        self.database.delete(id).await
    }

    /// Whether a change of a project waits to be stored.
    pub fn is_unsaved(&self, id: &str) -> bool {
        self.unsaved.borrow().iter().any(|record| record.id == id)
    }

    fn page(&self) -> &str {
        self.page.get_or_init(fresh_id)
    }
}
