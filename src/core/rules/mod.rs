//! The rules: one row each, with its check, in the family's file. Panel, program, rule pages and tests read that row.
//!
//! From the ground up: `finding` and `report`, the families, `catalog` with every row and its check, and `check`, which
//! asks them.

/// A valid attribute array on which the rows build: title, dev, and what is given.
#[cfg_attr(target_arch = "wasm32", allow(unused_macros))]
macro_rules! payload {
    ($($attribute:literal),* $(,)?) => {
        concat!(
            "[\n  ",
            r#"{"id": "title", "name": "Title", "type": "inline", "inline": {"title": {"value": "Item 1", "section": "title"}}}"#,
            ",\n  ",
            r#"{"id": "dev", "name": "Developer Name", "type": "inline", "inline": {"plain_text": {"value": "Acme Inc", "section": "secondary"}}}"#,
            $(",\n  ", $attribute,)*
            "\n]\n"
        )
    };
}

pub mod answer;
mod attribute;
mod catalog;
mod check;
mod clean;
mod envelope;
mod finding;
mod hidden;
mod json;
mod keys;
pub mod link;
mod operation;
pub(in crate::core) mod place;
#[cfg(test)]
mod properties;
pub mod protocol;
mod report;
mod section;
pub mod settings;
mod shape;
mod spelling;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
mod unknown_key;
mod value;

pub use catalog::{all, find, nearest};
pub use check::{
    CheckSteps, check, check_answer, check_changed, check_link, check_links, check_service, check_settings, in_order,
};
pub use clean::Clean;
pub use envelope::URI_MISMATCH;
pub use finding::Finding;
pub use json::syntax;
pub use report::MOST_PROBLEMS;
pub use value::url::reason as why_no_url;
