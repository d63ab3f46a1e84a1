//! What follows from the project and the screen.
//!
//! These are memos, not effects: a read after a change returns the new value at any point of the update. Each memo tracks
//! only its inputs, so a key in the payload runs no pattern.

use std::sync::Arc;

use leptos::prelude::*;
use reactive_stores::Store;
use time::UtcDateTime;

use super::{Answer, Document, Drawings, OpenRule, PayloadCheck, RulesCheck, Screen, SetupCheck, View};
use super::{open_rule, payload, rules, setup, timeline, update, views};
use crate::core::integration::simulator::Step;
use crate::core::links::Taken;
use crate::core::project::Project;

#[derive(Clone, Copy)]
pub struct Derived {
    /// The project without its payload. Typing in the payload does not change it, so track this if you need no payload.
    pub setup: Memo<Arc<Project>>,
    pub rules: Memo<RulesCheck>,
    pub open_rule: Memo<Option<OpenRule>>,
    /// Which rule matches the link.
    pub taken: Memo<Taken>,
    /// The payload that answers for the link.
    pub answer: Memo<Answer>,
    pub payload: Memo<PayloadCheck>,
    /// Problems of the settings, of how the service acts, and of the update.
    pub around: Memo<SetupCheck>,
    /// The body of the update.
    pub update: Memo<Arc<str>>,
    /// The steps of the timeline.
    pub steps: Memo<Vec<Step>>,
    pub views: Memo<Vec<View>>,
    /// The link in any state.
    pub drawings: Drawings,
    /// An analysis that was made in slices, for the text that is about to become the payload.
    pub prepared: StoredValue<Option<PayloadCheck>>,
    /// The real clock, to the minute.
    pub now: RwSignal<UtcDateTime>,
}

impl Derived {
    pub fn new(document: Document, screen: Store<Screen>, now: UtcDateTime) -> Self {
        let (now, prepared) = (RwSignal::new(now), StoredValue::new(None));
        let project = document.project;
        let setup: Memo<Arc<Project>> =
            Memo::new(move |_| project.with(|project| Arc::new(Project { payload: Arc::default(), ..Project::clone(project) })));
        let rules = rules::check(setup);
        let open_rule = open_rule::open_rule(setup, screen);
        let taken = rules::taken(setup, rules);
        let answer = payload::answer(project, taken);
        let payload = payload::check(setup, answer, prepared, now);
        let steps = timeline::steps(setup, taken, answer, screen);
        let origins = timeline::origins(setup, steps, screen);
        let drawings = Drawings::new(views::Sources { document, setup, rules, open_rule, taken, origins, payload, screen, now });
        Self {
            setup,
            rules,
            open_rule,
            taken,
            answer,
            payload,
            around: setup::check(setup, answer, now),
            update: update::body(setup, answer, screen),
            steps,
            views: views::views(&drawings),
            drawings,
            prepared,
            now,
        }
    }
}
