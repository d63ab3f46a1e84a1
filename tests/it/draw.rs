//! Small payloads and the drawing model they give.

use std::sync::Arc;

use link_preview_lab::core::analysis::analyze;
use link_preview_lab::core::preview::Render;
use link_preview_lab::core::preview::format::instant;
use link_preview_lab::core::profile::Profile;
use serde_json::{Value, json};

const NOW: &str = "2026-03-15T12:00:00Z";

pub fn render(payload: &str) -> Render {
    let now = instant(NOW).expect("NOW is an instant");
    Arc::unwrap_or_clone(analyze(payload, Profile::Documented, now).render.expect("the payload parses"))
}

/// What is drawn of a payload, without the empty sections.
fn drawn(payload: &Value) -> Value {
    let mut model = serde_json::to_value(render(&payload.to_string())).expect("a model is JSON");
    let mut sections = model["preview"].take();
    if let Some(sections) = sections.as_object_mut() {
        sections.retain(|_, parts| !parts.is_null() && *parts != json!([]));
    }
    sections
}

fn not_drawn(payload: &Value) -> Vec<(String, String)> {
    render(&payload.to_string()).not_drawn.into_iter().map(|left| (left.pointer, left.reason)).collect()
}

fn left(pointer: &str, reason: &str) -> (String, String) {
    (pointer.to_owned(), reason.to_owned())
}

fn inline(id: &str, sub_type: &str, section: &str, value: impl Into<Value>) -> Value {
    json!({"id": id, "name": id, "type": "inline", "inline": {sub_type: {"value": value.into(), "section": section}}})
}

fn embed(id: &str, sub_type: &str, section: &str, src_url: impl Into<Value>) -> Value {
    json!({"id": id, "name": id, "type": "embed", "embed": {"src_url": src_url.into(), sub_type: {"section": section}}})
}

fn part(id: &str, kind: &str, text: impl Into<Value>, value: impl Into<Value>) -> Value {
    json!({"attribute": id, "kind": kind, "text": text.into(), "value": value.into(), "src_url": null, "color": null})
}

fn media(id: &str, kind: &str, src_url: &str) -> Value {
    json!({"attribute": id, "kind": kind, "text": null, "value": null, "src_url": src_url, "color": null})
}

fn colored(mut part: Value, r: u8, g: u8, b: u8) -> Value {
    part["color"] = json!({"r": r, "g": g, "b": b});
    part
}

#[test]
fn every_documented_pair_is_drawn_in_its_section() {
    let red = json!({"r": 235, "g": 64, "b": 52});
    let cases = [
        (inline("a", "title", "title", "T"), "title", part("a", "text", "T", "T")),
        (inline("a", "color", "entity", red.clone()), "entity", colored(part("a", "swatch", Value::Null, red), 235, 64, 52)),
        (embed("a", "image", "entity", "https://x.y/i.png"), "entity", media("a", "image", "https://x.y/i.png")),
        (inline("a", "enum", "primary", "Open"), "primary", part("a", "chip", "Open", "Open")),
        (inline("a", "date", "primary", "2022-01-11"), "primary", part("a", "date", "Jan 11, 2022", "2022-01-11")),
        (
            inline("a", "datetime", "primary", "2026-03-12T11:00Z"),
            "primary",
            part("a", "datetime", "3 days ago", "2026-03-12T11:00Z"),
        ),
        (inline("a", "plain_text", "primary", "P"), "primary", part("a", "text", "P", "P")),
        (inline("a", "date", "secondary", "2022-01-11"), "secondary", part("a", "date", "Jan 11, 2022", "2022-01-11")),
        (inline("a", "plain_text", "secondary", "S"), "secondary", part("a", "text", "S", "S")),
        (inline("a", "plain_text", "body", "one\n two"), "body", part("a", "text", "one\n two", "one\n two")),
        (embed("a", "audio", "embed", "http://x.y/a.mp3"), "embed", media("a", "audio", "http://x.y/a.mp3")),
        (embed("a", "html", "embed", "https://x.y/"), "embed", media("a", "html", "https://x.y/")),
        (embed("a", "image", "embed", "HTTPS://X.Y/i"), "embed", media("a", "image", "HTTPS://X.Y/i")),
        (embed("a", "pdf", "embed", "https://x.y/d.pdf"), "embed", media("a", "pdf", "https://x.y/d.pdf")),
        (embed("a", "video", "embed", "https://media.example/v"), "embed", media("a", "video", "https://media.example/v")),
        (embed("a", "image", "avatar", "https://x.y/i.png"), "avatar", media("a", "image", "https://x.y/i.png")),
        (inline("a", "plain_text", "avatar", "Ada Lovelace"), "avatar", part("a", "text", "Ada Lovelace", "Ada Lovelace")),
        (embed("a", "image", "identifier", "https://x.y/i.png"), "identifier", media("a", "image", "https://x.y/i.png")),
        (inline("a", "plain_text", "identifier", "#1"), "identifier", part("a", "text", "#1", "#1")),
    ];
    for (attribute, section, part) in cases {
        assert_eq!(drawn(&json!([attribute])), json!({section: [part]}), "{attribute}");
        assert_eq!(not_drawn(&json!([attribute])), [], "{attribute}");
    }
}

