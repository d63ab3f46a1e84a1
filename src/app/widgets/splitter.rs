//! The line between two panes: moved by drag, by arrow keys, and back to the middle by a double click.

use crate::app::erased::derived;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, PointerEvent};

/// Of an arrow key, in thousandths.
const STEP: i32 = 20;

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Between {
    /// A pane at the left and one at the right; the value is the left one's part.
    LeftAndRight,
    /// A pane above and one below; the value is the lower one's part.
    AboveAndBelow,
}

/// `value` is the part of the element around the splitter, in thousandths.
#[component]
pub fn Splitter(
    between: Between,
    label: &'static str,
    #[prop(into)] value: Signal<u32>,
    set: impl Fn(u32) + Copy + 'static,
    usual: u32,
) -> impl IntoView {
    let dragged = RwSignal::new(false);
    let limited = move |value: u32| set(value.clamp(150, 800));
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
            ("Enter", _) => {
                limited(usual);
                return;
            }
            _ => return,
        };
        event.prevent_default();
        limited(value.get_untracked().saturating_add_signed(change));
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
            aria-valuenow=derived(move || (value.get() / 10).to_string())
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

fn part_at(between: Between, event: &PointerEvent) -> Option<u32> {
    let element = event.current_target()?.dyn_into::<Element>().ok()?;
    let around = element.parent_element()?.get_bounding_client_rect();
    let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
    let part = match between {
        Between::LeftAndRight => (x - around.left()) / around.width(),
        Between::AboveAndBelow => (around.bottom() - y) / around.height(),
    };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the cast saturates, and the value is limited")]
    Some((part * 1000.0) as u32)
}
