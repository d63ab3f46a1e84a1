//! The panes, one file each.

pub mod integration;
pub mod link;
pub mod payload;
pub mod problems;
pub mod result;
pub mod rules;
pub mod timeline;
