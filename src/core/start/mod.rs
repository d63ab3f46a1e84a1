//! A project from what people have at hand: links, JSON of an API, the HTML of a page.
//!
//! In: the pasted text. Out: what it is ([`Start`]), the part of it that fits each of the designers' words ([`Mapped`]), and a project
//! with domain, rule, placeholders and payload. Nothing is fetched. Every choice is a proposal: the caller may change parts that vary
//! and the mapping, and ask for the project again.

mod amount;
mod company;
mod data;
mod join;
mod json;
mod leaf;
mod moment;
mod names;
mod page;
mod project;
mod propose;
mod recognize;
mod role;
mod rule;
mod tint;
mod value;

pub use data::{Data, DataKind};
pub use leaf::Leaf;
pub use project::{MOST_KEPT, project_of_data, project_of_links, project_of_payload};
pub use propose::{best, propose};
pub use recognize::{Start, recognize};
pub use role::{Mapped, Role};
pub use value::shown;

#[cfg(test)]
mod tests;