#[test]
fn a_color_in_the_background_tints_the_card() {
    let payload = json!([inline("a", "color", "background", json!({"r": 1, "g": 2, "b": 3}))]);
    assert_eq!(drawn(&payload), json!({"background": {"r": 1, "g": 2, "b": 3}}));
    assert_eq!(not_drawn(&payload), []);
}

#[test]
fn pairs_outside_the_table_are_drawn_too() {
    let cases = [
        (inline("a", "enum", "identifier", "Issue"), "identifier", part("a", "chip", "Issue", "Issue")),
        (inline("a", "plain_text", "title", "T"), "title", part("a", "text", "T", "T")),
        (inline("a", "title", "body", "T"), "body", part("a", "text", "T", "T")),
        (inline("a", "plain_text", "embed", "T"), "embed", part("a", "text", "T", "T")),
        (embed("a", "image", "primary", "https://x.y/i"), "primary", media("a", "image", "https://x.y/i")),
        (embed("a", "video", "avatar", "https://x.y/i"), "avatar", media("a", "video", "https://x.y/i")),
    ];
    for (attribute, section, part) in cases {
        assert_eq!(drawn(&json!([attribute])), json!({section: [part]}), "{attribute}");
    }
    let red = json!({"r": 255, "g": 0, "b": 0});
    let swatch = colored(part("a", "swatch", Value::Null, red.clone()), 255, 0, 0);
    assert_eq!(drawn(&json!([inline("a", "color", "secondary", red)])), json!({"secondary": [swatch]}));
}

#[test]
fn the_carrier_counts_and_not_the_type() {
    let by_text = part("a", "text", "T", "T");
    let cases = [
        json!({"id": "a", "inline": {"title": {"value": "T", "section": "title"}}}),
        json!({"id": "a", "type": "embed", "inline": {"title": {"value": "T", "section": "title"}}}),
        json!({"id": "a", "type": 3, "embed": {"title": {"value": "T", "section": "title"}}}),
    ];
    for attribute in cases {
        assert_eq!(drawn(&json!([attribute])), json!({"title": [by_text]}), "{attribute}");
    }
    let untyped = json!([{"id": "m", "embed": {"src_url": "https://x.y/i", "image": {"section": "embed"}}}]);
    assert_eq!(drawn(&untyped), json!({"embed": [media("m", "image", "https://x.y/i")]}));
}

