//! A link rule as its checks see it: compiled, with the verdicts on its URLs.

use crate::core::json::Source;
use crate::core::links::{Compiled, Verdict};
use crate::core::pattern::replace::Reference;
use crate::core::pattern::syntax::Syntax;
use crate::core::pattern::{Buffers, Pattern};
use crate::core::place::{RuleText, Where};
use crate::core::placeholders::references;
use crate::core::project::{LinkRule, Sample};
use crate::core::rules::finding::Finding;
use crate::core::rules::place::is_blank;
use crate::core::text::Span;

/// As many further places as one finding labels.
pub const LABELS: usize = 20;

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
    pub references: Vec<Reference>,
    /// Placeholders that are JSON.
    pub has_placeholders: bool,
}

impl<'p> Linked<'p> {
    pub fn new(index: usize, rule: &'p LinkRule, compiled: &'p Compiled, domain: &'p str) -> Self {
        let mut buffers = Buffers::default();
        let mut run = compiled.run(&mut buffers);
        let mut verdict = |Sample { url, .. }: &Sample| {
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
    pub fn finding(&self, text: RuleText, span: Span, message: String) -> Finding {
        Finding::of_rule(Where::Rule { index: self.index, text }, span, message)
    }

    /// A finding in the pattern.
    pub fn in_pattern(&self, span: Span, message: String) -> Finding {
        self.finding(RuleText::Pattern, span, message)
    }

    pub fn whole_pattern(&self) -> Span {
        Span::new(0, self.rule.pattern.len())
    }

    /// The pattern as typed with its tree, where it has no error and wears nothing of a program.
    pub fn parsed(&self) -> Option<(&'p str, &'p Syntax)> {
        self.undressed().map(|pattern| (&*self.rule.pattern, &pattern.syntax))
    }

    pub fn undressed(&self) -> Option<&'p Pattern> {
        self.compiled.pattern.as_ref().ok().filter(|_| self.compiled.dress.is_none())
    }

    /// The samples with their verdicts.
    pub fn sampled(&self) -> impl Iterator<Item = (usize, &'p str, &Verdict)> {
        judged(&self.rule.samples, &self.samples)
    }
}

/// The URLs that have a verdict, each with its place in the list.
pub fn judged<'u, 'v>(
    samples: &'u [Sample],
    verdicts: &'v [Option<Verdict>],
) -> impl Iterator<Item = (usize, &'u str, &'v Verdict)> {
    let pairs = samples.iter().zip(verdicts).enumerate();
    pairs.filter_map(|(number, (sample, verdict))| Some((number, &*sample.url, verdict.as_ref()?)))
}
