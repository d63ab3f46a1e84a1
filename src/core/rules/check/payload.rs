//! Checks payloads, at once or step by step.

use crate::core::diagnostic::Diagnostic;
use crate::core::profile::Profile;
use crate::core::rule::Rule;
use crate::core::rules::catalog::{AttributeCheck, CATALOG, Check};
use crate::core::rules::clean::Clean;
use crate::core::rules::hidden::{self, HIDDEN_CHARACTER};
use crate::core::rules::report::{MOST_PROBLEMS, Report};
use crate::core::text::Span;
use crate::core::unfurl::Payload;

/// All findings about a payload, in text order.
pub fn check(payload: &Payload, profile: Profile) -> Vec<Diagnostic> {
    check_changed(payload, profile, Clean::default()).0
}

/// As [`check`], but without the attributes that are known to be clean; also returns those that are clean now, see
/// [`CheckSteps::finish`].
pub fn check_changed(payload: &Payload, profile: Profile, known: Clean) -> (Vec<Diagnostic>, Vec<Span>) {
    let mut steps = CheckSteps::new(profile, known);
    while steps.step(payload) {}
    steps.finish()
}

/// Checks in steps, so that the caller can do other work in between: first the rules on the whole, then attribute by
/// attribute, so that all rules read an attribute while it is in the cache.
pub struct CheckSteps<'k> {
    rules: std::slice::Iter<'static, (&'static Rule, Check)>,
    on_attributes: Vec<(&'static Rule, AttributeCheck)>,
    /// The number of attributes that are checked.
    checked: usize,
    known: Clean<'k>,
    clean: Vec<Span>,
    profile: Profile,
    found: Vec<Diagnostic>,
}

/// These take some milliseconds.
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

    /// Checks some attributes; whether there were any left.
    pub fn step(&mut self, payload: &Payload) -> bool {
        if let Some((rule, check)) = self.rules.next() {
            if let Check::Payload(check) = check {
                check(payload, &mut Report::new(rule, self.profile, &mut self.found));
            }
            if *rule == &HIDDEN_CHARACTER {
                hidden::in_envelope(payload, &mut Report::new(rule, self.profile, &mut self.found));
            }
            return true;
        }
        if self.found.len() >= MOST_PROBLEMS {
            return false;
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

    /// The findings in text order, at one place the most severe first; and the attributes without a finding of a rule
    /// on attributes, for the next [`Clean`].
    pub fn finish(mut self) -> (Vec<Diagnostic>, Vec<Span>) {
        self.found.sort_by_key(|diagnostic| diagnostic.span.start * 3 + diagnostic.severity as usize);
        (self.found, self.clean)
    }
}
