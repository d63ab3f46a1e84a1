//! The shape of the payload: an array of attributes, or an envelope around one.

use super::place::opening;
use crate::core::json::{self, Value};
use crate::core::rule::{Family, Rule, rule};
use crate::core::rules::finding::Finding;
use crate::core::rules::report::Report;
use crate::core::severity::Severity;
use crate::core::unfurl::{Payload, PayloadKind};

pub static PAYLOAD_SHAPE: Rule = rule! {
    name: "payload-shape",
    family: Family::Json,
    documented: Severity::Error,
    wild: Severity::Error,
    summary: "The text is neither an array of attributes nor an object with `operations`.",
    why: "Notion takes attributes as an array: bare in the settings, and as what an operation sets in an answer or an update. In anything \
          else it finds none.",
    bad: r#"{"id": "title", "name": "Title", "type": "inline", "inline": {"title": {"value": "Item 1", "section": "title"}}}"#,
    good: payload![],
    document: "reference, Unfurl attribute object for Link Previews",
};

pub fn check(payload: &Payload, report: &mut Report) {
    if payload.kind != PayloadKind::Unknown {
        return;
    }
    let has = |key| payload.root.as_object().is_some_and(|object| json::property(object, key).is_some());
    let (message, help) = match payload.root {
        Value::Object(_) if !payload.attributes.is_empty() => {
            ("one attribute stands alone, but a payload is an array of attributes", "put `[` and `]` around it")
        }
        Value::Object(_) if has("set") && has("path") => (
            "one operation stands alone, but a response holds an array of `operations`",
            "put it into `operations`, beside `uri`",
        ),
        Value::Object(_) if has("attributes") || has("error") => (
            "the payload is an object without `operations`",
            "put each part into an operation: `{\"path\": [\"attributes\"], \"set\": […]}`",
        ),
        Value::Object(_) => (
            "the payload is an object without `operations`",
            "send an array of attributes, or a response with `uri` and `operations`",
        ),
        other => {
            let message = format!("the payload is {}, not an array of attributes", json::kind(other));
            let finding = Finding::new(other.span(), "", message).help("send an array of attributes");
            return report.add(finding);
        }
    };
    report.add(Finding::new(opening(payload.root.span()), "", message).help(help));
}

#[cfg(test)]
mod tests {
    use crate::core::rules::testing::marked_whole;

    #[test]
    fn says_what_the_text_is_instead() {
        for text in [
            "\n\"x\"\n^^^ payload-shape: the payload is a string, not an array of attributes\n",
            "\nnull\n^^^^ payload-shape: the payload is null, not an array of attributes\n",
            "\n{}\n^ payload-shape: the payload is an object without `operations`\n",
            "\n{\"path\": [\"error\"], \"set\": {}}\n^ payload-shape: one operation stands alone, but a response holds an array of `operations`\n",
        ] {
            marked_whole(text);
        }
    }
}
