//! Compares the placeholders of a link rule with the groups of its pattern.

use std::collections::{HashMap, HashSet};

use super::takes_part::takes_part;
use crate::core::edit::Edit;
use crate::core::pattern::replace::ReferenceKind;
use crate::core::pattern::syntax::Syntax;
use crate::core::place::RuleText;
use crate::core::rule::{Family, Rule, rule};
use crate::core::rules::finding::Finding;
use crate::core::rules::link::linked::Linked;
use crate::core::rules::place::{is_blank, listed, quoted};
use crate::core::rules::report::Report;
use crate::core::rules::spelling::near;
use crate::core::severity::Severity;
use crate::core::text::Span;
use crate::core::utf16::Utf16;

/// A link rule with this pattern and title, correct otherwise.
#[cfg(not(target_arch = "wasm32"))]
macro_rules! filled_in {
    ($pattern:literal, $title:literal) => {
        concat!(
            r#"{"name": "item", "pattern": ""#,
            $pattern,
            r#"", "samples": ["https://acme.com/items/1"], "placeholders": ["#,
            r#"{"id": "title", "name": "Title", "type": "inline", "inline": {"title": {"value": ""#,
            $title,
            r#"", "section": "title"}}}, "#,
            r#"{"id": "dev", "name": "Developer Name", "type": "inline", "inline": {"plain_text": {"value": "Acme Inc", "section": "secondary"}}}]}"#
        )
    };
}

pub static UNKNOWN_PLACEHOLDER: Rule = rule! {
    name: "unknown-placeholder",
    family: Family::LinkRule,
    documented: Severity::Error,
    wild: Severity::Error,
    summary: "A placeholder names a group that the pattern does not have.",
    why: "JavaScript's replace, whose way of writing it is, puts nothing in its place.",
    bad: filled_in!(r"^https:\\/\\/acme\\.com\\/items\\/(?<itemNo>\\d+)$", "Item $<itemNr>"),
    good: filled_in!(r"^https:\\/\\/acme\\.com\\/items\\/(?<itemNo>\\d+)$", "Item $<itemNo>"),
    document: "guide, Unfurl Regex Attributes",
};

pub static OPTIONAL_PLACEHOLDER: Rule = rule! {
    name: "optional-placeholder",
    family: Family::LinkRule,
    documented: Severity::Warning,
    wild: Severity::Warning,
    summary: "A placeholder names a group that may be absent from a match.",
    why: "For a URL without the group, nothing is put in its place, so the text has a gap.",
    bad: filled_in!(r"^https:\\/\\/acme\\.com\\/items(?:\\/(?<itemNo>\\d+))?$", "Item $<itemNo>"),
    good: filled_in!(r"^https:\\/\\/acme\\.com\\/items\\/(?<itemNo>\\d+)$", "Item $<itemNo>"),
    document: "guide, Unfurl Regex Attributes",
};

pub static LITERAL_PLACEHOLDER: Rule = rule! {
    name: "literal-placeholder",
    family: Family::LinkRule,
    documented: Severity::Warning,
    wild: Severity::Warning,
    summary: "A placeholder names a group, but the pattern names none.",
    why: "JavaScript's replace then leaves it as it is, so people read `$<itemNo>`.",
    bad: filled_in!(r"^https:\\/\\/acme\\.com\\/items\\/(\\d+)$", "Item $<itemNo>"),
    good: filled_in!(r"^https:\\/\\/acme\\.com\\/items\\/(?<itemNo>\\d+)$", "Item $<itemNo>"),
    document: "guide, Unfurl Regex Attributes",
};

pub static NUMBERED_PLACEHOLDER: Rule = rule! {
    name: "numbered-placeholder",
    family: Family::LinkRule,
    documented: Severity::Info,
    wild: Severity::Info,
    summary: "A dollar sign in the placeholders stands for something by number or sign.",
    why: "The documents show `$<name>` alone. In JavaScript `$1`, `$&` and `$$` act too, so \"costs $10\" loses its `$1`.",
    bad: filled_in!(r"^https:\\/\\/acme\\.com\\/items\\/(\\d+)$", "Item 1 for $10"),
    good: filled_in!(r"^https:\\/\\/acme\\.com\\/items\\/(\\d+)$", "Item 1 for 10 dollars"),
    document: "ECMAScript, GetSubstitution",
};

