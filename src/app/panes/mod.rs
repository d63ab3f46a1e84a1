//! The panes of the page, one file or folder each.

mod anatomy;
mod board;
mod broken;
mod canvas;
mod diagnostic;
mod facts;
mod fit;
mod form;
mod header;
mod integration;
mod lower;
mod payload;
mod problems;
mod result;
mod rules;
mod source;
mod timeline;

pub use form::PART as FORM;
pub use header::{Header, PaneTabs, Welcome};
pub use lower::LowerPane;
pub use result::ResultPane;
pub use source::SourcePane;

#[cfg(test)]
mod tests;
