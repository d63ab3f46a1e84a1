//! The line between two panes: moved by drag, by arrow keys, and back to the middle by a double click.

use crate::app::erased::derived;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, PointerEvent};

const STEP: f64 = 2.0;

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Between {
    /// A pane at the left and one at the right; the value is the left one's part.
    LeftAndRight,
    /// A pane above and one below; the value is the lower one's part.
    AboveAndBelow,
}

/// `value` is a percentage of the element around the splitter.
#[component]
pub fn Splitter(
    between: Between,
    label: &'static str,
    #[prop(into)] value: Signal<f64>,
    set: impl Fn(f64) + Copy + 'static,
    usual: f64,
) -> impl IntoView {
    let dragged = RwSignal::new(false);
    let limited = move |value: f64| set(value.clamp(15.0, 80.0));
    let on_move = move |event: PointerEvent| {
        if dragged.get_untracked()
            && let Some(part) = part_at(between, &event)
        {
            limited(part);
        }
    };
    let on_key = move |event: KeyboardEvent| {
        let change = match (event.key().as_str(), between) {
            ("ArrowLeft", Between::LeftAndRight) | ("ArrowDown", Between::AboveAndBelow) => -STEP,
            ("ArrowRight", Between::LeftAndRight) | ("ArrowUp", Between::AboveAndBelow) => STEP,
            ("Enter", _) => usual - value.get_untracked(),
            _ => return,
        };
        event.prevent_default();
        limited(value.get_untracked() + change);
    };
    let on_grab = move |event: PointerEvent| {
        if let Some(element) = event.current_target().and_then(|target| target.dyn_into::<Element>().ok()) {
            element.set_pointer_capture(event.pointer_id()).ok();
        }
        dragged.set(true);
    };
    view! {
        <div
            class="splitter"
            class:across=between == Between::AboveAndBelow
            role="separator"
            tabindex="0"
            aria-label=label
            aria-orientation=if between == Between::LeftAndRight { "vertical" } else { "horizontal" }
            aria-valuenow=derived(move || format!("{:.0}", value.get()))
            aria-valuemin="15"
            aria-valuemax="80"
            on:pointerdown=on_grab
            on:pointermove=on_move
            on:pointerup=move |_| dragged.set(false)
            on:pointercancel=move |_| dragged.set(false)
            on:keydown=on_key
            on:dblclick=move |_| limited(usual)
        ></div>
    }
}

fn part_at(between: Between, event: &PointerEvent) -> Option<f64> {
    let element = event.current_target()?.dyn_into::<Element>().ok()?;
    let around = element.parent_element()?.get_bounding_client_rect();
    let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
    Some(match between {
        Between::LeftAndRight => (x - around.left()) / around.width() * 100.0,
        Between::AboveAndBelow => (around.bottom() - y) / around.height() * 100.0,
    })
}
