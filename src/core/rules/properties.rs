//! What holds for every text: no panic, places inside the text, fixes that leave JSON behind.

use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Map, Value, json};

use super::check;
use crate::core::analysis::fix_all;
use crate::core::diagnostic::Diagnostic;
use crate::core::edit::apply;
use crate::core::json::Source;
use crate::core::profile::Profile;
use crate::core::unfurl::Payload;

/// The words of payloads, so that a chance value often means something.
const WORDS: &[&str] = &[
    "id",
    "name",
    "type",
    "inline",
    "embed",
    "relation",
    "title",
    "dev",
    "plain_text",
    "enum",
    "color",
    "date",
    "datetime",
    "image",
    "pdf",
    "value",
    "section",
    "src_url",
    "r",
    "g",
    "b",
    "a",
    "uri",
    "operations",
    "path",
    "set",
    "attributes",
    "error",
    "status",
    "message",
    "body",
    "primary",
    "secondary",
    "identifier",
    "https://acme.com/a.png",
    "http://localhost",
    "data:x",
    "2022-01-11",
    "2022-01-11T10:00",
    "#ff0",
    "<b>é</b>",
    "**x**",
    "é",
    "",
    " ",
    "\u{200b}\n",
    "tpye",
    "heading",
    "url",
    "~/",
];

fn word() -> impl Strategy<Value = String> {
    prop_oneof![9 => select(WORDS).prop_map(str::to_owned), 1 => any::<String>()]
}

fn scalar() -> impl Strategy<Value = Value> {
    prop_oneof![
        6 => word().prop_map(Value::from),
        1 => Just(Value::Null),
        1 => any::<bool>().prop_map(Value::from),
        1 => (-300i64..600).prop_map(Value::from),
        1 => (-1.0f64..2.0).prop_map(Value::from),
    ]
}

fn anything() -> impl Strategy<Value = Value> {
    scalar().prop_recursive(6, 64, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::vec((word(), inner), 0..5).prop_map(|entries| entries.into_iter().collect::<Map<_, _>>().into()),
        ]
    })
}

fn whole() -> Value {
    json!({"uri": "https://acme.com/1", "operations": [
        {"path": ["attributes"], "set": [
            {"id": "title", "name": "Title", "type": "inline", "inline": {"title": {"value": "Item", "section": "title"}}},
            {"id": "dev", "name": "Developer Name", "type": "inline", "inline": {"plain_text": {"value": "Acme", "section": "secondary"}}},
            {"id": "label", "name": "Label", "type": "inline",
             "inline": {"enum": {"value": "x", "color": {"r": 1, "g": 2, "b": 3}, "section": "primary"}}},
            {"id": "icon", "name": "Icon", "type": "inline", "inline": {"color": {"value": {"r": 1, "g": 2, "b": 3}, "section": "entity"}}},
            {"id": "at", "name": "At", "type": "inline", "inline": {"datetime": {"value": "2022-01-11T10:00Z", "section": "secondary"}}},
            {"id": "media", "name": "Media", "type": "embed",
             "embed": {"src_url": "https://acme.com/a.png", "image": {"section": "embed"}}},
        ]},
        {"path": ["error"], "set": {"status": 404, "message": "Gone"}},
    ]})
}

/// One change at a chance place: another value, another key, or nothing any more.
#[derive(Debug, Clone)]
enum Change {
    Replace(Value),
    Rename(String),
    Remove,
}

fn change() -> impl Strategy<Value = (Index, Change)> {
    let change = prop_oneof![anything().prop_map(Change::Replace), word().prop_map(Change::Rename), Just(Change::Remove)];
    (any::<Index>(), change)
}

fn pointers(value: &Value, pointer: &str, found: &mut Vec<String>) {
    found.push(pointer.to_owned());
    match value {
        Value::Object(object) => object.iter().for_each(|(key, value)| pointers(value, &super::place::join(pointer, key), found)),
        Value::Array(array) => {
            array.iter().enumerate().for_each(|(at, value)| pointers(value, &format!("{pointer}/{at}"), found));
        }
        _ => {}
    }
}

