//! Checks link rules: each alone, and all of them together.

use std::sync::Arc;

use super::filled;
use crate::core::diagnostic::Diagnostic;
use crate::core::place::{RuleText, Where};
use crate::core::profile::Profile;
use crate::core::project::LinkRule;
use crate::core::rules::catalog::{CATALOG, Check};
use crate::core::rules::hidden::{self, HIDDEN_CHARACTER};
use crate::core::rules::link::Linked;
use crate::core::rules::link::Together;
use crate::core::rules::report::Report;

/// All findings about one link rule alone, in text order within each of its texts.
pub fn check_link(linked: &Linked, profile: Profile) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (rule, check) in CATALOG {
        if let Check::LinkRule(check) = check {
            check(linked, &mut Report::new(rule, profile, &mut found));
        }
    }
    hidden::in_link_rule(linked, &mut Report::new(&HIDDEN_CHARACTER, profile, &mut found));
    found.extend(filled::check(linked, profile));
    found.sort_by_key(|one| one.span.start * 3 + one.severity as usize);
    found
}

/// All findings about link rules that resemble others, in the order of the rules.
pub fn check_links(together: &Together, profile: Profile) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (rule, check) in CATALOG {
        if let Check::LinkRules(check) = check {
            check(together, &mut Report::new(rule, profile, &mut found));
        }
    }
    found
}

/// Sorts diagnostics that are in text order into the order of the link rules and their texts.
pub fn in_order(found: &mut [Diagnostic], rules: &[Arc<LinkRule>]) {
    let mut first = 0;
    let mut firsts = Vec::with_capacity(rules.len());
    for rule in rules {
        firsts.push(first);
        first += rule.rank(RuleText::LAST) + 1;
    }
    found.sort_by_key(|one| match one.source {
        Where::Payload | Where::Update | Where::Setting(_) | Where::Service(_) | Where::Message => 0,
        Where::Rule { index, text } => {
            let pair = firsts.get(index).zip(rules.get(index));
            pair.map_or(usize::MAX, |(first, rule)| first + rule.rank(text))
        }
    });
}
