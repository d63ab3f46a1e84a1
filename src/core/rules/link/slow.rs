//! Patterns on which a backtracking engine, such as every JavaScript one, can run for ever.

use crate::core::rule::{Family, Rule, rule};
use crate::core::rules::link::linked::Linked;
use crate::core::rules::place::quoted;
use crate::core::rules::report::Report;
use crate::core::severity::Severity;

pub static SLOW_PATTERN: Rule = rule! {
    name: "slow-pattern",
    family: Family::LinkRule,
    documented: Severity::Warning,
    wild: Severity::Warning,
    summary: "There is a URL on which the pattern practically never finishes.",
    why: "When one repeat stands inside another, a backtracking engine can take twice as long for each extra character, so a single URL can hang the service that matches it.",
    bad: r#"{"name": "item", "pattern": "^https:\\/\\/acme\\.com\\/([a-z]+-?)+$", "samples": ["https://acme.com/big-sale"]}"#,
    good: r#"{"name": "item", "pattern": "^https:\\/\\/acme\\.com\\/[a-z]+(?:-[a-z]+)*$", "samples": ["https://acme.com/big-sale"]}"#,
    document: "the Lab's own limit",
};

pub fn slow(linked: &Linked, report: &mut Report) {
    let slow = linked.sampled().find(|(_, _, verdict)| verdict.slow).map(|(_, url, _)| url);
    let samples: Vec<&str> = linked.rule.samples.iter().map(|sample| &*sample.url).collect();
    let Some(url) = slow.or_else(|| linked.compiled.attack(&samples)) else { return };
    let length = url.chars().count();
    let message = format!("On {} ({length} characters) this pattern practically never finishes", quoted(url));
    let help = "Avoid a repeat within a repeat that could match the same letters: `[a-z]+(?:-[a-z]+)*` for `([a-z]+-?)+`";
    report.add(linked.in_pattern(linked.whole_pattern(), message).help(help));
}
