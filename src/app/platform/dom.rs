//! The frame in `index.html`, kept up to date: texts, attributes and lists that follow the signals they read.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{
    Element, HtmlElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, ScrollIntoViewOptions, ScrollLogicalPosition,
};

use crate::core::html::{Edit, Html, edits, joined};

/// Runs now and whenever a signal that it reads has changed. Boxed as all that follow here, so that their code exists once
/// and not once for every closure.
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
        set_one(&element, name, value);
    }
}

pub fn set_one(element: &Element, name: &str, value: Option<&str>) {
    // Only a name that is none is refused.
    match value {
        Some(value) => element.set_attribute(name, value).ok(),
        None => element.remove_attribute(name).ok(),
    };
}

pub fn set_text(selector: &str, text: &str) {
    for element in all(selector) {
        element.set_text_content(Some(text));
    }
}

/// The text of an element of the frame.
pub fn text(id: &'static str, read: impl Fn() -> String + 'static) {
    text_of(id, Box::new(read));
}

fn text_of(id: &'static str, read: Box<dyn Fn() -> String>) {
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

/// The value of a field of the frame. One that has it already is left alone: the caret stands in it.
pub fn value(id: &str, read: impl Fn() -> String + 'static) {
    value_of(id, Box::new(read));
}

fn value_of(id: &str, read: Box<dyn Fn() -> String>) {
    let Some(field) = by_id(id) else { return };
    follow(Box::new(move || {
        let value = read();
        if typed(&field) == value {
            return;
        }
        if let Some(input) = field.dyn_ref::<HtmlInputElement>() {
            input.set_value(&value);
        } else if let Some(area) = field.dyn_ref::<HtmlTextAreaElement>() {
            area.set_value(&value);
        } else if let Some(select) = field.dyn_ref::<HtmlSelectElement>() {
            select.set_value(&value);
        }
    }));
}

/// What stands in a field.
pub fn typed(field: &Element) -> String {
    let input = field.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value);
    let area = || field.dyn_ref::<HtmlTextAreaElement>().map(HtmlTextAreaElement::value);
    let select = || field.dyn_ref::<HtmlSelectElement>().map(HtmlSelectElement::value);
    input.or_else(area).or_else(select).unwrap_or_default()
}

/// Scrolls no more than it takes to see the whole of it.
pub fn into_view(selector: &str) {
    // On a phone the buttons stand above the steps, in one column with them.
    let is_phone = window().match_media("(max-width: 899px)").is_ok_and(|query| query.is_some_and(|query| query.matches()));
    if let Some(element) = all(selector).first().filter(|_| !is_phone) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

pub fn focus(selector: &str) {
    if let Some(element) = all(selector).into_iter().find_map(|element| element.dyn_into::<HtmlElement>().ok()) {
        element.focus().ok();
    }
}

/// An attribute that is there or is not, such as `disabled` and `hidden`.
pub fn flag(selector: &'static str, name: &'static str, read: impl Fn() -> bool + 'static) {
    flag_of(selector, name, Box::new(read));
}

fn flag_of(selector: &'static str, name: &'static str, read: Box<dyn Fn() -> bool>) {
    changing_of(read, Box::new(move |is_set| set(selector, name, is_set.then_some(""))));
}

/// Shows a value when it has become another.
pub fn changing<T: PartialEq + Copy + 'static>(read: impl Fn() -> T + 'static, show: impl Fn(T) + 'static) {
    changing_of(Box::new(read), Box::new(show));
}

fn changing_of<T: PartialEq + Copy + 'static>(read: Box<dyn Fn() -> T>, show: Box<dyn Fn(T)>) {
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
    pressed_of(group, Box::new(chosen));
}

