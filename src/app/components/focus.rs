//! Taking the focus when the program asks for it.

use leptos::prelude::*;
use leptos::task::{spawn_local, tick};
use web_sys::HtmlElement;

use crate::app::browser::frame::next_frame;

/// A focus request, as an element receives it.
#[derive(Clone, Copy)]
pub struct FocusRequest {
    pub wanted: Signal<bool>,
    /// Marks the request as fulfilled.
    pub done: Callback<()>,
}

/// A directive, `use:take_focus=request`: the element takes the focus when it is wanted.
pub fn take_focus(element: leptos::tachys::renderer::types::Element, request: FocusRequest) {
    use wasm_bindgen::JsCast;
    let Ok(element) = element.dyn_into::<HtmlElement>() else { return };
    let element = StoredValue::new_local(element);
    Effect::new(move |_| {
        if request.wanted.get() {
            let Some(element) = element.try_get_value() else { return };
            // The other effects of the same change may still be opening what the element is in, and the next key may not
            // arrive before the focus.
            spawn_local(async move {
                tick().await;
                request.done.run(());
                focus(&element);
                if !has_focus(&element) {
                    next_frame(move || focus(&element));
                }
            });
        }
    });
}

fn focus(element: &HtmlElement) {
    element.focus().ok();
}

fn has_focus(element: &HtmlElement) -> bool {
    document().active_element().is_some_and(|active| active.is_same_node(Some(element)))
}
