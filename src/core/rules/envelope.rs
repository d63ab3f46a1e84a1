//! Rules on the envelope: `uri`, the operations, the error, and what an update leaves out.

use std::collections::HashSet;

use super::place::{is_blank, join, key, listed, opening, quoted};
use super::{Check, Family, Finding, Report, Rule, keys, spelling};
use crate::core::diagnostic::Severity;
use crate::core::json::{self, Object, ObjectProp, Value, edit};
use crate::core::text::Span;
use crate::core::unfurl::{Kind, Operation, Payload, Target};

pub static MISSING_URI: Rule = Rule {
    name: "missing-uri",
    family: Family::Envelope,
    documented: Severity::Error,
    wild: Severity::Warning,
    summary: "A response or an update has no `uri`, or one that is blank or not a string.",
    why: "It says which link the attributes belong to.",
    bad: r#"{"operations": [{"path": ["error"], "set": {"status": 404, "message": "Content not found"}}]}"#,
    good: r#"{"uri": "https://acme.com/items/1", "operations": [{"path": ["error"], "set": {"status": 404, "message": "Content not found"}}]}"#,
    document: "guide, Configure unfurl attributes",
    check: Check::Payload(missing_uri),
};

pub static URI_MISMATCH: Rule = Rule {
    name: "uri-mismatch",
    family: Family::Envelope,
    documented: Severity::Warning,
    wild: Severity::Info,
    summary: "The `uri` of a response is not the link that was asked for.",
    why: "Every documented answer repeats the `uri` of its request. With another one Notion may not find the preview that it belongs to.",
    bad: r#"{"uri": "https://acme.com/items/2", "operations": [{"path": ["error"], "set": {"status": 404, "message": "Content not found"}}]}"#,
    good: r#"{"uri": "https://acme.com/items/1", "operations": [{"path": ["error"], "set": {"status": 404, "message": "Content not found"}}]}"#,
    document: "guide, Configure unfurl attributes",
    check: Check::Payload(uri_mismatch),
};

pub static INVALID_OPERATION: Rule = Rule {
    name: "invalid-operation",
    family: Family::Envelope,
    documented: Severity::Error,
    wild: Severity::Error,
    summary: "An operation is not an object of `path`, an array of one string, and `set`.",
    why: "The path says what is set. What Notion cannot tell it does not set, so the preview stays as it is.",
    bad: r#"{"uri": "https://acme.com/items/1", "operations": [{"path": "error", "set": {"status": 404, "message": "Content not found"}}]}"#,
    good: r#"{"uri": "https://acme.com/items/1", "operations": [{"path": ["error"], "set": {"status": 404, "message": "Content not found"}}]}"#,
    document: "guide, Configure unfurl attributes",
    check: Check::Payload(invalid_operation),
};

pub static UNKNOWN_PATH: Rule = Rule {
    name: "unknown-path",
    family: Family::Envelope,
    documented: Severity::Warning,
    wild: Severity::Warning,
    summary: "The path of an operation is neither `attributes` nor `error`.",
    why: "The documents know these two. What another path sets is not shown by the Lab, nor, as far as is known, by Notion.",
    bad: r#"{"uri": "https://acme.com/items/1", "operations": [{"path": ["errors"], "set": {"status": 404, "message": "Content not found"}}]}"#,
    good: r#"{"uri": "https://acme.com/items/1", "operations": [{"path": ["error"], "set": {"status": 404, "message": "Content not found"}}]}"#,
    document: "guide, Configure unfurl attributes",
    check: Check::Payload(unknown_path),
};

pub static INVALID_ERROR: Rule = Rule {
    name: "invalid-error",
    family: Family::Envelope,
    documented: Severity::Error,
    wild: Severity::Error,
    summary: "An error is not an object of `status`, an integer, and `message`, a string.",
    why: "People are shown the message, and the status says what happened. The documents' example has both.",
    bad: r#"{"uri": "https://acme.com/items/1", "operations": [{"path": ["error"], "set": {"status": "404", "message": "Content not found"}}]}"#,
    good: r#"{"uri": "https://acme.com/items/1", "operations": [{"path": ["error"], "set": {"status": 404, "message": "Content not found"}}]}"#,
    document: "guide, Handle unfurl request errors",
    check: Check::Payload(invalid_error),
};

