//! The parts of a drafted URL that a person can let vary.

use leptos::prelude::*;

use super::aria;
use crate::core::links::draft::{DraftPart, Part};

/// One button a part: pressed, it varies. They stay while what is drafted changes, so the focus does too.
#[component]
pub fn DraftParts(
    #[prop(into)] parts: Signal<Vec<DraftPart>>,
    /// The parts that the person turned over.
    turned: RwSignal<Vec<Part>>,
) -> impl IntoView {
    view! {
        <div class="draft-parts" role="group" aria-label="Parts that vary" hidden=move || parts.with(Vec::is_empty)>
            <span class="hint">"Varies:"</span>
            <For each=move || parts.get() key=|one| (one.part, one.text.clone()) let:one>
                <PartButton one=one parts=parts turned=turned/>
            </For>
        </div>
    }
}

#[component]
fn PartButton(one: DraftPart, parts: Signal<Vec<DraftPart>>, turned: RwSignal<Vec<Part>>) -> impl IntoView {
    let part = one.part;
    let varies = move || parts.with(|parts| parts.iter().any(|one| one.part == part && one.varies));
    let turn = move |_| {
        turned.update(|turned| match turned.iter().position(|known| *known == part) {
            Some(known) => {
                turned.remove(known);
            }
            None => turned.push(part),
        });
    };
    view! {
        <button
            type="button"
            class="quiet"
            data-action="draft-part"
            aria-pressed=move || aria(varies())
            title="Pressed: this part varies. Otherwise it stays as it is"
            on:click=turn
        >
            <bdi>{one.text}</bdi>
        </button>
    }
}
