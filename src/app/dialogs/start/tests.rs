use leptos::prelude::*;

use super::Starting;
use crate::app::testing::{Page, example, render_with};

fn pasted(text: &'static str) -> Page {
    render_with(example(), |_| {}, move || view! { <Starting text=RwSignal::new(text.to_owned())/> })
}

#[test]
fn nothing_is_pasted_yet() {
    let page = pasted("");
    assert_eq!((page.text("#start-says"), page.has("[data-action='start:make']")), (String::new(), false));
}

#[test]
fn a_link_shows_its_parts_and_a_card() {
    let page = pasted("https://acme.com/items/23487");
    assert_eq!(page.text("#start-says"), "A link of acme.com");
    assert_eq!(page.texts("[data-action=draft-part]"), ["items", "23487"]);
    assert_eq!(page.texts("[data-action=draft-part][aria-pressed=true]"), ["23487"]);
    assert_eq!(page.text("[data-section=title]"), "Item 23487");
}

#[test]
fn json_shows_a_table_with_every_field_to_choose() {
    let page = pasted(r#"{"title": "A sail", "state": "open", "user": {"login": "ana"}}"#);
    assert_eq!(page.text("#start-says"), "JSON with 3 fields");
    assert_eq!(page.texts("tbody th"), ["Title", "Status", "Author"]);
    assert_eq!(page.texts(".mapped-value"), ["A sail", "Open", "ana"]);
    assert_eq!(page.texts("[data-mapping=Status] option"), ["none", "title · A sail", "state · open", "user.login · ana"]);
    assert_eq!(page.text("[data-section=title]"), "A sail");
}

#[test]
fn a_remote_picture_does_not_load_before_the_project_is_made() {
    let page = pasted(r#"{"title": "A sail", "image": "https://acme.com/sail.png"}"#);
    assert!(page.has(".start-card") && !page.has("img"));
}

#[test]
fn a_payload_can_be_used_as_it_is() {
    let page = pasted(r#"[{"id":"title","name":"Title","type":"inline","inline":{"title":{"value":"A","section":"title"}}}]"#);
    assert!(page.has("[data-action='start:use']") && page.has("[data-action='start:make']"));
}