pub static ERROR_WITH_ATTRIBUTES: Rule = Rule {
    name: "error-with-attributes",
    family: Family::Envelope,
    documented: Severity::Info,
    wild: Severity::Info,
    summary: "An answer sets attributes and an error.",
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
    check: Check::Payload(error_with_attributes),
};

pub static UPDATE_DROPS_ATTRIBUTE: Rule = Rule {
    name: "update-drops-attribute",
    family: Family::Envelope,
    documented: Severity::Warning,
    wild: Severity::Warning,
    summary: "An update leaves out an attribute that the preview shows.",
    why: "An update replaces all attributes, so what it leaves out vanishes. The documents ask to send the unchanged ones too.",
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
    check: Check::Payload(update_drops_attribute),
};

fn missing_uri(payload: &Payload, report: &mut Report) {
    let Some(envelope) = &payload.envelope else { return };
    let what = if payload.kind == Kind::Update { "the update" } else { "the response" };
    report.add(match envelope.uri.map(|property| (property, json::string(&property.value))) {
        Some((_, Some(uri))) if !is_blank(uri) => return,
        Some((property, uri)) => {
            let wrong = if uri.is_some() { "blank".to_owned() } else { format!("{}, not a string", json::kind(&property.value)) };
            Finding::new(Span::of(&property.value), "/uri", format!("`uri` of {what} is {wrong}"))
                .help("write the link of the preview")
        }
        None => absent(envelope.object, "", what, "uri", keys::ENVELOPE, "add the link of the preview as `uri`"),
    });
}

/// A required key that is not there, or misspelt.
fn absent(object: &Object, pointer: &str, owner: &str, wanted: &'static str, level: keys::Level, help: &str) -> Finding {
    let message = format!("{owner} has no `{wanted}`");
    match keys::misspelt(object, wanted, level) {
        Some(property) => Finding::new(key(property), pointer, format!("{message}, but {}", quoted(property.name.as_str())))
            .help(format!("rename it to `{wanted}`"))
            .fix(format!("rename to `{wanted}`"), vec![edit::rename(property, wanted)]),
        None => Finding::new(opening(Span::of(object)), pointer, message).help(help),
    }
}

fn uri_mismatch(payload: &Payload, report: &mut Report) {
    let Some((property, link)) = payload.envelope.as_ref().and_then(|envelope| envelope.uri).zip(payload.link) else { return };
    let Some(uri) = json::string(&property.value).filter(|uri| !is_blank(uri) && *uri != link) else { return };
    let message = format!("`uri` is {}, but the link is {}", quoted(uri), quoted(link));
    report.add(Finding::new(Span::of(&property.value), "/uri", message).help("answer with the `uri` of the request"));
}

fn invalid_operation(payload: &Payload, report: &mut Report) {
    let Some(envelope) = &payload.envelope else { return };
    let Some(property) = envelope.property else { return };
    let place = Span::of(&property.value);
    match property.value.as_array() {
        None => {
            let message = format!("`operations` is {}, not an array", json::kind(&property.value));
            report.add(Finding::new(place, "/operations", message).help("put the operation into an array"));
        }
        Some(array) if array.elements.is_empty() => {
            let finding = Finding::new(place, "/operations", "`operations` is empty: it sets neither attributes nor an error");
            report.add(finding.help("add an operation with the path `[\"attributes\"]`"));
        }
        Some(_) => envelope.operations.iter().for_each(|operation| check_operation(operation, report)),
    }
}

fn check_operation(operation: &Operation, report: &mut Report) {
    let Some(object) = operation.node.as_object() else {
        let message = format!("the operation is {}, not an object", json::kind(operation.node));
        return report.add(
            Finding::new(Span::of(operation.node), &operation.pointer, message).help("write an object of `path` and `set`"),
        );
    };
    match operation.path {
        Some(path) => check_path(operation, path, report),
        None => {
            let help = "add `\"path\": [\"attributes\"]` or `\"path\": [\"error\"]`";
            report.add(absent(object, &operation.pointer, "the operation", "path", keys::OPERATION, help));
        }
    }
    match operation.set {
        Some(set) if operation.target == Target::Attributes && set.value.as_array().is_none() => {
            let message = format!("`set` of the attributes is {}, not an array", json::kind(&set.value));
            report.add(
                Finding::new(Span::of(&set.value), join(&operation.pointer, "set"), message).help("set an array of attributes"),
            );
        }
        Some(_) => {}
        None => {
            report.add(absent(object, &operation.pointer, "the operation", "set", keys::OPERATION, "add what it sets as `set`"))
        }
    }
}

