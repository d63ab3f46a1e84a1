//! Link rules at work: which rule takes a URL, what its groups capture, and why another does not match.
//!
//! In: the rules of a project, URLs. Out: verdicts with bytes of the URL. Patterns that were compiled are kept from one key
//! to the next. What is wrong with a rule is the business of `rules`, and what was asked before is kept by `analysis`.

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

use std::borrow::Borrow;
use std::sync::Arc;

use crate::core::project::LinkRule;

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
    pub fn new(rules: &[impl Borrow<LinkRule>]) -> Self {
        Self::default().following(rules)
    }

    /// The rules as they are now; patterns that were compiled before, also at another place in the list, are kept.
    pub fn following(&self, rules: &[impl Borrow<LinkRule>]) -> Self {
        let mut compiled = Vec::with_capacity(rules.len());
        for (index, rule) in rules.iter().map(Borrow::borrow).enumerate() {
            let rule: &LinkRule = rule;
            let same = |known: &&Arc<Compiled>| known.text == rule.pattern;
            let known = self.rules.get(index).filter(same).or_else(|| self.rules.iter().find(same));
            compiled.push(known.map_or_else(|| Arc::new(Compiled::new(&rule.pattern)), Arc::clone));
        }
        Self { rules: compiled }
    }
}

#[cfg(test)]
mod tests;
