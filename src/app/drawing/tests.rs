//! The drawings of every state, as words and hooks.

use std::sync::Arc;

use leptos::prelude::*;
use time::UtcDateTime;

use super::{Card, Live, Mention, PlainLink, Surroundings};
use crate::app::testing::{Page, render};
use crate::core::preview::{MediaState, Render, draw_text};
use crate::core::project::Service;

const LINK: &str = "https://acme.com/items/7";
const ITEM: &str = r#"[
    {"id":"title","name":"Title","type":"inline","inline":{"title":{"value":"Rocket","section":"title"}}},
    {"id":"dev","name":"Developer Name","type":"inline","inline":{"plain_text":{"value":"Acme Inc","section":"secondary"}}},
    {"id":"state","name":"State","type":"inline","inline":{"enum":{"value":"Open","section":"primary"}}},
    {"id":"file","name":"File","type":"embed","embed":{"src_url":"https://acme.com/a.pdf","pdf":{"section":"embed"}}}
]"#;
const UPDATE: &str = r#"[
    {"id":"title","name":"Title","type":"inline","inline":{"title":{"value":"Landed","section":"title"}}},
    {"id":"dev","name":"Developer Name","type":"inline","inline":{"plain_text":{"value":"Acme Inc","section":"secondary"}}},
    {"id":"sky","name":"Sky","type":"inline","inline":{"color":{"value":{"r":1,"g":2,"b":3},"section":"background"}}}
]"#;

fn drawn(text: &str) -> Render {
    draw_text(text, UtcDateTime::UNIX_EPOCH).unwrap()
}

fn reply() -> crate::core::unfurl::ErrorReply {
    Service::default().error_reply()
}

/// A drawing with buttons, with all media in one state.
fn live(state: MediaState) -> Surroundings {
    let button = |words| view! { <button>{words}</button> }.into_any();
    Surroundings { live: Some(Live::shown(Callback::new(move |_| state), Callback::new(|_| {}), button)) }
}

fn card(drawing: Render, around: impl FnOnce() -> Surroundings) -> Page {
    render(|| {
        let render = Signal::stored(Arc::new(drawing));
        view! { <div id="card"><Card render=render link=LINK hint=Signal::stored(None::<String>) around=around()/></div> }
    })
}

fn mention(drawing: Render) -> Page {
    render(|| {
        let render = Signal::stored(Arc::new(drawing));
        view! { <a id="mention"><Mention render=render link=LINK around=live(MediaState::Ready)/></a> }
    })
}

fn ready(drawing: Render) -> Page {
    card(drawing, || live(MediaState::Ready))
}

fn says(drawing: Render) -> (String, String) {
    (ready(drawing.clone()).text("#card"), mention(drawing).text("#mention"))
}

#[test]
fn an_answer_shows_its_attributes() {
    let page = ready(drawn(ITEM));
    assert_eq!(page.text(".title [data-section=title][data-attribute=title]"), "Rocket");
    assert_eq!(page.text(".subheading .chip"), "Open");
    assert_eq!(page.text(".embed a.tile"), "File, a PDF from acme.com");
    assert_eq!(mention(drawn(ITEM)).text(".mention-title"), "Rocket");
}

#[test]
fn a_card_that_waits_for_a_connection_names_the_service() {
    let connect = "Connect to Acme Inc to show this preview acme.com Connect";
    assert_eq!(says(drawn(ITEM).connecting()), (connect.to_owned(), "acme.com Rocket".to_owned()));
    let unknown = "Connect to acme.com to show this preview acme.com Connect";
    assert_eq!(says(Render::default().connecting()), (unknown.to_owned(), format!("acme.com {LINK}")));
}

#[test]
fn an_error_is_shown_with_its_status() {
    let error = "acme.com Content not found (status 404)";
    assert_eq!(says(drawn(ITEM).failed(reply())), (format!("{error} Try again"), error.to_owned()));
}

#[test]
fn an_error_beside_the_answer_stands_under_the_card() {
    let page = ready(drawn(ITEM).with_error(reply()));
    assert_eq!(page.text(".below .strip.alarming"), "Content not found (status 404)");
    assert!(page.has("[data-attribute=title]"));
    assert!(mention(drawn(ITEM).with_error(reply())).has("#mention > .icon"));
}

#[test]
fn what_is_deleted_is_struck_out_in_a_line_of_text() {
    let page = ready(drawn(ITEM).deleted());
    assert!(page.has("article.card.deleted [data-attribute=title]"));
    assert_eq!(page.text(".below"), "Deleted everywhere: your service was told");
    assert!(mention(drawn(ITEM).deleted()).has("#mention > s"));
    assert_eq!(ready(Render::default().deleted()).text(".title.link"), LINK);
}

