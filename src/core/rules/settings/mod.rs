//! Rules on the settings: what the two documented forms ask for, and URLs that Notion and everyone can reach.
//!
//! In: the settings. Out: findings, each with its field and the bytes in there. White space around a value is ignored,
//! except around the client ID. They leave out the client secret, which no project holds, and the link rules, which
//! `link` checks.

pub mod field;
pub mod finding;
mod lifetime;
#[cfg(test)]
mod tests;
pub mod url;

pub use field::{REQUIRED, SCOPE_HELP, SCOPE_SEPARATOR};
pub use lifetime::wrong_lifetime;
