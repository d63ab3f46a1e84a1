//! Patterns that were copied with the slashes, quotation marks or escapes of a program.

use crate::core::edit::Edit;
use crate::core::rule::{Family, Rule, rule};
use crate::core::rules::link::linked::Linked;
use crate::core::rules::place::quoted;
use crate::core::rules::report::Report;
use crate::core::severity::Severity;

pub static DRESSED_PATTERN: Rule = rule! {
    name: "dressed-pattern",
    family: Family::LinkRule,
    documented: Severity::Warning,
    wild: Severity::Warning,
    summary: "The pattern is written as in a program, with slashes, quotation marks or doubled backslashes.",
    why: "The form of the integration takes the pattern alone. Slashes around it, flags, quotation marks, doubled backslashes and HTML entities become part of what a URL must have, so no URL matches.",
    bad: r#"{"name": "item", "pattern": "/^https:\\/\\/acme\\.com\\/items\\/\\d+$/", "samples": ["https://acme.com/items/1"]}"#,
    good: r#"{"name": "item", "pattern": "^https:\\/\\/acme\\.com\\/items\\/\\d+$", "samples": ["https://acme.com/items/1"]}"#,
    document: "guide, URL matching and placeholder",
};

pub fn dressed(linked: &Linked, report: &mut Report) {
    let Some(dress) = &linked.compiled.dress else { return };
    let finding = linked.in_pattern(linked.whole_pattern(), format!("The pattern is written {}", dress.worn));
    let edit = Edit { span: linked.whole_pattern(), text: dress.pattern.clone() };
    report.add(finding.help(format!("Write the pattern alone: {}", quoted(&dress.pattern))).fix("Write the pattern alone", edit));
}

#[cfg(test)]
mod tests {
    use crate::core::rules::link::tests::{all, of_pattern};

    #[test]
    fn is_named_once_and_nothing_misleads() {
        let rule = serde_json::json!({"name": "n", "pattern": r"/^https:\/\/acme.com\/items\/\d+$/gi", "samples": ["https://acme.com/items/1"]});
        let found = all(&rule.to_string());
        let expected = [
            "/rules/0/pattern 0..36 dressed-pattern: The pattern is written as a regular expression literal, between slashes",
            "/rules/0/samples/0 23..24 sample-not-matched: The pattern does not match `https://acme.com/items/1`",
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn one_that_is_refused_is_named_too() {
        let found = of_pattern(r"^https:\/\/acme\.com\/(?&lt;itemNo&gt;\d+)$", &["dressed-pattern", "pattern-syntax"]);
        let mut names: Vec<_> = found.iter().filter_map(|one| one.split(' ').next()).collect();
        names.sort_unstable();
        assert_eq!(names, ["dressed-pattern", "pattern-syntax"]);
    }
}
