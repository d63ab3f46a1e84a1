//! Rules on link rules: pattern, samples, placeholders, and how several of them stand together.
//!
//! In: a link rule with its compiled pattern and the verdicts on its URLs. Out: findings, each with the text of the rule
//! that it is about and the bytes in there. They leave out the rule's own payload, which is checked like any other, and
//! the placeholders as a payload, which `check` looks at since that takes every rule on payloads.

pub mod dress;
pub mod escape;
pub mod host;
mod linked;
pub mod name;
pub mod overlap;
pub mod placeholder;
pub mod sample;
pub mod slow;
pub mod syntax;
mod takes_part;
#[cfg(test)]
pub mod tests;
mod together;

pub use linked::Linked;
pub use overlap::MOST_RULES;
pub use together::Together;
