//! The line between two panes: moved by dragging and by arrow keys, and back to its usual place by a double click.

use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::html;
use leptos::prelude::*;

use crate::app::browser::frame::after_effects;

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

/// A splitter. The value is the part of the element around it, in thousandths; `None` is the usual place.
#[component]
pub fn Splitter(
    split: Split,
    label: &'static str,
    #[prop(into)] value: Signal<Option<u32>>,
    #[prop(into)] on_move: Callback<Option<u32>>,
) -> impl IntoView {
    let line = NodeRef::<html::Div>::new();
    let move_to = move |value: Option<u32>| on_move.run(value.map(|value| value.clamp(LEAST, MOST)));
    // Where the usual place is, only the layout knows.
    let measured = RwSignal::new(LEAST);
    let measure = move || {
        if let Some(part) = line.get_untracked().and_then(|line| part_of(split, &line)) {
            measured.set(part.max(LEAST));
        }
    };
    let grab = move |event: PointerEvent| {
        if let Some(line) = line.get_untracked() {
            line.set_pointer_capture(event.pointer_id()).ok();
        }
    };
    let drag = move |event: PointerEvent| {
        if let Some(part) = line.get_untracked().and_then(|line| part_at(split, &event, &line)) {
            move_to(Some(part));
        }
    };
    let press = move |event: KeyboardEvent| {
        let from = value.get_untracked().unwrap_or_else(|| measured.get_untracked());
        if let Some(to) = step(split, &event.key(), from) {
            event.prevent_default();
            move_to(match to {
                Step::Usual => None,
                Step::To(part) => Some(part),
            });
            after_effects(measure);
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
            aria-valuenow=move || value.get().unwrap_or_else(|| measured.get()) / 10
            node_ref=line
            on:pointerdown=grab
            on:pointermove=drag
            on:keydown=press
            on:focus=move |_| measure()
            on:dblclick=move |_| move_to(None)
        ></div>
    }
}

/// Where a key moves the line to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Usual,
    To(u32),
}

fn step(split: Split, key: &str, from: u32) -> Option<Step> {
    let change = match (key, split) {
        ("ArrowLeft", Split::LeftAndRight) | ("ArrowDown", Split::AboveAndBelow) => -STEP,
        ("ArrowRight", Split::LeftAndRight) | ("ArrowUp", Split::AboveAndBelow) => STEP,
        ("Enter", _) => return Some(Step::Usual),
        ("Home", _) => return Some(Step::To(LEAST)),
        ("End", _) => return Some(Step::To(MOST)),
        _ => return None,
    };
    Some(Step::To(from.saturating_add_signed(change)))
}

/// Where a drag has come to; `None` for a pointer that only passes over.
fn part_at(split: Split, event: &PointerEvent, line: &web_sys::HtmlDivElement) -> Option<u32> {
    if !line.has_pointer_capture(event.pointer_id()) {
        return None;
    }
    part_before(split, line, f64::from(event.client_x()), f64::from(event.client_y()))
}

/// Where the line is.
fn part_of(split: Split, line: &web_sys::HtmlDivElement) -> Option<u32> {
    let own = line.get_bounding_client_rect();
    part_before(split, line, own.left(), own.bottom())
}

/// The part that a point divides the element around a line into.
fn part_before(split: Split, line: &web_sys::HtmlDivElement, x: f64, y: f64) -> Option<u32> {
    let around = line.parent_element()?.get_bounding_client_rect();
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
        let keys = ["ArrowLeft", "ArrowRight", "Home", "End", "Enter"];
        let steps = keys.map(|key| step(Split::LeftAndRight, key, 500));
        assert_eq!(steps, [Step::To(480), Step::To(520), Step::To(LEAST), Step::To(MOST), Step::Usual].map(Some));
        assert_eq!(["ArrowUp", "a"].map(|key| step(Split::LeftAndRight, key, 500)), [None, None]);
        assert_eq!(step(Split::AboveAndBelow, "ArrowDown", 10), Some(Step::To(0)));
    }
}
