//! The placeholders as a payload: what the payload's rules say of them once they are filled.
//!
//! In: a link rule. Out: diagnostics with places in the text as typed. Blank placeholders are allowed. Others are an answer
//! like any, except that the documents never ask for a title or a developer there: their example has both, so a missing one
//! is noted. Values are checked as the first matching sample fills
//! them; where none matches, nothing is said of a value that a placeholder is part of.

use super::payload;
use crate::core::diagnostic::Diagnostic;
use crate::core::json::Source;
use crate::core::pattern::Answer;
use crate::core::place::{RuleText, Where};
use crate::core::placeholders::{Filled, expand};
use crate::core::profile::Profile;
use crate::core::rule::Family;
use crate::core::rules::json::syntax;
use crate::core::rules::link::Linked;
use crate::core::rules::place::is_blank;
use crate::core::severity::Severity;
use crate::core::text::Span;
use crate::core::unfurl::Payload;

/// Rules on what an answer must have, and placeholders need not.
const REQUIRED_IN_ANSWERS: [&str; 2] = ["missing-title", "missing-dev"];

pub fn check(linked: &Linked, profile: Profile) -> Vec<Diagnostic> {
    let text = &*linked.rule.placeholders;
    if is_blank(text) {
        return Vec::new();
    }
    let filled = fill(linked);
    let mut found = of_payload(filled.as_ref().map_or(text, |filled| &filled.text), profile);
    if filled.is_none() {
        found.retain(|one| !is_unsettled(one, linked));
    }
    for one in &mut found {
        if let Some(filled) = &filled {
            bring_home(one, text, filled);
        }
        if REQUIRED_IN_ANSWERS.contains(&one.rule.name) {
            one.severity = Severity::Info;
        }
        one.source = Where::Rule { index: linked.index, text: RuleText::Placeholders };
    }
    found
}

fn of_payload(text: &str, profile: Profile) -> Vec<Diagnostic> {
    match Source::new(text).parse() {
        Ok(root) => payload::check(&Payload::new(text, &root, false), profile),
        Err(error) => vec![syntax(text, error)],
    }
}

/// The text as the first sample that matches fills it; `None` also where there is nothing to fill.
fn fill(linked: &Linked) -> Option<Filled> {
    if linked.references.is_empty() {
        return None;
    }
    let (_, syntax) = linked.parsed()?;
    let (url, found) = linked.sampled().find_map(|(_, url, verdict)| match &verdict.answer {
        Answer::Matched(found) => Some((url, found)),
        _ => None,
    })?;
    let text = &*linked.rule.placeholders;
    let source = Source::new(text);
    let root = source.parse().ok()?;
    Some(expand(text, &root, syntax, found, &url.encode_utf16().collect::<Vec<_>>()))
}

/// Moves a diagnostic of the filled text to the text as typed. A fix that touches what was filled in would write one URL's
/// text over the placeholder, so it is left out.
fn bring_home(one: &mut Diagnostic, text: &str, filled: &Filled) {
    let home = |span: Span| filled.source(span);
    let untouched = |span: Span| text.get(home(span).start..home(span).end) == filled.text.get(span.start..span.end);
    let kept = untouched(one.span);
    one.fixes.retain(|fix| kept && fix.edits.iter().all(|edit| untouched(edit.span)));
    for edit in one.fixes.iter_mut().flat_map(|fix| &mut fix.edits) {
        edit.span = home(edit.span);
    }
    for label in &mut one.labels {
        label.span = home(label.span);
    }
    one.span = home(one.span);
}

/// Whether it judges a value of which only the placeholder is known.
fn is_unsettled(one: &Diagnostic, linked: &Linked) -> bool {
    matches!(one.rule.family, Family::Value | Family::Section)
        && linked.references.iter().any(|reference| reference.span.overlaps(one.span))
}

#[cfg(test)]
mod tests {
    use crate::core::rules::link::tests::{all, fixed_placeholders};

    const TITLE_AND_DEV: &str = r#"{"id": "title", "name": "Title", "type": "inline", "inline": {"title": {"value": "$<a>", "section": "title"}}},
{"id": "dev", "name": "Developer Name", "type": "inline", "inline": {"plain_text": {"value": "Acme", "section": "secondary"}}}"#;

    fn rule(sample: &str, placeholders: &str) -> String {
        let rule = serde_json::json!({"name": "n", "pattern": "^(?<a>.*)$", "samples": [sample], "placeholders": placeholders});
        rule.to_string()
    }

    /// What is said of a date, with the text that it is said of.
    fn of_date(sample: &str, value: &str) -> Vec<String> {
        let due = format!(
            r#"{{"id": "due", "name": "Due", "type": "inline", "inline": {{"date": {{"value": "{value}", "section": "primary"}}}}}}"#
        );
        let placeholders = format!("[{TITLE_AND_DEV}, {due}]");
        let place = |one: String| {
            let (place, said) = one.strip_prefix("/rules/0/placeholders ")?.split_once(' ')?;
            let (start, end) = place.split_once("..")?;
            let part = placeholders.get(start.parse().ok()?..end.parse().ok()?)?;
            Some(format!("{part} {said}"))
        };
        all(&rule(sample, &placeholders)).into_iter().filter_map(place).collect()
    }

    #[test]
    fn checks_what_the_first_match_fills_in() {
        assert_eq!(of_date("2022-01-11", "$<a>"), [""; 0]);
        assert_eq!(of_date("2022-01", "$<a>-11"), [""; 0]);
        for (sample, value) in [("2022-13-11", "$<a>"), ("2022-13", "$<a>-11")] {
            let found = of_date(sample, value);
            assert_eq!(found.len(), 1, "{found:?}");
            assert!(found[0].starts_with(&format!("\"{value}\" invalid-date: ")), "{found:?}");
        }
    }

    #[test]
    fn says_nothing_of_a_value_that_nothing_fills() {
        assert_eq!(of_date("", "$<a>"), [""; 0]);
        let found = of_date("", "x");
        assert!(matches!(&found[..], [only] if only.starts_with("\"x\" invalid-date: ")), "{found:?}");
    }

    /// A fix beside a placeholder is kept, one that would write over it is not offered.
    #[test]
    fn fixes_leave_placeholders_alone() {
        let placeholders = |section: &str, value: &str| {
            format!(
                r#"[{TITLE_AND_DEV}, {{"id": "a", "name": "$<a>", "type": "inline", "inline": {{"plain_text": {{"value": {value}, "section": "{section}"}}}}}}]"#
            )
        };
        let mended = fixed_placeholders(&rule("1", &placeholders("secondry", "\"$<a>\"")));
        assert_eq!(mended, Some(placeholders("secondary", "\"$<a>\"")));
        let color = r#"{"id": "c", "name": "C", "type": "inline", "inline": {"color": {"value": {"r": "$<a>", "g": 1, "b": 2}, "section": "entity"}}}"#;
        let text = format!("[{TITLE_AND_DEV}, {color}]");
        let of_text = all(&rule("1", &text)).into_iter().filter(|one| one.starts_with("/rules/0/placeholders"));
        assert_eq!(of_text.count(), 1);
        assert_eq!(fixed_placeholders(&rule("1", &text)), None);
    }
}
