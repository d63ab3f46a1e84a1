//! Rules on the attribute: who it is, what carries it, which ones must be there.
//!
//! They leave out what the sub-type holds; `value` and `section` look at that.

pub mod carrier;
pub mod identity;
pub mod required;
pub mod shape;
pub mod sub_type;

pub use sub_type::{bare_sub_type, meant, misspelt_carrier};
