//! Rules on the envelope: the link that it answers, and what it shows or omits as a whole.

use std::collections::HashSet;

use super::keys;
use super::place::{is_blank, listed, opening, quoted};
use crate::core::json::{self, Object};
use crate::core::rule::{Family, Rule, rule};
use crate::core::rules::finding::Finding;
use crate::core::rules::report::Report;
use crate::core::severity::Severity;
use crate::core::unfurl::{Payload, PayloadKind, Target};

pub static MISSING_URI: Rule = rule! {
    name: "missing-uri",
    family: Family::Envelope,
    documented: Severity::Error,
    wild: Severity::Warning,
    summary: "A response or an update has no `uri`, or one that is blank or not a string.",
    why: "It says which link the attributes belong to.",
    bad: r#"{"operations": [{"path": ["error"], "set": {"status": 404, "message": "Content not found"}}]}"#,
    good: r#"{"uri": "https://acme.com/items/1", "operations": [{"path": ["error"], "set": {"status": 404, "message": "Content not found"}}]}"#,
    document: "guide, Configure unfurl attributes",
};

pub static URI_MISMATCH: Rule = rule! {
    name: "uri-mismatch",
    family: Family::Envelope,
    documented: Severity::Warning,
    wild: Severity::Info,
    summary: "The `uri` of a response is not the link that was requested.",
    why: "Every documented response repeats the `uri` of its request. With another one Notion may not find the preview that it belongs to.",
    bad: r#"{"uri": "https://acme.com/items/2", "operations": [{"path": ["error"], "set": {"status": 404, "message": "Content not found"}}]}"#,
    good: r#"{"uri": "https://acme.com/items/1", "operations": [{"path": ["error"], "set": {"status": 404, "message": "Content not found"}}]}"#,
    document: "guide, Configure unfurl attributes",
};

pub static ERROR_WITH_ATTRIBUTES: Rule = rule! {
    name: "error-with-attributes",
    family: Family::Envelope,
    documented: Severity::Info,
    wild: Severity::Info,
    summary: "A response sets attributes and an error.",
    why: "The documents allow it and do not say which of the two is shown. The Lab draws the card with the error under it.",
    bad: r#"{"uri": "https://acme.com/items/1", "operations": [
  {"path": ["attributes"], "set": [
    {"id": "title", "name": "Title", "type": "inline", "inline": {"title": {"value": "Item 1", "section": "title"}}},
    {"id": "dev", "name": "Developer Name", "type": "inline", "inline": {"plain_text": {"value": "Acme Inc", "section": "secondary"}}}
  ]},
  {"path": ["error"], "set": {"status": 404, "message": "Content not found"}}
]}
"#,
    good: r#"{"uri": "https://acme.com/items/1", "operations": [
  {"path": ["error"], "set": {"status": 404, "message": "Content not found"}}
]}
"#,
    document: "guide, Update Link Previews to reflect data shared in unfurl attributes",
};

pub static UPDATE_DROPS_ATTRIBUTE: Rule = rule! {
    name: "update-drops-attribute",
    family: Family::Envelope,
    documented: Severity::Warning,
    wild: Severity::Warning,
    summary: "An update omits an attribute that the preview shows.",
    why: "An update replaces all attributes, so what it omits disappears. The documents ask you to send the unchanged ones too.",
    bad: r#"{"uri": "https://acme.com/items/1", "operations": [{"path": ["attributes"], "set": [
  {"id": "title", "name": "Title", "type": "inline", "inline": {"title": {"value": "Item 1", "section": "title"}}},
  {"id": "dev", "name": "Developer Name", "type": "inline", "inline": {"plain_text": {"value": "Acme Inc", "section": "secondary"}}}
]}]}
"#,
    good: r#"{"uri": "https://acme.com/items/1", "operations": [{"path": ["attributes"], "set": [
  {"id": "title", "name": "Title", "type": "inline", "inline": {"title": {"value": "Item 1", "section": "title"}}},
  {"id": "dev", "name": "Developer Name", "type": "inline", "inline": {"plain_text": {"value": "Acme Inc", "section": "secondary"}}},
  {"id": "label", "name": "Label", "type": "inline", "inline": {"enum": {"value": "Ready", "section": "primary"}}}
]}]}
"#,
    document: "guide, Update Link Previews to reflect data shared in unfurl attributes",
};

pub fn missing_uri(payload: &Payload, report: &mut Report) {
    let Some(envelope) = &payload.envelope else { return };
    let what = if payload.kind == PayloadKind::Update { "The update" } else { "The response" };
    report.add(match envelope.uri.map(|property| (property, property.value.as_str())) {
        Some((_, Some(uri))) if !is_blank(uri) => return,
        Some((property, uri)) => {
            let wrong = if uri.is_some() { "blank".to_owned() } else { format!("{}, not a string", json::kind(&property.value)) };
            Finding::new(property.value.span(), "/uri", format!("`uri` is {wrong}")).help("Write the link of the preview")
        }
        None => absent(envelope.object, "", what, "uri", keys::ENVELOPE, "Add the link of the preview as `uri`"),
    });
}

/// A required key that is missing or misspelled.
pub fn absent(object: &Object, pointer: &str, owner: &str, wanted: &'static str, level: keys::Level, help: &str) -> Finding {
    let message = format!("{owner} has no `{wanted}`");
    match keys::misspelt(object, wanted, level) {
        Some(property) => keys::rename(property, pointer, &message, wanted),
        None => Finding::new(opening(object.span), pointer, message).help(help),
    }
}