#[test]
fn a_relation_is_a_chip_where_its_mention_says() {
    let relation =
        |uri: &str| json!([{"id": "s", "type": "relation", "relation": {"uri": uri, "mention": {"section": "primary"}}}]);
    for (uri, text) in [("acme:item_state/open", "open"), ("acme:open", "open"), ("a/b/", "b"), ("open", "open"), ("", "")] {
        let chip = part("s", "relation", text, json!({"uri": uri}));
        assert_eq!(drawn(&relation(uri)), json!({"primary": [chip]}), "{uri}");
    }
}

#[test]
fn chips_carry_their_color() {
    let chip = |color: Value| json!([{"id": "a", "inline": {"enum": {"value": "Open", "color": color, "section": "primary"}}}]);
    let plain = part("a", "chip", "Open", "Open");
    assert_eq!(drawn(&chip(json!({"r": 9, "g": 8, "b": 7}))), json!({"primary": [colored(plain.clone(), 9, 8, 7)]}));
    assert_eq!(
        drawn(&chip(json!({"r": 300, "g": -4, "b": 7.6, "a": 0.5}))),
        json!({"primary": [colored(plain.clone(), 255, 0, 8)]})
    );
    for unusable in [json!("red"), json!({"r": 1, "g": 2}), json!({"r": "1", "g": 2, "b": 3}), json!(null)] {
        assert_eq!(drawn(&chip(unusable)), json!({"primary": [plain]}));
    }
}

#[test]
fn numbers_and_booleans_are_drawn_as_text() {
    assert_eq!(drawn(&json!([inline("a", "plain_text", "primary", 12)])), json!({"primary": [part("a", "text", "12", 12)]}));
    assert_eq!(drawn(&json!([inline("a", "enum", "primary", true)])), json!({"primary": [part("a", "chip", "true", true)]}));
    assert_eq!(drawn(&json!([inline("a", "date", "primary", 2022)])), json!({"primary": [part("a", "date", "2022", 2022)]}));
}

#[test]
fn a_date_that_is_none_is_drawn_as_it_stands() {
    let day = json!([inline("a", "date", "primary", "2022-02-30")]);
    assert_eq!(drawn(&day), json!({"primary": [part("a", "date", "2022-02-30", "2022-02-30")]}));
    let instant = json!([inline("a", "datetime", "primary", "yesterday")]);
    assert_eq!(drawn(&instant), json!({"primary": [part("a", "datetime", "yesterday", "yesterday")]}));
}

#[test]
fn sections_that_hold_several_keep_the_order_of_the_payload() {
    for section in ["primary", "secondary", "identifier"] {
        let payload = json!([
            inline("a", "plain_text", section, "1"),
            inline("b", "enum", section, "2"),
            inline("c", "plain_text", section, "3")
        ]);
        let parts = [part("a", "text", "1", "1"), part("b", "chip", "2", "2"), part("c", "text", "3", "3")];
        assert_eq!(drawn(&payload), json!({section: parts}));
        assert_eq!(not_drawn(&payload), []);
    }
}

#[test]
fn where_there_is_room_for_one_the_last_is_drawn() {
    for section in ["title", "body", "avatar", "entity", "embed"] {
        let payload = json!([
            inline("a", "plain_text", section, "1"),
            inline("b", "plain_text", section, "2"),
            inline("c", "plain_text", section, "3")
        ]);
        assert_eq!(drawn(&payload), json!({section: [part("c", "text", "3", "3")]}));
        let reason = format!("`{section}` has room for one; the later `c` is drawn");
        assert_eq!(not_drawn(&payload), [left("/0", &reason), left("/1", &reason)]);
    }
    let gray = |level: u8| json!({"r": level, "g": level, "b": level});
    let backgrounds = json!([inline("a", "color", "background", gray(1)), inline("b", "color", "background", gray(2))]);
    assert_eq!(drawn(&backgrounds), json!({"background": gray(2)}));
    assert_eq!(not_drawn(&backgrounds), [left("/0", "`background` has room for one; the later `b` is drawn")]);
}

