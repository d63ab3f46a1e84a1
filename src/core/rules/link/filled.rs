//! The placeholders as a payload: what the payload's rules say of them once they are filled.
//!
//! In: a link rule. Out: diagnostics with places in the text as typed. Blank placeholders are allowed; others are an answer
//! like any, title and dev included, as in the documents' example. Values are checked as the first matching sample fills
//! them; where none matches, nothing is said of a value that a placeholder is part of.

use super::Linked;
use crate::core::diagnostic::{Diagnostic, Profile};
use crate::core::json::Source;
use crate::core::pattern::Answer;
use crate::core::placeholders::{Filled, expand};
use crate::core::project::{RuleText, Where};
use crate::core::rules::place::is_blank;
use crate::core::rules::{self, Family};
use crate::core::text::Span;
use crate::core::unfurl::Payload;

pub fn check(linked: &Linked, profile: Profile) -> Vec<Diagnostic> {
    let text = &*linked.rule.placeholders;
    if is_blank(text) {
        return Vec::new();
    }
    let filled = fill(linked);
    let mut found = payload(filled.as_ref().map_or(text, |filled| &filled.text), profile);
    if filled.is_none() {
        found.retain(|one| !is_unsettled(one, linked));
    }
    for one in &mut found {
        if let Some(filled) = &filled {
            bring_home(one, text, filled);
        }
        one.source = Where::Rule { index: linked.index, text: RuleText::Placeholders };
    }
    found
}

fn payload(text: &str, profile: Profile) -> Vec<Diagnostic> {
    match Source::new(text).parse() {
        Ok(root) => rules::check(&Payload::new(text, &root, false), profile),
        Err(error) => vec![rules::syntax(text, error)],
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
    use crate::core::rules::link::tests::all;

    fn found(samples: &str, value: &str) -> Vec<String> {
        let placeholders = serde_json::json!([
            {"id": "title", "name": "Title", "type": "inline", "inline": {"title": {"value": "$<a>", "section": "title"}}},
            {"id": "dev", "name": "Developer Name", "type": "inline", "inline": {"plain_text": {"value": "Acme", "section": "secondary"}}},
            {"id": "due", "name": "Due", "type": "inline", "inline": {"date": {"value": value, "section": "primary"}}}
        ]);
        let rule = serde_json::json!([{"name": "n", "pattern": "^(?<a>.*)$", "samples": samples.split(' ').collect::<Vec<_>>(), "placeholders": placeholders.to_string()}]);
        all(&rule.to_string()).into_iter().filter(|one| one.contains("date")).collect()
    }

    #[test]
    fn checks_what_the_first_match_fills_in() {
        assert_eq!(found("2022-01-11", "$<a>"), [""; 0]);
        let wrong = found("2022-13-11", "$<a>");
        assert_eq!(wrong.len(), 1);
        assert!(wrong[0].starts_with("/rules/0/placeholders ") && wrong[0].contains("invalid-date: `"), "{wrong:?}");
        let text = r#"{"value":""#;
        assert!(wrong[0].contains(".."), "{wrong:?} {text}");
    }

    #[test]
    fn says_nothing_of_a_value_that_nothing_fills() {
        assert_eq!(found("", "$<a>"), [""; 0]);
        assert_eq!(found("", "x").len(), 1);
    }
}
