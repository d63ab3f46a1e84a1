//! What is wrong around the payload: with the settings, with how the service acts, and with the update.

use std::sync::Arc;

use leptos::prelude::*;
use time::UtcDateTime;

use super::checked::{Answer, Inputs};
use super::{Screen, Source};
use crate::app::derived::Derived;
use crate::core::diagnostic::{Diagnostic, Severity};
use crate::core::integration::update;
use crate::core::project::{Project, Where};
use crate::core::rules::settings;

#[derive(Clone, Default)]
pub struct Around {
    /// Of the settings and how the service acts, in their order, then of the update.
    pub diagnostics: Arc<[Diagnostic]>,
}

impl PartialEq for Around {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.diagnostics, &other.diagnostics) || self.diagnostics.is_empty() && other.diagnostics.is_empty()
    }
}

impl Around {
    /// What is more than to be known.
    pub fn problems(&self) -> impl Iterator<Item = &Diagnostic> {
        self.diagnostics.iter().filter(|one| one.severity != Severity::Info)
    }
}

pub fn around(setup: Derived<Arc<Project>>, answer: Derived<Answer>, now: RwSignal<UtcDateTime>) -> Derived<Around> {
    let of_settings: Derived<Around> = Derived::new(move |_| {
        setup.with(|project| {
            let mut found = settings::check(&project.settings, project.profile);
            found.extend(settings::check_service(&project.service, project.profile));
            Around { diagnostics: found.into() }
        })
    });
    let update =
        Derived::new(move |_| setup.with(|project| Inputs::of(project, project.update.clone().unwrap_or_default(), now)));
    let of_update: Derived<Around> = Derived::new(move |_| {
        update.with(|update| {
            // A blank one is none: what is played and drawn follows from the payload then.
            if update.text.trim().is_empty() {
                return Around::default();
            }
            let mut found = answer.with(|answer| update.analyze_update(&answer.text)).diagnostics;
            for one in &mut found {
                one.source = Where::Update;
            }
            Around { diagnostics: found.into() }
        })
    });
    Derived::new(move |_| {
        let (settings, update) = (of_settings.get(), of_update.get());
        match (settings.diagnostics.is_empty(), update.diagnostics.is_empty()) {
            (_, true) => settings,
            (true, false) => update,
            (false, false) => Around { diagnostics: settings.diagnostics.iter().chain(&*update.diagnostics).cloned().collect() },
        }
    })
}

/// The body of the update: the person's, or one that follows from the answer. Empty while nobody looks.
pub fn update_body(setup: Derived<Arc<Project>>, answer: Derived<Answer>, screen: RwSignal<Screen>) -> Derived<Arc<str>> {
    let looked_at = Derived::new(move |_| screen.with(|screen| screen.source == Source::Integration));
    Derived::new(move |_| {
        if !looked_at.get() {
            return Arc::default();
        }
        let (own, link) = setup.with(|project| (project.update.clone(), project.link.clone()));
        own.unwrap_or_else(|| answer.with(|answer| update::draft(&answer.text, &link)).into())
    })
}
