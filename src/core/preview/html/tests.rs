//! The drawings of every state, as words and hooks.

use time::UtcDateTime;

use super::{Media, Surroundings, card, mention};
use crate::core::html::joined;
use crate::core::preview::{Render, draw_text};
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

/// The whole card and the Mention.
fn html(render: &Render, media: Media) -> [String; 2] {
    let around = Surroundings { dark: false, media: &|_| media, words: &|_| None };
    let drawing = card(render, LINK, None, &around).whole();
    [drawing.as_str().to_owned(), joined(&mention(render, LINK, &around)).as_str().to_owned()]
}

/// Without the tags.
fn words(html: &str) -> String {
    let pieces = html.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, words)| words));
    let pieces: Vec<&str> = pieces.map(str::trim).filter(|words| !words.is_empty()).collect();
    pieces.join(" | ")
}

#[test]
fn every_state_has_its_words() {
    let service = Service::default();
    let blank = Render::default;
    let says = |words: &str| format!("Rocket | Open | Acme Inc | File, a PDF from acme.com{words}");
    for (render, in_card, in_mention) in [
        (drawn(ITEM), says(""), "Rocket"),
        (
            drawn(ITEM).connecting(),
            "Connect to Acme Inc to show this preview | acme.com | Connect".to_owned(),
            "acme.com | Rocket",
        ),
        (
            blank().connecting(),
            "Connect to acme.com to show this preview | acme.com | Connect".to_owned(),
            "acme.com | https://acme.com/items/7",
        ),
        (
            drawn(ITEM).failed(service.error_reply()),
            "acme.com | Content not found (status 404) | Try again".to_owned(),
            "acme.com | Content not found (status 404)",
        ),
        (drawn(ITEM).with_error(service.error_reply()), says(" | Content not found (status 404)"), "Rocket"),
        (drawn(ITEM).deleted(), says(" | deleted everywhere: your service was told"), "Rocket"),
        (blank().deleted(), format!("{LINK} | deleted everywhere: your service was told"), "https://acme.com/items/7"),
        (drawn(UPDATE).after(&drawn(ITEM)), "Landed | removed: | Open | Acme Inc | removed: | File".to_owned(), "Landed"),
    ] {
        let [card, mention] = html(&render, Media::Ready);
        assert_eq!((words(&card), words(&mention)), (in_card, in_mention.to_owned()));
    }
}

#[test]
fn an_update_marks_what_it_changed_and_what_it_took_away() {
    let [card, mention] = html(&drawn(UPDATE).after(&drawn(ITEM)), Media::Ready);
    for (html, changed, gone) in [(&card, 2, 2), (&mention, 1, 0)] {
        assert_eq!(html.matches(" changed\"").count(), changed, "{html}");
        assert_eq!(html.matches("data-gone=").count(), gone, "{html}");
    }
    assert!(card.starts_with("<article class=\"card changed\""), "{card}");
    assert!(card.contains("class=\"part changed\" data-section=\"title\" data-attribute=\"title\""), "{card}");
    for hook in ["data-attribute=\"state\"", "data-attribute=\"file\"", "href="] {
        assert!(!card.replace("use href=", "").contains(hook), "{hook} in {card}");
    }
}

/// A button in a button would end the outer one.
#[test]
fn a_thumbnail_has_no_button() {
    for (render, action) in
        [(drawn(ITEM).connecting(), "play:first-paste"), (drawn(ITEM).failed(Service::default().error_reply()), "play:revisit")]
    {
        let button = format!("<button type=\"button\" class=\"card-button\" data-action=\"{action}\">");
        assert!(html(&render, Media::Waiting)[0].contains(&button));
        assert!(!html(&render, Media::Inert)[0].contains("<button"));
    }
}

#[test]
fn what_is_deleted_is_struck_out_in_a_line_of_text() {
    let [card, mention] = html(&drawn(ITEM).deleted(), Media::Ready);
    assert!(card.starts_with("<article class=\"card deleted\""), "{card}");
    assert!(mention.starts_with("<s>") && mention.ends_with("</s>"), "{mention}");
}

/// As a browser reads them, so that a button names the host that it loads from.
#[test]
fn the_host_of_an_address() {
    let rows = [
        ("https://acme.com/a.png", "acme.com"),
        ("https://acme.com:8080?x", "acme.com:8080"),
        ("https://good.example@evil.example/x", "evil.example"),
        ("https://evil.example\\.good.example/x", "evil.example"),
        ("https://evil.example#.good.example", "evil.example"),
        ("no address", "no address"),
    ];
    for (address, host) in rows {
        assert_eq!(super::card::domain(address), host);
    }
}