#[test]
fn what_cannot_be_drawn_takes_no_room() {
    let payload = json!([inline("a", "title", "title", "T"), inline("b", "title", "title", Value::Null)]);
    assert_eq!(drawn(&payload), json!({"title": [part("a", "text", "T", "T")]}));
    assert_eq!(not_drawn(&payload), [left("/1", "`value` is null, not text")]);
}

#[test]
fn a_later_attribute_of_the_same_id_takes_the_place_of_the_earlier() {
    let payload = json!([
        inline("a", "plain_text", "primary", "1"),
        inline("b", "plain_text", "primary", "2"),
        inline("a", "enum", "primary", "3"),
        inline("c", "plain_text", "primary", "4"),
        inline("a", "enum", "primary", "5")
    ]);
    let parts = [part("a", "chip", "5", "5"), part("b", "text", "2", "2"), part("c", "text", "4", "4")];
    assert_eq!(drawn(&payload), json!({"primary": parts}));
    let reason = "A later attribute has the same id `a`";
    assert_eq!(not_drawn(&payload), [left("/0", reason), left("/2", reason)]);
    let moved = json!([inline("a", "plain_text", "primary", "1"), inline("a", "plain_text", "body", "2")]);
    assert_eq!(drawn(&moved), json!({"body": [part("a", "text", "2", "2")]}));
}

#[test]
fn attributes_without_an_id_never_replace_each_other() {
    let nameless = |text: &str| json!({"inline": {"plain_text": {"value": text, "section": "primary"}}});
    let payload = json!([nameless("1"), nameless("2")]);
    assert_eq!(drawn(&payload), json!({"primary": [part("", "text", "1", "1"), part("", "text", "2", "2")]}));
    let titles = json!([inline("a", "title", "title", "T"), {"inline": {"title": {"value": "U", "section": "title"}}}]);
    assert_eq!(not_drawn(&titles), [left("/0", "`title` has room for one; a later attribute is drawn")]);
}

#[test]
fn what_is_not_drawn_says_why() {
    let cases = [
        (json!("text"), "The attribute is a string, not an object"),
        (json!({"id": "a"}), "There is no `inline` and no `embed`"),
        (json!({"inline": "text"}), "`inline` is a string, not an object"),
        (json!({"inline": {}}), "`inline` holds no sub-type"),
        (json!({"embed": {"src_url": "https://x.y/"}}), "`embed` holds no sub-type"),
        (json!({"inline": {"title": "text"}}), "`title` is a string, not an object"),
        (json!({"inline": {"link": {"value": "x", "section": "body"}}}), "Unknown sub-type `link`"),
        (json!({"inline": {"title": {"value": "x"}}}), "`title` has no `section`"),
        (json!({"inline": {"title": {"value": "x", "section": 1}}}), "`section` is a number, not a string"),
        (inline("a", "plain_text", "subtitle", "x"), "Unknown section `subtitle`"),
        (json!({"inline": {"title": {"section": "title"}}}), "`title` has no `value`"),
        (inline("a", "title", "title", Value::Null), "`value` is null, not text"),
        (inline("a", "title", "title", json!(["x"])), "`value` is an array, not text"),
        (inline("a", "color", "entity", "red"), "`value` is not a color with the numbers `r`, `g` and `b`"),
        (inline("a", "plain_text", "background", "x"), "`background` shows only a color"),
        (json!({"embed": {"image": {"section": "embed"}}}), "There is no `src_url`"),
        (embed("a", "image", "embed", 3), "`src_url` is a number, not a string"),
        (json!({"relation": {"uri": "a/b"}}), "`relation` has no `mention`"),
        (json!({"relation": {"mention": {"section": "primary"}}}), "`relation` has no `uri`"),
        (json!({"relation": {"uri": "a/b", "mention": {}}}), "`mention` has no `section`"),
        (json!({"relation": 1}), "`relation` is a number, not an object"),
    ];
    for (attribute, reason) in cases {
        assert_eq!(not_drawn(&json!([attribute])), [left("/0", reason)], "{attribute}");
        assert_eq!(drawn(&json!([attribute])), json!({}), "{attribute}");
    }
}

