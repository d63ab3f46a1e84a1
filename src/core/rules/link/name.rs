//! The name of a link rule: there, and its own.

use crate::core::place::{RuleText, Where};
use crate::core::rule::{Family, Rule, rule};
use crate::core::rules::finding::Finding;
use crate::core::rules::link::linked::Linked;
use crate::core::rules::link::together::Together;
use crate::core::rules::place::{is_blank, quoted};
use crate::core::rules::report::Report;
use crate::core::severity::Severity;
use crate::core::text::Span;

pub static MISSING_RULE_NAME: Rule = rule! {
    name: "missing-rule-name",
    family: Family::LinkRule,
    documented: Severity::Error,
    wild: Severity::Error,
    summary: "A link rule has no name.",
    why: "The form of the integration asks for a name for every pattern; people tell the rules apart by it.",
    bad: r#"{"name": "", "pattern": "^https:\\/\\/acme\\.com\\/items\\/\\d+$", "samples": ["https://acme.com/items/1"]}"#,
    good: r#"{"name": "item", "pattern": "^https:\\/\\/acme\\.com\\/items\\/\\d+$", "samples": ["https://acme.com/items/1"]}"#,
    document: "guide, URL matching and placeholder",
};

pub static DUPLICATE_RULE_NAME: Rule = rule! {
    name: "duplicate-rule-name",
    family: Family::LinkRule,
    documented: Severity::Warning,
    wild: Severity::Warning,
    summary: "Two link rules have the same name.",
    why: "The name is what people tell the rules apart by; no document says what happens to two with the same name.",
    bad: r#"[{"name": "item", "pattern": "^https:\\/\\/acme\\.com\\/items\\/\\d+$", "samples": ["https://acme.com/items/1"]},
 {"name": "item", "pattern": "^https:\\/\\/acme\\.com\\/tasks\\/\\d+$", "samples": ["https://acme.com/tasks/1"]}]"#,
    good: r#"[{"name": "item", "pattern": "^https:\\/\\/acme\\.com\\/items\\/\\d+$", "samples": ["https://acme.com/items/1"]},
 {"name": "task", "pattern": "^https:\\/\\/acme\\.com\\/tasks\\/\\d+$", "samples": ["https://acme.com/tasks/1"]}]"#,
    document: "guide, URL matching and placeholder",
};

pub fn missing(linked: &Linked, report: &mut Report) {
    let name = &linked.rule.name;
    if is_blank(name) {
        let message = if name.is_empty() { "The rule has no name" } else { "The name of the rule is blank" };
        let finding = linked.finding(RuleText::Name, Span::new(0, name.len()), message.to_owned());
        report.add(finding.help("Name it after what its links lead to, such as `item`"));
    }
}

pub fn duplicate(together: &Together, report: &mut Report) {
    for (index, rule) in together.rules.iter().enumerate() {
        let name = rule.name.trim();
        let first = together.rules.iter().position(|other| other.name.trim() == name).filter(|first| *first < index);
        if let Some(first) = first.filter(|_| !is_blank(name)) {
            let message = format!("Rules {} and {} are both named {}", first + 1, index + 1, quoted(name));
            let source = Where::Rule { index, text: RuleText::Name };
            let finding = Finding::of_rule(source, Span::new(0, rule.name.len()), message);
            report.add(finding.help("Give one of them another name"));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::core::rules::link::tests::said;

    #[test]
    fn tells_the_later_of_two_names() {
        let project = r#"[{"name": "a"}, {"name": "b"}, {"name": " a "}, {"name": " "}, {"name": ""}, {"name": "a"}]"#;
        let found = said(project, &["duplicate-rule-name", "missing-rule-name"]);
        let expected = [
            "/rules/2/name 0..3: Rules 1 and 3 are both named `a`",
            "/rules/3/name 0..1: The name of the rule is blank",
            "/rules/4/name 0..0: The rule has no name",
            "/rules/5/name 0..1: Rules 1 and 6 are both named `a`",
        ];
        assert_eq!(found, expected);
    }
}
