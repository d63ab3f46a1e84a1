//! Where Notion's public documents disagree with themselves, or leave a question open that people meet.
//!
//! One row a contradiction: its number, both sides as the documents print them, the places where it bites, and what the Lab
//! does. The rows are in no wasm: the page loads what `link-preview-lab contradictions --format json` printed, and
//! [`printed`] reads that.

mod document;
#[cfg(not(target_arch = "wasm32"))]
mod table;

use serde_json::Value;

use crate::core::json;

pub use document::{Document, LINKS, Link};
#[cfg(not(target_arch = "wasm32"))]
pub use table::{Contradiction, GROUPS, Group, Place, Side, all};

/// A contradiction as the program prints it and the page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    pub number: u64,
    pub group: String,
    pub title: String,
    /// `rule:missing-type`, `setting:scopes`; see [`Place::key`](table::Place::key).
    pub places: Vec<String>,
    pub sides: Vec<PrintedSide>,
    /// What the Lab does about it.
    pub lab: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintedSide {
    pub document: String,
    pub section: String,
    pub url: String,
    pub text: String,
    /// Whether `text` is the document's own; otherwise it says what the document leaves out.
    pub is_quote: bool,
}

impl Printed {
    /// Whether it bites at a place; a place with a colon at its end stands for all that begin so.
    pub fn is_at(&self, place: &str) -> bool {
        self.places.iter().any(|at| at == place || place.ends_with(':') && at.starts_with(place))
    }
}

/// The rows in the text that `link-preview-lab contradictions --format json` printed; what cannot be read is left out.
pub fn printed(table: &str) -> Vec<Printed> {
    let table = json::Source::new(table).parse().map_or(Value::Null, |root| json::to_serde(&root));
    let rows = table["contradictions"].as_array().into_iter().flatten();
    rows.filter_map(row).collect()
}

fn row(row: &Value) -> Option<Printed> {
    Some(Printed {
        number: row["number"].as_u64()?,
        group: text(row, "group")?,
        title: text(row, "title")?,
        places: row["places"].as_array()?.iter().filter_map(|place| Some(place.as_str()?.to_owned())).collect(),
        sides: row["sides"].as_array()?.iter().filter_map(side).collect(),
        lab: text(row, "lab")?,
    })
}

fn side(side: &Value) -> Option<PrintedSide> {
    Some(PrintedSide {
        document: text(side, "document")?,
        section: text(side, "section")?,
        url: text(side, "url")?,
        text: text(side, "text")?,
        is_quote: side["quote"].as_bool()?,
    })
}

fn text(row: &Value, key: &str) -> Option<String> {
    Some(row[key].as_str()?.to_owned())
}

#[cfg(test)]
mod tests;
