//! Buttons of which one is pressed, and tabs.

use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The group around the buttons, with its accessible name. The arrow keys lead from button to button.
#[component]
pub fn Choice(
    label: &'static str,
    #[prop(default = "choice")] class: &'static str,
    /// `tablist` where the buttons are tabs.
    #[prop(default = "group")]
    role: &'static str,
    children: Children,
) -> impl IntoView {
    let group = NodeRef::<html::Div>::new();
    let step = move |event: KeyboardEvent| {
        let forwards = match &*event.key() {
            "ArrowRight" | "ArrowDown" => true,
            "ArrowLeft" | "ArrowUp" => false,
            _ => return,
        };
        let Some(group) = group.get_untracked() else { return };
        event.prevent_default();
        focus_neighbor(&group, forwards);
    };
    view! {
        <div class=class role=role aria-label=label node_ref=group on:keydown=step>
            {children()}
        </div>
    }
}

/// Moves the focus to the next button, or the one before. A disabled one does not take it.
fn focus_neighbor(group: &HtmlElement, forwards: bool) {
    let mut at = document().active_element();
    while let Some(element) = at {
        let next = if forwards { element.next_element_sibling() } else { element.previous_element_sibling() };
        let Some(next) = next.filter(|next| group.contains(Some(next))) else { return };
        if let Some(button) = next.dyn_ref::<HtmlElement>() {
            button.focus().ok();
        }
        if document().active_element().is_some_and(|active| active.is_same_node(Some(&next))) {
            return;
        }
        at = Some(next);
    }
}
