//! The line between two panes: moved by drag, by arrow keys, and back to where it usually is by a double click.

use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, PointerEvent};

use super::platform::dom::{by_id, follow, set};

/// Of an arrow key, in thousandths.
const STEP: i32 = 20;
/// As the frame says it in `aria-valuemin` and `aria-valuemax`.
const LEAST: u32 = 150;
const MOST: u32 = 800;

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Between {
    /// A pane at the left and one at the right; the value is the left one's part.
    LeftAndRight,
    /// A pane above and one below; the value is the lower one's part.
    AboveAndBelow,
}

/// Brings a splitter of the frame to life. The value is the part of the element around it, in thousandths.
pub fn attach(
    between: Between,
    id: &'static str,
    usual: impl Fn() -> u32 + Copy + 'static,
    value: impl Fn() -> u32 + Copy + 'static,
    set_value: impl Fn(u32) + 'static,
) {
    let Some(element) = by_id(id) else { return };
    let property = if between == Between::LeftAndRight { "--source" } else { "--lower" };
    let splitter = format!("#{id}");
    follow(Box::new(move || {
        let value = value();
        set(&splitter, "aria-valuenow", Some(&(value / 10).to_string()));
        if let Some(root) = by_id("panes") {
            root.style().set_property(property, &format!("calc({value}% / 10)")).ok();
        }
    }));
    let limited = Rc::new(move |value: u32| set_value(value.clamp(LEAST, MOST)));
    let splitter: Element = element.into();
    let listen = |event: &'static str, act: Box<dyn Fn(&web_sys::Event)>| {
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&splitter, event, options, move |event| act(event)).forget();
    };
    listen("pointerdown", Box::new(grab));
    let moved = limited.clone();
    listen(
        "pointermove",
        Box::new(move |event| {
            if let Some(part) = part_at(between, event) {
                moved(part);
            }
        }),
    );
    let stepped = limited.clone();
    listen(
        "keydown",
        Box::new(move |event| {
            if let Some(to) = event
                .dyn_ref()
                .and_then(|key| step(between, key, leptos::prelude::untrack(value), leptos::prelude::untrack(usual)))
            {
                event.prevent_default();
                stepped(to);
            }
        }),
    );
    listen("dblclick", Box::new(move |_| limited(leptos::prelude::untrack(usual))));
}

fn grab(event: &web_sys::Event) {
    if let Some((event, element)) = pointer(event) {
        element.set_pointer_capture(event.pointer_id()).ok();
    }
}

fn step(between: Between, key: &KeyboardEvent, value: u32, usual: u32) -> Option<u32> {
    let change = match (key.key().as_str(), between) {
        ("ArrowLeft", Between::LeftAndRight) | ("ArrowDown", Between::AboveAndBelow) => -STEP,
        ("ArrowRight", Between::LeftAndRight) | ("ArrowUp", Between::AboveAndBelow) => STEP,
        ("Enter", _) => return Some(usual),
        ("Home", _) => return Some(LEAST),
        ("End", _) => return Some(MOST),
        _ => return None,
    };
    Some(value.saturating_add_signed(change))
}

fn pointer(event: &web_sys::Event) -> Option<(&PointerEvent, Element)> {
    Some((event.dyn_ref()?, event.current_target()?.dyn_into().ok()?))
}

/// Where a drag has come to; `None` for a pointer that only passes over.
fn part_at(between: Between, event: &web_sys::Event) -> Option<u32> {
    let (event, element) = pointer(event)?;
    if !element.has_pointer_capture(event.pointer_id()) {
        return None;
    }
    let around = element.parent_element()?.get_bounding_client_rect();
    let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
    let part = match between {
        Between::LeftAndRight => (x - around.left()) / around.width(),
        Between::AboveAndBelow => (around.bottom() - y) / around.height(),
    };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the cast saturates, and the value is limited")]
    Some((part * 1000.0) as u32)
}
