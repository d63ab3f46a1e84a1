//! What the form shows: the layers of the payload and what is wrong with each.

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::browser::frame::painted;
use crate::app::components::Drag;
use crate::app::lab::Lab;
use crate::app::store::{EditorName, PayloadCheck, ScreenStoreFields, Target};
use crate::core::diagnostic::Diagnostic;
use crate::core::form::Layers;
use crate::core::severity::Severity;

/// The form's list, as its rows see it.
#[derive(Clone, Copy)]
pub struct LayerList {
    check: Signal<PayloadCheck>,
    /// The layers of the payload, or of the last one that could be read.
    pub layers: Memo<Arc<Layers>>,
    /// The present text could not be read.
    pub unread: Memo<bool>,
    /// The worst problem of each layer.
    worst: Memo<Vec<Option<Severity>>>,
    pub rows: NodeRef<html::Ol>,
    pub drag: RwSignal<Option<Drag>>,
}

impl LayerList {
    pub fn new(lab: Lab) -> Self {
        let check = followed(lab);
        let read = Memo::new(move |_| check.with(|check| Layers::of(&check.text).map(Arc::new)));
        let layers = Memo::new(move |last: Option<&Arc<Layers>>| read.get().or_else(|| last.cloned()).unwrap_or_default());
        Self {
            check,
            layers,
            unread: Memo::new(move |_| read.with(Option::is_none)),
            worst: Memo::new(move |_| check.with(|check| layers.with(|layers| worst(layers, &check.analysis.diagnostics)))),
            rows: NodeRef::new(),
            drag: RwSignal::new(None),
        }
    }

    pub fn len(self) -> usize {
        self.layers.with(|layers| layers.len())
    }

    pub fn worst(self, index: usize) -> Option<Severity> {
        self.worst.with(|worst| worst.get(index).copied().flatten())
    }

    pub fn problems(self, index: usize) -> Vec<Diagnostic> {
        let of_layer = |layers: &Arc<Layers>, one: &&Diagnostic| layers.around(one.span) == Some(index);
        let found = |check: &PayloadCheck| {
            self.layers.with(|layers| check.analysis.diagnostics.iter().filter(|one| of_layer(layers, one)).cloned().collect())
        };
        self.check.with(found)
    }
}

/// The payload and its problems. While somebody types in the JSON it follows after the frame that shows the letter, so that the
/// form does not hold the letter up.
fn followed(lab: Lab) -> Signal<PayloadCheck> {
    let newest = lab.derived.payload;
    let shown = RwSignal::new(newest.get_untracked());
    let waiting = StoredValue::new(false);
    Effect::new(move |_| {
        let check = newest.get();
        let typing = lab.screen.focused().get_untracked() == Some(Target::Editor(EditorName::Payload));
        if shown.with_untracked(|shown| *shown == check) {
            return;
        }
        if !typing {
            shown.set(check);
        } else if !waiting.get_value() {
            waiting.set_value(true);
            spawn_local(async move {
                painted().await;
                // The form may have been closed meanwhile.
                if waiting.try_set_value(false).is_none() {
                    shown.try_set(newest.get_untracked());
                }
            });
        }
    });
    shown.into()
}

fn worst(layers: &Layers, diagnostics: &[Diagnostic]) -> Vec<Option<Severity>> {
    let mut worst = vec![None; layers.len()];
    for diagnostic in diagnostics {
        if let Some(index) = layers.around(diagnostic.span) {
            let before = worst[index].unwrap_or(diagnostic.severity);
            worst[index] = Some(diagnostic.severity.min(before));
        }
    }
    worst
}
