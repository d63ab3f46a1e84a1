//! The rules on payloads, at once or step by step.

use crate::core::diagnostic::Diagnostic;
use crate::core::profile::Profile;
use crate::core::rule::Rule;
use crate::core::rules::catalog::{AttributeCheck, CATALOG, Check};
use crate::core::rules::clean::Clean;
use crate::core::rules::report::Report;
use crate::core::text::Span;
use crate::core::unfurl::Payload;

/// All that the rules say of a payload, in text order.
pub fn check(payload: &Payload, profile: Profile) -> Vec<Diagnostic> {
    check_changed(payload, profile, Clean::default()).0
}

/// As [`check`], without asking again what is known; also the attributes that are clean now, see [`CheckSteps::finish`].
pub fn check_changed(payload: &Payload, profile: Profile, known: Clean) -> (Vec<Diagnostic>, Vec<Span>) {
    let mut steps = CheckSteps::new(profile, known);
    while steps.step(payload) {}
    steps.finish()
}

/// Checking piece by piece, for whoever has something else to do in between: first the rules on the whole, then attribute
/// by attribute, since all that is asked of one is near in memory then.
pub struct CheckSteps<'k> {
    rules: std::slice::Iter<'static, (&'static Rule, Check)>,
    on_attributes: Vec<(&'static Rule, AttributeCheck)>,
    /// How many attributes are checked.
    checked: usize,
    known: Clean<'k>,
    clean: Vec<Span>,
    profile: Profile,
    found: Vec<Diagnostic>,
}

/// Some milliseconds.
const ATTRIBUTES_A_STEP: usize = 500;

impl<'k> CheckSteps<'k> {
    pub fn new(profile: Profile, known: Clean<'k>) -> Self {
        let on_attribute = |(rule, check): &(&'static Rule, Check)| match check {
            Check::Attribute(check) => Some((*rule, *check)),
            _ => None,
        };
        Self {
            rules: CATALOG.iter(),
            on_attributes: CATALOG.iter().filter_map(on_attribute).collect(),
            checked: 0,
            known,
            clean: Vec::new(),
            profile,
            found: Vec::new(),
        }
    }

    /// Whether there was something left to check.
    pub fn step(&mut self, payload: &Payload) -> bool {
        if let Some((rule, check)) = self.rules.next() {
            if let Check::Payload(check) = check {
                check(payload, &mut Report::new(rule, self.profile, &mut self.found));
            }
            return true;
        }
        let before = self.checked;
        for attribute in payload.attributes.iter().skip(before).take(ATTRIBUTES_A_STEP) {
            let (span, found) = (attribute.node.span(), self.found.len());
            if !self.known.holds(span) {
                for (rule, check) in &self.on_attributes {
                    check(payload, attribute, &mut Report::new(rule, self.profile, &mut self.found));
                }
            }
            if self.found.len() == found {
                self.clean.push(span);
            }
            self.checked += 1;
        }
        self.checked > before
    }

    /// What was found, in text order, the severest first of those at one place; and the attributes of which no rule on
    /// attributes spoke, for the next [`Clean`].
    pub fn finish(mut self) -> (Vec<Diagnostic>, Vec<Span>) {
        self.found.sort_by_key(|diagnostic| diagnostic.span.start * 3 + diagnostic.severity as usize);
        (self.found, self.clean)
    }
}
