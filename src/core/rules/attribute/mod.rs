//! Rules on the attribute: who it is, what carries it, which ones must be there.
//!
//! They leave out what the sub-type holds; `value` and `section` look at that.

mod carrier;
mod identity;
mod required;
mod shape;
mod sub_type;

pub use carrier::{MISSING_TYPE, TYPE_MISMATCH, UNDOCUMENTED_RELATION, UNKNOWN_TYPE};
pub use identity::{DUPLICATE_ID, MISSING_ID, MISSING_NAME};
pub use required::{DEV_SHAPE, MISSING_DEV, MISSING_TITLE, SEVERAL_TITLES};
pub use shape::ATTRIBUTE_SHAPE;
pub use sub_type::{MISSING_SUB_TYPE, SEVERAL_SUB_TYPES, UNKNOWN_SUB_TYPE, bare_sub_type, meant, misspelt_carrier};
