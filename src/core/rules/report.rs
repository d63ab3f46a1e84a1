//! Where a check puts its findings: the report knows the rule and the profile, and makes diagnostics of them.

use super::finding::Finding;
use crate::core::diagnostic::Diagnostic;
use crate::core::profile::Profile;
use crate::core::rule::Rule;

/// A list of findings ends here: nobody reads more, and a file of megabytes can have a problem at every other byte.
pub const MOST_PROBLEMS: usize = 10_000;

pub struct Report<'f> {
    rule: &'static Rule,
    profile: Profile,
    found: &'f mut Vec<Diagnostic>,
}

impl<'f> Report<'f> {
    pub fn new(rule: &'static Rule, profile: Profile, found: &'f mut Vec<Diagnostic>) -> Self {
        Self { rule, profile, found }
    }

    /// Whether anything further would be dropped, so that a check of a long list can stop.
    pub fn is_full(&self) -> bool {
        self.found.len() >= MOST_PROBLEMS
    }

    pub fn add(&mut self, finding: Finding) {
        self.tell(self.rule, finding);
    }

    /// Adds what another rule says, one without a check of its own.
    pub fn tell(&mut self, rule: &'static Rule, finding: Finding) {
        if !self.is_full() {
            self.found.push(finding.reported(rule, self.profile));
        }
    }
}
