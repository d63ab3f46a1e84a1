//! Rules on the value: there, of the right kind, readable, reachable.
//!
//! They look at documented sub-types only and leave out placeholders such as `$<itemNo>`, which stand for any text.

pub mod color;
pub mod date;
pub mod kind;
pub mod source;
pub mod text;
pub mod url;
