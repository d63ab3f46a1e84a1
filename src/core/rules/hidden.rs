//! Characters that nobody sees, in payloads, link rules, settings and the fields of the service.

use super::finding::Finding;
use super::link::Linked;
use super::place::{join, quoted};
use super::report::Report;
use crate::core::edit::Edit;
use crate::core::hidden::{code, hidden, name};
use crate::core::json::{Object, StringLit, Value};
use crate::core::place::{RuleText, Where};
use crate::core::rule::{Family, Rule, rule};
use crate::core::severity::Severity;
use crate::core::text::Span;
use crate::core::unfurl::{Attribute, Payload};

pub static HIDDEN_CHARACTER: Rule = rule! {
    name: "hidden-character",
    family: Family::Value,
    documented: Severity::Warning,
    wild: Severity::Warning,
    summary: "A text has a character that nobody sees.",
    why: "Control characters, zero-width characters and characters that turn the direction of a text come along when text is copied. Programs compare them, so a name with one is another name. In what people read they can hide or reverse words.",
    bad: payload![
        r#"{"id": "label", "name": "Label", "type": "inline", "inline": {"enum": {"value": "Ready\u200b", "section": "primary"}}}"#
    ],
    good: payload![
        r#"{"id": "label", "name": "Label", "type": "inline", "inline": {"enum": {"value": "Ready", "section": "primary"}}}"#
    ],
    document: "Unicode, Special Areas and Format Characters; the Lab's own list",
};

pub fn in_attribute(payload: &Payload, attribute: &Attribute, report: &mut Report) {
    in_value(payload.text, attribute.node, &attribute.pointer, report);
}

/// Everything around the attributes of an answer: its `uri`, an error.
pub fn in_envelope(payload: &Payload, report: &mut Report) {
    let Some(envelope) = &payload.envelope else { return };
    let attributes = payload.list.map(|list| list.span);
    properties(payload.text, envelope.object, "", report, attributes);
}

/// Asked for each attribute at each key, so a text without such characters is told by its bytes.
fn in_value(text: &str, value: &Value, pointer: &str, report: &mut Report) {
    let span = value.span();
    let may_hold = |byte: u8| byte == b'\\' || byte == 0x7F || byte >= 0x80;
    if text.as_bytes()[span.start..span.end].iter().any(|byte| may_hold(*byte)) {
        visit(text, "The text", value, pointer, report, None);
    }
}

fn visit(text: &str, key: &str, value: &Value, pointer: &str, report: &mut Report, except: Option<Span>) {
    match value {
        Value::String(literal) => in_string(text, key, literal, pointer, report),
        Value::Array(array) if Some(array.span) != except => {
            for (index, element) in array.elements.iter().enumerate() {
                visit(text, key, element, &join(pointer, &index.to_string()), report, except);
            }
        }
        Value::Object(object) => properties(text, object, pointer, report, except),
        _ => {}
    }
}

fn properties(text: &str, object: &Object, pointer: &str, report: &mut Report, except: Option<Span>) {
    for property in &object.properties {
        let (name, pointer) = (property.name.as_str(), join(pointer, property.name.as_str()));
        in_string(text, "The key", &property.name, &pointer, report);
        visit(text, name, &property.value, &pointer, report, except);
    }
}

fn in_string(text: &str, key: &str, literal: &StringLit, pointer: &str, report: &mut Report) {
    let value = literal.as_str();
    let Some((_, first)) = hidden(value).next() else { return };
    let written = written(&text[literal.span.start..literal.span.end]);
    let place = |at: usize| value[..at].chars().count();
    let spans: Vec<Span> = hidden(value).filter_map(|(at, _)| written.get(place(at)).copied()).collect();
    let edits = spans.iter().map(|span| Span::new(literal.span.start + span.start, literal.span.start + span.end)).collect();
    let of = if key.contains(' ') { key.to_owned() } else { quoted(key).to_string() };
    report.tell(&HIDDEN_CHARACTER, told(Finding::new(literal.span, pointer, message(&of, first)), edits));
}

