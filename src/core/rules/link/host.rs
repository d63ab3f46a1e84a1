//! Patterns that match more than intended: other hosts, and text around the URL.

use crate::core::edit::Edit;
use crate::core::links::anchors::anchors;
use crate::core::links::domain::{root, within};
use crate::core::links::dots::dots;
use crate::core::links::foreign::Foreign;
use crate::core::place::RuleText;
use crate::core::rule::{Family, Rule, rule};
use crate::core::rules::link::linked::{LABELS, Linked};
use crate::core::rules::place::{is_blank, quoted};
use crate::core::rules::report::Report;
use crate::core::severity::Severity;
use crate::core::text::Span;
use crate::core::url::Url;

pub static PATTERN_NOT_ANCHORED: Rule = rule! {
    name: "pattern-not-anchored",
    family: Family::LinkRule,
    documented: Severity::Warning,
    wild: Severity::Warning,
    summary: "The pattern does not begin with `^` or does not end with `$`.",
    why: "Such a pattern also matches URLs that only contain what was meant, such as another site's with the address in its query. Whether Notion holds on to both ends by itself is not documented.",
    bad: r#"{"name": "item", "pattern": "^https:\\/\\/acme\\.com\\/items\\/\\d+", "samples": ["https://acme.com/items/1"]}"#,
    good: r#"{"name": "item", "pattern": "^https:\\/\\/acme\\.com\\/items\\/\\d+$", "samples": ["https://acme.com/items/1"]}"#,
    document: "guide, URL matching and placeholder",
};

pub static UNESCAPED_DOT: Rule = rule! {
    name: "unescaped-dot",
    family: Family::LinkRule,
    documented: Severity::Warning,
    wild: Severity::Warning,
    summary: "A dot in the host of the pattern has no backslash.",
    why: "It stands for any character, so `acme.com` matches `acmeXcom` too, a host that somebody else may own.",
    bad: r#"{"name": "item", "pattern": "^https:\\/\\/acme.com\\/items\\/\\d+$", "samples": ["https://acme.com/items/1"]}"#,
    good: r#"{"name": "item", "pattern": "^https:\\/\\/acme\\.com\\/items\\/\\d+$", "samples": ["https://acme.com/items/1"]}"#,
    document: "guide, URL matching and placeholder",
};

pub static OUTSIDE_DOMAIN: Rule = rule! {
    name: "outside-domain",
    family: Family::LinkRule,
    documented: Severity::Warning,
    wild: Severity::Warning,
    summary: "The pattern matches a URL outside the Unfurl URL Domain, or a sample is one.",
    why: "The domain is verified and mapped to this integration; the documents ask that the developer owns it. Links elsewhere belong to somebody else. A host that is left open, such as `[^/]+` or `.*`, matches theirs too.",
    bad: r#"{"name": "item", "pattern": "^https:\\/\\/example\\.com\\/items\\/\\d+$", "samples": ["https://example.com/items/1"]}"#,
    good: r#"{"name": "item", "pattern": "^https:\\/\\/acme\\.com\\/items\\/\\d+$", "samples": ["https://acme.com/items/1"]}"#,
    document: "guide, Unfurl URL Domain",
};

pub fn not_anchored(linked: &Linked, report: &mut Report) {
    let Some((pattern, syntax)) = linked.parsed() else { return };
    if pattern.is_empty() {
        let finding = linked.in_pattern(Span::at(0), "The pattern is empty".to_owned());
        return report.add(finding.help("Write what the links look like, from `^https:` to `$`"));
    }
    let loose = anchors(pattern, syntax);
    let whole = |spans: &[Span]| *spans == [linked.whole_pattern()];
    if whole(&loose.start) && whole(&loose.end) {
        let message = "The pattern neither begins with `^` nor ends with `$`".to_owned();
        return report.add(linked.in_pattern(linked.whole_pattern(), message).help("Put `^` before it and `$` after it"));
    }
    for (spans, lacks, help) in [
        (loose.start, "does not begin with `^`", "Put `^` before it, so that nothing can precede it"),
        (loose.end, "does not end with `$`", "Put `$` after it, so that nothing can follow"),
    ] {
        let Some(first) = spans.first() else { continue };
        let subject = match pattern.get(first.start..first.end) {
            Some(part) if !whole(&spans) && !part.is_empty() => format!("The alternative {}", quoted(part)),
            Some(_) if !whole(&spans) => "An empty alternative".to_owned(),
            _ => "The pattern".to_owned(),
        };
        let finding = linked.in_pattern(*first, format!("{subject} {lacks}")).help(help);
        let further = spans.iter().skip(1).take(LABELS);
        report.add(further.fold(finding, |finding, place| finding.label(*place, "Here too")));
    }
}

