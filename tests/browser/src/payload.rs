//! Small payloads that tests speak of.

use serde_json::{Value, json};

/// An inline attribute.
pub fn inline(id: &str, sub_type: &str, value: impl Into<Value>, section: &str) -> Value {
    json!({ "id": id, "name": id, "type": "inline", "inline": { sub_type: { "value": value.into(), "section": section } } })
}

/// A media attribute.
pub fn embed(id: &str, sub_type: &str, src_url: &str, section: &str) -> Value {
    json!({ "id": id, "name": id, "type": "embed", "embed": { "src_url": src_url, sub_type: { "section": section } } })
}

pub fn title(text: &str) -> Value {
    inline("title", "title", text, "title")
}

/// As documented: a payload has to say who made it.
pub fn dev() -> Value {
    let mut dev = inline("dev", "plain_text", "Acme Inc", "secondary");
    dev["name"] = Value::from("Developer Name");
    dev
}

/// A payload without problems, with `more` between title and developer, on one line.
pub fn item(name: &str, more: impl IntoIterator<Item = Value>) -> String {
    let attributes = [title(name)].into_iter().chain(more).chain([dev()]);
    Value::Array(attributes.collect()).to_string()
}
