use super::{DataKind, Mapped, Part, Role, Start, assert_valid, data, project, project_of_data, project_of_links, recognize};
use crate::core::preview::draw_text;

fn unknown(text: &str) -> &'static str {
    match recognize(text) {
        Start::Unknown(sentence) => sentence,
        other => panic!("{other:?}"),
    }
}

fn links(text: &str) -> Vec<String> {
    match recognize(text) {
        Start::Links(links) => links,
        other => panic!("{other:?}"),
    }
}

#[test]
fn each_line_can_be_a_link() {
    assert_eq!(links(" https://acme.com/items/1 "), ["https://acme.com/items/1"]);
    assert_eq!(links("acme.com/items/1\n\nhttp://acme.com/items/2"), ["https://acme.com/items/1", "http://acme.com/items/2"]);
    assert_eq!(recognize("https://acme.com/a\nhttps://acme.com/b").says(), "2 links of acme.com");
}

#[test]
fn what_else_it_is_is_said() {
    assert_eq!(recognize(" \n"), Start::Nothing);
    assert!(unknown("hello world").starts_with("This is no link"));
    assert!(unknown("and/or").starts_with("This is no link"));
    assert!(unknown("curl https://api.acme.com/items/1").starts_with("This is a request"));
    assert!(unknown("[1, 2]").starts_with("This JSON has no text"));
    assert!(unknown("<p>Hello</p>").starts_with("This HTML says nothing"));
}

#[test]
fn a_payload_is_a_payload_already() {
    let attribute = r#"{"id":"title","name":"Title","type":"inline","inline":{"title":{"value":"A","section":"title"}}}"#;
    assert_eq!(recognize(&format!("[{attribute}]")), Start::Payload(format!("[{attribute}]")));
    assert_eq!(recognize(attribute), Start::Payload(format!("[{attribute}]")));
    let response = format!(r#"{{"uri":"https://acme.com/a","operations":[{{"path":["attributes"],"set":[{attribute}]}}]}}"#);
    assert_eq!(recognize(&response), Start::Payload(response.clone()));
}

#[test]
fn json_is_found_in_what_was_copied_around_it() {
    for text in [
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{\"title\": \"A\"}",
        "{title: 'A',}",
        "```json\n{\"title\": \"A\"}\n```",
    ] {
        let data = data(text);
        assert_eq!((data.kind, data.leaf("title").map(|leaf| leaf.text.as_str())), (DataKind::Json, Some("A")), "{text}");
    }
}

#[test]
fn a_link_becomes_a_rule_with_placeholders() {
    let links = links("https://www.acme.com/shop/items/23487");
    let project = project_of_links(&links, &[]).unwrap();
    let rule = &project.rules[0];
    assert_eq!((&*project.settings.domain, &*rule.name, &*project.link), ("acme.com", "items", &*links[0]));
    assert_eq!(rule.pattern, r"^https:\/\/www\.acme\.com\/shop\/items\/(?<itemNo>\d+)$");
    assert_eq!(rule.samples[0].url, links[0]);
    for text in ["Item $<itemNo>", "#$<itemNo>", "Acme"] {
        assert!(rule.placeholders.contains(text), "{text} in {}", rule.placeholders);
    }
    for text in ["Item 23487", "#23487", "Acme"] {
        assert!(project.payload.contains(text), "{text} in {}", project.payload);
    }
    assert_valid(&project.payload);
    let turned = project_of_links(&links, &[Part::Segment(0)]).unwrap();
    assert!(turned.rules[0].pattern.contains("(?<part>"), "{}", turned.rules[0].pattern);
}

#[test]
fn links_without_ids_have_a_title_too() {
    for link in
        ["https://acme.com", "https://acme.com/", "https://acme.com/about", "https://acme.com/posts/hello-world?tab=2#top"]
    {
        let project = project_of_links(&[link.to_owned()], &[]).unwrap();
        assert_valid(&project.payload);
        assert!(draw_text(&project.payload, time::UtcDateTime::UNIX_EPOCH).is_some(), "{link}");
    }
    let apart = ["https://acme.com/a", "https://other.example/a"].map(str::to_owned);
    assert!(project_of_links(&apart, &[]).unwrap_err().contains("nothing in common"));
}

#[test]
fn the_project_keeps_the_json_and_where_each_attribute_comes_from() {
    let text = include_str!("samples/github-issue.json");
    let project = project(text);
    assert_eq!((&*project.name, &*project.settings.domain), ("Found a leak in the fuel line", "github.com"));
    assert_eq!(project.rules[0].pattern, r"^https:\/\/github\.com\/acme\/rocket\/issues\/(?<issueNo>\d+)$");
    let sample = project.sample.as_ref().unwrap();
    assert_eq!(&*sample.text, text.trim());
    let fields: Vec<_> = sample.fields.iter().map(|field| (&*field.word, &*field.path, field.attribute.as_deref())).collect();
    assert!(fields.contains(&("Link", "html_url", None)));
    assert!(fields.contains(&("Status", "state", Some("status"))));
    assert!(fields.contains(&("Label", "labels[1].name", Some("label2"))));
    // The service's own color of a label, and the color of a state.
    assert!(project.payload.contains("\"r\": 242"), "{}", project.payload);
    assert!(project.payload.contains("\"r\": 219"), "{}", project.payload);
}

#[test]
fn a_page_is_not_kept() {
    assert_eq!(project(include_str!("samples/page.html")).sample, None);
}

#[test]
fn a_mapping_without_a_title_has_one_all_the_same() {
    let data = data(r#"{"title": "A", "state": "open"}"#);
    let mapped = [
        Mapped { role: Role::named("Status").unwrap(), path: Some("state".to_owned()) },
        Mapped { role: Role::Link, path: None },
    ];
    let project = project_of_data(&data, &mapped);
    assert_valid(&project.payload);
    assert!(project.payload.contains("Untitled"));
}
