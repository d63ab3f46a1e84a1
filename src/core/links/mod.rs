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
mod run;
mod taken;
mod verdict;
mod ways;

use std::sync::Arc;

pub use compiled::Compiled;
pub use run::Run;
pub use taken::{Nearest, Taken};
pub use verdict::{Capture, Captured, Difference, Verdict, named};

/// The rules of a project, ready to run, in their order.
#[derive(Debug, Clone, Default)]
pub struct Links {
    pub rules: Vec<Arc<Compiled>>,
}

impl Links {
    pub fn new<'p>(patterns: impl IntoIterator<Item = &'p str>) -> Self {
        Self::default().following(patterns)
    }

    /// The patterns as they are now. Those that were compiled before are kept, also from another place in the list.
    pub fn following<'p>(&self, patterns: impl IntoIterator<Item = &'p str>) -> Self {
        let compiled = patterns.into_iter().enumerate().map(|(index, pattern)| {
            let same = |known: &&Arc<Compiled>| known.text == pattern;
            let known = self.rules.get(index).filter(same).or_else(|| self.rules.iter().find(same));
            known.map_or_else(|| Arc::new(Compiled::new(pattern)), Arc::clone)
        });
        Self { rules: compiled.collect() }
    }
}

#[cfg(test)]
mod tests;
