//! What follows from the project: which rule takes the link, which payload answers, and what is wrong with it.
//!
//! Derived and not set by effects: whoever reads one after a change reads the new value, at whatever point of the update. Each
//! follows only what it is made of, so a key in the payload runs no pattern.

use std::sync::Arc;

use leptos::prelude::*;
use time::UtcDateTime;

use super::Held;
use crate::app::derived::Derived;
use crate::core::analysis::{Analysis, Before, LinkAnalysis, Options, analyze_links, analyze_with, ids};
use crate::core::diagnostic::{Diagnostic, Profile};
use crate::core::links::{Links, Taken};
use crate::core::preview::format::instant;
use crate::core::project::{LinkRule, Project, RuleText, Where};

/// The payload's analysis with the texts it was made of.
#[derive(Clone)]
pub struct Checked {
    pub text: Arc<str>,
    pub analysis: Arc<Analysis>,
}

impl Checked {
    /// For the analysis of the text that comes after this one.
    pub fn before(&self) -> Before<'_> {
        Before { text: &self.text, analysis: &self.analysis }
    }
}

impl PartialEq for Checked {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.analysis, &other.analysis)
    }
}

/// The link rules, ready to run, and what is wrong with them.
#[derive(Clone, Default)]
pub struct Linked {
    pub rules: Vec<Arc<LinkRule>>,
    domain: String,
    profile: Profile,
    pub links: Arc<Links>,
    pub analysis: Arc<LinkAnalysis>,
}

impl PartialEq for Linked {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.analysis, &other.analysis)
    }
}

impl Linked {
    /// What is wrong with one text of a rule.
    pub fn of_text(&self, index: usize, text: RuleText) -> Vec<Diagnostic> {
        let source = Where::Rule { index, text };
        self.analysis.diagnostics.iter().filter(|diagnostic| diagnostic.source == source).cloned().collect()
    }
}

/// The payload that answers for the link.
#[derive(Clone, PartialEq)]
pub struct Answer {
    pub text: Arc<str>,
    /// The rule whose own it is; else it is the project's.
    pub owner: Option<usize>,
}

impl Answer {
    pub fn source(&self) -> Where {
        self.owner.map_or(Where::Payload, |index| Where::Rule { index, text: RuleText::Payload })
    }
}

/// The clock of relative times: the project's own, else the real one.
pub fn moment(project: &Project, now: UtcDateTime) -> UtcDateTime {
    project.now.as_deref().and_then(instant).unwrap_or(now)
}

pub fn setup(project: RwSignal<Arc<Project>>) -> Derived<Arc<Project>> {
    Derived::new(move |_| project.with(|project| Arc::new(Project { payload: Arc::default(), ..Project::clone(project) })))
}

pub fn linked(setup: Derived<Arc<Project>>) -> Derived<Linked> {
    Derived::new(move |before: Option<&Linked>| {
        setup.with(|project| {
            let domain = &project.settings.domain;
            let is_of = |one: &&Linked| one.rules == project.rules && one.domain == *domain && one.profile == project.profile;
            before.filter(is_of).cloned().unwrap_or_else(|| {
                let none = Linked::default();
                let before = before.unwrap_or(&none);
                let links = before.links.following(&project.rules);
                let analysis = analyze_links(project, &links, &before.analysis);
                let (domain, profile) = (domain.clone(), project.profile);
                Linked { rules: project.rules.clone(), domain, profile, links: Arc::new(links), analysis: Arc::new(analysis) }
            })
        })
    })
}

/// Which rule takes the link of the project.
pub fn taken(setup: Derived<Arc<Project>>, linked: Derived<Linked>) -> Derived<Taken> {
    let link: Derived<Arc<str>> = Derived::new(move |_| setup.with(|project| (&*project.link).into()));
    Derived::new(move |_| linked.with(|linked| link.with(|link| linked.links.take(link))))
}

pub fn answer(project: RwSignal<Arc<Project>>, taken: Derived<Taken>) -> Derived<Answer> {
    Derived::new(move |_| {
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

pub fn checked(
    setup: Derived<Arc<Project>>,
    answer: Derived<Answer>,
    held: StoredValue<Held>,
    now: RwSignal<UtcDateTime>,
) -> Derived<Checked> {
    let inputs = Derived::new(move |_| setup.with(|project| Inputs::of(project, answer.with(|answer| answer.text.clone()), now)));
    Derived::new(move |last: Option<&Checked>| {
        inputs.with(|inputs| {
            let ready = held.try_update_value(|held| held.ready.take()).flatten();
            ready.filter(|ready| Arc::ptr_eq(&ready.text, &inputs.text)).unwrap_or_else(|| inputs.checked(last))
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

    /// `last`: of the text before.
    fn checked(&self, last: Option<&Checked>) -> Checked {
        let options = Options { before: last.map(Checked::before), ..Options::default() };
        Checked { text: self.text.clone(), analysis: Arc::new(self.analyze(options)) }
    }

    /// `base`: the text that is updated by this one.
    pub fn analyze_update(&self, base: &str) -> Analysis {
        self.analyze(Options { update: true, base_ids: ids(base).ok(), ..Options::default() })
    }

    fn analyze(&self, options: Options) -> Analysis {
        let link = Some(self.link.clone()).filter(|link| !link.trim().is_empty());
        analyze_with(&self.text, Options { profile: self.profile, link, ..options }, self.now)
    }
}
