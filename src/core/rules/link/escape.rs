//! Escapes that mean the character itself only without the flags `u` and `v`.

use crate::core::pattern::syntax::Syntax;
use crate::core::rule::{Family, Rule, rule};
use crate::core::rules::link::linked::{LABELS, Linked};
use crate::core::rules::place::quoted;
use crate::core::rules::report::Report;
use crate::core::severity::Severity;
use crate::core::text::Span;

pub static FLAG_DEPENDENT_ESCAPE: Rule = rule! {
    name: "flag-dependent-escape",
    family: Family::LinkRule,
    documented: Severity::Info,
    wild: Severity::Info,
    summary: "A backslash stands before a sign that needs none.",
    why: "`\\:` is a colon in a pattern without flags and an error in one with `u` or `v`, as in the `pattern` of an HTML form. The documents' own example has it and names no flags.",
    bad: r#"{"name": "item", "pattern": "^https\\:\\/\\/acme\\.com\\/items\\/\\d+$", "samples": ["https://acme.com/items/1"]}"#,
    good: r#"{"name": "item", "pattern": "^https:\\/\\/acme\\.com\\/items\\/\\d+$", "samples": ["https://acme.com/items/1"]}"#,
    document: "guide, URL matching and placeholder",
};

pub fn flag_dependent(linked: &Linked, report: &mut Report) {
    let Some((pattern, syntax)) = linked.parsed() else { return };
    let mut escapes = escapes(pattern, syntax).into_iter();
    let Some(first) = escapes.next() else { return };
    let written = &pattern[first.start..first.end];
    let message = format!("{} is an error with the flag `u`", quoted(written));
    let help = "take the backslash out if the sign itself is meant";
    let finding = linked.in_pattern(first, message).help(help);
    report.add(escapes.take(LABELS).fold(finding, |finding, place| finding.label(place, "here too")));
}

/// The spans of these escapes, in bytes.
fn escapes(pattern: &str, syntax: &Syntax) -> Vec<Span> {
    let mut found = Vec::new();
    let has_names = syntax.has_names();
    let mut in_class = false;
    let mut rest = pattern.char_indices();
    while let Some((at, c)) = rest.next() {
        match c {
            '[' => in_class = true,
            ']' => in_class = false,
            '\\' => {
                let Some((_, escaped)) = rest.next() else { break };
                if !holds_with_flags(escaped, rest.as_str(), in_class, has_names, syntax.groups.len()) {
                    found.push(Span::new(at, at + 1 + escaped.len_utf8()));
                }
            }
            _ => {}
        }
    }
    found
}

/// Whether an escape means the same with the flag `u`. `rest` follows the escaped character.
fn holds_with_flags(escaped: char, rest: &str, in_class: bool, has_names: bool, groups: usize) -> bool {
    let digits = |count: usize| rest.len() >= count && rest.bytes().take(count).all(|byte| byte.is_ascii_hexdigit());
    match escaped {
        _ if "^$\\.*+?()[]{}|/dDsSwWbfnrtv".contains(escaped) => true,
        'B' => !in_class,
        '-' => in_class,
        'c' => rest.starts_with(|next: char| next.is_ascii_alphabetic()),
        'x' => digits(2),
        'u' => digits(4),
        'k' => !in_class && has_names,
        '0' => !rest.starts_with(|next: char| next.is_ascii_digit()),
        '1'..='9' => {
            let end = rest.bytes().position(|byte| !byte.is_ascii_digit()).unwrap_or(rest.len());
            let number = rest.bytes().take(end).fold(u32::from(escaped) - u32::from('0'), |number, digit| {
                number.saturating_mul(10).saturating_add(u32::from(digit - b'0'))
            });
            !in_class && number as usize <= groups
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::core::rules::link::tests::of_pattern;

    #[test]
    fn finds_the_escapes_that_a_flag_refuses() {
        for (pattern, expected) in [
            (r"^https:\/\/acme\.com\/\d+\?a\=1$", Some("28..30")),
            (r"é\:", Some("2..4")),
            (r"[\-\]]\-", Some("6..8")),
            (r"[\:]", Some("1..3")),
            (r"\x41\u0041\cA\0\n", None),
            (r"\x4", Some("0..2")),
            (r"\u00", Some("0..2")),
            (r"(a)\1", None),
            (r"(a)\2", Some("3..5")),
            (r"\01", Some("0..2")),
            (r"(?<n>a)\k<n>", None),
            (r"\k<n>", Some("0..2")),
            (r"\p{L}", Some("0..2")),
            (r"\é", Some("0..3")),
            (r"[\B]\B", Some("1..3")),
        ] {
            let found = of_pattern(pattern, &["flag-dependent-escape"]);
            let places: Vec<&str> = found.iter().filter_map(|one| one.split([' ', ':']).nth(1)).collect();
            assert_eq!(places, expected.into_iter().collect::<Vec<_>>(), "{pattern}");
        }
    }

    #[test]
    fn clusters_the_further_places() {
        let found = of_pattern(r"https\:\/\/a\:1", &["flag-dependent-escape"]);
        assert_eq!(found, ["flag-dependent-escape 5..7: `\\:` is an error with the flag `u`"]);
    }
}
