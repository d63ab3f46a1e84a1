//! Dragging a row of the form to the place of another one.

use leptos::ev::DragEvent;
use leptos::prelude::*;

#[derive(Clone, Copy)]
pub struct Drag {
    dragged: RwSignal<Option<usize>>,
    over: RwSignal<Option<usize>>,
}

/// The side of a row on which a dragged one will stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edge {
    Above,
    Below,
}

impl Drag {
    pub fn new() -> Self {
        Self { dragged: RwSignal::new(None), over: RwSignal::new(None) }
    }

    pub fn begin(self, index: usize, event: &DragEvent) {
        // Without data Firefox drags nothing.
        if let Some(data) = event.data_transfer() {
            data.set_data("text/plain", "").ok();
            data.set_effect_allowed("move");
        }
        self.dragged.set(Some(index));
    }

    pub fn end(self) {
        self.dragged.set(None);
        self.over.set(None);
    }

    /// The pointer is over a row. Files and texts from elsewhere land on none.
    pub fn over(self, index: usize, event: &DragEvent) {
        if self.dragged.get_untracked().is_some() {
            event.prevent_default();
            if self.over.get_untracked() != Some(index) {
                self.over.set(Some(index));
            }
        }
    }

    /// Ends over a row; says which one was dragged there.
    pub fn drop(self, event: &DragEvent) -> Option<usize> {
        event.prevent_default();
        let dragged = self.dragged.get_untracked();
        self.end();
        dragged
    }

    /// Whether what is dragged would land beside a row.
    pub fn lands(self, index: usize) -> Option<Edge> {
        let dragged = self.dragged.get()?;
        let over = self.over.get() == Some(index) && dragged != index;
        over.then_some(if index < dragged { Edge::Above } else { Edge::Below })
    }
}
