//! The line between two panes: moved by dragging and by arrow keys, and back to its usual place by a double click.

use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::html;
use leptos::prelude::*;

/// Thousandths that an arrow key moves it by.
const STEP: i32 = 20;
/// Neither pane becomes smaller than this, in thousandths.
const LEAST: u32 = 150;
const MOST: u32 = 800;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Split {
    /// A pane at the left and one at the right; the value is the left one's part.
    LeftAndRight,
    /// A pane above and one below; the value is the lower one's part.
    AboveAndBelow,
}

/// A splitter. The value is the part of the element around it, in thousandths.
#[component]
pub fn Splitter(
    split: Split,
    label: &'static str,
    #[prop(into)] usual: Signal<u32>,
    #[prop(into)] value: Signal<u32>,
    #[prop(into)] on_move: Callback<u32>,
) -> impl IntoView {
    let line = NodeRef::<html::Div>::new();
    let move_to = move |value: u32| on_move.run(value.clamp(LEAST, MOST));
    let grab = move |event: PointerEvent| {
        if let Some(line) = line.get_untracked() {
            line.set_pointer_capture(event.pointer_id()).ok();
        }
    };
    let drag = move |event: PointerEvent| {
        if let Some(part) = line.get_untracked().and_then(|line| part_at(split, &event, &line)) {
            move_to(part);
        }
    };
    let press = move |event: KeyboardEvent| {
        if let Some(to) = step(split, &event.key(), value.get_untracked(), usual.get_untracked()) {
            event.prevent_default();
            move_to(to);
        }
    };
    let across = split == Split::AboveAndBelow;
    view! {
        <div
            class="splitter"
            class:across=across
            role="separator"
            tabindex="0"
            aria-label=label
            aria-orientation=if across { "horizontal" } else { "vertical" }
            aria-valuemin=LEAST / 10
            aria-valuemax=MOST / 10
            aria-valuenow=move || value.get() / 10
            node_ref=line
            on:pointerdown=grab
            on:pointermove=drag
            on:keydown=press
            on:dblclick=move |_| move_to(usual.get_untracked())
        ></div>
    }
}

fn step(split: Split, key: &str, value: u32, usual: u32) -> Option<u32> {
    let change = match (key, split) {
        ("ArrowLeft", Split::LeftAndRight) | ("ArrowDown", Split::AboveAndBelow) => -STEP,
        ("ArrowRight", Split::LeftAndRight) | ("ArrowUp", Split::AboveAndBelow) => STEP,
        ("Enter", _) => return Some(usual),
        ("Home", _) => return Some(LEAST),
        ("End", _) => return Some(MOST),
        _ => return None,
    };
    Some(value.saturating_add_signed(change))
}

/// Where a drag has come to; `None` for a pointer that only passes over.
fn part_at(split: Split, event: &PointerEvent, line: &web_sys::HtmlDivElement) -> Option<u32> {
    if !line.has_pointer_capture(event.pointer_id()) {
        return None;
    }
    let around = line.parent_element()?.get_bounding_client_rect();
    let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
    let part = match split {
        Split::LeftAndRight => (x - around.left()) / around.width(),
        Split::AboveAndBelow => (around.bottom() - y) / around.height(),
    };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the cast saturates, and the value is limited")]
    Some((part * 1000.0) as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_move_the_line() {
        let keys = ["ArrowLeft", "ArrowRight", "ArrowUp", "Home", "End", "Enter", "a"];
        let steps = keys.map(|key| step(Split::LeftAndRight, key, 500, 480));
        assert_eq!(steps, [Some(480), Some(520), None, Some(LEAST), Some(MOST), Some(480), None]);
        assert_eq!(step(Split::AboveAndBelow, "ArrowDown", 10, 200), Some(0));
    }
}
