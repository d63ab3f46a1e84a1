//! The field for what an attribute shows: a text, a date, a time, a color, an address.

use leptos::ev::FocusEvent;
use leptos::prelude::*;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};

use super::color::ColorField;
use crate::app::actions::form::{set, type_in};
use crate::app::components::take_focus;
use crate::app::lab::Lab;
use crate::app::store::Target;
use crate::core::form::{Field, Layer};
use crate::core::preview::format::written;
use crate::core::unfurl::{Section, SubType};

/// Which field fits.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Control {
    Text,
    /// Several lines.
    Body,
    Date,
    Time,
    Color,
    Address,
    /// The form knows no field for it.
    Locked,
}

impl Control {
    fn of(layer: &Layer) -> Self {
        match layer.sub_type {
            _ if layer.locked => Self::Locked,
            Some(SubType::Color) => Self::Color,
            // A browser's date picker shows nothing else.
            Some(SubType::Date) if is_day(&layer.value) || layer.value.is_empty() => Self::Date,
            Some(SubType::Datetime) => Self::Time,
            Some(SubType::PlainText) if layer.section == Some(Section::Body) => Self::Body,
            Some(sub_type) if sub_type.is_embed() => Self::Address,
            Some(_) => Self::Text,
            None => Self::Locked,
        }
    }
}

/// `2026-11-30`
fn is_day(text: &str) -> bool {
    let digits = |at: usize| at == 4 || at == 7;
    text.len() == 10 && text.bytes().enumerate().all(|(at, byte)| if digits(at) { byte == b'-' } else { byte.is_ascii_digit() })
}

#[component]
pub fn ValueField(index: usize, layer: RwSignal<Layer>) -> impl IntoView {
    let control = Memo::new(move |_| layer.with(Control::of));
    move || match control.get() {
        Control::Text => view! { <Line index=index layer=layer field=Field::Value input_type="text"/> }.into_any(),
        Control::Date => view! { <Line index=index layer=layer field=Field::Value input_type="date"/> }.into_any(),
        Control::Address => view! { <Line index=index layer=layer field=Field::SrcUrl input_type="url"/> }.into_any(),
        Control::Body => view! { <Body index=index layer=layer/> }.into_any(),
        Control::Time => view! { <Time index=index layer=layer/> }.into_any(),
        Control::Color => view! { <ColorField index=index layer=layer field=Field::Value/> }.into_any(),
        Control::Locked => view! { <span class="layer-value soft">"Edit in JSON"</span> }.into_any(),
    }
}

/// Selects the whole text, so that typing replaces it.
fn select_all(event: FocusEvent) {
    event_target::<HtmlInputElement>(&event).select();
}

fn select_lines(event: FocusEvent) {
    event_target::<HtmlTextAreaElement>(&event).select();
}

/// A field of one line; also for the other texts of an attribute.
#[component]
pub fn Line(
    index: usize,
    layer: RwSignal<Layer>,
    field: Field,
    #[prop(default = "text")] input_type: &'static str,
    #[prop(optional, into)] id: Option<String>,
) -> impl IntoView {
    let lab = Lab::of_page();
    let text = move || layer.with(|layer| read(layer, field));
    // The focus is asked for by the value, whichever field holds it.
    let target = if field == Field::SrcUrl { Field::Value } else { field };
    let request = lab.focus_request(Target::Attribute(index, target));
    let label = id.is_none().then_some(move || layer.with(|layer| format!("{} of {}", field.words(), layer.shown_name())));
    view! {
        <input
            class="layer-value"
            type=input_type
            id=id
            data-field=field.name()
            aria-label=label
            autocomplete="off"
            spellcheck="false"
            value=untrack(text)
            prop:value=text
            on:input=move |event| type_in(lab, index, field, &event_target_value(&event))
            on:focus=select_all
            use:take_focus=request
        />
    }
}

fn read(layer: &Layer, field: Field) -> String {
    match field {
        Field::Id => layer.id.clone(),
        Field::Name => layer.name.clone(),
        Field::SrcUrl => layer.src_url.clone(),
        _ => layer.value.clone(),
    }
}

#[component]
fn Body(index: usize, layer: RwSignal<Layer>) -> impl IntoView {
    let lab = Lab::of_page();
    let request = lab.focus_request(Target::Attribute(index, Field::Value));
    let value = move || layer.with(|layer| layer.value.clone());
    view! {
        <textarea
            class="layer-value"
            rows="3"
            data-field="value"
            aria-label=move || layer.with(|layer| format!("text of {}", layer.shown_name()))
            autocomplete="off"
            prop:value=value
            on:input=move |event| type_in(lab, index, Field::Value, &event_target_value(&event))
            on:focus=select_lines
            use:take_focus=request
        >{untrack(value)}</textarea>
    }
}

/// Shown as the payload has it: a picker would drop the time zone.
#[component]
fn Time(index: usize, layer: RwSignal<Layer>) -> impl IntoView {
    let lab = Lab::of_page();
    view! {
        <span class="layer-value with-button">
            <Line index=index layer=layer field=Field::Value/>
            <button
                type="button"
                class="quiet accent"
                title="Set it to the present moment"
                on:click=move |_| set(lab, index, Field::Value, &written(lab.now()))
            >
                "Now"
            </button>
        </span>
    }
}
