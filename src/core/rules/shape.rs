//! The shape of the payload: an array of attributes, or an envelope around one.

use super::place::opening;
use crate::core::edit::Edit;
use crate::core::json::{self, Object, Source, Value};
use crate::core::rule::{Family, Rule, rule};
use crate::core::rules::finding::Finding;
use crate::core::rules::report::Report;
use crate::core::severity::Severity;
use crate::core::text::Span;
use crate::core::unfurl::{Payload, PayloadKind};

pub static PAYLOAD_SHAPE: Rule = rule! {
    name: "payload-shape",
    family: Family::Json,
    documented: Severity::Error,
    wild: Severity::Error,
    summary: "The text is neither an array of attributes nor an object with `operations`.",
    why: "Notion reads attributes from an array: alone in the settings, and as what an operation sets in a response or an update.",
    bad: concat!(r#"{"attributes": "#, payload![], "}\n"),
    good: payload![],
    document: "reference, Unfurl attribute object for Link Previews",
};

pub fn check(payload: &Payload, report: &mut Report) {
    if payload.kind == PayloadKind::Unknown {
        report.add(match payload.root {
            Value::Object(object) => of_object(payload, object),
            other => of_value(other),
        });
    }
}

fn of_value(value: &Value) -> Finding {
    if let Some(json) = encoded_twice(value) {
        let message = "The payload is JSON encoded twice: a string that contains JSON";
        let edit = Edit { span: value.span(), text: json.to_owned() };
        return Finding::new(value.span(), "", message).help("Encode it once").fix("Decode the string", edit);
    }
    let message = format!("The payload is {}, not an array of attributes", json::kind(value));
    Finding::new(value.span(), "", message).help("Send an array of attributes")
}

/// The JSON in a string: the sender called `JSON.stringify` twice.
pub fn encoded_twice<'n>(value: &'n Value) -> Option<&'n str> {
    let text = value.as_str().filter(|text| text.trim_start().starts_with(['[', '{']))?;
    Source::new(text).parse().is_ok().then_some(text)
}

fn of_object(payload: &Payload, object: &Object) -> Finding {
    let get = |key| json::property(object, key).map(|property| &property.value);
    let finding = |message: &str| Finding::new(opening(object.span), "", message);
    if !payload.attributes.is_empty() {
        return finding("This is one attribute, but a payload is an array of attributes")
            .help("Put `[` and `]` around it")
            .fixes(
                "Put `[` and `]` around it",
                vec![
                    Edit { span: Span::at(object.span.start), text: "[".to_owned() },
                    Edit { span: Span::at(object.span.end), text: "]".to_owned() },
                ],
            );
    }
    if let (Some(_), Some(_), Some(own)) = (get("version"), get("rules"), get("payload").and_then(Value::as_str)) {
        let edit = Edit { span: object.span, text: own.to_owned() };
        return finding("This is a project of the Lab, not a payload")
            .help("Import it as a project, or keep only its payload")
            .unsafe_fix("Keep only its payload", vec![edit]);
    }
    if let (Some(_), Some(set)) = (get("path"), get("set")) {
        let finding = finding("This is one operation, but a response has an array of `operations`")
            .help("Put it into `operations`, beside `uri`");
        return if set.as_array().is_some() { keep_only(finding, object, set, "Keep only the attributes") } else { finding };
    }
    let bare = finding("The payload is an object without `operations`");
    match (get("attributes"), get("error")) {
        (Some(attributes @ Value::Array(_)), None) => {
            let finding = finding("This is an object with `attributes`, but a payload is the array itself")
                .help("Send the array alone, or put it into an operation: `{\"path\": [\"attributes\"], \"set\": […]}`");
            keep_only(finding, object, attributes, "Keep only the attributes")
        }
        (Some(_), _) => bare.help("Put each part into an operation: `{\"path\": [\"attributes\"], \"set\": […]}`"),
        (None, Some(_)) => bare.help("Put the error into an operation: `{\"path\": [\"error\"], \"set\": {…}}`"),
        (None, None) => bare.help("Send an array of attributes, or a response with `uri` and `operations`"),
    }
}

/// Safe if nothing else is in the object.
fn keep_only(finding: Finding, object: &Object, value: &Value, title: &str) -> Finding {
    let (outer, inner) = (object.span, value.span());
    let around = [Span::new(outer.start, inner.start), Span::new(inner.end, outer.end)];
    let edits = around.map(|span| Edit { span, text: String::new() }).to_vec();
    if object.properties.len() == 1 { finding.fixes(title, edits) } else { finding.unsafe_fix(title, edits) }
}

#[cfg(test)]
mod tests {
    use crate::core::rules::testing::marked_whole;

    #[test]
    fn says_what_the_text_is_instead() {
        for text in [
            "\n\"x\"\n^^^ payload-shape: The payload is a string, not an array of attributes\n",
            "\nnull\n^^^^ payload-shape: The payload is null, not an array of attributes\n",
            "\n{}\n^ payload-shape: The payload is an object without `operations`\n",
            "\n{\"path\": [\"error\"], \"set\": {}}\n^ payload-shape: This is one operation, but a response has an array of `operations`\n",
        ] {
            marked_whole(text);
        }
    }
}
