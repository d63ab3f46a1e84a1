//! The payload as a form: its attributes as layers that people change without JSON.
//!
//! In: the text of a payload. Out: its layers, each with what the inputs of a form show; and, for a [`Change`], the edits that
//! make it. The edits touch nothing but the bytes of what they change: unknown keys, order and layout stay.

mod change;
mod color;
mod field;
mod layer;
mod matrix;
mod retype;
mod word;

pub use change::{Change, Refused, change};
pub use color::{TINTS, Tint, from_hex, hex};
pub use field::Field;
pub use layer::{Layer, Layers};
pub use matrix::{Allowed, MatrixRow, first_word};
pub use word::{DEVELOPER, WORDS, Word, find};

#[cfg(test)]
mod tests;
