use proptest::prelude::*;
use serde_json::{Value as Json, json};
use time::UtcDateTime;

use super::{Change, Field, Layers, Refused, WORDS, change, find};
use crate::core::edit::apply;
use crate::core::json::Source;
use crate::core::preview::format::instant;
use crate::core::profile::Profile;
use crate::core::severity::Severity;
use crate::core::unfurl::Section;

const LINES: &str = "[
  {\"id\": \"title\", \"name\": \"Title\", \"type\": \"inline\", \"inline\": {\"title\": {\"value\": \"A\", \"section\": \"title\"}}},
  {
    \"id\": \"state\",
    \"name\": \"State\", \"x\": 1,
    \"type\": \"inline\",
    \"inline\": {\"enum\": {\"value\": \"Open\", \"color\": {\"r\": 1, \"g\":2 , \"b\": 3}, \"section\": \"primary\"}}
  },
  {\"id\": \"icon\", \"type\": \"embed\", \"embed\": {\"src_url\": \"https://a.example/i.png\", \"image\": {\"section\": \"entity\"}}}
]";

fn now() -> UtcDateTime {
    instant("2026-11-30T08:00:00Z").unwrap()
}

fn after(text: &str, this: &Change) -> String {
    apply(text, &change(text, this).unwrap())
}

fn set(text: &str, index: usize, field: Field, to: &str) -> String {
    after(text, &Change::Set { index, field, to })
}

/// The lines in which two texts differ, with signs as in a diff.
fn differing(before: &str, after: &str) -> Vec<String> {
    let only = |one: &str, other: &str, sign: char| -> Vec<String> {
        let other: Vec<&str> = other.lines().collect();
        one.lines().filter(|line| !other.contains(line)).map(|line| format!("{sign}{}", line.trim())).collect()
    };
    [only(before, after, '-'), only(after, before, '+')].concat()
}

#[test]
fn a_layer_says_what_an_attribute_is() {
    let layers = Layers::of(LINES).unwrap();
    let told: Vec<_> = layers.iter().map(|layer| (layer.word(), layer.shown_name(), layer.summary())).collect();
    assert_eq!(told, [("Title", "Title", "A"), ("Status", "State", "Open"), ("Icon", "icon", "i.png")]);
    assert_eq!(Layers::of("[1]").unwrap().iter().map(|layer| layer.locked).collect::<Vec<_>>(), [true]);
    assert_eq!(Layers::of(" ").unwrap()[..], []);
    for text in ["[", "{}", "3", r#"{"a": []}"#] {
        assert_eq!(Layers::of(text), None, "{text}");
    }
}

#[test]
fn a_field_changes_its_own_bytes() {
    for (index, field, to, expected) in [
        (0, Field::Value, "B \"q\"", r#""value": "B \"q\"""#),
        (1, Field::Color, "#ff0003", r#""color": {"r": 255, "g":0 , "b": 3}"#),
        (1, Field::Color, "", r#""enum": {"value": "Open", "section": "primary"}"#),
        (0, Field::Color, "#000", r#""title": {"value": "A", "color": {"r": 0, "g": 0, "b": 0}, "section": "title"}"#),
        (2, Field::Name, "Icon", r#"{"id": "icon", "name": "Icon", "type""#),
        (2, Field::SrcUrl, "https://b.example/", r#""src_url": "https://b.example/""#),
        (1, Field::Section, "identifier", r#""section": "identifier""#),
        (1, Field::SubType, "plain_text", r#""inline": {"plain_text": {"value": "Open", "section": "primary"}}"#),
        (1, Field::SubType, "title", r#""inline": {"title": {"value": "Open", "section": "title"}}"#),
        (1, Field::SubType, "color", r#""color": {"value": {"r": 253, "g": 236, "b": 200}, "section": "entity"}"#),
        (2, Field::SubType, "video", r#""video": {"section": "embed"}"#),
        (2, Field::SubType, "plain_text", r#""type": "inline", "inline": {"plain_text": {"value": "", "section": "primary"}}"#),
        (
            1,
            Field::Type,
            "embed",
            r#""embed": {"src_url": "https://media.example/icon-issue.svg", "image": {"section": "entity"}}"#,
        ),
        (2, Field::Type, "inline", r#""inline": {"color": {"value""#),
    ] {
        let changed = set(LINES, index, field, to);
        assert!(changed.contains(expected), "{field:?} {to}: {changed}");
        assert_eq!(Layers::of(&changed).unwrap().len(), 3);
        let others = differing(LINES, &changed);
        assert!(others.len() <= 4, "{others:?}");
    }
}

#[test]
fn nothing_changes_where_nothing_is_new() {
    for (field, to) in [
        (Field::Value, "Open"),
        (Field::Color, "#010203"),
        (Field::Section, "primary"),
        (Field::Id, "state"),
        (Field::SubType, "enum"),
    ] {
        assert_eq!(change(LINES, &Change::Set { index: 1, field, to }).unwrap(), [], "{field:?}");
    }
    assert_eq!(change(LINES, &Change::Move { index: 1, to: 1 }).unwrap(), []);
}

#[test]
fn the_order_is_changed_without_the_layout() {
    let moved = after(LINES, &Change::Move { index: 2, to: 0 });
    let ids = |text: &str| Layers::of(text).unwrap().iter().map(|layer| layer.id.clone()).collect::<Vec<_>>();
    assert_eq!(ids(&moved), ["icon", "title", "state"]);
    assert_eq!(after(&moved, &Change::Move { index: 0, to: 2 }), LINES);
    let copied = after(LINES, &Change::Duplicate { index: 0 });
    assert_eq!(ids(&copied), ["title", "title2", "state", "icon"]);
    assert_eq!(after(&copied, &Change::Delete { index: 1 }), LINES);
    assert_eq!(after("[{\"id\": \"a\"}, 1]", &Change::Duplicate { index: 0 }), "[{\"id\": \"a\"}, {\"id\": \"a2\"}, 1]");
    assert_eq!(after("[1]", &Change::Delete { index: 0 }), "[]");
}

#[test]
fn every_word_makes_an_attribute_that_the_documents_allow() {
    for text in ["", "[]", LINES] {
        for word in &WORDS {
            let with = after(text, &Change::Add { word, section: None, now: now() });
            let layers = Layers::of(&with).unwrap();
            let added = layers.last().unwrap();
            assert_eq!((added.sub_type, added.section), (Some(word.sub_type), Some(word.section)), "{with}");
            assert_eq!(added.word(), word.word);
            let found = crate::core::analysis::analyze(&with, Profile::Documented, now()).diagnostics;
            let own =
                found.iter().filter(|found| found.severity == Severity::Error && layers.around(found.span) == Some(added.index));
            let own: Vec<_> = own.filter(|found| !found.rule.name.starts_with("missing-")).map(|found| &*found.message).collect();
            assert_eq!(own, [""; 0], "{}", word.word);
        }
    }
    let twice = after(
        &after("", &Change::Add { word: &WORDS[1], section: None, now: now() }),
        &Change::Add { word: &WORDS[1], section: Some(Section::Primary), now: now() },
    );
    let names: Vec<_> = Layers::of(&twice).unwrap().iter().map(|layer| (layer.id.clone(), layer.name.clone())).collect();
    assert_eq!(names, [("status".to_owned(), "Status".to_owned()), ("status2".to_owned(), "Status 2".to_owned())]);
}

#[test]
fn designers_find_what_they_call_it() {
    for (search, first) in [
        ("", "Title"),
        ("pill", "Status"),
        ("badge", "Status"),
        ("tag", "Label"),
        ("avatar", "Avatar"),
        ("who", ""),
        ("due", "Due date"),
        ("deadline", "Due date"),
        ("picture", "Cover"),
        ("logo", "Icon"),
        ("enum", "Status"),
        ("frame", "Web frame"),
        ("COST", "Price"),
    ] {
        assert_eq!(find(search).first().map_or("", |word| word.word), first, "{search}");
    }
}

#[test]
fn what_cannot_be_changed_is_refused_in_words() {
    let refused = |text: &str, index, field, to| change(text, &Change::Set { index, field, to }).unwrap_err();
    assert_eq!(refused("[", 0, Field::Id, "x"), Refused::Broken);
    assert_eq!(refused("[1]", 0, Field::Id, "x"), Refused::Nothing);
    assert_eq!(refused(LINES, 9, Field::Id, "x"), Refused::Nothing);
    assert_eq!(refused(LINES, 1, Field::Color, "reddish").to_string(), "`reddish` is not a color. Write it as `#dbeddb`");
    let both = r#"[{"inline": {"enum": {}}, "embed": {"image": {}}}]"#;
    assert_eq!(refused(both, 0, Field::SubType, "image"), Refused::Nothing);
}

/// What a form does, on values instead of texts.
fn model(list: &mut Vec<Json>, this: &Change) {
    match *this {
        Change::Set { index, field: Field::Value, to } => list[index]["inline"]["plain_text"]["value"] = to.into(),
        Change::Set { index, field: Field::Section, to } => list[index]["inline"]["plain_text"]["section"] = to.into(),
        Change::Set { index, field: Field::Id, to } => list[index]["id"] = to.into(),
        Change::Set { index, field, to } => list[index][field.name()] = to.into(),
        Change::Move { index, to } => {
            let moved = list.remove(index);
            list.insert(to, moved);
        }
        Change::Delete { index } => drop(list.remove(index)),
        Change::Duplicate { .. } | Change::Add { .. } | Change::Insert { .. } => unreachable!(),
    }
}

fn attribute() -> impl Strategy<Value = String> {
    let blank = prop::sample::select(vec!["", " ", "\n  ", "\r\n\t"]);
    ("[a-z]{1,3}", "[ -~é]{0,6}", blank, any::<bool>()).prop_map(|(id, value, blank, unknown)| {
        let more = if unknown { format!("\"keep\":{blank}[1.50, {{ }}],{blank}") } else { String::new() };
        let value = crate::core::json::written(&value);
        format!("{{{blank}\"id\":{blank}\"{id}\",{more}\"inline\": {{\"plain_text\":{blank}{{\"value\" : {value}}}}}{blank}}}")
    })
}

proptest! {
    /// Any changes in any order make what the model makes, and leave the bytes of other attributes alone.
    #[test]
    fn changes_equal_the_model(
        attributes in prop::collection::vec(attribute(), 1..6),
        gap in prop::sample::select(vec!["", " ", "\n", "\n    "]),
        steps in prop::collection::vec((0..6_u8, any::<prop::sample::Index>(), any::<prop::sample::Index>(), "[ -~ü]{0,5}"), 1..12),
    ) {
        let mut text = format!("[{gap}{}{gap}]", attributes.join(&format!(",{gap}")));
        let mut list: Vec<Json> = serde_json::from_str(&text).unwrap();
        for (kind, one, other, word) in &steps {
            if list.is_empty() { break }
            let (index, to) = (one.index(list.len()), other.index(list.len()));
            let this = match kind {
                0 => Change::Set { index, field: Field::Value, to: word },
                1 => Change::Set { index, field: Field::Section, to: word },
                2 => Change::Set { index, field: Field::Id, to: word },
                3 => Change::Set { index, field: Field::Name, to: word },
                4 => Change::Move { index, to },
                _ => Change::Delete { index },
            };
            let before = written(&text);
            text = after(&text, &this);
            model(&mut list, &this);
            prop_assert_eq!(serde_json::from_str::<Json>(&text).unwrap(), json!(list));
            if let Change::Set { index, .. } = this {
                for (at, (was, is)) in before.iter().zip(written(&text)).enumerate() {
                    prop_assert!(at == index || *was == is);
                }
            }
        }
    }
}

proptest! {
    /// What is taken out and put back stands as before, with the same bytes.
    #[test]
    fn what_is_left_out_can_be_put_back(
        attributes in prop::collection::vec(attribute(), 1..6),
        gap in prop::sample::select(vec!["", " ", "\n", "\n    "]),
        place in any::<prop::sample::Index>(),
    ) {
        let text = format!("[{gap}{}{gap}]", attributes.join(&format!(",{gap}")));
        let place = place.index(attributes.len());
        let without = after(&text, &Change::Delete { index: place });
        let back = after(&without, &Change::Insert { place, attribute: &attributes[place] });
        prop_assert_eq!(serde_json::from_str::<Json>(&back).unwrap(), serde_json::from_str::<Json>(&text).unwrap());
        // With two others, their gap shows how people write the list.
        if attributes.len() > 2 {
            prop_assert_eq!(back, text);
        }
    }
}

#[test]
fn what_is_put_back_behind_the_end_comes_last() {
    let inserted = |text: &str| after(text, &Change::Insert { place: 9, attribute: "{}" });
    assert_eq!(["", "[]", "[1]", "[1, 2]"].map(inserted), ["[\n  {}\n]", "[\n  {}\n]", "[1,{}]", "[1, 2, {}]"]);
}

/// The bytes of each attribute.
fn written(text: &str) -> Vec<String> {
    let root = Source::new(text).parse().unwrap();
    root.as_array().unwrap().elements.iter().map(|one| text[one.span().start..one.span().end].to_owned()).collect()
}
