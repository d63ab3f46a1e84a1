//! Whether the pattern is valid, in every engine.

use crate::core::pattern::syntax::NewSyntax;
use crate::core::rule::{Family, Rule, rule};
use crate::core::rules::link::linked::{LABELS, Linked};
use crate::core::rules::report::Report;
use crate::core::severity::Severity;

pub static PATTERN_SYNTAX: Rule = rule! {
    name: "pattern-syntax",
    family: Family::LinkRule,
    documented: Severity::Error,
    wild: Severity::Error,
    summary: "A JavaScript engine refuses the pattern.",
    why: "`(?<name>…)` is JavaScript's way to write a named group, so patterns are read as `new RegExp(pattern)` reads them. What that refuses matches nothing.",
    bad: r#"{"name": "item", "pattern": "^https:\\/\\/acme\\.com\\/items\\/(\\d+$", "samples": ["https://acme.com/items/1"]}"#,
    good: r#"{"name": "item", "pattern": "^https:\\/\\/acme\\.com\\/items\\/(\\d+)$", "samples": ["https://acme.com/items/1"]}"#,
    document: "guide, URL matching and placeholder; ECMAScript, Patterns",
};

pub static ENGINE_DEPENDENT: Rule = rule! {
    name: "engine-dependent",
    family: Family::LinkRule,
    documented: Severity::Info,
    wild: Severity::Info,
    summary: "Only newer JavaScript engines accept a part of the pattern.",
    why: "One name for groups of different alternatives, and modifiers such as `(?i:…)`, came with ECMAScript 2025. Which engine Notion uses is not documented.",
    bad: r#"{"name": "item", "pattern": "^https:\\/\\/acme\\.com\\/(?i:items)\\/\\d+$", "samples": ["https://acme.com/items/1"]}"#,
    good: r#"{"name": "item", "pattern": "^https:\\/\\/acme\\.com\\/[Ii]tems\\/\\d+$", "samples": ["https://acme.com/items/1"]}"#,
    document: "ECMAScript 2025, Patterns",
};

pub fn refused(linked: &Linked, report: &mut Report) {
    let Err(error) = &linked.compiled.pattern else { return };
    let message = format!("JavaScript refuses the pattern: {}", error.message);
    let help = match linked.compiled.dress {
        Some(_) => "Write the pattern alone first",
        None => help(&error.message),
    };
    report.add(linked.in_pattern(linked.compiled.span(error.span), message).help(help));
}

/// The help for an engine's message, by the part that it always contains.
fn help(message: &str) -> &'static str {
    const HELP: [(&str, &str); 12] = [
        ("unterminated group", "Close it with `)`, or write `\\(` for the bracket itself"),
        ("unmatched", "Remove it, or write `\\)` for the bracket itself"),
        ("nothing to repeat", "Put what it repeats before it, or a `\\` for the character itself"),
        ("lone quantifier", "Put what it repeats before it, or a `\\` for the character itself"),
        ("unterminated character class", "Close it with `]`, or write `\\[` for the bracket itself"),
        ("range out of order", "Write the earlier character first, or `\\-` for the hyphen itself"),
        ("numbers out of order", "Write the smaller number first"),
        ("duplicate capture group name", "Give each group its own name"),
        ("capture group name", "Start the name with a letter and use letters and digits only: `(?<itemNo>…)`"),
        ("invalid named", "Name a group that the pattern has: `\\k<itemNo>`"),
        ("invalid group", "Start a named group with `(?<name>`, one without a name with `(?:`"),
        ("at end of pattern", "Write the character that it escapes after it, or `\\\\` for the backslash itself"),
    ];
    HELP.iter().find(|(part, _)| message.contains(part)).map_or("Fix the pattern from here on", |(_, help)| help)
}

/// Reports each kind once, with labels for the other places.
pub fn engine_dependent(linked: &Linked, report: &mut Report) {
    let Some((_, syntax)) = linked.parsed() else { return };
    for (kind, message, help) in [
        (
            NewSyntax::DuplicateName,
            "A name for several groups needs a JavaScript engine of 2025 or later",
            "Give each group its own name",
        ),
        (NewSyntax::Modifiers, "Modifiers need a JavaScript engine of 2025 or later", "Write both cases: `[Ii]` for `(?i:i)`"),
    ] {
        let mut places =
            syntax.engine_dependent.iter().filter(|part| part.what == kind).map(|part| linked.compiled.span(part.span));
        let Some(first) = places.next() else { continue };
        let finding = linked.in_pattern(first, message.to_owned()).help(help);
        report.add(places.take(LABELS).fold(finding, |finding, place| finding.label(place, "Here too")));
    }
}

#[cfg(test)]
mod tests {
    use crate::core::rules::link::tests::of_pattern;

    #[test]
    fn says_what_an_engine_says_and_where() {
        for (pattern, expected) in [
            ("é(", "pattern-syntax 2..3: JavaScript refuses the pattern: unterminated group"),
            ("a)", "pattern-syntax 1..2: JavaScript refuses the pattern: unmatched ')'"),
            ("(?i:a)(?-i:b)", "engine-dependent 2..3: Modifiers need a JavaScript engine of 2025 or later"),
            ("(?<a>x)|(?<a>y)", "engine-dependent 11..12: A name for several groups needs a JavaScript engine of 2025 or later"),
        ] {
            let found = of_pattern(pattern, &["pattern-syntax", "engine-dependent"]);
            assert_eq!(found, [expected], "{pattern}");
        }
    }
}
