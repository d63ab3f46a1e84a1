//! What the editors deliver. A text of a megabyte and more is checked and drawn in slices before it becomes the payload, so
//! that no key waits for the whole of it.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use time::UtcDateTime;

use super::document;
use crate::app::browser::{clock, frame};
use crate::app::lab::Lab;
use crate::app::store::{EditorName, LARGE, PayloadCheck, moment};
use crate::core::analysis::Analysis;
use crate::core::json::Source;
use crate::core::preview;
use crate::core::profile::Profile;
use crate::core::project::Project;
use crate::core::rules::CheckSteps;
use crate::core::unfurl::Payload;

/// Milliseconds that a slice may take: two of them and the work of a key stay unnoticed.
const SLICE: f64 = 8.0;

/// Takes the payload as the editor sends it.
pub fn receive(lab: Lab, text: Arc<str>) {
    let turn = lab.delivery.next();
    if text.len() < LARGE {
        lab.delivery.waiting.set(None);
        return document::type_payload(lab, text);
    }
    lab.delivery.waiting.set(Some(text.clone()));
    spawn_local(async move {
        let facts = lab.document.project.with_untracked(|project| Facts::of(lab, project));
        let Some(analysis) = analyze_in_slices(lab, &text, turn, facts).await else { return };
        lab.delivery.waiting.set(None);
        lab.derived.prepared.set_value(Some(PayloadCheck { text: text.clone(), analysis: Arc::new(analysis) }));
        document::type_payload(lab, text);
    });
}

/// Brings into the project at once what was typed and is not there yet.
pub fn settle(lab: Lab) {
    lab.editors.flush();
    if let Some(text) = lab.delivery.waiting.get_untracked() {
        lab.delivery.next();
        lab.delivery.waiting.set(None);
        document::type_payload(lab, text);
    }
}

/// Checks and draws the large payload of a project in slices, before the project is opened.
pub async fn prepare(lab: Lab, project: &Project) {
    let text = project.payload.clone();
    if text.len() < LARGE {
        return;
    }
    let turn = lab.delivery.next();
    if let Some(analysis) = analyze_in_slices(lab, &text, turn, Facts::of(lab, project)).await {
        lab.derived.prepared.set_value(Some(PayloadCheck { text, analysis: Arc::new(analysis) }));
    }
}

/// What an analysis needs to know besides the text.
struct Facts {
    profile: Profile,
    link: String,
    now: UtcDateTime,
}

impl Facts {
    fn of(lab: Lab, project: &Project) -> Self {
        let now = moment(project, lab.derived.now.get_untracked());
        Self { profile: project.profile, link: project.link.clone(), now }
    }
}

/// As `core::analysis` does it, with pauses; `None` where a newer text has arrived.
async fn analyze_in_slices(lab: Lab, text: &str, turn: u32, facts: Facts) -> Option<Analysis> {
    let Facts { profile, link, now } = facts;
    let mut slices = Slices { lab, turn, since: clock::milliseconds() };
    slices.pause().await?;
    let source = Source::new(text);
    let mut steps = source.steps();
    let root = loop {
        match steps.step() {
            Ok(true) => slices.pause_if_due().await?,
            Ok(false) => break steps.finish(),
            Err(error) => break Err(error),
        }
    };
    let root = match root {
        Ok(root) => root,
        Err(error) => return Some(Analysis::broken(text, error)),
    };
    slices.pause().await?;
    let mut payload = Payload::new(text, &root, false);
    payload.link = Some(&*link).filter(|link| !link.trim().is_empty());
    let last = lab.derived.payload.get_untracked();
    let mut steps = CheckSteps::new(profile, last.before().clean_in(text));
    while steps.step(&payload) {
        slices.pause_if_due().await?;
    }
    let (diagnostics, clean) = steps.finish();
    slices.pause().await?;
    let render = Arc::new(preview::draw(&payload, now));
    slices.pause().await?;
    Some(Analysis { kind: payload.kind, diagnostics, render: Some(render), clean })
}

struct Slices {
    lab: Lab,
    turn: u32,
    since: f64,
}

impl Slices {
    /// Yields to keys and frames. Returns `None` when the person has typed again, because this text is outdated.
    async fn pause(&mut self) -> Option<()> {
        frame::turn().await;
        self.since = clock::milliseconds();
        let typed_on = self.lab.editors.is_pending(EditorName::Payload.name());
        (self.lab.delivery.is_newest(self.turn) && !typed_on).then_some(())
    }

    async fn pause_if_due(&mut self) -> Option<()> {
        if clock::milliseconds() - self.since > SLICE { self.pause().await } else { Some(()) }
    }
}
