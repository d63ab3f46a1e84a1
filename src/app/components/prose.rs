//! Messages, with names in backticks.

use leptos::prelude::*;

/// A message; what stands in backticks becomes code.
#[component]
pub fn Prose(#[prop(into)] text: Signal<String>) -> impl IntoView {
    move || text.with(|text| pieces(text))
}

fn pieces(text: &str) -> Vec<AnyView> {
    let piece = |(index, piece): (usize, &str)| {
        let piece = piece.to_owned();
        if index % 2 == 1 { view! { <code>{piece}</code> }.into_any() } else { piece.into_any() }
    };
    text.split('`').enumerate().map(piece).collect()
}
