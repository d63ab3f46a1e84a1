//! The payload as a form: its attributes as layers, and what can be added. A part of the page that loads when it is opened.

mod add;
mod color;
mod inspector;
mod row;
mod value;

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;
use leptos::wasm_split::wasm_split;

use crate::app::components::{Drag, NotLoaded, Part, PartView, Rows};
use crate::app::lab::Lab;
use crate::app::store::ScreenStoreFields;
use crate::core::form::{Layer, layers};

/// Loads when it is first opened.
pub const PART: Part = Part(|| Box::pin(load()));

/// How many rows are drawn at first, and added by each press of "Show more".
const MOST_ROWS: usize = 100;

#[wasm_split(form, wasm_split_path = ::leptos::wasm_split, fallible)]
fn load() -> Result<PartView, NotLoaded> {
    Ok(|| view! { <FormPane/> }.into_any())
}

/// The layers of a payload, or of the last one that could be read.
#[derive(Clone, PartialEq, Default)]
struct Shown {
    layers: Arc<Vec<Layer>>,
    /// The present text could not be read.
    unread: bool,
}

#[component]
pub fn FormPane() -> impl IntoView {
    let lab = Lab::of_page();
    let shown = Memo::new(move |last: Option<&Shown>| {
        let text = lab.derived.answer.with(|answer| answer.text.clone());
        match layers(&text) {
            Some(layers) => Shown { layers: Arc::new(layers), unread: false },
            None => Shown { unread: true, ..last.cloned().unwrap_or_default() },
        }
    });
    let most = RwSignal::new(MOST_ROWS);
    let items = move || shown.with(|shown| shown.layers.iter().take(most.get()).cloned().collect::<Vec<_>>());
    let left = Memo::new(move |_| shown.with(|shown| shown.layers.len().saturating_sub(most.get())));
    let is_empty = Memo::new(move |_| shown.with(|shown| shown.layers.is_empty() && !shown.unread));
    let last = Signal::derive(move || shown.with(|shown| shown.layers.len().saturating_sub(1)));
    let rows = NodeRef::<html::Ol>::new();
    let drag = RwSignal::new(None::<Drag>);
    let row =
        move |index: usize, layer| view! { <row::LayerRow index=index layer=layer last=last rows=rows drag=drag/> }.into_any();
    view! {
        <div class="form" data-form="true">
            <Show when=move || shown.with(|shown| shown.unread)>
                <p class="unread" role="status">
                    <span>"The form cannot read this JSON, so it shows the last version that it could read. Fix the JSON to go on here"</span>
                </p>
            </Show>
            <Show when=move || lab.screen.adding().get()><add::AddPanel/></Show>
            <Show when=move || is_empty.get()>
                <p class="note">"Nothing here yet. Start by adding a title"</p>
            </Show>
            <ol class="layers" node_ref=rows inert=move || shown.with(|shown| shown.unread)>
                <Rows items=items key=|layer: &Layer| layer.index row=row/>
            </ol>
            <Show when=move || 0 < left.get()>
                <button type="button" class="quiet accent" on:click=move |_| most.update(|most| *most += MOST_ROWS)>
                    {move || format!("Show more ({} left)", left.get())}
                </button>
            </Show>
        </div>
    }
}
