//! Link rules at work: which rule matches a URL, what its groups capture, and why another does not match.
//!
//! In: the patterns of the rules, URLs. Out: verdicts with bytes of the URL. Compiled patterns are kept from one key press
//! to the next. `rules` says what is wrong with a rule, and `analysis` keeps the verdicts.

pub mod anchors;
mod compiled;
pub mod domain;
pub mod dots;
pub mod draft;
pub mod edges;
pub mod foreign;
mod linked;
mod run;
mod taken;
mod verdict;
mod ways;

pub use compiled::Compiled;
pub use linked::Links;
pub use run::Run;
pub use taken::{Nearest, Taken};
pub use verdict::{Capture, Captured, Difference, Verdict, named};

#[cfg(test)]
mod tests;