/// Where each character of a JSON string is written.
fn written(literal: &str) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    let mut rest = literal.char_indices().skip(1).peekable();
    while let Some((start, c)) = rest.next() {
        let escaped = if c == '\\' { rest.next().map(|(_, escaped)| escaped) } else { None };
        let digits = if escaped == Some('u') { 4 } else { 0 };
        let unit = u32::from_str_radix(literal.get(start + 2..start + 2 + digits).unwrap_or_default(), 16).unwrap_or_default();
        rest.by_ref().take(digits).for_each(|_| ());
        let end = rest.peek().map_or(literal.len(), |(end, _)| *end);
        match spans.last_mut() {
            // The second half of a pair is written as an escape of its own.
            Some(pair) if (0xDC00..0xE000).contains(&unit) => pair.end = end,
            _ => spans.push(Span::new(start, end)),
        }
    }
    spans
}

pub fn in_link_rule(linked: &Linked, report: &mut Report) {
    let rule = linked.rule;
    let named = [(RuleText::Name, "name", &*rule.name), (RuleText::Pattern, "pattern", &*rule.pattern)].into_iter();
    let samples = rule.samples.iter().enumerate().map(|(at, sample)| (RuleText::Sample(at), "URL", &*sample.url));
    let excluded = rule.excluded.iter().enumerate().map(|(at, sample)| (RuleText::Excluded(at), "URL", &*sample.url));
    let expected = rule.expected.keys().enumerate().map(|(at, url)| (RuleText::Expected(at), "URL", &**url));
    let place = |text| Where::Rule { index: linked.index, text };
    // A key that is clean already would lose its groups to the fix.
    let (taken, free): (Vec<_>, Vec<_>) = expected.partition(|(_, _, url)| rule.expected.contains_key(&without(url)));
    let all = named.chain(samples).chain(excluded).chain(free);
    in_fields(all.map(|(text, label, typed)| (place(text), label, typed)), report);
    for (text, label, url) in taken {
        if let Some((finding, _)) = in_field(place(text), label, url) {
            report.tell(&HIDDEN_CHARACTER, finding.help(HELP));
        }
    }
}

/// The text as a fix leaves it.
fn without(text: &str) -> String {
    let mut left = text.to_owned();
    let hidden: Vec<_> = hidden(text).collect();
    hidden.iter().rev().for_each(|(at, _)| _ = left.remove(*at));
    left
}

/// Texts that a person typed into fields, each with its place and its label.
pub fn in_fields<'t>(fields: impl IntoIterator<Item = (Where, &'t str, &'t str)>, report: &mut Report) {
    for (place, label, text) in fields {
        if let Some((finding, spans)) = in_field(place, label, text) {
            report.tell(&HIDDEN_CHARACTER, told(finding, spans));
        }
    }
}

/// What is wrong with a field, and where in it.
fn in_field(place: Where, label: &str, text: &str) -> Option<(Finding, Vec<Span>)> {
    let spans: Vec<Span> = hidden(text).map(|(at, c)| Span::new(at, at + c.len_utf8())).collect();
    let (_, first) = hidden(text).next()?;
    Some((Finding::of_rule(place, *spans.first()?, message(&format!("The {label}"), first)), spans))
}

fn message(what: &str, c: char) -> String {
    format!("{what} has the hidden character {} ({})", code(c), name(c))
}

const HELP: &str = "Remove it: people cannot see it, and programs compare it";

fn told(finding: Finding, spans: Vec<Span>) -> Finding {
    let title = match spans.len() {
        1 => "Remove the hidden character".to_owned(),
        many => format!("Remove {many} hidden characters"),
    };
    let edits = spans.into_iter().map(|span| Edit { span, text: String::new() }).collect();
    finding.help(HELP).fixes(title, edits)
}

#[cfg(test)]
mod tests {
    use crate::core::analysis::{LinkAnalysis, analyze_links};
    use crate::core::diagnostic::Diagnostic;
    use crate::core::edit::apply;
    use crate::core::json::Source;
    use crate::core::links::Links;
    use crate::core::place::{ServiceField, Where};
    use crate::core::profile::Profile;
    use crate::core::project::{Service, from_json};
    use crate::core::rules::{check, check_service, link::tests::all, testing::marked};
    use crate::core::unfurl::Payload;

