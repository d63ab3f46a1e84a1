//! What is wrong around the payload: with the settings, with how the service acts, and with the update.

use std::sync::Arc;

use leptos::prelude::*;
use time::UtcDateTime;

use super::Answer;
use super::payload::Inputs;
use crate::core::diagnostic::Diagnostic;
use crate::core::integration::update::offer_carry_over;
use crate::core::place::Where;
use crate::core::project::Project;
use crate::core::rules::{check_service, check_settings};
use crate::core::severity::Severity;

#[derive(Clone, Default)]
pub struct SetupCheck {
    /// Those of the settings and of how the service acts, in their order, then those of the update.
    pub diagnostics: Arc<[Diagnostic]>,
}

impl PartialEq for SetupCheck {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.diagnostics, &other.diagnostics) || self.diagnostics.is_empty() && other.diagnostics.is_empty()
    }
}

impl SetupCheck {
    /// Errors and warnings.
    pub fn problems(&self) -> impl Iterator<Item = &Diagnostic> {
        self.diagnostics.iter().filter(|one| one.severity != Severity::Info)
    }

    pub fn of(&self, place: Where) -> Vec<Diagnostic> {
        self.diagnostics.iter().filter(|one| one.source == place).cloned().collect()
    }
}

pub fn check(setup: Memo<Arc<Project>>, answer: Memo<Answer>, now: RwSignal<UtcDateTime>) -> Memo<SetupCheck> {
    let settings = Memo::new(move |_| {
        setup.with(|project| {
            let mut found = check_settings(&project.settings, project.profile);
            found.extend(check_service(&project.service, project.profile));
            SetupCheck { diagnostics: found.into() }
        })
    });
    let update = check_update(setup, answer, now);
    Memo::new(move |_| {
        let (settings, update) = (settings.get(), update.get());
        match (settings.diagnostics.is_empty(), update.diagnostics.is_empty()) {
            (_, true) => settings,
            (true, false) => update,
            (false, false) => {
                SetupCheck { diagnostics: settings.diagnostics.iter().chain(&*update.diagnostics).cloned().collect() }
            }
        }
    })
}

fn check_update(setup: Memo<Arc<Project>>, answer: Memo<Answer>, now: RwSignal<UtcDateTime>) -> Memo<SetupCheck> {
    let inputs = Memo::new(move |_| setup.with(|project| Inputs::of(project, project.update.clone().unwrap_or_default(), now)));
    Memo::new(move |_| {
        inputs.with(|update| {
            // A blank update does not count: what is played and drawn then follows from the payload.
            if update.text.trim().is_empty() {
                return SetupCheck::default();
            }
            let mut found = answer.with(|answer| update.analyze_update(&answer.text)).diagnostics;
            answer.with(|answer| offer_carry_over(&mut found, &update.text, &answer.text));
            for one in &mut found {
                one.source = Where::Update;
            }
            SetupCheck { diagnostics: found.into() }
        })
    })
}