pub fn unescaped_dot(linked: &Linked, report: &mut Report) {
    let Some((pattern, syntax)) = linked.parsed() else { return };
    for dot in dots(pattern, syntax) {
        let finding = linked.in_pattern(dot, "This dot matches any character, not only a dot".to_owned());
        let edit = Edit { span: Span::at(dot.start), text: "\\".to_owned() };
        report.add(finding.help("Write `\\.`").fix("Write `\\.`", edit));
    }
}

pub fn outside(linked: &Linked, report: &mut Report) {
    let domain = linked.domain.trim();
    if is_blank(domain) {
        return;
    }
    if linked.undressed().is_some_and(|_| !linked.rule.pattern.is_empty()) {
        for Foreign { url, host } in &*linked.compiled.foreign(domain) {
            let message = format!("The pattern matches {}, which is not on {}", quoted(url), quoted(domain));
            let span = host.unwrap_or(linked.whole_pattern());
            report
                .add(linked.in_pattern(span, message).help(format!("Links elsewhere belong to somebody else: {}", only(domain))));
        }
    }
    for (number, sample) in linked.rule.samples.iter().enumerate() {
        let Some(url) = Url::parse(&sample.url).ok().filter(|url| !within(url.host, domain)) else { continue };
        let start = sample.url.find(url.host).unwrap_or_default();
        let span = Span::new(start, start + url.host.len());
        let message = format!("{} is not on {}", quoted(url.host), quoted(domain));
        let help = "Links elsewhere belong to somebody else: use a URL on the domain, or change the domain";
        report.add(linked.finding(RuleText::Sample(number), span, message).help(help));
    }
}

/// How a pattern keeps to a domain.
fn only(domain: &str) -> String {
    let host = root(domain).replace('.', r"\.");
    format!(r"begin the pattern with `^https:\/\/{host}\/`, or change the domain")
}

#[cfg(test)]
mod tests {
    use crate::core::rules::link::tests::{of_pattern, said};

    #[test]
    fn tells_which_end_is_loose() {
        for (pattern, expected) in [
            ("^a$", &[][..]),
            ("a", &["0..1: The pattern neither begins with `^` nor ends with `$`"]),
            ("^a", &["0..2: The pattern does not end with `$`"]),
            ("a$", &["0..2: The pattern does not begin with `^`"]),
            (
                "^a|b$",
                &["3..5: The alternative `b$` does not begin with `^`", "0..2: The alternative `^a` does not end with `$`"],
            ),
            ("", &["0..0: The pattern is empty"]),
        ] {
            let mut found = of_pattern(pattern, &["pattern-not-anchored"]);
            let mut expected: Vec<String> = expected.iter().map(|one| format!("pattern-not-anchored {one}")).collect();
            found.sort();
            expected.sort();
            assert_eq!(found, expected, "{pattern}");
        }
    }

    #[test]
    fn finds_dots_of_the_host_only() {
        let found = of_pattern(r"^https:\/\/www.acme\.com.\/a.b$", &["unescaped-dot"]);
        let expected =
            ["14..15", "24..25"].map(|place| format!("unescaped-dot {place}: This dot matches any character, not only a dot"));
        assert_eq!(found, expected);
    }

    #[test]
    fn compares_with_the_domain() {
        let project = r#"[{"pattern": "^https:\\/\\/(www\\.)?acme\\.org\\/$", "samples": ["https://acme.com/", "https://acme.com.evil.example/", "x"]}]"#;
        let expected = [
            "/rules/0/pattern 12..28: The pattern matches `https://www.acme.org/`, which is not on `acme.com`",
            "/rules/0/pattern 19..28: The pattern matches `https://acme.org/`, which is not on `acme.com`",
            "/rules/0/samples/1 8..29: `acme.com.evil.example` is not on `acme.com`",
        ];
        assert_eq!(said(project, &["outside-domain"]), expected);
    }

    #[test]
    fn shows_a_stranger_that_an_open_host_lets_in() {
        let found = of_pattern(r"^https?:\/\/[^/]+\/items\/(?<id>\d+)$", &["outside-domain"]);
        let expected = "outside-domain 12..17: The pattern matches `https://evil.example/items/1`, which is not on `acme.com`";
        assert_eq!(found, [expected]);
    }
}
