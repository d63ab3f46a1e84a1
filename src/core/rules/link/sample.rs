//! The URLs of a link rule: those that must match, those that must not, and what the groups capture of them.

use std::collections::HashSet;

use crate::core::links::{Captured, Difference, Verdict};
use crate::core::pattern::{Answer, Buffers};
use crate::core::place::RuleText;
use crate::core::rule::{Family, Rule, rule};
use crate::core::rules::finding::Finding;
use crate::core::rules::link::linked::{Linked, judged};
use crate::core::rules::place::{is_blank, quoted};
use crate::core::rules::report::Report;
use crate::core::severity::Severity;
use crate::core::text::Span;

pub static NO_SAMPLE: Rule = rule! {
    name: "no-sample",
    family: Family::LinkRule,
    documented: Severity::Warning,
    wild: Severity::Warning,
    summary: "A link rule has no sample URL.",
    why: "The form of the integration asks for one, and saving is checked against it. Without one nobody sees whether the pattern works.",
    bad: r#"{"name": "item", "pattern": "^https:\\/\\/acme\\.com\\/items\\/\\d+$", "samples": []}"#,
    good: r#"{"name": "item", "pattern": "^https:\\/\\/acme\\.com\\/items\\/\\d+$", "samples": ["https://acme.com/items/1"]}"#,
    document: "guide, URL matching and placeholder",
};

pub static SAMPLE_NOT_MATCHED: Rule = rule! {
    name: "sample-not-matched",
    family: Family::LinkRule,
    documented: Severity::Error,
    wild: Severity::Error,
    summary: "The pattern does not match a sample URL.",
    why: "Saving the form shows an error when the pattern fails to match any sample. Whether that means one of them or all is not documented, so the Lab wants all to match.",
    bad: r#"{"name": "item", "pattern": "^https:\\/\\/acme\\.com\\/items\\/\\d+$", "samples": ["https://acme.com/items/1", "https://acme.com/items/1/"]}"#,
    good: r#"{"name": "item", "pattern": "^https:\\/\\/acme\\.com\\/items\\/\\d+\\/?$", "samples": ["https://acme.com/items/1", "https://acme.com/items/1/"]}"#,
    document: "guide, URL matching and placeholder",
};

pub static EXCLUDED_SAMPLE_MATCHED: Rule = rule! {
    name: "excluded-sample-matched",
    family: Family::LinkRule,
    documented: Severity::Error,
    wild: Severity::Error,
    summary: "The pattern matches a URL that it must not match.",
    why: "A link that is not meant to be unfurled would be: the person is asked to connect, and the callback gets a link that it does not know.",
    bad: r#"{"name": "item", "pattern": "^https:\\/\\/acme\\.com\\/items\\/.+$", "samples": ["https://acme.com/items/1"], "excluded": ["https://acme.com/items/new"]}"#,
    good: r#"{"name": "item", "pattern": "^https:\\/\\/acme\\.com\\/items\\/\\d+$", "samples": ["https://acme.com/items/1"], "excluded": ["https://acme.com/items/new"]}"#,
    document: "the Lab's own list, beyond the form",
};

pub static EXPECTED_GROUP: Rule = rule! {
    name: "expected-group",
    family: Family::LinkRule,
    documented: Severity::Error,
    wild: Severity::Error,
    summary: "A named group does not capture what is expected of it.",
    why: "Placeholders are filled from the groups: what they capture is what people read while the preview waits.",
    bad: r#"{"name": "item", "pattern": "^https:\\/\\/acme\\.com\\/items\\/(?<itemNo>.+)$", "samples": ["https://acme.com/items/1?a=b"], "expected": {"https://acme.com/items/1?a=b": {"itemNo": "1"}}}"#,
    good: r#"{"name": "item", "pattern": "^https:\\/\\/acme\\.com\\/items\\/(?<itemNo>\\d+)(?:\\?.*)?$", "samples": ["https://acme.com/items/1?a=b"], "expected": {"https://acme.com/items/1?a=b": {"itemNo": "1"}}}"#,
    document: "guide, URL matching and placeholder",
};

pub fn no_sample(linked: &Linked, report: &mut Report) {
    if linked.rule.samples.iter().all(|sample| is_blank(&sample.url)) {
        let finding = linked.finding(RuleText::Samples, Span::default(), "The rule has no sample URL".to_owned());
        report.add(finding.help("Add a URL that the pattern must match"));
    }
}

pub fn not_matched(linked: &Linked, report: &mut Report) {
    for (number, url, verdict) in linked.sampled() {
        let finding = |span, message| linked.finding(RuleText::Sample(number), span, message);
        let whole = Span::new(0, url.len());
        match &verdict.answer {
            Answer::Matched(_) => {}
            Answer::Unknown => {
                let message = format!("It takes too long to tell whether the pattern matches {}", quoted(url));
                report.add(finding(whole, message).help("Avoid a repeat within a repeat that could match the same letters"));
            }
            Answer::NotMatched(furthest) => {
                let message = format!("The pattern does not match {}", quoted(url));
                let why = linked.compiled.why_not(url, furthest);
                let span = why.as_ref().map_or(whole, |why| why.span);
                let help = why.map_or_else(|| "Change the pattern or the URL".to_owned(), |why| why.text);
                report.add(finding(span, message).help(help));
            }
        }
    }
}

