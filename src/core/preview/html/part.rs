//! One attribute, drawn.

use super::{Surroundings, ink, media};
use crate::core::html::{Html, element, text, worded};
use crate::core::preview::format::{full, initials};
use crate::core::preview::{Part, PartKind, Render};
use crate::core::text::beginning;
use crate::core::unfurl::Section;

/// More parts of one section help nobody to see the layout, and a browser takes seconds over a hundred thousand.
const MOST_PARTS: usize = 1000;

/// Bytes of a text that are drawn.
const MOST_READ: usize = 10_000;

/// A part with the hooks that name its section and attribute. `data-index` tells which one of the attributes it is and not
/// where that stands: what is typed before it must not change it.
fn part(part: &Part, section: Section, around: &Surroundings) -> Html {
    let name = part.name.as_deref().unwrap_or(&part.attribute);
    let (words, tooltip) = words(part, around);
    let attributes = [
        ("class", if part.changed { "part changed" } else { "part" }),
        ("data-section", section.name()),
        ("data-attribute", &part.attribute),
        ("data-kind", part.kind.name()),
        ("data-index", &part.index.to_string()),
        ("title", &title(part, name, tooltip.as_deref())),
    ];
    element("span", &attributes, &[content(part, section, name, &words, around)])
}

/// What an update took away: no hook names it, since it is not drawn any more.
fn gone(part: &Part, section: Section, around: &Surroundings) -> Html {
    let name = part.name.as_deref().unwrap_or(&part.attribute);
    let inside = match section {
        // Its picture would be larger than all that is left.
        Section::Embed => worded("span", "tile", name),
        _ => content(part, section, name, &words(part, around).0, around),
    };
    let says = worded("span", "unseen", "removed: ");
    let attributes = [("class", "part gone"), ("data-gone", &*part.attribute), ("data-kind", part.kind.name()), ("title", name)];
    element("span", &attributes, &[says, element("del", &[], &[inside])])
}

/// The parts of a section in a line, and behind them those that are no more.
pub(super) fn line(render: &Render, section: Section, around: &Surroundings) -> Vec<Html> {
    let parts = render.preview.section(section);
    let mut line: Vec<Html> = parts.iter().take(MOST_PARTS).map(|each| part(each, section, around)).collect();
    if parts.len() > MOST_PARTS {
        let more = format!("and {} more", parts.len() - MOST_PARTS);
        line.push(worded("span", "part", &more));
    }
    let removed = render.changes.gone.iter().filter(|(of, _)| *of == section);
    line.extend(removed.take(MOST_PARTS).map(|(_, part)| gone(part, section, around)));
    line
}

/// A browser takes half a minute to lay out a text of megabytes, of which the card shows three lines.
fn readable(text: &str) -> String {
    let read = beginning(text, MOST_READ);
    if read.len() == text.len() { text.to_owned() } else { format!("{read}…") }
}

fn words(part: &Part, around: &Surroundings) -> (String, Option<String>) {
    let dated = matches!(part.kind, PartKind::Date | PartKind::Datetime);
    let other = if dated { (around.words)(part) } else { None };
    let own = || readable(part.text.as_deref().unwrap_or_default());
    match other {
        Some(other) => (other.text, other.tooltip),
        None if part.kind == PartKind::Datetime => (own(), part.value.as_str().and_then(full)),
        None => (own(), None),
    }
}

fn content(part: &Part, section: Section, name: &str, words: &str, around: &Surroundings) -> Html {
    match part.kind {
        PartKind::Text if section == Section::Avatar => worded("span", "initials", &initials(words)),
        PartKind::Text | PartKind::Date | PartKind::Datetime => text(words),
        PartKind::Chip => element("span", &[("class", "chip"), ("style", &ink::chip(part.color, around.dark))], &[text(words)]),
        PartKind::Relation => worded("span", "chip relation", words),
        PartKind::Swatch => {
            let label = format!("{name}: colour");
            let style = ink::swatch(part.color);
            element("span", &[("class", "swatch"), ("style", &style), ("role", "img"), ("aria-label", &label)], &[])
        }
        _ => media::media(part, section, name, around),
    }
}

fn title(part: &Part, name: &str, tooltip: Option<&str>) -> String {
    match (part.kind, &part.text) {
        (PartKind::Datetime, _) => format!("{name}: {}", tooltip.or(part.value.as_str()).unwrap_or_default()),
        (PartKind::Relation, Some(text)) => format!("{name}: {text} (Notion would resolve this relation)"),
        (PartKind::Text, Some(text)) => format!("{name}: {}", readable(text)),
        _ => name.to_owned(),
    }
}
