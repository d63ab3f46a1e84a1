//! Rules on the operations of an envelope: `path`, `set`, and the shape of an error.

use super::envelope::absent;
use super::place::{is_blank, join, quoted};
use super::shape::encoded_twice;
use super::value::text::BLANK_TEXT;
use super::{keys, spelling};
use crate::core::json::{self, Object, ObjectProp, Value, edit};
use crate::core::rule::{Family, Rule, rule};
use crate::core::rules::finding::Finding;
use crate::core::rules::report::Report;
use crate::core::severity::Severity;
use crate::core::unfurl::{Operation, Payload, Target};

pub static INVALID_OPERATION: Rule = rule! {
    name: "invalid-operation",
    family: Family::Envelope,
    documented: Severity::Error,
    wild: Severity::Error,
    summary: "An operation is not an object of `path`, an array of one string, and `set`.",
    why: "The path says what is set, and `set` to what. Where one of them cannot be read, the attributes or the error are \
          not found.",
    bad: r#"{"uri": "https://acme.com/items/1", "operations": [{"path": "error", "set": {"status": 404, "message": "Content not found"}}]}"#,
    good: r#"{"uri": "https://acme.com/items/1", "operations": [{"path": ["error"], "set": {"status": 404, "message": "Content not found"}}]}"#,
    document: "guide, Configure unfurl attributes",
};

pub static UNKNOWN_PATH: Rule = rule! {
    name: "unknown-path",
    family: Family::Envelope,
    documented: Severity::Warning,
    wild: Severity::Warning,
    summary: "The path of an operation is neither `attributes` nor `error`.",
    why: "The documents know these two. The Lab shows nothing of what another path sets, and nobody says that Notion does.",
    bad: r#"{"uri": "https://acme.com/items/1", "operations": [{"path": ["errors"], "set": {"status": 404, "message": "Content not found"}}]}"#,
    good: r#"{"uri": "https://acme.com/items/1", "operations": [{"path": ["error"], "set": {"status": 404, "message": "Content not found"}}]}"#,
    document: "guide, Configure unfurl attributes",
};

pub static INVALID_ERROR: Rule = rule! {
    name: "invalid-error",
    family: Family::Envelope,
    documented: Severity::Error,
    wild: Severity::Error,
    summary: "An error is not an object of `status`, an integer, and `message`, a string.",
    why: "An error says what happened in words and as a number, like a response of HTTP. The documents describe no other \
          form.",
    bad: r#"{"uri": "https://acme.com/items/1", "operations": [{"path": ["error"], "set": {"status": "404", "message": "Content not found"}}]}"#,
    good: r#"{"uri": "https://acme.com/items/1", "operations": [{"path": ["error"], "set": {"status": 404, "message": "Content not found"}}]}"#,
    document: "guide, Handle unfurl request errors",
};

pub fn invalid_operation(payload: &Payload, report: &mut Report) {
    let Some(envelope) = &payload.envelope else { return };
    let Some(property) = envelope.property else { return };
    let place = property.value.span();
    match property.value.as_array() {
        None => {
            let message = format!("`operations` is {}, not an array", json::kind(&property.value));
            report.add(Finding::new(place, "/operations", message).help("Put the operation into an array"));
        }
        Some(array) if array.elements.is_empty() => {
            let finding = Finding::new(place, "/operations", "`operations` is empty: it sets neither attributes nor an error");
            report.add(finding.help("Add an operation with the path `[\"attributes\"]`"));
        }
        Some(_) => envelope.operations.iter().for_each(|operation| check_operation(payload, operation, report)),
    }
}

fn check_operation(payload: &Payload, operation: &Operation, report: &mut Report) {
    let Some(object) = operation.node.as_object() else {
        let message = format!("The operation is {}, not an object", json::kind(operation.node));
        return report
            .add(Finding::new(operation.node.span(), &operation.pointer, message).help("Write an object with `path` and `set`"));
    };
    let absent = |wanted, help| absent(object, &operation.pointer, "The operation", wanted, keys::OPERATION, help);
    if let Some(path) = operation.path {
        check_path(operation, path, report);
    } else {
        report.add(absent("path", "Add `\"path\": [\"attributes\"]` or `\"path\": [\"error\"]`"));
    }
    let Some(set) = operation.set else { return report.add(absent("set", "Add what it sets as `set`")) };
    if operation.target == Target::Attributes && set.value.as_array().is_none() {
        report.add(unfit_set(payload, operation, set));
    }
}

fn unfit_set(payload: &Payload, operation: &Operation, set: &ObjectProp) -> Finding {
    let pointer = join(&operation.pointer, "set");
    if let Some(json) = encoded_twice(&set.value) {
        let message = "`set` of the attributes is JSON encoded twice: a string that contains JSON";
        let edit = edit::restructure(payload.text, &set.value, json);
        return Finding::new(set.value.span(), pointer, message).help("Encode it once").fix("Decode the string", edit);
    }
    let message = format!("`set` of the attributes is {}, not an array", json::kind(&set.value));
    Finding::new(set.value.span(), pointer, message).help("Set an array of attributes")
}