fn pressed_of(group: &'static str, chosen: Box<dyn Fn() -> &'static str>) {
    let show = move |chosen| {
        let chosen = format!("{group}:{chosen}");
        for button in all(&format!(".choice [data-action^='{group}:'], .tabs [data-action^='{group}:']")) {
            let pressed = button.get_attribute("data-action").as_deref() == Some(&chosen);
            button.set_attribute("aria-pressed", if pressed { "true" } else { "false" }).ok();
        }
    };
    changing_of(chosen, Box::new(show));
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
        if self.shown == pieces {
            return;
        }
        let children = self.parent.children();
        let child = |at: usize| children.item(u32::try_from(at).ok()?);
        // Where the focus was when its element went, and on what.
        let mut lost = None;
        for edit in edits(&self.shown, &pieces) {
            match edit {
                Edit::Insert(at, more) => {
                    let html = joined(more);
                    match child(at) {
                        Some(next) => next.insert_adjacent_html("beforebegin", html.as_str()).ok(),
                        None => self.parent.insert_adjacent_html("beforeend", html.as_str()).ok(),
                    };
                }
                Edit::Remove(at, gone) => {
                    for one in gone {
                        let Some(child) = child(at) else { continue };
                        if let Some(action) = focused_in(&child) {
                            let place = pieces.iter().position(|piece| piece == one).unwrap_or(at);
                            lost = Some((place, action));
                        }
                        child.remove();
                    }
                }
                Edit::Change(at, from, to) => {
                    if let Some(child) = child(at) {
                        change(&child, from, to);
                    }
                }
            }
        }
        if let Some((place, action)) = lost {
            let (parent, number) = (self.parent.id(), (place + 1).min(pieces.len()).to_string());
            focus(&["#", &parent, " > :nth-child(", &number, ") [data-action='", &action, "']"].concat());
        }
        self.shown = pieces;
    }
}

/// The action of the element that has the focus, where it is inside.
fn focused_in(element: &Element) -> Option<String> {
    document().active_element().filter(|active| element.contains(Some(active)))?.get_attribute("data-action")
}

/// Of a long element most stays: only what is other in it is made anew.
fn change(element: &Element, old: &Html, new: &Html) {
    let (path, html) = old.difference(new);
    let inner = path.iter().try_fold(element.clone(), |at, index| at.children().item(*index));
    match inner {
        Some(inner) => replace(&inner, html),
        None => replace(element, new.as_str()),
    }
}

/// An element that has the focus, or is around it, stays: it takes over what has changed. Any other is made anew.
fn replace(old: &Element, new: &str) {
    let focused = document().active_element().filter(|active| old.contains(Some(active)));
    let fresh = focused.and_then(|_| {
        let template = document().create_element("ul").ok()?;
        template.set_inner_html(new);
        template.first_element_child().filter(|_| template.child_nodes().length() == 1)
    });
    match fresh {
        Some(fresh) if fresh.tag_name() == old.tag_name() => take_over(old, &fresh),
        _ => old.set_outer_html(new),
    }
}

/// Makes `old` equal to `new` without taking the focused element out of the page.
fn take_over(old: &Element, new: &Element) {
    for name in old.get_attribute_names().iter().filter_map(|name| name.as_string()) {
        if !new.has_attribute(&name) {
            old.remove_attribute(&name).ok();
        }
    }
    for name in new.get_attribute_names().iter().filter_map(|name| name.as_string()) {
        let value = new.get_attribute(&name);
        if old.get_attribute(&name) != value {
            old.set_attribute(&name, &value.unwrap_or_default()).ok();
        }
    }
    if let Some(field) = old.dyn_ref::<HtmlTextAreaElement>() {
        return set_value(field, &new.text_content().unwrap_or_default());
    }
    let (olds, news) = (old.child_nodes(), new.child_nodes());
    let pairs = || (0..olds.length()).filter_map(|index| Some((olds.item(index)?, news.item(index)?)));
    if olds.length() != news.length() || pairs().any(|(old, new)| old.node_name() != new.node_name()) {
        return old.set_inner_html(&new.inner_html());
    }
    for (old, new) in pairs() {
        match old.dyn_ref::<Element>().zip(new.dyn_ref::<Element>()) {
            Some((old, new)) => take_over(old, new),
            None => old.set_node_value(new.node_value().as_deref()),
        }
    }
}

/// A text that is there already is not set again: that would move the caret.
fn set_value(field: &HtmlTextAreaElement, text: &str) {
    if field.value() != text {
        field.set_value(text);
    }
}

/// A list in the frame that follows the signals it reads.
pub fn list(id: &str, read: impl Fn() -> Vec<Html> + 'static) {
    list_of(id, Box::new(read));
}

fn list_of(id: &str, read: Box<dyn Fn() -> Vec<Html>>) {
    if let Some(parent) = by_id(id) {
        let mut pieces = Pieces::new(parent.into());
        follow(Box::new(move || pieces.show(read())));
    }
}
