//! The card and the Mention taken apart: each section in an area of its own, with its name.
//!
//! In: the drawing model, and from outside what names an area and what fills an empty one. The parts are those of the card.

use std::sync::Arc;

use leptos::prelude::*;

use super::carry::Spot;
use super::ink;
use super::line::{Line, has};
use super::surroundings::Surroundings;
use crate::core::form::Allowed;
use crate::core::preview::Render;
use crate::core::unfurl::Section;

/// What stands around a section.
#[derive(Clone, Copy)]
pub struct Around {
    /// The name of an area.
    pub tag: Callback<Section, AnyView>,
    /// What an empty area shows.
    pub empty: Callback<Section, AnyView>,
}

#[component]
pub fn AnatomyCard(#[prop(into)] render: Signal<Arc<Render>>, parts: Surroundings, around: Around) -> impl IntoView {
    let background = Memo::new(move |_| render.with(|render| render.preview.background));
    let area = move |sections| view! { <Area render=render sections=sections parts=parts around=around/> };
    view! {
        <div class="area" data-area=Section::Background.name() class:empty=move || background.get().is_none()>
            {around.tag.run(Section::Background)}
            <article class="card" dir="auto" style=move || ink::card(background.get())>
                {area(&[Section::Title])}
                <div class="areas">
                    {area(&[Section::Entity])}
                    {area(&[Section::Primary])}
                    {area(&[Section::Secondary])}
                </div>
                {area(&[Section::Body])}
                {area(&[Section::Embed])}
                <div class="areas">
                    {area(&[Section::Avatar])}
                    {area(&[Section::Identifier])}
                </div>
            </article>
        </div>
    }
}

#[component]
pub fn AnatomyMention(#[prop(into)] render: Signal<Arc<Render>>, parts: Surroundings, around: Around) -> impl IntoView {
    let area = move |sections| view! { <Area render=render sections=sections parts=parts around=around/> };
    view! { {area(&[Section::Entity])} {area(&[Section::Identifier])} {area(&[Section::Title])} }
}

/// The place of one section.
#[component]
fn Area(render: Signal<Arc<Render>>, sections: &'static [Section; 1], parts: Surroundings, around: Around) -> impl IntoView {
    let [section] = *sections;
    let is_there = Memo::new(move |_| render.with(|render| has(render, sections)));
    let carry = parts.live.and_then(|live| live.carry);
    let claim = move |_| {
        if let Some(carry) = carry {
            carry.claim(|| Spot { section, beside: None });
        }
    };
    let allowed = move || carry?.allowed(section).map(Allowed::name);
    let is_over = move || carry.is_some_and(|carry| carry.is_over(section));
    view! {
        <span
            class="area"
            class:empty=move || !is_there.get()
            class:over=is_over
            data-area=section.name()
            data-allowed=allowed
            on:pointermove=claim
        >
            {around.tag.run(section)}
            <Show when=move || is_there.get() fallback=move || around.empty.run(section)>
                <span class=inside(section)><Line render=render sections=sections around=parts/></span>
            </Show>
        </span>
    }
}

/// The class that gives the parts of a section their look on the card.
fn inside(section: Section) -> &'static str {
    match section {
        Section::Title => "title",
        Section::Body => "body",
        Section::Embed => "embed",
        Section::Avatar => "bottom",
        Section::Identifier => "bottom joined",
        _ => "subheading joined",
    }
}