    #[test]
    fn tells_what_is_hidden_in_any_text() {
        marked(
            r#"
{"id": "a\u200b", "name": "A\u202e", "type": "inline", "inline": {"plain_text": {"value": "a\u0000b", "section": "body"}}},
       ^^^^^^^^^ hidden-character: `id` has the hidden character U+200B (zero width space)
                          ^^^^^^^^^ hidden-character: `name` has the hidden character U+202E (right-to-left override)
                                                                                          ^^^^^^^^^^ hidden-character: `value` has the hidden character U+0000 (null character)
{"id": "b", "name": "👩‍💻", "type": "inline", "inline": {"plain_text": {"value": "a\tb\n", "section": "secondary"}}}
"#,
        );
    }

    #[test]
    fn takes_it_out_however_it_is_written() {
        let text = "[{\"id\": \"\u{200B}\u{1F528}\\ud83d\\uDD28\\\"\\u200b\\n\u{FEFF}é\", \"name\": \"x\"}]";
        let root = Source::new(text).parse().unwrap();
        let found = check(&Payload::new(text, &root, false), Profile::Documented);
        let one = found.iter().find(|one| one.rule.name == "hidden-character").unwrap();
        assert_eq!(one.fixes[0].title, "Remove 3 hidden characters");
        let mended = apply(text, &one.fixes[0].edits);
        assert_eq!(mended, "[{\"id\": \"\u{1F528}\\ud83d\\uDD28\\\"\\né\", \"name\": \"x\"}]");
    }

    #[test]
    fn looks_at_link_rules() {
        let rule = "{\"name\": \"item\u{200B}\", \"pattern\": \"^https:\\\\/\\\\/acme\\\\.com\\\\/\u{2060}1$\", \"samples\": [\"https://acme.com/\u{2060}1\"]}";
        let found = all(rule);
        let expected = [
            "/rules/0/name 4..7 hidden-character: The name has the hidden character U+200B (zero width space)",
            "/rules/0/pattern 22..25 hidden-character: The pattern has the hidden character U+2060 (word joiner)",
            "/rules/0/samples/0 17..20 hidden-character: The URL has the hidden character U+2060 (word joiner)",
        ];
        assert_eq!(found, expected);
    }

    /// The finding of one field, and the text after its fix.
    fn of_expected(keys: &[&str]) -> Vec<(String, Option<String>)> {
        let expected: serde_json::Map<_, _> = keys.iter().map(|key| ((*key).to_owned(), serde_json::json!({}))).collect();
        let rule = serde_json::json!([{"name": "n", "pattern": "^$", "expected": expected}]);
        let project = from_json(&serde_json::json!({"version": 1, "rules": rule})).unwrap();
        let found = analyze_links(&project, &Links::new(project.patterns()), &LinkAnalysis::default());
        let hidden = found.diagnostics.iter().filter(|one| one.rule.name == "hidden-character");
        let mended = |one: &Diagnostic| {
            let (Where::Rule { text, .. }, fix) = (one.source, one.fixes.first()?) else { return None };
            let mut rule = project.rules[0].as_ref().clone();
            rule.put(text, apply(project.text(one.source), &fix.edits));
            Some(rule.expected.keys().cloned().collect::<Vec<_>>().join(" "))
        };
        hidden.map(|one| (project.pointer(one.source), mended(one))).collect()
    }

    #[test]
    fn looks_at_the_urls_whose_groups_are_expected() {
        let place = |url: &str| format!("/rules/0/expected/{url}");
        assert_eq!(of_expected(&["a", "b\u{200B}", "c"]), [(place("b\u{200B}"), Some("a b c".to_owned()))]);
        assert_eq!(of_expected(&["a", "a\u{200B}"]), [(place("a\u{200B}"), None)]);
    }

    #[test]
    fn looks_at_every_field_of_the_service() {
        for field in ServiceField::ALL {
            let mut service = Service::default();
            service.put(field, service.text(field).to_owned() + "\u{202E}1\u{200B}");
            let found = check_service(&service, Profile::Documented);
            let one = found.iter().find(|one| one.rule.name == "hidden-character").expect("found");
            assert_eq!((one.source, one.fixes[0].title.as_str()), (Where::Service(field), "Remove 2 hidden characters"));
            assert_eq!(one.message, format!("The {} has the hidden character U+202E (right-to-left override)", field.label()));
            let mended = apply(service.text(field), &one.fixes[0].edits);
            assert_eq!(mended, Service::default().text(field).to_owned() + "1");
        }
    }
}