fn check_path(operation: &Operation, path: &ObjectProp, report: &mut Report) {
    let wrong = match &path.value {
        Value::Array(array) if array.elements.is_empty() => "is empty".to_owned(),
        Value::Array(_) if operation.target == Target::Invalid => "holds something other than strings".to_owned(),
        Value::Array(_) => return,
        other => format!("is {}, not an array of one string", json::kind(other)),
    };
    let help = match operation.target {
        Target::Error => "write `[\"error\"]`",
        Target::Attributes => "write `[\"attributes\"]`",
        _ => "write `[\"attributes\"]` or `[\"error\"]`",
    };
    let message = format!("`path` of the operation {wrong}");
    report.add(Finding::new(Span::of(&path.value), join(&operation.pointer, "path"), message).help(help));
}

fn unknown_path(payload: &Payload, report: &mut Report) {
    let operations = payload.envelope.iter().flat_map(|envelope| &envelope.operations);
    for operation in operations.filter(|operation| operation.target == Target::Unknown) {
        // A path of another shape is told by `invalid-operation`.
        let Some((path, array)) = operation.path.and_then(|path| Some((path, path.value.as_array()?))) else { continue };
        let steps: Vec<&str> = array.elements.iter().filter_map(json::string).collect();
        let help = match spelling::near(steps.first().copied().unwrap_or_default(), &["attributes", "error"]) {
            Some(name) => format!("use `[\"{name}\"]`"),
            None => "use `[\"attributes\"]` or `[\"error\"]`".to_owned(),
        };
        let message = format!("path {} is neither `attributes` nor `error`", quoted(&steps.join("/")));
        report.add(Finding::new(Span::of(&path.value), join(&operation.pointer, "path"), message).help(help));
    }
}

fn invalid_error(payload: &Payload, report: &mut Report) {
    let operations = payload.envelope.iter().flat_map(|envelope| &envelope.operations);
    for operation in operations.filter(|operation| operation.target == Target::Error) {
        let Some(set) = operation.set else { continue };
        let pointer = join(&operation.pointer, "set");
        let Some(object) = set.value.as_object() else {
            let message = format!("the error is {}, not an object", json::kind(&set.value));
            report.add(Finding::new(Span::of(&set.value), pointer, message).help("write an object of `status` and `message`"));
            continue;
        };
        check_part(object, &pointer, "status", "an integer", is_integer, report);
        check_part(object, &pointer, "message", "a string", |value| json::string(value).is_some(), report);
    }
}

fn check_part(object: &Object, pointer: &str, wanted: &'static str, kind: &str, fits: fn(&Value) -> bool, report: &mut Report) {
    let example = if wanted == "status" { "404" } else { "\"Content not found\"" };
    report.add(match json::property(object, wanted) {
        Some(property) if fits(&property.value) => return,
        Some(property) => {
            let is = match property.value.as_number_lit() {
                Some(number) => number.value,
                None => json::kind(&property.value),
            };
            let message = format!("`{wanted}` of the error is {is}, not {kind}");
            Finding::new(Span::of(&property.value), join(pointer, wanted), message)
                .help(format!("write {kind}, as in `{example}`"))
        }
        None => absent(object, pointer, "the error", wanted, keys::ERROR, &format!("add `\"{wanted}\": {example}`")),
    });
}

fn is_integer(value: &Value) -> bool {
    value.as_number_lit().and_then(|number| number.value.parse::<f64>().ok()).is_some_and(|number| number.fract() == 0.0)
}

fn error_with_attributes(payload: &Payload, report: &mut Report) {
    let Some(envelope) = payload.envelope.as_ref().filter(|_| payload.list.is_some()) else { return };
    let setting =
        |target| envelope.operations.iter().find(move |operation| operation.target == target && operation.set.is_some());
    let Some((error, attributes)) = setting(Target::Error).zip(setting(Target::Attributes)) else { return };
    let Some((error_path, attributes_path)) = error.path.zip(attributes.path) else { return };
    let finding = Finding::new(Span::of(&error_path.value), &error.pointer, "attributes and an error are set together");
    let finding = finding.label(Span::of(&attributes_path.value), "the attributes are set here");
    report.add(finding.help("send only the error where the content is gone; which one is shown is not documented"));
}