fn check_path(operation: &Operation, path: &ObjectProp, report: &mut Report) {
    let wrong = match &path.value {
        Value::Array(array) if array.elements.is_empty() => "is empty".to_owned(),
        Value::Array(_) if operation.target == Target::Invalid => "holds something other than strings".to_owned(),
        Value::Array(_) => return,
        other => format!("is {}, not an array of one string", json::kind(other)),
    };
    let help = match operation.target {
        Target::Error => "Write `[\"error\"]`",
        Target::Attributes => "Write `[\"attributes\"]`",
        _ => "Write `[\"attributes\"]` or `[\"error\"]`",
    };
    let message = format!("`path` of the operation {wrong}");
    report.add(Finding::new(path.value.span(), join(&operation.pointer, "path"), message).help(help));
}

pub fn unknown_path(payload: &Payload, report: &mut Report) {
    for operation in operations_of(payload, Target::Unknown) {
        // `invalid-operation` reports a path of another shape.
        let Some((path, array)) = operation.path.and_then(|path| Some((path, path.value.as_array()?))) else { continue };
        let steps: Vec<&str> = array.elements.iter().filter_map(Value::as_str).collect();
        let help = match spelling::near(steps.first().copied().unwrap_or_default(), &["attributes", "error"]) {
            Some(name) => format!("Use `[\"{name}\"]`"),
            None => "Use `[\"attributes\"]` or `[\"error\"]`".to_owned(),
        };
        let message = format!("Path {} is neither `attributes` nor `error`", quoted(&steps.join("/")));
        report.add(Finding::new(path.value.span(), join(&operation.pointer, "path"), message).help(help));
    }
}

pub fn invalid_error(payload: &Payload, report: &mut Report) {
    for operation in operations_of(payload, Target::Error) {
        let Some(set) = operation.set else { continue };
        let pointer = join(&operation.pointer, "set");
        let Some(object) = set.value.as_object() else {
            let message = format!("The error is {}, not an object", json::kind(&set.value));
            report.add(Finding::new(set.value.span(), pointer, message).help("Write an object with `status` and `message`"));
            continue;
        };
        check_part(object, &pointer, "status", "an integer", is_integer, report);
        check_part(object, &pointer, "message", "a string", |value| value.as_str().is_some(), report);
    }
    let errors =
        operations_of(payload, Target::Error).filter_map(|operation| Some((operation, operation.set?.value.as_object()?)));
    for (operation, object) in errors {
        let Some(property) = json::property(object, "message") else { continue };
        if property.value.as_str().is_some_and(is_blank) {
            let pointer = join(&join(&operation.pointer, "set"), "message");
            let finding = Finding::new(property.value.span(), pointer, "`message` of the error is blank");
            report.tell(&BLANK_TEXT, finding.help("Say what happened, such as `Content not found`"));
        }
    }
}

fn operations_of<'o>(payload: &'o Payload, target: Target) -> impl Iterator<Item = &'o Operation<'o>> {
    payload.envelope.iter().flat_map(|envelope| &envelope.operations).filter(move |operation| operation.target == target)
}

fn check_part(object: &Object, pointer: &str, wanted: &'static str, kind: &str, fits: fn(&Value) -> bool, report: &mut Report) {
    let example = if wanted == "status" { "404" } else { "\"Content not found\"" };
    report.add(match json::property(object, wanted) {
        Some(property) if fits(&property.value) => return,
        Some(property) => {
            let is = match property.value.as_number() {
                Some(number) => number.text,
                None => json::kind(&property.value),
            };
            let message = format!("`{wanted}` of the error is {is}, not {kind}");
            Finding::new(property.value.span(), join(pointer, wanted), message).help(format!("Write {kind}, such as `{example}`"))
        }
        None => absent(object, pointer, "The error", wanted, keys::ERROR, &format!("Add `\"{wanted}\": {example}`")),
    });
}

fn is_integer(value: &Value) -> bool {
    value.as_number().is_some_and(|number| number.to_f64().fract() == 0.0)
}

#[cfg(test)]
mod tests {
    use crate::core::rules::testing::marked_whole;

    #[test]
    fn wants_operations_of_path_and_set() {
        marked_whole(
            r#"
{"uri": "x", "operations": [
  7,
  ^ invalid-operation: The operation is a number, not an object
  {"set": []},
  ^ invalid-operation: The operation has no `path`
  {"path": ["error"]},
  ^ invalid-operation: The operation has no `set`
  {"path": [], "set": 1},
           ^^ invalid-operation: `path` of the operation is empty
  {"path": [1], "set": 1},
           ^^^ invalid-operation: `path` of the operation holds something other than strings
  {"path": ["attributes"], "set": {}},
                                  ^^ invalid-operation: `set` of the attributes is an object, not an array
  {"path": ["attributes", "title"], "set": {}},
           ^^^^^^^^^^^^^^^^^^^^^^^ unknown-path: Path `attributes/title` is neither `attributes` nor `error`
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
                             ^^^^^^ invalid-error: The error is a string, not an object
  {"path": ["error"], "set": {"code": 404, "message": null}},
                              ^^^^^^ invalid-error: The error has no `status`, but `code`
                                                      ^^^^ invalid-error: `message` of the error is null, not a string
  {"path": ["error"], "set": {"status": 404, "message": " "}},
                                                        ^^^ blank-text: `message` of the error is blank
  {"path": ["error"], "set": {"status": 404.5, "message": "Gone"}}
                                        ^^^^^ invalid-error: `status` of the error is 404.5, not an integer
]}
"#,
        );
    }
}
