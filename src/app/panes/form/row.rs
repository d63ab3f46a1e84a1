//! A layer: one attribute in the list, and all its fields while it is selected.

use leptos::prelude::*;

use super::inspector::Inspector;
use super::layers::LayerList;
use super::value::ValueField;
use crate::app::actions::form::{Deed, move_to};
use crate::app::actions::navigation::hover;
use crate::app::command::{Command, CommandButton};
use crate::app::components::{Grip, Icon, IconName, Sign};
use crate::app::lab::Lab;
use crate::app::store::ScreenStoreFields;
use crate::core::form::Layer;
use crate::core::unfurl::SubType;

#[component]
pub fn LayerRow(
    /// Its place in the payload.
    index: usize,
    layer: RwSignal<Layer>,
    list: LayerList,
) -> impl IntoView {
    let lab = Lab::of_page();
    let selected = Memo::new(move |_| lab.screen.selected().get() == Some(index));
    let pressed = Signal::derive(move || selected.get());
    let icon = Signal::derive(move || layer.with(|layer| icon(layer.sub_type)));
    let place = move || layer.with(|layer| layer.section.map_or("", |section| section.name()));
    let worst = Memo::new(move |_| list.worst(index));
    view! {
        <li
            class="layer"
            class:selected=move || selected.get()
            data-attribute=move || layer.with(|layer| layer.id.clone())
            data-drop=move || list.drag.get()?.line_at(index, list.len())
            on:mouseenter=move |_| hover(lab, Some(index))
            on:mouseleave=move |_| hover(lab, None)
        >
            <div class="layer-row">
                // No stop of Tab: the selected row has buttons that move it.
                <Grip
                    index=Signal::stored(index)
                    list=list.rows
                    drag=list.drag
                    on_move=move |to| move_to(lab, index, to)
                    attr:tabindex="-1"
                    attr:aria-hidden="true"
                    attr:title="Drag to another place"
                />
                <CommandButton command=Command::Attribute(Deed::Select, index) class="layer-word" expanded=pressed>
                    <Icon name=icon/>
                    <span>{move || layer.with(Layer::word)}</span>
                </CommandButton>
                <ValueField index=index layer=layer/>
                <span class="layer-place soft">{place}</span>
                <span class="layer-sign">{move || worst.get().map(|worst| view! { <Sign severity=Signal::stored(worst)/> })}</span>
            </div>
            <Show when=move || selected.get()><Inspector index=index layer=layer list=list/></Show>
        </li>
    }
}

pub fn icon(sub_type: Option<SubType>) -> IconName {
    match sub_type {
        Some(SubType::Title | SubType::PlainText) => IconName::Type,
        Some(SubType::Enum) => IconName::Tag,
        Some(SubType::Color) => IconName::Palette,
        Some(SubType::Date) => IconName::Calendar,
        Some(SubType::Datetime) => IconName::Clock,
        Some(SubType::Image) => IconName::Image,
        Some(SubType::Video) => IconName::Film,
        Some(SubType::Audio) => IconName::Music,
        Some(SubType::Html) => IconName::AppWindow,
        Some(SubType::Pdf) => IconName::FileText,
        None => IconName::Braces,
    }
}
