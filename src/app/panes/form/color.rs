//! The field for a color: Notion's own ones, a picker, and its hex.

use leptos::prelude::*;

use crate::app::actions::form::{set, type_in};
use crate::app::components::take_focus;
use crate::app::lab::Lab;
use crate::app::store::Target;
use crate::core::form::{Field, Layer, TINTS, Tint, hex};
use crate::core::preview::Rgb;
use crate::core::preview::format::{BLACK, WHITE, contrast};

#[component]
pub fn ColorField(index: usize, layer: RwSignal<Layer>, field: Field) -> impl IntoView {
    let lab = Lab::of_page();
    let shown = Memo::new(move |_| layer.with(|layer| layer.color));
    let written = move || shown.get().map(hex).unwrap_or_default();
    let picked = move || shown.get().map_or_else(|| "#e3e2e0".to_owned(), hex);
    view! {
        <span class="layer-value color-field">
            <input
                type="color"
                aria-label=move || layer.with(|layer| format!("Pick the color of {}", layer.shown_name()))
                value=untrack(picked)
                prop:value=picked
                on:input=move |event| type_in(lab, index, field, &event_target_value(&event))
                use:take_focus=lab.focus_request(Target::Attribute(index, field))
            />
            <input
                class="hex"
                type="text"
                data-field=field.name()
                aria-label=move || layer.with(|layer| format!("Color of {}, as hex", layer.shown_name()))
                placeholder="None"
                autocomplete="off"
                spellcheck="false"
                value=untrack(written)
                prop:value=written
                on:change=move |event| set(lab, index, field, &event_target_value(&event))
            />
        </span>
    }
}

/// Notion's colors for tags, each with its contrast.
#[component]
pub fn Tints(index: usize, layer: RwSignal<Layer>, field: Field) -> impl IntoView {
    let lab = Lab::of_page();
    let button = move |tint: &'static Tint| {
        let chosen = move || layer.with(|layer| layer.color) == Some(tint.light);
        let color = hex(tint.light);
        let style = format!("background:{color}");
        view! {
            <button
                type="button"
                class="tint"
                style=style
                aria-label=tint.name
                aria-pressed=move || if chosen() { "true" } else { "false" }
                title=format!("{} {color}: contrast {:.1} to 1", tint.name, readable(tint.light))
                on:click=move |_| set(lab, index, field, &color)
            ></button>
        }
    };
    view! {
        <div class="tints" role="group" aria-label="Notion’s colors">
            {TINTS.iter().map(button).collect_view()}
            <Show when=move || field == Field::Color>
                <button type="button" class="quiet" on:click=move |_| set(lab, index, field, "")>"No color"</button>
            </Show>
        </div>
    }
}

/// The best contrast that a text can have on a color.
fn readable(color: Rgb) -> f64 {
    contrast(color, BLACK).max(contrast(color, WHITE))
}
