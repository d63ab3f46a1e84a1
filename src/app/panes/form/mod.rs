//! The payload as a form: its attributes as layers, and what can be added. A part of the page that loads when it is opened.

mod add;
mod color;
mod hidden;
mod inspector;
mod layers;
mod place;
mod row;
mod value;

use leptos::prelude::*;
use leptos::wasm_split::wasm_split;

use crate::app::components::{NotLoaded, Part, PartView, Rows};
use crate::app::lab::Lab;
use crate::app::store::ScreenStoreFields;
use crate::core::form::Layer;
use layers::LayerList;

/// Loads when it is first opened.
pub const PART: Part = Part(|| Box::pin(load()));

/// How many rows are drawn at first, and added by each press of "Show more".
const MOST_ROWS: usize = 100;

#[wasm_split(form, wasm_split_path = ::leptos::wasm_split, fallible)]
fn load() -> Result<PartView, NotLoaded> {
    Ok(|| view! { <FormPane/> }.into_any())
}

#[component]
pub fn FormPane() -> impl IntoView {
    let lab = Lab::of_page();
    let list = LayerList::new(lab);
    let most = RwSignal::new(MOST_ROWS);
    let items = move || list.layers.with(|layers| layers.iter().take(most.get()).cloned().collect::<Vec<_>>());
    let left = Memo::new(move |_| list.len().saturating_sub(most.get()));
    let unread = list.unread;
    let is_empty = Memo::new(move |_| list.len() == 0 && !unread.get());
    let row = move |index: usize, layer| view! { <row::LayerRow index=index layer=layer list=list/> }.into_any();
    view! {
        <div class="form" data-form="true">
            <Show when=move || unread.get()>
                <p class="unread" role="status">
                    <span>"The form cannot read this JSON, so it shows the last version that it could read. Fix the JSON to go on here"</span>
                </p>
            </Show>
            <Show when=move || lab.screen.adding().get()><add::AddPanel/></Show>
            <Show when=move || is_empty.get()>
                <p class="note">"Nothing here yet. Start by adding a title"</p>
            </Show>
            <ol class="layers" node_ref=list.rows inert=move || unread.get()>
                <Rows items=items key=|layer: &Layer| layer.index row=row/>
            </ol>
            <hidden::HiddenList/>
            <Show when=move || 0 < left.get()>
                <button type="button" class="quiet accent" on:click=move |_| most.update(|most| *most += MOST_ROWS)>
                    {move || format!("Show more ({} left)", left.get())}
                </button>
            </Show>
        </div>
    }
}