pub static UNUSED_GROUP: Rule = rule! {
    name: "unused-group",
    family: Family::LinkRule,
    documented: Severity::Info,
    wild: Severity::Info,
    summary: "No placeholder uses a named group of the pattern.",
    why: "Groups are there to fill placeholders. The documents' own example has one that none uses, so it harms nothing.",
    bad: filled_in!(r"^(?<site>https:\\/\\/acme\\.com)\\/items\\/(?<itemNo>\\d+)$", "Item $<itemNo>"),
    good: filled_in!(r"^https:\\/\\/acme\\.com\\/items\\/(?<itemNo>\\d+)$", "Item $<itemNo>"),
    document: "guide, Unfurl Regex Attributes",
};

/// The most findings about unused groups; the first ones explain the others.
const MOST_UNUSED: usize = 100;

/// The names of the pattern's groups, without repetition.
fn names(syntax: &Syntax) -> Vec<&str> {
    let mut known = HashSet::new();
    let all = syntax.groups.iter().filter_map(|group| group.name.as_deref());
    all.filter(|name| known.insert(*name)).collect()
}

fn in_placeholders(linked: &Linked, span: Span, message: String) -> Finding {
    linked.finding(RuleText::Placeholders, span, message)
}

pub fn unknown(linked: &Linked, report: &mut Report) {
    let Some((_, syntax)) = linked.parsed() else { return };
    let names = names(syntax);
    for reference in &linked.references {
        let ReferenceKind::Name(name) = &reference.kind else { continue };
        if names.contains(&name.as_str()) {
            continue;
        }
        let finding = in_placeholders(linked, reference.span, format!("The pattern has no group {}", quoted(name)));
        report.add(match near(name, &names) {
            Some(meant) => {
                let edit = Edit { span: reference.span, text: format!("$<{meant}>") };
                finding.help(format!("Did you mean `$<{meant}>`?")).fix(format!("Write `$<{meant}>`"), edit)
            }
            None => finding.help(format!("Use {}", listed(&names, "or"))),
        });
    }
}

pub fn optional(linked: &Linked, report: &mut Report) {
    let Some((_, syntax)) = linked.parsed() else { return };
    let mut surely = HashMap::new();
    for reference in &linked.references {
        let ReferenceKind::Name(name) = &reference.kind else { continue };
        if syntax.numbers(name).next().is_none() {
            continue;
        }
        if !*surely.entry(name).or_insert_with(|| takes_part(syntax, name)) {
            let message = format!("Group {} is optional, so this can be empty", quoted(name));
            let help = "Make the group required, or add a rule for the URLs without it";
            report.add(in_placeholders(linked, reference.span, message).help(help));
        }
    }
}

pub fn literal(linked: &Linked, report: &mut Report) {
    for reference in &linked.references {
        let ReferenceKind::Literal(name) = &reference.kind else { continue };
        let message = format!("The pattern has no named group, so {} stays as it is", quoted(&format!("$<{name}>")));
        let group = if is_blank(name) { "name" } else { name };
        let help = format!("Name a group of the pattern: {}", quoted(&format!("(?<{group}>…)")));
        report.add(in_placeholders(linked, reference.span, message).help(help));
    }
}

pub fn numbered(linked: &Linked, report: &mut Report) {
    for reference in &linked.references {
        let stands_for = match &reference.kind {
            ReferenceKind::Dollar => "one dollar sign".to_owned(),
            ReferenceKind::Whole => "the whole match".to_owned(),
            ReferenceKind::Before => "the text before the match".to_owned(),
            ReferenceKind::After => "the text after the match".to_owned(),
            ReferenceKind::Group(number) => format!("what group {number} captured"),
            ReferenceKind::Name(_) | ReferenceKind::Literal(_) => continue,
        };
        let written = &linked.rule.placeholders[reference.span.start..reference.span.end];
        // A backtick cannot stand in backticks.
        let written = if written == "$`" { "A dollar sign with a backtick".to_owned() } else { quoted(written).to_string() };
        let help = "Use `$<name>`, which is documented; for a dollar sign write `$$`";
        report.add(in_placeholders(linked, reference.span, format!("{written} becomes {stands_for}")).help(help));
    }
}

