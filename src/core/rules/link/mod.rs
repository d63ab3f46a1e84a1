//! Rules on link rules: pattern, samples, placeholders, and how several of them stand together.
//!
//! In: a link rule with its compiled pattern and the verdicts on its URLs. Out: diagnostics, each with the text of the rule
//! that it is about and bytes in there. They leave out the rule's own payload, which is checked as any other.

mod escape;
mod filled;
mod host;
mod name;
mod overlap;
mod placeholder;
mod sample;
mod slow;
mod syntax;
mod takes_part;
#[cfg(test)]
mod tests;

pub use escape::FLAG_DEPENDENT_ESCAPE;
pub use host::{OUTSIDE_DOMAIN, PATTERN_NOT_ANCHORED, UNESCAPED_DOT};
pub use name::{DUPLICATE_RULE_NAME, MISSING_RULE_NAME};
pub use overlap::RULES_OVERLAP;
pub use placeholder::{LITERAL_PLACEHOLDER, NUMBERED_PLACEHOLDER, OPTIONAL_PLACEHOLDER, UNKNOWN_PLACEHOLDER, UNUSED_GROUP};
pub use sample::{EXCLUDED_SAMPLE_MATCHED, EXPECTED_GROUP, NO_SAMPLE, SAMPLE_NOT_MATCHED};
pub use slow::SLOW_PATTERN;
pub use syntax::{ENGINE_DEPENDENT, PATTERN_SYNTAX};

use std::sync::Arc;

use super::place::{is_blank, quoted};
use super::{Check, Finding, RULES, Report};
use crate::core::diagnostic::Diagnostic;
use crate::core::json::Source;
use crate::core::links::{Compiled, Verdict};
use crate::core::pattern::Buffers;
use crate::core::pattern::replace::Reference;
use crate::core::pattern::syntax::Syntax;
use crate::core::place::{RuleText, Where};
use crate::core::placeholders::references;
use crate::core::profile::Profile;
use crate::core::project::LinkRule;
use crate::core::text::{Span, sort_by_place};

/// As many further places as one finding labels.
const LABELS: usize = 20;

/// A link rule as its checks see it.
pub struct Linked<'p> {
    pub index: usize,
    pub rule: &'p LinkRule,
    pub compiled: &'p Compiled,
    /// The domain of the integration, as typed.
    pub domain: &'p str,
    /// On the samples and on the URLs that must not match; `None` for a blank one, and where the pattern has an error.
    pub samples: Vec<Option<Verdict>>,
    pub excluded: Vec<Option<Verdict>>,
    /// In its placeholders, in text order.
    references: Vec<Reference>,
    /// Placeholders that are JSON.
    has_placeholders: bool,
}

impl<'p> Linked<'p> {
    pub fn new(index: usize, rule: &'p LinkRule, compiled: &'p Compiled, domain: &'p str) -> Self {
        let mut buffers = Buffers::default();
        let mut run = compiled.run(&mut buffers);
        let mut verdict = |url: &String| {
            let run = run.as_mut().filter(|_| !is_blank(url))?;
            Some(run.verdict(url, rule.expected.get(url)))
        };
        let source = Source::new(&rule.placeholders);
        let root = source.parse().ok();
        let syntax = compiled.syntax();
        Self {
            index,
            rule,
            compiled,
            domain,
            samples: rule.samples.iter().map(&mut verdict).collect(),
            excluded: rule.excluded.iter().map(&mut verdict).collect(),
            has_placeholders: root.is_some(),
            references: root.zip(syntax).map(|(root, syntax)| references(&rule.placeholders, &root, syntax)).unwrap_or_default(),
        }
    }

    /// A finding in one of the rule's texts.
    fn finding(&self, text: RuleText, span: Span, message: String) -> Finding {
        Finding::of_rule(Where::Rule { index: self.index, text }, span, message)
    }

    /// A finding in the pattern.
    fn in_pattern(&self, span: Span, message: String) -> Finding {
        self.finding(RuleText::Pattern, span, message)
    }

    fn whole_pattern(&self) -> Span {
        Span::new(0, self.rule.pattern.len())
    }

    /// The pattern as typed with its tree, where it has no error.
    fn parsed(&self) -> Option<(&'p str, &'p Syntax)> {
        self.compiled.syntax().map(|syntax| (&*self.rule.pattern, syntax))
    }

    /// The samples with their verdicts.
    fn sampled(&self) -> impl Iterator<Item = (usize, &'p str, &Verdict)> {
        judged(&self.rule.samples, &self.samples)
    }
}

/// The URLs that have a verdict, each with its place in the list.
fn judged<'u, 'v>(urls: &'u [String], verdicts: &'v [Option<Verdict>]) -> impl Iterator<Item = (usize, &'u str, &'v Verdict)> {
    let pairs = urls.iter().zip(verdicts).enumerate();
    pairs.filter_map(|(number, (url, verdict))| Some((number, url.as_str(), verdict.as_ref()?)))
}

/// All link rules of a project, for what concerns more than one of them.
pub struct Together<'p> {
    pub rules: &'p [Arc<LinkRule>],
    /// By rule, by sample: the rules that match it.
    pub matching: &'p [Vec<Vec<usize>>],
}

/// All that is said of one link rule alone, in text order within each of its texts.
pub fn check(linked: &Linked, profile: Profile) -> Vec<Diagnostic> {
    let mut report = Report::new(profile);
    for rule in RULES {
        report.rule = rule;
        if let Check::LinkRule(check) = rule.check {
            check(linked, &mut report);
        }
    }
    let mut found = report.found;
    found.extend(filled::check(linked, profile));
    sort_by_place(&mut found, |one| one.span.start * 3 + one.severity as usize);
    found
}

/// What is said of link rules that are like others, in the order of the rules.
pub fn check_together(together: &Together, profile: Profile) -> Vec<Diagnostic> {
    let mut report = Report::new(profile);
    for rule in RULES {
        report.rule = rule;
        if let Check::LinkRules(check) = rule.check {
            check(together, &mut report);
        }
    }
    report.found
}

/// Puts diagnostics that are in text order into the order in which the rules are read.
pub fn in_order(found: &mut [Diagnostic], rules: &[Arc<LinkRule>]) {
    let mut first = 0;
    let mut firsts = Vec::with_capacity(rules.len());
    for rule in rules {
        firsts.push(first);
        first += rule.rank(RuleText::LAST) + 1;
    }
    sort_by_place(found, |one| match one.source {
        Where::Payload | Where::Update | Where::Setting(_) | Where::Service(_) | Where::Message => 0,
        Where::Rule { index, text } => {
            let pair = firsts.get(index).zip(rules.get(index));
            pair.map_or(usize::MAX, |(first, rule)| first + rule.rank(text))
        }
    });
}

/// How messages call a rule: by its name, or by its number.
fn naming(rules: &[Arc<LinkRule>], index: usize) -> String {
    match rules.get(index).map(|rule| rule.name.as_str()).filter(|name| !is_blank(name)) {
        Some(name) => quoted(name).to_string(),
        None => format!("rule {}", index + 1),
    }
}
