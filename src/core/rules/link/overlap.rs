//! Two rules that match one URL.

use std::fmt::Write;

use crate::core::place::{RuleText, Where};
use crate::core::rule::{Family, Rule, rule};
use crate::core::rules::finding::Finding;
use crate::core::rules::link::together::{Together, naming};
use crate::core::rules::place::quoted;
use crate::core::rules::report::Report;
use crate::core::severity::Severity;
use crate::core::text::Span;

pub static RULES_OVERLAP: Rule = rule! {
    name: "rules-overlap",
    family: Family::LinkRule,
    documented: Severity::Warning,
    wild: Severity::Warning,
    summary: "Two link rules match one sample.",
    why: "Several patterns are allowed, and no document says which one wins. The Lab takes the first listed, and compares the first 1,000 rules.",
    bad: r#"[{"name": "item", "pattern": "^https:\\/\\/acme\\.com\\/items\\/\\d+$", "samples": ["https://acme.com/items/1"]},
 {"name": "page", "pattern": "^https:\\/\\/acme\\.com\\/[a-z]+\\/[a-z\\d]+$", "samples": ["https://acme.com/docs/start"]}]"#,
    good: r#"[{"name": "item", "pattern": "^https:\\/\\/acme\\.com\\/items\\/\\d+$", "samples": ["https://acme.com/items/1"]},
 {"name": "page", "pattern": "^https:\\/\\/acme\\.com\\/docs\\/[a-z\\d]+$", "samples": ["https://acme.com/docs/start"]}]"#,
    document: "guide, URL matching and placeholder",
};

/// The rules that are compared with one another, the first of the list.
pub const MOST_RULES: usize = 1_000;

/// The most other rules that a message names.
const NAMED: usize = 3;

/// Reports each pair of rules once, at the first sample that shows it.
pub fn overlap(together: &Together, report: &mut Report) {
    let count = together.rules.len().min(MOST_RULES);
    let mut told = vec![false; count * count];
    for (index, samples) in together.matching.iter().enumerate() {
        for (number, matching) in samples.iter().enumerate() {
            let Some((first, others)) = matching.split_first() else { continue };
            let mut news = false;
            for other in others {
                if let Some(pair @ false) = told.get_mut(first * count + other) {
                    *pair = true;
                    news = true;
                }
            }
            if news {
                report.add(finding(together, index, number, *first, others));
            }
        }
    }
}

fn finding(together: &Together, index: usize, number: usize, first: usize, others: &[usize]) -> Finding {
    let url = together.rules.get(index).and_then(|rule| rule.samples.get(number)).map_or("", |sample| &*sample.url);
    let mut names = naming(together.rules, first);
    for (at, other) in others.iter().take(NAMED).enumerate() {
        names.push_str(if at + 1 == others.len() { " and " } else { ", " });
        names.push_str(&naming(together.rules, *other));
    }
    if others.len() > NAMED {
        _ = write!(names, " and {} more", others.len() - NAMED);
    }
    let message = format!("{} matches {names}", quoted(url));
    let help = format!(
        "Make one of the patterns stricter: the Lab uses the first, {}, and which one Notion uses is not documented",
        naming(together.rules, first)
    );
    let source = Where::Rule { index, text: RuleText::Sample(number) };
    Finding::of_rule(source, Span::new(0, url.len()), message).help(help)
}

#[cfg(test)]
mod tests {
    use crate::core::rules::link::tests::said;

    #[test]
    fn tells_each_pair_once() {
        let project = r#"[{"name": "a", "pattern": "^a", "samples": ["ab", "ab", "abc", "x"]},
            {"pattern": "b", "samples": ["ab", "xb"]}, {"name": "c", "pattern": "c", "samples": ["c"]}, {"pattern": "(", "samples": ["ab"]}]"#;
        let expected = [
            "/rules/0/samples/0 0..2: `ab` matches `a` and rule 2",
            "/rules/0/samples/2 0..3: `abc` matches `a`, rule 2 and `c`",
        ];
        assert_eq!(said(project, &["rules-overlap"]), expected);
    }
}