#[test]
fn an_update_marks_what_it_changed_and_what_it_took_away() {
    let updated = drawn(UPDATE).after(&drawn(ITEM));
    let page = ready(updated.clone());
    assert!(page.has("article.card.changed"));
    assert_eq!(page.count(".part.changed[data-section=title][data-attribute=title]"), 1);
    assert_eq!(page.texts("[data-gone]"), ["removed: Open", "removed: File"]);
    // No hook and no link names what is not drawn any more.
    assert!(!page.has("[data-attribute=state], [data-attribute=file], [href^=https]"));
    assert_eq!(mention(updated).count(".part.changed"), 1);
}

#[test]
fn a_placeholder_shimmers_where_more_will_stand() {
    let mut waiting = drawn(r#"[{"id":"title","type":"inline","inline":{"title":{"value":"Rocket","section":"title"}}}]"#);
    waiting.state = crate::core::state::State::Placeholder;
    let page = ready(waiting);
    assert_eq!((page.text(".title"), page.count(".card.waiting .shimmer")), ("Rocket".to_owned(), 3));
}

/// A button in a button would end the outer one.
#[test]
fn a_still_drawing_has_no_button() {
    for drawing in [drawn(ITEM).connecting(), drawn(ITEM).failed(reply()), drawn(ITEM)] {
        let page = card(drawing, Surroundings::still);
        assert!(!page.has("button, a[href]"));
    }
    assert!(card(drawn(ITEM).connecting(), Surroundings::still).has("span.card-button"));
}

#[test]
fn nothing_remote_loads_before_its_time() {
    let video = r#"[{"id":"v","type":"embed","embed":{"src_url":"https://acme.com/a.mp4","video":{"section":"embed"}}},
        {"id":"i","type":"embed","embed":{"src_url":"https://acme.com/a.png","image":{"section":"avatar"}}}]"#;
    let remote = "[src], [srcset], [poster], object, embed";
    for state in [MediaState::Waiting, MediaState::Inert, MediaState::Broken] {
        assert!(!card(drawn(video), || live(state)).has(remote), "{state:?}");
    }
    let page = ready(drawn(video));
    assert_eq!(page.text("button[data-action=load-embed]"), "Load the video from acme.com");
    assert_eq!(page.attribute("img", "referrerpolicy").as_deref(), Some("no-referrer"));
    assert!(card(drawn(video), || live(MediaState::Opened)).has("video[controls]"));
}

#[test]
fn a_frame_may_run_scripts_and_nothing_else() {
    let html = r#"[{"id":"h","type":"embed","embed":{"src_url":"https://acme.com/a.html","html":{"section":"embed"}}}]"#;
    let page = card(drawn(html), || live(MediaState::Opened));
    assert_eq!(page.attribute("iframe", "sandbox").as_deref(), Some("allow-scripts"));
}

#[test]
fn what_a_person_wrote_is_text() {
    let written = r#"[{"id":"t\"><b>","name":"<i>","type":"inline","inline":{"title":{"value":"<b>bold</b> & \"so\"","section":"title"}}}]"#;
    let page = ready(drawn(written));
    assert!(!page.has("b, i"));
    assert_eq!(page.text("[data-section=title]"), r#"<b>bold</b> & "so""#);
    assert_eq!(page.attribute("[data-section=title]", "data-attribute").as_deref(), Some("t\"><b>"));
}

#[test]
fn a_plain_link_leads_nowhere_that_runs() {
    let plain =
        |link: &'static str| render(move || view! { <PlainLink link=link why=Signal::stored(Some("No rule `x`".to_owned()))/> });
    let page = plain(LINK);
    assert_eq!(page.attribute("a", "href").as_deref(), Some(LINK));
    assert_eq!(page.text(".below .hint code"), "x");
    assert_eq!(plain("javascript:alert(1)").attribute("a", "href"), None);
}

#[test]
fn a_thousand_parts_are_drawn_and_the_rest_is_counted() {
    let one =
        |at: usize| format!(r#"{{"id":"a{at}","type":"inline","inline":{{"plain_text":{{"value":"x","section":"primary"}}}}}}"#);
    let text = format!("[{}]", (0..1003).map(one).collect::<Vec<_>>().join(","));
    let page = ready(drawn(&text));
    assert_eq!((page.count("[data-attribute]"), page.texts(".part").pop()), (1000, Some("and 3 more".to_owned())));
}