pub fn excluded_matched(linked: &Linked, report: &mut Report) {
    for (number, url, verdict) in judged(&linked.rule.excluded, &linked.excluded) {
        if verdict.matched() == Some(true) {
            let message = format!("The pattern matches {}, which it must not match", quoted(url));
            let finding = linked.finding(RuleText::Excluded(number), Span::new(0, url.len()), message);
            report.add(finding.help("Make the pattern stricter, or move the URL to the samples"));
        }
    }
}

/// Also of URLs that stand in neither list: what is expected of them says that they match.
pub fn expected(linked: &Linked, report: &mut Report) {
    for (number, url, verdict) in linked.sampled() {
        differences(linked, RuleText::Sample(number), url, verdict, report);
    }
    let mut buffers = Buffers::default();
    let mut run = linked.compiled.run(&mut buffers);
    let listed: HashSet<&str> = linked.rule.urls().collect();
    for (number, (url, groups)) in linked.rule.expected.iter().enumerate() {
        if listed.contains(url.as_str()) || report.is_full() {
            continue;
        }
        let Some(verdict) = run.as_mut().map(|run| run.verdict(url, Some(groups))) else { break };
        let text = RuleText::Expected(number);
        if verdict.matched() == Some(true) {
            differences(linked, text, url, &verdict, report);
        } else if !verdict.slow {
            let message = format!("Groups are expected of {}, but the pattern does not match it", quoted(url));
            let finding = linked.finding(text, Span::new(0, url.len()), message);
            report.add(finding.help("Change the pattern, or remove what is expected"));
        }
    }
}

fn differences(linked: &Linked, text: RuleText, url: &str, verdict: &Verdict, report: &mut Report) {
    for difference in &verdict.differences {
        report.add(differs(linked, text, url, verdict, difference));
    }
}

fn differs(linked: &Linked, text: RuleText, url: &str, verdict: &Verdict, difference: &Difference) -> Finding {
    let group = quoted(&difference.group);
    let wanted = match &difference.expected {
        Some(wanted) => format!("{} is expected", quoted(wanted)),
        None => "it is expected to capture nothing".to_owned(),
    };
    let (message, help) = match &difference.captured {
        Captured::Text(captured) => {
            (format!("Group {group} captures {}, but {wanted}", quoted(captured)), "Change the pattern or what is expected")
        }
        Captured::NoPart => (format!("Group {group} captures nothing, but {wanted}"), "Change the pattern or what is expected"),
        Captured::NoGroup => (format!("The pattern has no group {group}, but {wanted}"), "Give a group of the pattern this name"),
    };
    let place = captured(linked, url, verdict, &difference.group).unwrap_or(Span::new(0, url.len()));
    linked.finding(text, place, message).help(help)
}

/// What a group captured, in bytes of the URL.
fn captured(linked: &Linked, url: &str, verdict: &Verdict, name: &str) -> Option<Span> {
    let Answer::Matched(found) = &verdict.answer else { return None };
    let captures = linked.compiled.captures(url, found);
    captures.into_iter().find_map(|capture| capture.span.filter(|_| capture.name.as_deref() == Some(name)))
}

#[cfg(test)]
mod tests {
    use crate::core::rules::link::tests::said;

    #[test]
    fn judges_each_url() {
        let project = r#"[{"pattern": "^é(?<a>\\d+)(?<b>x)?$", "samples": ["é12", "", "é12y", "é1x"], "excluded": ["é5", "z", " "],
            "expected": {"é12": {"a": "1", "b": null, "c": "q"}, "é1x": {"a": "1", "b": null}, "é7": {"b": "x"}, "no": {}, "z": {"a": "1"}}},
            {"samples": [" "], "pattern": "("}]"#;
        let rules = ["no-sample", "sample-not-matched", "excluded-sample-matched", "expected-group"];
        let expected = [
            "/rules/0/samples/0 0..4: The pattern has no group `c`, but `q` is expected",
            "/rules/0/samples/0 2..4: Group `a` captures `12`, but `1` is expected",
            "/rules/0/samples/2 4..5: The pattern does not match `é12y`",
            "/rules/0/samples/3 3..4: Group `b` captures `x`, but it is expected to capture nothing",
            "/rules/0/excluded/0 0..3: The pattern matches `é5`, which it must not match",
            "/rules/0/expected/é7 0..3: Group `b` captures nothing, but `x` is expected",
            "/rules/0/expected/no 0..2: Groups are expected of `no`, but the pattern does not match it",
            "/rules/1/samples 0..0: The rule has no sample URL",
        ];
        assert_eq!(said(project, &rules), expected);
    }
}
