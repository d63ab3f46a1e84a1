//! What the documents put at a place.

use time::{Duration, UtcDateTime};

use super::candidate::{Candidate, CandidateKind};
use super::scan::Place;
use crate::core::form::{TINTS, WORDS, Word};
use crate::core::json::{self, edit};
use crate::core::preview::format::written;
use crate::core::unfurl::{Section, SubType};

/// What a container is, by where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Level {
    Envelope,
    Operations,
    Operation,
    Path,
    Error,
    Attributes,
    Attribute,
    Inline,
    Embed,
    SubType(SubType),
    Color,
}

/// A key, what stands behind it at first, and what it is for.
type Key = (&'static str, &'static str, &'static str);

const ENVELOPE: &[Key] =
    &[("uri", r#""""#, "The requested link, the same in the response"), ("operations", "[]", "What the preview becomes")];
const OPERATION: &[Key] = &[
    ("path", r#"["attributes"]"#, r#"What is set: ["attributes"] or ["error"]"#),
    ("set", "[]", "The attributes, or the error's status and message"),
];
const ERROR: &[Key] = &[("status", "404", "The HTTP status, an integer"), ("message", r#""""#, "What the person reads")];
const ATTRIBUTE: &[Key] = &[
    ("id", r#""""#, "Names the attribute; a later one with the same id replaces it"),
    ("name", r#""""#, "What people call the attribute"),
    ("type", r#""inline""#, "Which of `inline` and `embed` it has"),
    ("inline", "{}", "A text, a date, a chip or a color"),
    ("embed", "{}", "A picture, a video, a sound or a page, with its address"),
];
const SRC_URL: &[Key] = &[("src_url", r#""""#, "The address of what is embedded, https")];
const VALUE: Key = ("value", r#""""#, "What is drawn");
const SECTION: Key = ("section", r#""""#, "Where in the card it is drawn");
const ENUM_COLOR: Key = ("color", r#"{"r": 219, "g": 237, "b": 219}"#, "The chip's background");
const COLOR: &[Key] = &[
    ("r", "0", "Red, an integer from 0 to 255"),
    ("g", "0", "Green, an integer from 0 to 255"),
    ("b", "0", "Blue, an integer from 0 to 255"),
];
const COLOR_VALUE: Key = ("value", r#"{"r": 0, "g": 0, "b": 0}"#, "The color");

pub(super) fn at(place: &Place, now: UtcDateTime) -> Vec<Candidate> {
    let Some(level) = level(place) else { return Vec::new() };
    if place.is_key { keys(place, level) } else { values(place, level, now) }
}

pub(super) fn level(place: &Place) -> Option<Level> {
    let mut outer = None;
    for frame in &place.frames {
        let level = match (outer, frame.key, frame.is_array()) {
            (None, _, true) | (Some(Level::Operation), Some("set"), true) => Level::Attributes,
            (None, _, false) => Level::Envelope,
            (Some(Level::Envelope), Some("operations"), true) => Level::Operations,
            (Some(Level::Operations), None, false) => Level::Operation,
            (Some(Level::Operation), Some("path"), true) => Level::Path,
            (Some(Level::Operation), Some("set"), false) => Level::Error,
            (Some(Level::Attributes), None, false) => Level::Attribute,
            (Some(Level::Attribute), Some("inline"), false) => Level::Inline,
            (Some(Level::Attribute), Some("embed"), false) => Level::Embed,
            (Some(Level::Inline | Level::Embed), Some(key), false) => Level::SubType(SubType::from_name(key)?),
            (Some(Level::SubType(SubType::Color)), Some("value"), false)
            | (Some(Level::SubType(SubType::Enum)), Some("color"), false) => Level::Color,
            _ => return None,
        };
        outer = Some(level);
    }
    outer
}

/// What a key is for.
pub(super) fn meaning(level: Level, name: &str) -> Option<&'static str> {
    known(level).iter().find(|(key, ..)| *key == name).map(|(.., meaning)| *meaning)
}

/// The keys that a container of this level may have, apart from sub-types.
fn known(level: Level) -> &'static [Key] {
    match level {
        Level::Envelope => ENVELOPE,
        Level::Operation => OPERATION,
        Level::Error => ERROR,
        Level::Attribute => ATTRIBUTE,
        Level::Embed => SRC_URL,
        Level::SubType(SubType::Enum) => &[VALUE, SECTION, ENUM_COLOR],
        Level::SubType(SubType::Color) => &[COLOR_VALUE, SECTION],
        Level::SubType(sub_type) if sub_type.is_embed() => &[SECTION],
        Level::SubType(_) => &[VALUE, SECTION],
        Level::Color => COLOR,
        Level::Inline | Level::Operations | Level::Path | Level::Attributes => &[],
    }
}

fn keys(place: &Place, level: Level) -> Vec<Candidate> {
    let present = place.frame().map_or(&[][..], |frame| &frame.keys);
    let has = |key: &str| present.contains(&key);
    let missing = known(level).iter().filter(|(name, ..)| !has(name));
    let mut offered: Vec<Candidate> = missing.map(|(name, value, info)| key(place, name, value, info)).collect();
    match level {
        Level::Attribute if has("inline") || has("embed") => {
            offered.retain(|candidate| !matches!(&*candidate.label, "inline" | "embed"));
        }
        Level::Inline => offered.extend(sub_types(place, present, &SubType::INLINE)),
        Level::Embed => offered.extend(sub_types(place, present, &SubType::EMBED)),
        _ => {}
    }
    offered
}

fn key(place: &Place, name: &'static str, value: &str, info: &'static str) -> Candidate {
    let apply = if place.has_colon { format!("\"{name}\"") } else { format!("\"{name}\": {value}") };
    Candidate { info, ..Candidate::new(name, apply, CandidateKind::Key) }
}

/// The sub-types of a carrier that has none yet.
fn sub_types(place: &Place, present: &[&str], sub_types: &[SubType]) -> Vec<Candidate> {
    if sub_types.iter().any(|sub_type| present.contains(&sub_type.name())) {
        return Vec::new();
    }
    let candidate = |sub_type: &SubType| {
        let name = sub_type.name();
        let apply = if place.has_colon { format!("\"{name}\"") } else { format!("\"{name}\": {}", body(*sub_type)) };
        Candidate { detail: homes(*sub_type), ..Candidate::new(name, apply, CandidateKind::SubType) }
    };
    sub_types.iter().map(candidate).collect()
}

/// The sections that list a sub-type, in words.
fn homes(sub_type: SubType) -> String {
    Section::names(&Section::listing(sub_type)).join(", ")
}

/// What a sub-type holds, ready to be filled.
fn body(sub_type: SubType) -> String {
    let section = home(sub_type).name();
    match sub_type {
        _ if sub_type.is_embed() => format!(r#"{{"section": "{section}"}}"#),
        SubType::Color => format!(r#"{{"value": {}, "section": "{section}"}}"#, COLOR_VALUE.1),
        _ => format!(r#"{{"value": "", "section": "{section}"}}"#),
    }
}

/// Where a sub-type is mostly meant to be.
fn home(sub_type: SubType) -> Section {
    match sub_type {
        SubType::Image => Section::Embed,
        SubType::Color => Section::Background,
        SubType::PlainText => Section::Body,
        _ => Section::listing(sub_type).first().copied().unwrap_or(Section::Title),
    }
}

fn values(place: &Place, level: Level, now: UtcDateTime) -> Vec<Candidate> {
    match (level, place.key) {
        (Level::Attributes, None) => attributes(place, now),
        (Level::Path, None) => ["attributes", "error"].map(|name| value(name, "")).into(),
        (Level::Attribute, Some("type")) => {
            let frame = place.frame();
            let carried = |name: &str| frame.is_some_and(|frame| frame.keys.contains(&name));
            let names = ["inline", "embed"].into_iter().filter(|name| match *name {
                "inline" => !carried("embed"),
                _ => !carried("inline"),
            });
            names.map(|name| value(name, "")).collect()
        }
        (Level::SubType(sub_type), Some("section")) => {
            let sections = Section::listing(sub_type).into_iter();
            sections.map(|section| Candidate { kind: CandidateKind::Section, ..value(section.name(), section.place()) }).collect()
        }
        (Level::Attribute, Some("id")) => free_ids(place),
        (Level::Embed, Some("src_url")) => addresses(place),
        (Level::SubType(SubType::Date), Some("value")) => {
            let day = |days| written(now.checked_add(Duration::days(days)).unwrap_or(now)).chars().take(10).collect();
            vec![written_value(day(0), "today"), written_value(day(1), "tomorrow"), written_value(day(7), "in a week")]
        }
        (Level::SubType(SubType::Datetime), Some("value")) => vec![written_value(written(now), "now")],
        (Level::SubType(SubType::Enum), Some("color")) | (Level::SubType(SubType::Color), Some("value")) => {
            TINTS.iter().map(|tint| Candidate::new(tint.name, tint.json(), CandidateKind::Value)).collect()
        }
        _ => Vec::new(),
    }
}

fn written_value(text: String, detail: &str) -> Candidate {
    let apply = json::written(&text);
    Candidate { detail: detail.to_owned(), ..Candidate::new(text, apply, CandidateKind::Value) }
}

/// Ids that the designers' words have and no attribute has yet.
fn free_ids(place: &Place) -> Vec<Candidate> {
    let taken = ids(place.text);
    let free = WORDS.iter().filter(|word| !taken.contains(&&*word.id()));
    free.map(|word| written_value(word.id(), word.word)).collect()
}

/// Sample files of the sub-type that stands beside the address, or of all.
fn addresses(place: &Place) -> Vec<Candidate> {
    let beside = |word: &&&Word| place.frame().is_some_and(|frame| frame.keys.contains(&word.sub_type.name()));
    let all: Vec<&Word> = WORDS.iter().filter(|word| word.address().is_some()).collect();
    let fits: Vec<&&Word> = all.iter().filter(beside).collect();
    let offered = if fits.is_empty() { all.iter().collect() } else { fits };
    offered.into_iter().filter_map(|word| Some(written_value(word.address()?, word.word))).collect()
}

fn value(name: &'static str, info: &'static str) -> Candidate {
    Candidate { info, ..Candidate::new(name, format!("\"{name}\""), CandidateKind::Value) }
}

/// Whole attributes, by the words of designers. If one follows another without a comma, it brings the comma.
fn attributes(place: &Place, now: UtcDateTime) -> Vec<Candidate> {
    let before = &place.text[..place.replaced.start];
    let opens = if before.trim_end().ends_with('}') { ", " } else { "" };
    let ids = ids(place.text);
    let candidate = |word: &&'static Word| {
        let attribute = edit::spread(place.text, place.replaced.start, &word.attribute(word.section, &ids, now));
        let detail = format!("{}, {}", word.sub_type.name(), word.section.name());
        let whole = Candidate::new(word.word, format!("{opens}{attribute}"), CandidateKind::Value);
        Candidate { also: word.names(), detail, ..whole }
    };
    let (needed, others): (Vec<_>, Vec<_>) = WORDS.iter().partition(|word| word.is_needed());
    needed.iter().chain(&others).map(candidate).collect()
}

/// The ids in a text, even if it does not parse.
fn ids(text: &str) -> Vec<&str> {
    let behind = text.split("\"id\"").skip(1);
    behind.filter_map(|rest| rest.trim_start().strip_prefix(':')?.trim_start().strip_prefix('"')?.split('"').next()).collect()
}
