//! The attributes that are left out of the payload for now.

use leptos::prelude::*;

use super::row::icon;
use crate::app::actions::form::HiddenDeed;
use crate::app::command::{Command, CommandButton, Face};
use crate::app::components::Icon;
use crate::app::lab::Lab;
use crate::core::form::Layers;
use crate::core::project::HiddenAttribute;

#[component]
pub fn HiddenList() -> impl IntoView {
    let lab = Lab::of_page();
    let hidden = Memo::new(move |_| {
        let owner = lab.derived.answer.with(|answer| answer.owner);
        lab.derived.setup.with(|project| project.hidden(owner).to_vec())
    });
    let rows = move || hidden.get().into_iter().enumerate().map(row).collect_view();
    view! {
        <Show when=move || hidden.with(|hidden| !hidden.is_empty())>
            <h3 class="group hidden-title">"Hidden"</h3>
            <ul class="hidden-layers">{rows}</ul>
        </Show>
    }
}

fn row((number, hidden): (usize, HiddenAttribute)) -> impl IntoView {
    let layers = Layers::of(&format!("[{}]", hidden.text)).unwrap_or_default();
    let layer = layers.first();
    let word = layer.map_or("Attribute", |layer| layer.word());
    let summary = layer.map(|layer| layer.summary().to_owned()).unwrap_or_default();
    let name = |does: &str| format!("{does} {word} {summary}");
    view! {
        <li class="hidden-layer">
            <Icon name=icon(layer.and_then(|layer| layer.sub_type))/>
            <span class="layer-word">{word}</span>
            <span class="hidden-value">{summary.clone()}</span>
            <CommandButton command=Command::Hidden(HiddenDeed::Show, number) name=name("Show")/>
            <CommandButton command=Command::Hidden(HiddenDeed::Delete, number) face=Face::Icon name=name("Delete")/>
        </li>
    }
}
