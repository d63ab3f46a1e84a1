//! The tag at an outlined part: its section, and the name of its attribute.

use leptos::html;
use leptos::prelude::*;
use web_sys::HtmlElement;

use crate::app::browser::scroll::into_view;

/// A tag and its place in the stage, in CSS pixels.
#[derive(Debug, Clone, PartialEq)]
pub struct Tag {
    words: String,
    left: f64,
    top: f64,
}

/// The tags of one stage. The card clips what its parts hold, so tags are drawn above it.
#[derive(Clone, Copy)]
pub struct Tags {
    pub stage: NodeRef<html::Div>,
    /// Whether selecting a part scrolls to it. Of several stages, only the first does.
    leads: bool,
    hovered: RwSignal<Option<Tag>>,
    selected: RwSignal<Option<Tag>>,
}

impl Tags {
    pub fn new(leads: bool) -> Self {
        Self { stage: NodeRef::new(), leads, hovered: RwSignal::new(None), selected: RwSignal::new(None) }
    }

    /// The pointer is on a part, or has left it.
    pub fn hover(self, part: Option<(HtmlElement, String)>) {
        self.hovered.set(part.and_then(|part| self.tag(part)));
    }

    /// A part was selected.
    pub fn select(self, part: (HtmlElement, String)) {
        if self.leads {
            into_view(&part.0);
        }
        self.selected.set(self.tag(part));
    }

    fn tag(self, (element, words): (HtmlElement, String)) -> Option<Tag> {
        let stage = self.stage.get_untracked()?.get_bounding_client_rect();
        let part = element.get_bounding_client_rect();
        Some(Tag { words, left: part.left() - stage.left(), top: part.top() - stage.top() })
    }
}

/// The tag of the part under the pointer, or else of the selected part. The styles show the latter only while the card has the
/// focus.
#[component]
pub fn TagView(tags: Tags, #[prop(into)] is_selected: Signal<bool>) -> impl IntoView {
    let hovered = move || tags.hovered.get().map(|tag| (tag, "tag"));
    let selected = move || tags.selected.get().filter(|_| is_selected.get()).map(|tag| (tag, "tag of-selected"));
    let shown = Memo::new(move |_| hovered().or_else(selected));
    move || {
        shown.get().map(|(Tag { words, left, top }, class)| {
            let place = format!("left: {left:.0}px; top: {top:.0}px");
            view! { <span class=class aria-hidden="true" style=place>{words}</span> }
        })
    }
}
