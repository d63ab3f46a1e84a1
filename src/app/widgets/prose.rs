//! Messages: names in backticks become code.

use leptos::prelude::*;

pub fn prose(text: &str) -> Vec<AnyView> {
    let pieces = text.split('`').enumerate();
    pieces
        .map(|(index, piece)| {
            let piece = piece.to_owned();
            if index % 2 == 1 { view! { <code>{piece}</code> }.into_any() } else { piece.into_any() }
        })
        .collect()
}
