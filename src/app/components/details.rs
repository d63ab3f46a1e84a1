//! A disclosure whose state the program knows.

use leptos::html;
use leptos::prelude::*;

/// The browser opens and closes it by itself; `on_toggle` hears of it, and `open` follows what the program wants.
#[component]
pub fn Details(
    #[prop(optional_no_strip)] id: Option<&'static str>,
    class: &'static str,
    #[prop(into)] open: Signal<bool>,
    #[prop(into)] on_toggle: Callback<bool>,
    /// What stands in the summary.
    #[prop(into)]
    summary: ViewFn,
    children: Children,
) -> impl IntoView {
    let details = NodeRef::<html::Details>::new();
    let toggled = move |_| {
        if let Some(details) = details.get_untracked() {
            on_toggle.run(details.open());
        }
    };
    view! {
        <details id=id class=class node_ref=details open=move || open.get() on:toggle=toggled>
            <summary>{summary.run()}</summary>
            {children()}
        </details>
    }
}