fn changed(mut root: Value, changes: &[(Index, Change)]) -> Value {
    for (index, change) in changes {
        let mut all = Vec::new();
        pointers(&root, "", &mut all);
        let pointer = index.get(&all).clone();
        match change {
            Change::Replace(value) => *root.pointer_mut(&pointer).unwrap() = value.clone(),
            Change::Rename(to) => with_key(&mut root, &pointer, |object, value| {
                object.insert(to.clone(), value);
            }),
            Change::Remove => with_key(&mut root, &pointer, |_, _| {}),
        }
    }
    root
}

/// Takes the key of a pointer out of its object, and hands it on.
fn with_key(root: &mut Value, pointer: &str, then: impl FnOnce(&mut Map<String, Value>, Value)) {
    let Some((parent, key)) = pointer.rsplit_once('/') else { return };
    let Some(object) = root.pointer_mut(parent).and_then(Value::as_object_mut) else { return };
    if let Some(value) = object.shift_remove(&key.replace("~1", "/").replace("~0", "~")) {
        then(object, value);
    }
}

fn hold(text: &str) {
    let source = Source::new(text);
    let root = source.parse().unwrap();
    let tree: Value = serde_json::from_str(text).unwrap();
    for (profile, update) in [(Profile::Documented, false), (Profile::Wild, true)] {
        let mut payload = Payload::new(text, &root, update);
        payload.base_ids = Some(vec!["title".to_owned(), "gone".to_owned()]);
        payload.link = Some("https://acme.com/2");
        for one in check(&payload, profile) {
            hold_one(text, &tree, &one);
        }
    }
}

fn hold_one(text: &str, tree: &Value, one: &Diagnostic) {
    let labels = one.labels.iter().map(|label| label.span);
    for span in labels.chain([one.span]) {
        assert!(text.get(span.start..span.end).is_some_and(|found| !found.is_empty()), "{one:?}");
    }
    assert!(!one.message.is_empty());
    let pointer = one.pointer.as_deref().unwrap();
    assert!(tree.pointer(pointer).is_some(), "{pointer}: {one:?}");
    for fix in &one.fixes {
        let in_order = fix.edits.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start);
        assert!(in_order, "{fix:?}");
        let mended = apply(text, &fix.edits);
        let parsed: Result<Value, _> = serde_json::from_str(&mended);
        assert!(parsed.is_ok_and(|mended| mended != *tree), "{fix:?}: {mended}");
    }
}

/// "Fix all" leaves nothing for another press.
fn comes_to_rest(text: &str) {
    for profile in [Profile::Documented, Profile::Wild] {
        let mended = fix_all(text, profile);
        let source = Source::new(&mended);
        let root = source.parse().unwrap();
        let left = check(&Payload::new(&mended, &root, false), profile);
        let undone = left.iter().find(|one| one.fixes.iter().any(|fix| fix.safe));
        assert!(undone.is_none(), "{undone:?}\n{text}\n{mended}");
    }
}

proptest! {
    #[test]
    fn any_value(value in anything()) {
        hold(&value.to_string());
        hold(&serde_json::to_string_pretty(&value).unwrap());
    }

    #[test]
    fn any_attributes(values in prop::collection::vec(anything(), 0..6)) {
        let text = Value::from(values).to_string();
        hold(&text);
        comes_to_rest(&text);
    }

    #[test]
    fn any_change_of_a_payload(changes in prop::collection::vec(change(), 1..4), pretty in any::<bool>()) {
        let root = changed(whole(), &changes);
        let text = if pretty { serde_json::to_string_pretty(&root).unwrap() } else { root.to_string() };
        hold(&text);
        comes_to_rest(&text);
    }
}
