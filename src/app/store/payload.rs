//! The payload that answers for the link, and what is wrong with it.

use std::sync::Arc;

use leptos::prelude::*;
use time::UtcDateTime;

use crate::core::analysis::{Analysis, Before, Options, analyze_with, ids};
use crate::core::links::Taken;
use crate::core::place::{RuleText, Where};
use crate::core::preview::format::instant;
use crate::core::profile::Profile;
use crate::core::project::Project;

/// The payload that answers for the link.
#[derive(Clone, PartialEq)]
pub struct Answer {
    pub text: Arc<str>,
    /// The rule that has it as its own; `None`: it is the project's.
    pub owner: Option<usize>,
}

impl Answer {
    pub fn source(&self) -> Where {
        self.owner.map_or(Where::Payload, |index| Where::Rule { index, text: RuleText::Payload })
    }
}

/// The payload's analysis with the text that it is of.
#[derive(Clone)]
pub struct PayloadCheck {
    pub text: Arc<str>,
    pub analysis: Arc<Analysis>,
}

impl PayloadCheck {
    /// For the analysis of the next text, which takes over what did not change.
    pub fn before(&self) -> Before<'_> {
        Before { text: &self.text, analysis: &self.analysis }
    }
}

impl PartialEq for PayloadCheck {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.analysis, &other.analysis)
    }
}

/// The moment that relative times count from: the project's own clock, or the real one.
pub fn moment(project: &Project, now: UtcDateTime) -> UtcDateTime {
    project.now.as_deref().and_then(instant).unwrap_or(now)
}

pub fn answer(project: RwSignal<Arc<Project>>, taken: Memo<Taken>) -> Memo<Answer> {
    Memo::new(move |_| {
        let rule = taken.with(|taken| taken.rule);
        project.with(|project| {
            let own = rule.and_then(|rule| Some((rule, project.rules.get(rule)?.payload.clone()?)));
            match own {
                Some((rule, text)) => Answer { text, owner: Some(rule) },
                None => Answer { text: project.payload.clone(), owner: None },
            }
        })
    })
}

/// Checks the answer. `prepared` is an analysis that was made in slices before its text became the payload.
pub fn check(
    setup: Memo<Arc<Project>>,
    answer: Memo<Answer>,
    prepared: StoredValue<Option<PayloadCheck>>,
    now: RwSignal<UtcDateTime>,
) -> Memo<PayloadCheck> {
    let inputs = Memo::new(move |_| setup.with(|project| Inputs::of(project, answer.with(|answer| answer.text.clone()), now)));
    Memo::new(move |last: Option<&PayloadCheck>| {
        inputs.with(|inputs| {
            let ready = prepared.get_value().filter(|ready| Arc::ptr_eq(&ready.text, &inputs.text));
            ready.unwrap_or_else(|| inputs.check(last))
        })
    })
}

/// What an analysis is made of.
#[derive(PartialEq)]
pub struct Inputs {
    pub text: Arc<str>,
    profile: Profile,
    link: String,
    now: UtcDateTime,
}

impl Inputs {
    pub fn of(project: &Project, text: Arc<str>, now: RwSignal<UtcDateTime>) -> Self {
        Self { text, profile: project.profile, link: project.link.clone(), now: moment(project, now.get()) }
    }

    /// `last`: the check of the text before.
    fn check(&self, last: Option<&PayloadCheck>) -> PayloadCheck {
        let options = Options { before: last.map(PayloadCheck::before), ..Options::default() };
        PayloadCheck { text: self.text.clone(), analysis: Arc::new(self.analyze(options)) }
    }

    /// `base`: the text that this one updates.
    pub fn analyze_update(&self, base: &str) -> Analysis {
        self.analyze(Options { update: true, base_ids: ids(base).ok(), ..Options::default() })
    }

    fn analyze(&self, options: Options) -> Analysis {
        let link = Some(self.link.clone()).filter(|link| !link.trim().is_empty());
        analyze_with(&self.text, Options { profile: self.profile, link, ..options }, self.now)
    }
}
