//! The anatomy: the card and the Mention with the names of their sections, and the matrix of the format. A part of the page that
//! loads when it is opened.

mod matrix;

use std::sync::Arc;

use leptos::prelude::*;
use leptos::wasm_split::wasm_split;

use super::canvas::stressed;
use super::result::{card_keys, surroundings};
use crate::app::actions::form::{edit_selected, select};
use crate::app::command::{Command, CommandButton};
use crate::app::components::{Icon, IconName, NotLoaded, Part, PartView};
use crate::app::drawing::{AnatomyCard, AnatomyMention, Around};
use crate::app::lab::Lab;
use crate::app::store::{PreferencesStoreFields, ScreenStoreFields, ViewKind};
use crate::core::form::{Layers, first_word};
use crate::core::preview::{Render, Stress};
use crate::core::unfurl::Section;
use matrix::Matrix;

/// Loads when it is first opened.
pub const PART: Part = Part(|| Box::pin(load()));

#[wasm_split(anatomy, wasm_split_path = ::leptos::wasm_split, fallible)]
fn load() -> Result<PartView, NotLoaded> {
    Ok(|| view! { <AnatomyPane/> }.into_any())
}

/// The attributes of the payload, or of the last one that parsed.
type Found = Memo<Arc<Layers>>;

#[component]
pub fn AnatomyPane() -> impl IntoView {
    let lab = Lab::of_page();
    let found: Found = Memo::new(move |last: Option<&Arc<Layers>>| {
        let text = lab.derived.answer.with(|answer| answer.text.clone());
        Layers::of(&text).map(Arc::new).or_else(|| last.cloned()).unwrap_or_default()
    });
    let stress = lab.screen.stress();
    let render = stressed(answer(lab).into(), stress.into());
    let kind = Memo::new(|_| ViewKind::Answer);
    let parts = surroundings(lab, kind);
    let around = Around { tag: Callback::new(move |section| tag(lab, found, section)), empty: Callback::new(empty) };
    let state = move || render.with(|render| render.state.name());
    let ground = move || lab.screen.preferences().drawing().get().ground();
    view! {
        <div class="anatomy">
            <div class="stage drawing" data-drawing=ground data-stress=move || stress.get().map(Stress::name)>
                <p class="sentence" aria-label="The Mention and its sections">
                    "We agreed on "
                    <span class="mention" data-view="mention" data-state=state><AnatomyMention render=render parts=parts around=around/></span>
                    " last week."
                </p>
                <div
                    class="preview"
                    data-view="preview"
                    data-state=state
                    tabindex="0"
                    role="group"
                    aria-label="Card and its sections. Arrow keys choose a part, Enter edits it, Delete removes it"
                    on:keydown=move |event| card_keys(lab, &render.get_untracked(), || edit_selected(lab), &event)
                >
                    <AnatomyCard render=render parts=parts around=around/>
                </div>
            </div>
            <Matrix found=found/>
        </div>
    }
}

/// The drawing of the payload, whatever state is chosen; the last one while it does not parse.
fn answer(lab: Lab) -> Memo<Arc<Render>> {
    Memo::new(move |last: Option<&Arc<Render>>| {
        let render = lab.derived.payload.with(|payload| payload.analysis.render.clone());
        render.or_else(|| last.cloned()).unwrap_or_default()
    })
}

/// The name of an area. The background has no part to press, so pressing its name selects it.
fn tag(lab: Lab, found: Found, section: Section) -> AnyView {
    if section != Section::Background {
        return view! { <span class="area-name">{section.name()}</span> }.into_any();
    }
    let index = Memo::new(move |_| {
        found.with(|found| found.iter().rfind(|one| one.section == Some(Section::Background)).map(|one| one.index))
    });
    view! {
        {move || match index.get() {
            Some(index) => view! {
                <button type="button" class="area-name" title="Edit the background" on:click=move |_| select(lab, index)>
                    {section.name()}
                </button>
            }
            .into_any(),
            None => view! { <span class="area-name">{section.name()}</span>{empty(section)} }.into_any(),
        }}
    }
    .into_any()
}

/// An empty section offers what people add there first.
fn empty(section: Section) -> AnyView {
    let word = first_word(section);
    let name = format!("Add {} to {}", word.word.to_lowercase(), section.name());
    view! {
        <CommandButton command=Command::AddWord(word) class="area-add" name=name>
            <Icon name=IconName::Plus/>
            {word.word}
        </CommandButton>
    }
    .into_any()
}
