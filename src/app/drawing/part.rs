//! One attribute, drawn.

use leptos::ev::PointerEvent;
use leptos::html;
use leptos::prelude::*;
use web_sys::HtmlElement;

use super::carry::beside;
use super::in_place::InPlace;
use super::line::{Item, Shown};
use super::media::Medium;
use super::surroundings::Surroundings;
use super::{ink, words};
use crate::core::preview::format::initials;
use crate::core::preview::{MediaKey, MediaState, Part, PartKind};
use crate::core::unfurl::Section;

impl Item {
    /// Reads the part; items that are none have no view that asks.
    pub fn part<T>(&self, read: impl FnOnce(&Part) -> T) -> Option<T> {
        match &self.shown {
            Shown::Part(part) | Shown::Gone(part) => Some(read(part)),
            Shown::More(_) => None,
        }
    }
}

/// A reader for one thing of a part, which follows it.
fn follow<T: Default + 'static>(item: RwSignal<Item>, read: fn(&Part) -> T) -> impl Fn() -> T + Copy + Send + Sync + 'static {
    move || item.with(|item| item.part(read)).unwrap_or_default()
}

/// What of a part its key fixes.
struct Fixed {
    section: Section,
    kind: PartKind,
    attribute: String,
}

fn fixed(item: RwSignal<Item>) -> Fixed {
    item.with_untracked(|item| Fixed {
        section: item.section,
        kind: item.part(|part| part.kind).unwrap_or(PartKind::Text),
        attribute: item.part(|part| part.attribute.clone()).unwrap_or_default(),
    })
}

/// A part, with the public hooks that name its section and attribute.
#[component]
pub fn PartView(item: RwSignal<Item>, around: Surroundings) -> impl IntoView {
    let Fixed { section, kind, attribute } = fixed(item);
    let index = move || item.with_untracked(|item| item.part(|part| part.index));
    let place = NodeRef::<html::Span>::new();
    let tagged = move || place.get_untracked().map(|place| (HtmlElement::clone(&place), tag(item)));
    let hover = move |on: bool| {
        if let Some(live) = around.live {
            live.hover.run(if on { index() } else { None });
            if let Some(tags) = live.tags {
                tags.hover(if on { tagged() } else { None });
            }
        }
    };
    let selected = move || {
        let selected = around.live.and_then(|live| live.selected.get());
        selected.is_some() && selected == item.with(|item| item.part(|part| part.index))
    };
    if let Some(tags) = around.live.and_then(|live| live.tags) {
        Effect::new(move |before: Option<bool>| {
            let selected = selected();
            // Only when it becomes selected: measuring makes the browser lay out the page.
            if let Some(part) = (selected && before != Some(true)).then(tagged).flatten() {
                tags.select(part);
            }
            selected
        });
    }
    let select = move |_| {
        if let Some((live, index)) = around.live.zip(index()) {
            live.select.run(index);
        }
    };
    let carry = around.live.and_then(|live| live.carry);
    let press = move |event: PointerEvent| {
        if let Some((carry, index)) = carry.zip(index()).filter(|(_, index)| !is_busy(item, *index, around)) {
            carry.press(index, section, &event);
        }
    };
    let claim = move |event: PointerEvent| {
        if let Some(((carry, index), place)) = carry.zip(index()).zip(place.get_untracked()) {
            carry.claim(|| beside(&place, index, section, &event));
        }
    };
    let line = move || carry?.line_at(item.with(|item| item.part(|part| part.index))?);
    view! {
        <span
            class="part"
            class:changed=follow(item, |part| part.changed)
            class:selected=selected
            data-section=section.name()
            data-attribute=attribute
            data-kind=kind.name()
            data-drop=line
            title=follow(item, words::tooltip)
            node_ref=place
            on:mouseenter=move |_| hover(true)
            on:mouseleave=move |_| hover(false)
            on:click=select
            on:pointerdown=press
            on:pointermove=claim
            // The browser would drag the picture itself.
            on:dragstart=move |event| event.prevent_default()
        >
            {content(item, section, kind, around)}
        </span>
    }
}

/// Its text is being edited, or its player runs: the pointer does other things there.
fn is_busy(item: RwSignal<Item>, index: usize, around: Surroundings) -> bool {
    let editing = around.live.and_then(|live| live.editing?.attribute.get_untracked());
    let key = item.with_untracked(|item| item.part(MediaKey::of).flatten());
    let runs = || key.is_some_and(|key| key.kind != PartKind::Image && around.media(Some(&key)) == MediaState::Opened);
    editing == Some(index) || untrack(runs)
}

/// `primary · State`
fn tag(item: RwSignal<Item>) -> String {
    item.with_untracked(|item| {
        let name = item.part(|part| part.shown_name().to_owned()).unwrap_or_default();
        format!("{} · {name}", item.section.name())
    })
}

/// What an update removed: no hook names it, since it is not drawn any more.
#[component]
pub fn GonePart(item: RwSignal<Item>, around: Surroundings) -> impl IntoView {
    let Fixed { section, kind, attribute } = fixed(item);
    let name = follow(item, |part| part.shown_name().to_owned());
    let inside = match section {
        // Its picture would be larger than all that is left.
        Section::Embed => view! { <span class="tile">{name}</span> }.into_any(),
        _ => content(item, section, kind, around),
    };
    view! {
        <span class="part gone" data-gone=attribute data-kind=kind.name() title=name>
            <span class="unseen">"removed: "</span>
            <del>{inside}</del>
        </span>
    }
}

/// The text of a part, or the field in which it is being edited.
fn editable(item: RwSignal<Item>, around: Surroundings) -> AnyView {
    let text = follow(item, words::text);
    let Some(editing) = around.live.and_then(|live| live.editing) else { return text.into_any() };
    let index = move || item.with(|item| item.part(|part| part.index));
    let is_edited = Memo::new(move |_| editing.attribute.get().is_some_and(|edited| Some(edited) == index()));
    let shown = move || {
        if is_edited.get() { view! { <InPlace item=item editing=editing/> }.into_any() } else { text.into_any() }
    };
    shown.into_any()
}

fn content(item: RwSignal<Item>, section: Section, kind: PartKind, around: Surroundings) -> AnyView {
    let text = follow(item, words::text);
    match kind {
        PartKind::Text if section == Section::Avatar => {
            view! { <span class="initials">{move || initials(&text())}</span> }.into_any()
        }
        PartKind::Text => editable(item, around),
        PartKind::Date | PartKind::Datetime => text.into_any(),
        PartKind::Chip => {
            let color = follow(item, |part| part.color);
            view! { <span class="chip" style=move || ink::chip(color())>{editable(item, around)}</span> }.into_any()
        }
        PartKind::Relation => view! { <span class="chip relation">{text}</span> }.into_any(),
        PartKind::Swatch => {
            let (color, label) = (follow(item, |part| part.color), follow(item, |part| format!("{}: color", part.shown_name())));
            view! { <span class="swatch" style=move || ink::swatch(color()) role="img" aria-label=label></span> }.into_any()
        }
        PartKind::Image | PartKind::Video | PartKind::Audio | PartKind::Html | PartKind::Pdf => {
            let name = Signal::derive(follow(item, |part| part.shown_name().to_owned()));
            let key = item.with_untracked(|item| item.part(MediaKey::of).flatten());
            view! { <Medium kind=kind media=key section=section name=name around=around/> }.into_any()
        }
    }
}
