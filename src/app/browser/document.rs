//! The document around the page: its title, and the marks on its root that styles and tests read.

use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

pub fn set_title(title: &str) {
    document().set_title(title);
}

/// Marks `<html>`.
pub fn mark(name: &str, value: &str) {
    if let Some(root) = document().document_element() {
        root.set_attribute(name, value).ok();
    }
}

/// Sets a custom property of the styles on `<html>`.
pub fn set_property(name: &str, value: &str) {
    if let Some(root) = document().document_element().and_then(|root| root.dyn_into::<HtmlElement>().ok()) {
        root.style().set_property(name, value).ok();
    }
}

/// Whether somebody can type where the focus is.
pub fn is_typed_into() -> bool {
    document().active_element().is_some_and(|active| takes_text(&active))
}

/// Whether keys become text in it.
pub fn takes_text(element: &Element) -> bool {
    let editable = element.dyn_ref::<HtmlElement>().is_some_and(HtmlElement::is_content_editable);
    editable || matches!(&*element.tag_name(), "INPUT" | "TEXTAREA" | "SELECT")
}

/// Selects all that an element holds, so that typing replaces it.
pub fn select_contents(element: &Element) {
    if let Ok(Some(selection)) = window().get_selection() {
        selection.select_all_children(element).ok();
    }
}

/// The address that this page was loaded from, without its path.
pub fn origin() -> String {
    window().location().origin().unwrap_or_default()
}

/// Whether the window has room for one pane only.
pub fn is_narrow() -> bool {
    let query = web_sys::window().and_then(|window| window.match_media("(max-width: 899px)").ok().flatten());
    query.is_some_and(|query| query.matches())
}
