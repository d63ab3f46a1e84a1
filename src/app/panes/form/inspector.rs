//! All fields of the attribute that is selected.

use leptos::prelude::*;

use super::color::{ColorField, Tints};
use super::layers::LayerList;
use super::place::PlaceField;
use super::value::Line;
use crate::app::actions::form::{Deed, set};
use crate::app::command::{Command, CommandButton, Face};
use crate::app::components::Details;
use crate::app::lab::Lab;
use crate::app::panes::diagnostic::ProblemNotes;
use crate::core::form::{Field, Layer};
use crate::core::unfurl::SubType;

#[component]
pub fn Inspector(index: usize, layer: RwSignal<Layer>, list: LayerList) -> impl IntoView {
    let sub_type = Memo::new(move |_| layer.with(|layer| layer.sub_type));
    let diagnostics = Signal::derive(move || list.problems(index));
    let id = move |field: Field| format!("attribute-{index}-{}", field.name());
    let open = RwSignal::new(false);
    view! {
        <div class="inspector">
            <Show when=move || sub_type.get() == Some(SubType::Enum)>
                <div class="inspector-row">
                    <span class="inspector-label">"Color"</span>
                    <div class="inspector-color">
                        <Tints index=index layer=layer field=Field::Color/>
                        <ColorField index=index layer=layer field=Field::Color/>
                    </div>
                </div>
            </Show>
            <Show when=move || sub_type.get() == Some(SubType::Color)>
                <div class="inspector-row">
                    <span class="inspector-label">"Notion’s"</span>
                    <Tints index=index layer=layer field=Field::Value/>
                </div>
            </Show>
            <PlaceField index=index layer=layer/>
            <KindField index=index layer=layer id=id(Field::SubType)/>
            <Details class="inspector-details" open=open on_toggle=move |is_open| open.set(is_open) summary=|| "Id and name">
                <div class="inspector-row">
                    <label for=id(Field::Id)>"Id"</label>
                    <Line index=index layer=layer field=Field::Id id=id(Field::Id)/>
                </div>
                <div class="inspector-row">
                    <label for=id(Field::Name)>"Name"</label>
                    <Line index=index layer=layer field=Field::Name id=id(Field::Name)/>
                </div>
                <TypeField index=index layer=layer id=id(Field::Type)/>
            </Details>
            <ProblemNotes diagnostics=diagnostics/>
            <Deeds index=index list=list/>
        </div>
    }
}

#[component]
fn Deeds(index: usize, list: LayerList) -> impl IntoView {
    let button = move |deed, face| view! { <CommandButton command=Command::Attribute(deed, index) face=face/> };
    view! {
        <div class="inspector-deeds">
            {(index > 0).then(|| button(Deed::Up, Face::Icon))}
            <Show when=move || index + 1 < list.len()>{button(Deed::Down, Face::Icon)}</Show>
            {button(Deed::Duplicate, Face::Full)}
            {button(Deed::Reveal, Face::Full)}
            {button(Deed::Hide, Face::Full)}
            {button(Deed::Delete, Face::Full)}
        </div>
    }
}

/// One choice of a list.
struct Choosable {
    value: &'static str,
    words: String,
}

#[component]
fn Chooser(
    index: usize,
    id: String,
    field: Field,
    label: &'static str,
    #[prop(into)] chosen: Signal<&'static str>,
    #[prop(into)] choices: Callback<(), Vec<Choosable>>,
) -> impl IntoView {
    let lab = Lab::of_page();
    let option = |choice: Choosable| view! { <option value=choice.value>{choice.words}</option> };
    view! {
        <div class="inspector-row">
            <label for=id.clone()>{label}</label>
            <select
                id=id
                data-field=field.name()
                prop:value=move || chosen.get()
                on:change=move |event| set(lab, index, field, &event_target_value(&event))
            >
                {move || choices.run(()).into_iter().map(option).collect_view()}
            </select>
        </div>
    }
}

#[component]
fn KindField(index: usize, layer: RwSignal<Layer>, id: String) -> impl IntoView {
    let chosen = Signal::derive(move || layer.with(|layer| layer.sub_type.map_or("", SubType::name)));
    let choice = |kind: SubType| Choosable { value: kind.name(), words: kind_words(kind).to_owned() };
    view! {
        <Chooser
            index=index
            id=id
            field=Field::SubType
            label="Kind"
            chosen=chosen
            choices=move |()| SubType::ALL.into_iter().map(choice).collect()
        />
    }
}

/// The designer's word, and the documents' one.
fn kind_words(kind: SubType) -> &'static str {
    match kind {
        SubType::Color => "Color · color",
        SubType::Date => "Date · date",
        SubType::Datetime => "Date and time · datetime",
        SubType::Enum => "Chip · enum",
        SubType::PlainText => "Text · plain_text",
        SubType::Title => "Title · title",
        SubType::Audio => "Audio · audio",
        SubType::Html => "Web frame · html",
        SubType::Image => "Image · image",
        SubType::Pdf => "PDF · pdf",
        SubType::Video => "Video · video",
    }
}

#[component]
fn TypeField(index: usize, layer: RwSignal<Layer>, id: String) -> impl IntoView {
    let chosen = Signal::derive(move || layer.with(|layer| layer.carrier.map_or("", |carrier| carrier.name())));
    let choice = |(value, words): (&'static str, &str)| Choosable { value, words: words.to_owned() };
    let choices =
        move |()| [("inline", "inline · text, date, color"), ("embed", "embed · media")].map(choice).into_iter().collect();
    view! { <Chooser index=index id=id field=Field::Type label="Type" chosen=chosen choices=choices/> }
}