#[test]
fn only_web_addresses_are_drawn_as_media() {
    let urls = [
        "",
        "i.png",
        "/i.png",
        "//x.y/i.png",
        "javascript:alert(1)",
        "data:image/png;base64,AAAA",
        "file:///etc/passwd",
        "http:x.y",
        "https://",
        "https:///x",
        "https://?q",
        " https://x.y/",
        "java\nscript://x.y",
        "ftp://x.y/i.png",
    ];
    for url in urls {
        let payload = json!([embed("a", "image", "embed", url)]);
        assert_eq!(not_drawn(&payload), [left("/0", "`src_url` is not an http or https address")], "{url}");
    }
}

#[test]
fn what_an_attribute_holds_besides_is_listed() {
    let title = json!({"value": "T", "section": "title"});
    let payload = json!([{"id": "a", "inline": {"li/nk": {}, "title": title, "date": {}}, "embed": {}}]);
    assert_eq!(drawn(&payload), json!({"title": [part("a", "text", "T", "T")]}));
    let by_title = "The attribute is drawn by its `title`";
    let listed = [
        left("/0/embed", "The attribute is drawn by its `inline`"),
        left("/0/inline/li~1nk", by_title),
        left("/0/inline/date", by_title),
    ];
    assert_eq!(not_drawn(&payload), listed);
}

#[test]
fn of_doubled_keys_the_last_counts() {
    let payload = r#"[{"id":"a","inline":{"title":{"value":"1","section":"title"},"title":{"value":"2","section":"title"}}}]"#;
    let render = render(payload);
    assert_eq!(render.preview.title[0].text.as_deref(), Some("2"));
    assert_eq!(render.not_drawn, []);
}

#[test]
fn the_mention_shows_entity_identifier_and_title_of_the_card() {
    let payload = json!([
        inline("t", "title", "title", "T"),
        inline("p", "plain_text", "primary", "P"),
        inline("i", "plain_text", "identifier", "#1"),
        inline("j", "enum", "identifier", "Issue"),
        embed("e", "image", "entity", "https://x.y/i")
    ]);
    let render = render(&payload.to_string());
    assert_eq!(render.mention.title, render.preview.title);
    assert_eq!(render.mention.identifier, render.preview.identifier);
    assert_eq!(render.mention.entity, render.preview.entity);
    assert_eq!(render.mention.identifier.len(), 2);
}

#[test]
fn states() {
    let attributes = json!({"path": ["attributes"], "set": [inline("t", "title", "title", "T")]});
    let error = json!({"path": ["error"], "set": {"status": 404, "message": "gone"}});
    let answer = |operations: Value| json!({"uri": "https://x.y/", "operations": operations});
    let cases = [
        (json!([]), "plain"),
        (json!({}), "plain"),
        (json!([{"id": "a"}]), "plain"),
        (json!([inline("t", "title", "title", "T")]), "loaded"),
        (json!([inline("b", "color", "background", json!({"r": 1, "g": 2, "b": 3}))]), "loaded"),
        (answer(json!([attributes])), "loaded"),
        (answer(json!([error])), "error"),
        (answer(json!([attributes, error])), "loaded-with-error"),
    ];
    for (payload, state) in cases {
        let model = serde_json::to_value(render(&payload.to_string())).expect("a model is JSON");
        assert_eq!(model["state"], json!(state), "{payload}");
    }
}

#[test]
fn parts_know_their_name_and_place() {
    let payload = r#"[ {"id":"t","name":"Title","inline":{"title":{"value":"T","section":"title"}}} ]"#;
    let part = &render(payload).preview.title[0];
    assert_eq!(part.name.as_deref(), Some("Title"));
    assert_eq!(&payload[part.span.start..part.span.end], payload[2..].trim_end_matches(" ]"));
}
