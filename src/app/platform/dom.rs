//! The frame in `index.html`, kept up to date: texts, attributes and lists that follow the signals they read.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::core::html::Html;

/// Runs now and whenever a signal that it reads has changed. Boxed, so that the framework's code exists once and not
/// once for every closure.
pub fn follow(run: Box<dyn FnMut()>) {
    Effect::new(run);
}

pub fn by_id(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

pub fn all(selector: &str) -> Vec<Element> {
    let Ok(found) = document().query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|index| found.item(index)?.dyn_into().ok()).collect()
}

/// `None` takes the attribute away.
pub fn set(selector: &str, name: &str, value: Option<&str>) {
    for element in all(selector) {
        // Only a name that is none is refused.
        match value {
            Some(value) => element.set_attribute(name, value).ok(),
            None => element.remove_attribute(name).ok(),
        };
    }
}

pub fn set_text(selector: &str, text: &str) {
    for element in all(selector) {
        element.set_text_content(Some(text));
    }
}

/// The text of an element of the frame.
pub fn text(id: &'static str, read: impl Fn() -> String + 'static) {
    let mut shown = String::new();
    let element = by_id(id);
    follow(Box::new(move || {
        let text = read();
        if let Some(element) = element.as_ref().filter(|_| text != shown) {
            element.set_text_content(Some(&text));
            shown = text;
        }
    }));
}

/// An attribute that is there or is not, such as `disabled` and `hidden`.
pub fn flag(selector: &'static str, name: &'static str, read: impl Fn() -> bool + 'static) {
    changing(read, move |is_set| set(selector, name, is_set.then_some("")));
}

/// Shows a value when it has become another.
pub fn changing<T: PartialEq + Copy + 'static>(read: impl Fn() -> T + 'static, show: impl Fn(T) + 'static) {
    let mut shown = None;
    follow(Box::new(move || {
        let value = read();
        if shown != Some(value) {
            show(value);
            shown = Some(value);
        }
    }));
}

/// Of the commands `group:…` the chosen one is pressed.
pub fn pressed(group: &'static str, chosen: impl Fn() -> &'static str + 'static) {
    changing(chosen, move |chosen| {
        let chosen = format!("{group}:{chosen}");
        for button in all(&format!(".choice [data-action^='{group}:'], .tabs [data-action^='{group}:']")) {
            let pressed = button.get_attribute("data-action").as_deref() == Some(&chosen);
            button.set_attribute("aria-pressed", if pressed { "true" } else { "false" }).ok();
        }
    });
}

/// A list of elements; only those that have changed are made anew.
pub struct Pieces {
    parent: Element,
    shown: Vec<Html>,
}

impl Pieces {
    pub fn new(parent: Element) -> Self {
        parent.set_inner_html("");
        Self { parent, shown: Vec::new() }
    }

    pub fn show(&mut self, pieces: Vec<Html>) {
        let children = self.parent.children();
        for (index, piece) in pieces.iter().enumerate() {
            match (self.shown.get(index), u32::try_from(index).ok().and_then(|index| children.item(index))) {
                (Some(shown), _) if shown == piece => {}
                (Some(_), Some(child)) => child.set_outer_html(piece.as_str()),
                _ => _ = self.parent.insert_adjacent_html("beforeend", piece.as_str()),
            }
        }
        for _ in pieces.len()..self.shown.len() {
            if let Some(last) = self.parent.last_element_child() {
                last.remove();
            }
        }
        self.shown = pieces;
    }
}

/// A list in the frame that follows the signals it reads.
pub fn list(id: &str, read: impl Fn() -> Vec<Html> + 'static) {
    if let Some(parent) = by_id(id) {
        let mut pieces = Pieces::new(parent.into());
        follow(Box::new(move || pieces.show(read())));
    }
}
