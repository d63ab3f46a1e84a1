//! Texts of a megabyte and more: checked and drawn in slices before they become the payload, so that no key waits for
//! the whole of it.

use std::cell::{Cell, RefCell};
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::actions;
use super::platform::{clock, document, editor};
use super::state::{Checked, Lab};
use crate::core::analysis::Analysis;
use crate::core::json::Source;
use crate::core::preview;
use crate::core::rules::Steps;
use crate::core::unfurl::Payload;

/// From this length on.
pub const LARGE: usize = 1_000_000;
/// What a slice may take, in milliseconds: two of them and what a key does are shorter than anybody notices.
const SLICE: f64 = 8.0;

thread_local! {
    /// Counts the texts that came, so that one that is overtaken is given up.
    static NEWEST: Cell<u32> = const { Cell::new(0) };
    static WAITING: RefCell<Option<Arc<str>>> = const { RefCell::new(None) };
}

/// The payload as the editor sends it.
pub fn receive(lab: Lab, text: Arc<str>) {
    NEWEST.set(NEWEST.get() + 1);
    if text.len() < LARGE {
        WAITING.take();
        return actions::type_payload(lab, text);
    }
    WAITING.set(Some(text.clone()));
    spawn_local(in_slices(lab, text, NEWEST.get()));
}

/// Something was typed that is not in the project yet.
pub fn is_pending() -> bool {
    WAITING.with_borrow(Option::is_some)
}

/// What was typed and is not in the project yet comes into it at once.
pub fn settle(lab: Lab) {
    editor::flush();
    if let Some(text) = WAITING.take() {
        NEWEST.set(NEWEST.get() + 1);
        actions::type_payload(lab, text);
    }
}

async fn in_slices(lab: Lab, text: Arc<str>, turn: u32) {
    let Some(analysis) = analyze(lab, &text, turn).await else { return };
    WAITING.take();
    lab.held.update_value(|held| held.ready = Some(Checked { text: text.clone(), analysis: Arc::new(analysis) }));
    actions::type_payload(lab, text);
}

/// As `core::analysis` does it, with pauses; `None` where a newer text has come.
async fn analyze(lab: Lab, text: &str, turn: u32) -> Option<Analysis> {
    let (profile, link) = lab.project.with_untracked(|project| (project.profile, project.link.clone()));
    let now = lab.now();
    let mut pauses = Pauses { turn, since: clock::milliseconds() };
    pauses.pause().await?;
    let source = Source::new(text);
    let mut steps = source.steps();
    let root = loop {
        match steps.step() {
            Ok(true) => pauses.pause_if_due().await?,
            Ok(false) => break steps.finish(),
            Err(error) => break Err(error),
        }
    };
    let root = match root {
        Ok(root) => root,
        Err(error) => return Some(Analysis::broken(text, error)),
    };
    pauses.pause().await?;
    let mut payload = Payload::new(text, &root, false);
    payload.link = Some(&*link).filter(|link| !link.trim().is_empty());
    let checked = lab.analysis.get_untracked();
    let mut steps = Steps::new(profile, checked.before().clean_in(text));
    while steps.step(&payload) {
        pauses.pause_if_due().await?;
    }
    let (diagnostics, clean) = steps.finish();
    pauses.pause().await?;
    let render = Arc::new(preview::draw(&payload, now));
    pauses.pause().await?;
    Some(Analysis { kind: payload.kind, diagnostics, render: Some(render), clean })
}

struct Pauses {
    turn: u32,
    since: f64,
}

impl Pauses {
    /// Lets keys and frames have their turn. A text that is typed on is given up at once: the frame with the letter would wait
    /// for what nobody will see.
    async fn pause(&mut self) -> Option<()> {
        document::pause().await;
        self.since = clock::milliseconds();
        (NEWEST.get() == self.turn && !editor::is_pending()).then_some(())
    }

    async fn pause_if_due(&mut self) -> Option<()> {
        if clock::milliseconds() - self.since > SLICE { self.pause().await } else { Some(()) }
    }
}