pub fn uri_mismatch(payload: &Payload, report: &mut Report) {
    let Some((property, link)) = payload.envelope.as_ref().and_then(|envelope| envelope.uri).zip(payload.link) else { return };
    let Some(uri) = property.value.as_str().filter(|uri| !is_blank(uri) && *uri != link) else { return };
    let message = format!("`uri` is {}, but the link is {}", quoted(uri), quoted(link));
    report.add(Finding::new(property.value.span(), "/uri", message).help("Send the `uri` of the request"));
}

pub fn error_with_attributes(payload: &Payload, report: &mut Report) {
    let Some(envelope) = payload.envelope.as_ref().filter(|_| payload.list.is_some()) else { return };
    let setting =
        |target| envelope.operations.iter().find(move |operation| operation.target == target && operation.set.is_some());
    let Some((error, attributes)) = setting(Target::Error).zip(setting(Target::Attributes)) else { return };
    let Some((error_path, attributes_path)) = error.path.zip(attributes.path) else { return };
    let finding = Finding::new(error_path.value.span(), &error.pointer, "Attributes and an error are set together");
    let finding = finding.label(attributes_path.value.span(), "The attributes are set here");
    report.add(finding.help("If the content is gone, send only the error; which of the two is shown is not documented"));
}

pub fn update_drops_attribute(payload: &Payload, report: &mut Report) {
    let (Some(base), Some(list)) = (&payload.base_ids, payload.list.filter(|_| payload.kind == PayloadKind::Update)) else {
        return;
    };
    let mut known: HashSet<&str> = payload.attributes.iter().filter_map(|attribute| attribute.id).collect();
    // Inserting each id reports one that is repeated in the base only once.
    let dropped: Vec<&str> = base.iter().map(String::as_str).filter(|id| known.insert(id)).collect();
    if dropped.is_empty() {
        return;
    }
    let (they, help) = match dropped.len() {
        1 => ("it", "Send it too, as in the response"),
        _ => ("they", "Send them too, as in the response"),
    };
    let finding = Finding::new(
        opening(list.span),
        &payload.list_pointer,
        format!("The update omits {}, so {they} will disappear", some(&dropped)),
    );
    report.add(finding.help(help));
}

/// All names, or the first ten and the number of the others.
fn some(names: &[&str]) -> String {
    match names.get(..10).filter(|_| names.len() > 10) {
        Some(first) => {
            format!(
                "{} and {} more",
                first.iter().map(|name| quoted(name).to_string()).collect::<Vec<_>>().join(", "),
                names.len() - 10
            )
        }
        None => listed(names, "and"),
    }
}

#[cfg(test)]
mod tests {
    use crate::core::json::Source;
    use crate::core::profile::Profile;
    use crate::core::rule::Family;
    use crate::core::rules::check;
    use crate::core::rules::testing::marked_whole;
    use crate::core::unfurl::Payload;

    /// The findings about an update with `sent` while `base` is shown, for another link.
    fn told(sent: &[&str], base: &[&str]) -> Vec<String> {
        let attribute = |id: &&str| format!(r#"{{"id": "{id}", "name": "N", "type": "relation", "relation": {{}}}}"#);
        let attributes = sent.iter().map(attribute).collect::<Vec<_>>().join(",");
        let text =
            format!(r#"{{"uri": "https://acme.com/1", "operations": [{{"path": ["attributes"], "set": [{attributes}]}}]}}"#);
        let source = Source::new(&text);
        let root = source.parse().unwrap();
        let mut payload = Payload::new(&text, &root, true);
        payload.link = Some("https://acme.com/2");
        payload.base_ids = Some(base.iter().map(|id| (*id).to_owned()).collect());
        let found = check(&payload, Profile::Documented);
        found.into_iter().filter(|one| one.rule.family == Family::Envelope).map(|one| one.message).collect()
    }

    #[test]
    fn compares_with_what_was_before() {
        let other_link = "`uri` is `https://acme.com/1`, but the link is `https://acme.com/2`";
        assert_eq!(told(&["a", "b"], &["a", "b"]), [other_link]);
        assert_eq!(told(&["a"], &["a", "b"]), [other_link, "The update omits `b`, so it will disappear"]);
        assert_eq!(
            told(&["x"], &["a", "b", "c", "c"]),
            [other_link, "The update omits `a`, `b` and `c`, so they will disappear"]
        );
        let many: Vec<String> = (0..12).map(|number| number.to_string()).collect();
        let many: Vec<&str> = many.iter().map(String::as_str).collect();
        let left_out = "The update omits `0`, `1`, `2`, `3`, `4`, `5`, `6`, `7`, `8`, `9` and 2 more, so they will disappear";
        assert_eq!(told(&["x"], &many), [other_link, left_out]);
    }

    const ERROR: &str = r#""operations": [{"path": ["error"], "set": {"status": 404, "message": "Gone"}}]"#;

    #[test]
    fn wants_a_uri() {
        marked_whole(&format!("\n{{{ERROR}}}\n^ missing-uri: The response has no `uri`\n"));
        marked_whole(&format!("\n{{\"url\": \"x\", {ERROR}}}\n ^^^^^ missing-uri: The response has no `uri`, but `url`\n"));
        marked_whole(&format!("\n{{\"uri\": 7, {ERROR}}}\n        ^ missing-uri: `uri` is a number, not a string\n"));
        marked_whole(&format!("\n{{\"uri\": \" \", {ERROR}}}\n        ^^^ missing-uri: `uri` is blank\n"));
    }
}
