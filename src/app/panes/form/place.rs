//! The section of an attribute, chosen on pictures of the card.

use leptos::prelude::*;

use crate::app::actions::form::set;
use crate::app::lab::Lab;
use crate::core::form::{Allowed, Field, Layer, MatrixRow};
use crate::core::unfurl::Section;

/// Where each section lies on the picture: left, top, width, height.
fn area(section: Section) -> [f32; 4] {
    match section {
        Section::Background => [0.5, 0.5, 39.0, 31.0],
        Section::Title => [4.0, 4.0, 22.0, 3.0],
        Section::Entity => [4.0, 9.0, 3.0, 3.0],
        Section::Primary => [9.0, 9.0, 11.0, 3.0],
        Section::Secondary => [22.0, 9.0, 11.0, 3.0],
        Section::Body => [4.0, 14.0, 30.0, 3.0],
        Section::Embed => [4.0, 19.0, 32.0, 4.0],
        Section::Avatar => [4.0, 25.0, 3.0, 3.0],
        Section::Identifier => [9.0, 25.0, 13.0, 3.0],
    }
}

/// The card in small, with one section marked.
#[component]
fn SectionPicture(marked: Section) -> impl IntoView {
    let shape = move |section: Section| {
        let [x, y, width, height] = area(section);
        let class = if section == marked { "marked" } else { "" };
        view! { <rect class=class x=x y=y width=width height=height rx=if section == Section::Background { 3 } else { 1 }/> }
    };
    let behind = shape(Section::Background);
    let others = Section::ALL.into_iter().filter(|section| *section != Section::Background).map(shape).collect_view();
    view! { <svg class="section-picture" viewBox="0 0 40 32" aria-hidden="true">{behind}{others}</svg> }
}

/// One picture a section. A section that the documents forbid for this kind says why.
#[component]
pub fn PlaceField(index: usize, layer: RwSignal<Layer>) -> impl IntoView {
    let chosen = Memo::new(move |_| layer.with(|layer| layer.section));
    let row = Memo::new(move |_| layer.with(MatrixRow::of));
    let choice = move |section| view! { <PlaceChoice index=index section=section chosen=chosen row=row/> };
    view! {
        <fieldset class="inspector-row places" data-field=Field::Section.name()>
            <legend class="unseen">"Place"</legend>
            <span class="inspector-label" aria-hidden="true">"Place"</span>
            <div class="place-choices">{Section::ALL.map(choice).collect_view()}</div>
        </fieldset>
    }
}

#[component]
fn PlaceChoice(index: usize, section: Section, chosen: Memo<Option<Section>>, row: Memo<Option<MatrixRow>>) -> impl IntoView {
    let lab = Lab::of_page();
    let checked = move || chosen.get() == Some(section);
    // What is chosen stays choosable: the problem below says what is wrong with it.
    let refused = move || !checked() && row.get().is_some_and(|row| row.allowed(section) == Allowed::No);
    let title = move || {
        let why = row.get().filter(|row| row.allowed(section) != Allowed::Yes).map(|row| row.why(section).replace('`', ""));
        why.unwrap_or_else(|| format!("{}: {}", section.name(), section.place()))
    };
    view! {
        <label class="place-choice" class:refused=refused title=title>
            <input
                type="radio"
                class="unseen"
                name=format!("place-{index}")
                value=section.name()
                prop:checked=checked
                disabled=refused
                on:change=move |_| set(lab, index, Field::Section, section.name())
            />
            <SectionPicture marked=section/>
            <span class="place-name">{section.name()}</span>
        </label>
    }
}