fn update_drops_attribute(payload: &Payload, report: &mut Report) {
    let (Some(base), Some(list)) = (&payload.base_ids, payload.list.filter(|_| payload.kind == Kind::Update)) else { return };
    let sent: HashSet<&str> = payload.attributes.iter().filter_map(|attribute| attribute.id).collect();
    let mut told = HashSet::new();
    let dropped: Vec<&str> = base.iter().map(String::as_str).filter(|id| !sent.contains(id) && told.insert(*id)).collect();
    if dropped.is_empty() {
        return;
    }
    let (verb, help) = match dropped.len() {
        1 => ("vanishes", "send it too, as the response had it"),
        _ => ("vanish", "send them too, as the response had them"),
    };
    let finding = Finding::new(
        opening(Span::of(list)),
        &payload.list_pointer,
        format!("the update leaves out {}, which {verb}", some(&dropped)),
    );
    report.add(finding.help(help));
}

/// All names, or the first ten and how many more.
fn some(names: &[&str]) -> String {
    match names.get(..10).filter(|_| names.len() > 10) {
        Some(first) => {
            format!("{} and {} more", first.iter().map(|name| quoted(name)).collect::<Vec<_>>().join(", "), names.len() - 10)
        }
        None => listed(names.iter().copied(), "and"),
    }
}

#[cfg(test)]
mod tests {
    use crate::core::rules::testing::marked_whole;

    const ERROR: &str = r#""operations": [{"path": ["error"], "set": {"status": 404, "message": "Gone"}}]"#;

    #[test]
    fn wants_a_uri() {
        marked_whole(&format!("\n{{{ERROR}}}\n^ missing-uri: the response has no `uri`\n"));
        marked_whole(&format!("\n{{\"url\": \"x\", {ERROR}}}\n ^^^^^ missing-uri: the response has no `uri`, but `url`\n"));
        marked_whole(&format!(
            "\n{{\"uri\": 7, {ERROR}}}\n        ^ missing-uri: `uri` of the response is a number, not a string\n"
        ));
        marked_whole(&format!("\n{{\"uri\": \" \", {ERROR}}}\n        ^^^ missing-uri: `uri` of the response is blank\n"));
    }

    #[test]
    fn wants_operations_of_path_and_set() {
        marked_whole(
            r#"
{"uri": "x", "operations": [
  7,
  ^ invalid-operation: the operation is a number, not an object
  {"set": []},
  ^ invalid-operation: the operation has no `path`
  {"path": ["error"]},
  ^ invalid-operation: the operation has no `set`
  {"path": [], "set": 1},
           ^^ invalid-operation: `path` of the operation is empty
  {"path": [1], "set": 1},
           ^^^ invalid-operation: `path` of the operation holds something other than strings
  {"path": ["attributes"], "set": {}},
                                  ^^ invalid-operation: `set` of the attributes is an object, not an array
  {"path": ["attributes", "title"], "set": {}},
           ^^^^^^^^^^^^^^^^^^^^^^^ unknown-path: path `attributes/title` is neither `attributes` nor `error`
  {"path": "error", "set": {"status": 404, "message": "Gone"}}
           ^^^^^^^ invalid-operation: `path` of the operation is a string, not an array of one string
]}
"#,
        );
        marked_whole(
            "\n{\"uri\": \"x\", \"operations\": {}}\n                           ^^ invalid-operation: `operations` is an object, not an array\n",
        );
        marked_whole(
            "\n{\"uri\": \"x\", \"operations\": []}\n                           ^^ invalid-operation: `operations` is empty: it sets neither attributes nor an error\n",
        );
    }

    #[test]
    fn wants_status_and_message() {
        marked_whole(
            r#"
{"uri": "x", "operations": [
  {"path": ["error"], "set": "Gone"},
                             ^^^^^^ invalid-error: the error is a string, not an object
  {"path": ["error"], "set": {"code": 404, "message": null}},
                              ^^^^^^ invalid-error: the error has no `status`, but `code`
                                                      ^^^^ invalid-error: `message` of the error is null, not a string
  {"path": ["error"], "set": {"status": 404.5, "message": "Gone"}}
                                        ^^^^^ invalid-error: `status` of the error is 404.5, not an integer
]}
"#,
        );
    }
}
