//! Buttons of which one is pressed.

use leptos::prelude::*;

/// The group around the buttons, with its accessible name.
#[component]
pub fn Choice(label: &'static str, children: Children) -> impl IntoView {
    view! {
        <div class="choice" role="group" aria-label=label>
            {children()}
        </div>
    }
}
