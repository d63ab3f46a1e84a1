//! Rules on the value: there, of the right kind, readable, reachable.
//!
//! They look at documented sub-types only and leave out placeholders such as `$<itemNo>`, which stand for any text.

pub mod color;
mod date;
pub mod kind;
pub mod source;
mod text;
pub mod url;

pub use color::{COLOR_ALPHA, COLOR_RANGE, INVALID_COLOR};
pub use date::{DATETIME_OFFSET, INVALID_DATE, INVALID_DATETIME};
pub use kind::{MISSING_VALUE, VALUE_TYPE};
pub use source::{MISSING_SRC_URL, UNDOCUMENTED_PDF};
pub use text::{BLANK_TEXT, LONG_TEXT, MARKUP_IN_TEXT};
pub use url::{INSECURE_SRC_URL, INVALID_SRC_URL, MEDIA_EXTENSION, PRIVATE_HOST};
