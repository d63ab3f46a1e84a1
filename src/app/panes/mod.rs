//! The panes, one file each.

pub mod payload;
pub mod problems;
pub mod result;