/// Blank placeholders are allowed and use no group. If the placeholders are not JSON, their groups are unknown. A
/// misspelled name uses the group that was meant.
pub fn unused(linked: &Linked, report: &mut Report) {
    let Some((pattern, syntax)) = linked.parsed().filter(|_| linked.has_placeholders) else { return };
    let names = names(syntax);
    let mut used = HashSet::new();
    for reference in &linked.references {
        let name = match &reference.kind {
            ReferenceKind::Name(name) if names.contains(&name.as_str()) => Some(name.as_str()),
            ReferenceKind::Name(name) => near(name, &names),
            ReferenceKind::Group(number) => {
                syntax.groups.get((*number as usize).wrapping_sub(1)).and_then(|group| group.name.as_deref())
            }
            _ => None,
        };
        if let Some(name) = name {
            used.insert(name);
        }
    }
    let bytes = Utf16::new(pattern);
    // Only the first group of a name is reported.
    let groups = syntax.groups.iter().filter_map(|group| Some((group.span, group.name.as_deref()?)));
    let unused = groups.filter(|(_, name)| used.insert(*name));
    for (span, name) in unused.take(MOST_UNUSED) {
        let finding = linked.in_pattern(bytes.span(span), format!("No placeholder uses group {}", quoted(name)));
        report.add(finding.help(format!("Write {} in the placeholders, or remove the group", quoted(&format!("$<{name}>")))));
    }
}

#[cfg(test)]
mod tests {
    use crate::core::rules::link::tests::said;

    const RULES: [&str; 5] =
        ["unknown-placeholder", "optional-placeholder", "literal-placeholder", "numbered-placeholder", "unused-group"];

    fn found(pattern: &str, placeholders: &str) -> Vec<String> {
        let rule = serde_json::json!([{ "pattern": pattern, "placeholders": placeholders }]);
        let found = said(&rule.to_string(), &RULES);
        found.iter().map(|one| one.trim_start_matches("/rules/0/").to_owned()).collect()
    }

    #[test]
    fn compares_with_the_groups() {
        for (pattern, placeholders, expected) in [
            ("(?<a>x)", r#"["$<a>"]"#, &[][..]),
            ("(?<a>x)", " ", &[]),
            ("(?<a>x)", "[", &[]),
            ("(?<a>x)", r#"["$1", {"$<b>": 1}]"#, &["placeholders 2..4: `$1` becomes what group 1 captured"]),
            (
                "(?<a>x)|y(?<b>z)",
                r#"["$<a>"]"#,
                &[
                    "pattern 9..16: No placeholder uses group `b`",
                    "placeholders 2..6: Group `a` is optional, so this can be empty",
                ],
            ),
            (
                "(?<itemNo>x)(?<a>x)",
                r#"["é$<itemNr> $<zzz> $<a>$<itemNo>"]"#,
                &["placeholders 4..13: The pattern has no group `itemNr`", "placeholders 14..20: The pattern has no group `zzz`"],
            ),
            (
                "x",
                r#"["$<a>", "\u0024<>"]"#,
                &[
                    "placeholders 2..6: The pattern has no named group, so `$<a>` stays as it is",
                    "placeholders 10..18: The pattern has no named group, so `$<>` stays as it is",
                ],
            ),
            (
                "x",
                r#"["$& $$ $' $` $1"]"#,
                &[
                    "placeholders 2..4: `$&` becomes the whole match",
                    "placeholders 5..7: `$$` becomes one dollar sign",
                    "placeholders 8..10: `$'` becomes the text after the match",
                    "placeholders 11..13: A dollar sign with a backtick becomes the text before the match",
                ],
            ),
        ] {
            assert_eq!(found(pattern, placeholders), expected, "{pattern} {placeholders}");
        }
    }

    #[test]
    fn thousands_of_groups_are_told_of_as_far_as_anybody_reads() {
        let groups = (0..9000).map(|number| format!("(?<g{number}>x)?")).collect::<Vec<_>>().concat();
        let found = found(&groups, r#"["$<g0> $<g0> $<g8999>"]"#);
        let (unused, others): (Vec<&String>, _) = found.iter().partition(|one| one.starts_with("pattern "));
        assert_eq!((unused.len(), others.len()), (super::MOST_UNUSED, 3), "{others:?}");
        assert_eq!(unused[0], "pattern 9..17: No placeholder uses group `g1`");
    }
}
