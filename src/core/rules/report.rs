//! Where a check puts its findings: the report knows the rule and the profile, and makes diagnostics of them.

use super::finding::Finding;
use crate::core::diagnostic::Diagnostic;
use crate::core::profile::Profile;
use crate::core::rule::Rule;

pub struct Report<'f> {
    rule: &'static Rule,
    profile: Profile,
    found: &'f mut Vec<Diagnostic>,
}

impl<'f> Report<'f> {
    pub fn new(rule: &'static Rule, profile: Profile, found: &'f mut Vec<Diagnostic>) -> Self {
        Self { rule, profile, found }
    }

    pub fn add(&mut self, finding: Finding) {
        self.tell(self.rule, finding);
    }

    /// Adds what another rule says, one without a check of its own.
    pub fn tell(&mut self, rule: &'static Rule, finding: Finding) {
        self.found.push(finding.reported(rule, self.profile));
    }
}
