//! Messages, with names in backticks.

use leptos::prelude::*;

/// A message; what stands in backticks becomes code. A backtick without a partner stays.
#[component]
pub fn Prose(#[prop(into)] text: Signal<String>) -> impl IntoView {
    move || text.with(|text| pieces(text))
}

fn pieces(text: &str) -> Vec<AnyView> {
    let last = text.matches('`').count();
    let piece = |(index, piece): (usize, &str)| match index % 2 {
        0 => piece.to_owned().into_any(),
        _ if index == last => format!("`{piece}").into_any(),
        _ => view! { <code>{piece.to_owned()}</code> }.into_any(),
    };
    text.split('`').enumerate().map(piece).collect()
}
