use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::table::{Contradiction, Place, Side, all};
use super::{Document, LINKS};
use crate::core::event::Event;
use crate::core::integration::simulator::{Scene, play};
use crate::core::place::Setting;
use crate::core::rules;
use crate::core::templates;
use crate::core::unfurl::Section;

/// Addresses that the documents name without printing them.
const NAMED_ONLY: [&str; 1] = ["https://www.notion.so/profile/integrations"];

fn folder() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/docs");
    if folder.is_dir() {
        return Some(folder);
    }
    println!("skipped: the documents, no ../shared/docs");
    None
}

fn file(document: Document) -> &'static str {
    match document {
        Document::Overview => "overview.md",
        Document::Guide => "guide.md",
        Document::Reference => "reference.md",
        Document::Introduction => "api-introduction.md",
    }
}

fn read(folder: &Path, document: Document) -> String {
    plain(&fs::read_to_string(folder.join(file(document))).expect("a document"))
}

/// Markdown without links, bold type and line breaks.
fn plain(markdown: &str) -> String {
    let mut text = String::new();
    let mut rest = markdown;
    while let Some((before, linked)) = rest.split_once("](") {
        let (before, name) = before.rsplit_once('[').unwrap_or(("", before));
        text.extend([before, name]);
        rest = linked.split_once(')').map_or("", |(_, after)| after);
    }
    text.push_str(rest);
    let text = text.replace("**", "").replace("<br />", " ");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a document has the heading, and after it the pieces of the quote one after the other.
fn stands_in(side: &Side, document: &str) -> bool {
    let Some((_, mut after)) = document.split_once(&plain(side.section)) else { return false };
    !side.is_quote
        || side.text.split(" … ").all(|piece| match after.split_once(&plain(piece)) {
            Some((_, rest)) => {
                after = rest;
                true
            }
            None => false,
        })
}

#[test]
fn every_side_stands_in_its_document() {
    let Some(folder) = folder() else { return };
    let documents = Document::ALL.map(|document| (document, read(&folder, document)));
    let text = |wanted| documents.iter().find(|(document, _)| *document == wanted).map_or("", |(_, text)| text);
    let missing = |row: &Contradiction| {
        let missing = row.sides.iter().filter(|side| !stands_in(side, text(side.document)));
        missing.map(|side| format!("{}: {}: {}", row.number, side.section, side.text)).collect::<Vec<_>>()
    };
    assert_eq!(all().flat_map(missing).collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn every_address_is_one_of_the_documents() {
    let Some(folder) = folder() else { return };
    let documents = Document::ALL.map(|document| fs::read_to_string(folder.join(file(document))).expect("a document")).concat();
    let is_named = |url: &str| {
        NAMED_ONLY.contains(&url) || documents.contains(url.strip_prefix("https://developers.notion.com").unwrap_or(url))
    };
    let urls = LINKS.iter().map(|link| link.url).chain(Document::ALL.map(Document::url));
    assert_eq!(urls.filter(|url| !is_named(url)).collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn the_numbers_are_1_to_74() {
    let mut numbers: Vec<u8> = all().map(|row| row.number).collect();
    numbers.sort_unstable();
    assert_eq!(numbers, (1..=74).collect::<Vec<_>>());
}

/// The titles of every exchange that the timeline can show.
fn exchanges() -> BTreeSet<&'static str> {
    let project = templates::first();
    let scene = Scene { project: &project, taken: true, answer: &project.payload };
    let events = "first-paste deny first-paste allow update refresh expire-token revisit delete-all disconnect";
    let events: Vec<Event> = events.split(' ').filter_map(Event::parse).collect();
    play(&scene, &events).iter().flat_map(|step| step.exchanges.iter().map(|exchange| exchange.title)).collect()
}

fn is_disputed(place: Place) -> bool {
    all().any(|row| row.places.contains(&place))
}

/// The page puts a note at each of these without asking whether there is something in it.
#[test]
fn every_place_that_has_a_note_has_a_contradiction() {
    let settings = Setting::ALL.map(Place::Setting);
    let form = [Place::Pattern, Place::Samples, Place::Placeholders];
    let exchanges = exchanges().into_iter().map(Place::Exchange);
    let open: Vec<Place> = settings.into_iter().chain(form).chain(exchanges).filter(|place| !is_disputed(*place)).collect();
    assert_eq!(open, []);
}

#[test]
fn every_place_exists() {
    let exchanges = exchanges();
    for row in all() {
        assert!(!row.places.is_empty(), "{} has no place", row.number);
        for place in row.places {
            match place {
                Place::Rule(name) => assert!(rules::find(name).is_some(), "{}: no rule `{name}`", row.number),
                Place::Section(name) => assert!(Section::from_name(name).is_some(), "{}: no section `{name}`", row.number),
                Place::Exchange(title) => assert!(exchanges.contains(title), "{}: no exchange `{title}`", row.number),
                _ => {}
            }
        }
    }
}

#[test]
fn every_row_is_short_and_told_apart() {
    let titles: BTreeSet<&str> = all().map(|row| row.title).collect();
    assert_eq!(titles.len(), all().count());
    for row in all() {
        assert!(row.sides[0] != row.sides[1] && row.sides[0].is_quote, "{}", row.number);
        assert!(row.sides.iter().all(|side| side.text.chars().count() <= 200), "{} is long", row.number);
        assert!(row.lab.starts_with("The Lab ") && row.lab.ends_with('.'), "{}", row.number);
    }
}
