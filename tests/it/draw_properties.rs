//! What holds of the drawing of any JSON.

use proptest::prelude::*;
use serde_json::{Value, json};

use crate::draw::render;

/// Shapes near to an attribute, so that every branch is met, mixed with anything else.
fn any_json() -> impl Strategy<Value = Value> {
    let word = prop::sample::select(vec![
        "id",
        "type",
        "inline",
        "embed",
        "relation",
        "mention",
        "uri",
        "title",
        "plain_text",
        "enum",
        "color",
        "date",
        "datetime",
        "image",
        "html",
        "section",
        "value",
        "src_url",
        "primary",
        "background",
        "r",
        "g",
        "b",
        "x",
    ]);
    let text = prop_oneof![
        word.clone().prop_map(String::from),
        Just("https://x.y/".to_owned()),
        Just("2022-01-11".to_owned()),
        any::<String>()
    ];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        text.prop_map(Value::from)
    ];
    leaf.prop_recursive(5, 48, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::vec((word.clone(), inner), 0..6)
                .prop_map(|entries| entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()),
        ]
    })
}

/// Attributes with few ids and few sections, so that they crowd and override each other.
fn any_attribute() -> impl Strategy<Value = Value> {
    let id = prop::sample::select(vec![json!("a"), json!("b"), json!("c"), Value::Null]);
    let sub_type = prop::sample::select(vec!["title", "plain_text", "enum", "color", "date", "datetime", "image", "link"]);
    let section = prop::sample::select(vec!["title", "primary", "body", "background", "identifier", "subtitle"]);
    let value = prop_oneof![Just(json!("x")), Just(json!({"r": 1, "g": 2, "b": 3})), any_json()];
    (id, sub_type, section, value).prop_map(|(id, sub_type, section, value)| {
        json!({"id": id, "inline": {sub_type: {"value": value, "section": section}, "src_url": "https://x.y/"}})
    })
}

proptest! {
    #[test]
    fn nothing_panics(payload in any_json()) {
        render(&payload.to_string());
    }

    #[test]
    fn every_attribute_is_drawn_or_listed(attributes in prop::collection::vec(prop_oneof![any_attribute(), any_json()], 0..12)) {
        let render = render(&Value::from(attributes.clone()).to_string());
        let model = serde_json::to_value(&render).expect("a model is JSON");
        let sections = model["preview"].as_object().expect("a preview is an object");
        let parts: usize = sections.values().map(|parts| parts.as_array().map_or(usize::from(!parts.is_null()), Vec::len)).sum();
        let listed: Vec<usize> = render.not_drawn.iter().filter_map(|left| left.pointer[1..].parse().ok()).collect();
        prop_assert_eq!(parts + listed.len(), attributes.len());
        prop_assert!(listed.is_sorted_by(|a, b| a < b));
    }
}
