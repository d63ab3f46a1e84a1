//! Dragging a row of a list to another place, by mouse, pen or finger. Nothing moves before it is dropped; a line shows where it
//! would go.

use leptos::ev::PointerEvent;
use leptos::html;
use leptos::prelude::*;
use web_sys::Element;

use super::{Icon, IconName};

/// A row that is being dragged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Drag {
    from: usize,
    /// The place among the rows that the pointer is at.
    place: usize,
}

impl Drag {
    /// Where the row comes to stand: taken out first, it leaves a gap.
    fn target(self) -> usize {
        if self.place > self.from { self.place - 1 } else { self.place }
    }

    /// The side of a row that shows the line, as `data-drop` of the row.
    pub fn line_at(self, index: usize, len: usize) -> Option<&'static str> {
        if self.target() == self.from {
            None
        } else if self.place == index {
            Some("before")
        } else {
            (self.place == len && index + 1 == len).then_some("after")
        }
    }
}

/// The button by which a row is dragged.
#[component]
pub fn Grip(
    /// The row's place in the list.
    #[prop(into)]
    index: Signal<usize>,
    /// Its children are the rows.
    list: NodeRef<html::Ol>,
    drag: RwSignal<Option<Drag>>,
    /// The row was dropped at another place.
    #[prop(into)]
    on_move: Callback<usize>,
) -> impl IntoView {
    let grip = NodeRef::<html::Button>::new();
    let place = move |event: &PointerEvent| list.get_untracked().map_or(0, |list| rows_above(&list, event));
    let grab = move |event: PointerEvent| {
        if let Some(grip) = grip.get_untracked() {
            grip.set_pointer_capture(event.pointer_id()).ok();
            let from = index.get_untracked();
            drag.set(Some(Drag { from, place: from }));
        }
    };
    let carry = move |event: PointerEvent| {
        if let Some(dragged) = drag.get_untracked() {
            drag.set(Some(Drag { place: place(&event), ..dragged }));
        }
    };
    let drop = move |event: PointerEvent| {
        if let Some(dragged) = drag.get_untracked() {
            drag.set(None);
            let target = Drag { place: place(&event), ..dragged }.target();
            if target != dragged.from {
                on_move.run(target);
            }
        }
    };
    view! {
        <button
            type="button"
            class="grip"
            data-action="grip"
            node_ref=grip
            on:pointerdown=grab
            on:pointermove=carry
            on:pointerup=drop
            on:pointercancel=move |_| drag.set(None)
        >
            <Icon name=IconName::Grip/>
        </button>
    }
}

/// Counts the rows whose middle is above the pointer.
fn rows_above(list: &Element, event: &PointerEvent) -> usize {
    let y = f64::from(event.client_y());
    let rows = list.children();
    let middle = |row: Element| {
        let rect = row.get_bounding_client_rect();
        rect.top() + rect.height() / 2.0
    };
    (0..rows.length()).filter_map(|index| rows.item(index)).filter(|row| middle(row.clone()) < y).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drag(from: usize, place: usize) -> Drag {
        Drag { from, place }
    }

    #[test]
    fn a_row_leaves_a_gap() {
        assert_eq!([(0, 2), (2, 0), (1, 1), (1, 2)].map(|(from, place)| drag(from, place).target()), [1, 0, 1, 1]);
    }

    #[test]
    fn the_line_shows_where_the_row_would_go() {
        let lines = |drag: Drag| [0, 1, 2].map(|index| drag.line_at(index, 3));
        assert_eq!(lines(drag(0, 2)), [None, None, Some("before")]);
        assert_eq!(lines(drag(0, 3)), [None, None, Some("after")]);
        assert_eq!(lines(drag(1, 2)), [None; 3]);
    }
}
