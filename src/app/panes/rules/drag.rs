//! A rule dragged by its grip, by mouse, pen or finger. Nothing moves before it is dropped; a line says where it would go.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, PointerEvent};

use crate::app::actions::rules;
use crate::app::platform::dom;
use crate::app::state::Lab;

pub fn listen(lab: Lab) {
    let Some(list) = dom::by_id("rule-list") else { return };
    let dragged: Rc<Cell<Option<usize>>> = Rc::default();
    let on = |event: &'static str, act: Box<dyn Fn(&PointerEvent)>| {
        let heard = move |event: &web_sys::Event| _ = event.dyn_ref().map(&act);
        EventListener::new_with_options(&list, event, EventListenerOptions::enable_prevent_default(), heard).forget();
    };
    let start = dragged.clone();
    on(
        "pointerdown",
        Box::new(move |event| {
            let grip = event.target().and_then(|target| target.dyn_into::<Element>().ok()?.closest(".grip").ok().flatten());
            let Some(grip) = grip else { return };
            start.set(row_of(&grip));
            grip.set_pointer_capture(event.pointer_id()).ok();
        }),
    );
    let over = dragged.clone();
    on(
        "pointermove",
        Box::new(move |event| {
            if let Some(from) = over.get() {
                show(from, place(event));
            }
        }),
    );
    let dropped = dragged.clone();
    on(
        "pointerup",
        Box::new(move |event| {
            clear();
            if let Some(from) = dropped.take() {
                rules::reorder(lab, from, target(from, place(event)));
            }
        }),
    );
    on(
        "pointercancel",
        Box::new(move |_| {
            dragged.take();
            clear();
        }),
    );
}

fn row_of(element: &Element) -> Option<usize> {
    element.closest("[data-rule-row]").ok().flatten()?.get_attribute("data-rule-row")?.parse().ok()
}

/// How many rows the pointer is below the middle of.
fn place(event: &PointerEvent) -> usize {
    let y = f64::from(event.client_y());
    let middle = |row: &Element| {
        let rect = row.get_bounding_client_rect();
        rect.top() + rect.height() / 2.0
    };
    dom::all("#rule-list > li").iter().filter(|row| middle(row) < y).count()
}

/// Where a rule comes to stand that is dropped before the row at `place`: taken out first, it leaves a gap.
fn target(from: usize, place: usize) -> usize {
    if place > from { place - 1 } else { place }
}

fn show(from: usize, place: usize) {
    clear();
    if target(from, place) == from {
        return;
    }
    let rows = dom::all("#rule-list > li");
    match rows.get(place) {
        Some(row) => row.set_attribute("data-drop", "before").ok(),
        None => rows.last().and_then(|row| row.set_attribute("data-drop", "after").ok()),
    };
}

fn clear() {
    dom::set("#rule-list > li", "data-drop", None);
}
