//! The parts of sections in a line, and behind them those that an update removed.

use std::sync::Arc;

use leptos::prelude::*;

use super::part::{GonePart, PartView};
use super::surroundings::Surroundings;
use crate::app::components::Rows;
use crate::core::preview::{Part, PartKind, Render};
use crate::core::unfurl::Section;

/// Parts of one section that are drawn. More do not help to judge the layout, and a browser takes seconds for 100,000.
const MOST_PARTS: usize = 1000;

/// One thing in the line.
#[derive(Clone)]
pub struct Item {
    pub section: Section,
    pub shown: Shown,
}

#[derive(Clone)]
pub enum Shown {
    Part(Arc<Part>),
    /// The number of further parts.
    More(usize),
    /// An update removed it.
    Gone(Arc<Part>),
}

/// Where the attribute stands in the text does not show: a letter typed before it changes no drawing.
impl PartialEq for Item {
    fn eq(&self, other: &Self) -> bool {
        self.section == other.section
            && match (&self.shown, &other.shown) {
                (Shown::Part(one), Shown::Part(other)) | (Shown::Gone(one), Shown::Gone(other)) => looks_same(one, other),
                (Shown::More(one), Shown::More(other)) => one == other,
                _ => false,
            }
    }
}

fn looks_same(one: &Part, other: &Part) -> bool {
    one.index == other.index
        && one.changed == other.changed
        && one.kind == other.kind
        && one.text == other.text
        && one.color == other.color
        && one.relative == other.relative
        && one.name == other.name
        && one.src_url == other.src_url
        && one.attribute == other.attribute
        && one.value == other.value
}

/// Identifies an item between two drawings. While the key stays, its element keeps its playing image, its focus and its
/// place in the list.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct ItemKey {
    section: Section,
    role: Role,
    attribute: String,
    /// Of an attribute without an id.
    index: Option<usize>,
    kind: Option<PartKind>,
    src_url: Option<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Role {
    Part,
    More,
    Gone,
}

impl Item {
    fn key(&self) -> ItemKey {
        let (role, part) = match &self.shown {
            Shown::Part(part) => (Role::Part, Some(part)),
            Shown::More(_) => (Role::More, None),
            Shown::Gone(part) => (Role::Gone, Some(part)),
        };
        ItemKey {
            section: self.section,
            role,
            attribute: part.map(|part| part.attribute.clone()).unwrap_or_default(),
            index: part.filter(|part| part.attribute.is_empty()).map(|part| part.index),
            kind: part.map(|part| part.kind),
            src_url: part.and_then(|part| part.src_url.clone()),
        }
    }
}

/// Whether there is anything to show of some sections.
pub fn has(render: &Render, sections: &[Section]) -> bool {
    let is_there = |section: &Section| !render.preview.section(*section).is_empty();
    sections.iter().any(is_there) || render.changes.gone.iter().any(|(section, _)| sections.contains(section))
}

fn items(render: &Render, sections: &[Section]) -> Vec<Item> {
    let mut items = Vec::new();
    for section in sections.iter().copied() {
        let parts = render.preview.section(section);
        let mut push = |shown| items.push(Item { section, shown });
        parts.iter().take(MOST_PARTS).for_each(|part| push(Shown::Part(part.clone())));
        if parts.len() > MOST_PARTS {
            push(Shown::More(parts.len() - MOST_PARTS));
        }
        let gone = render.changes.gone.iter().filter(|(of, _)| *of == section);
        gone.take(MOST_PARTS).for_each(|(_, part)| push(Shown::Gone(part.clone())));
    }
    items
}

/// The parts of sections, one section after the other.
#[component]
pub fn Line(#[prop(into)] render: Signal<Arc<Render>>, sections: &'static [Section], around: Surroundings) -> impl IntoView {
    let row = move |key: ItemKey, item: RwSignal<Item>| match key.role {
        Role::Part => view! { <PartView item=item around=around/> }.into_any(),
        Role::Gone => view! { <GonePart item=item around=around/> }.into_any(),
        Role::More => view! { <span class="part">{move || item.with(more)}</span> }.into_any(),
    };
    view! { <Rows items=move || render.with(|render| items(render, sections)) key=Item::key row=row/> }
}

fn more(item: &Item) -> String {
    match item.shown {
        Shown::More(number) => format!("and {number} more"),
        Shown::Part(_) | Shown::Gone(_) => String::new(),
    }
}
