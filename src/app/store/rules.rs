//! The link rules, ready to run, and what is wrong with them.

use std::sync::Arc;

use leptos::prelude::*;

use crate::core::analysis::{LinkAnalysis, analyze_links};
use crate::core::diagnostic::Diagnostic;
use crate::core::links::{Links, Taken};
use crate::core::place::{RuleText, Where};
use crate::core::profile::Profile;
use crate::core::project::{LinkRule, Project};

#[derive(Clone, Default)]
pub struct RulesCheck {
    pub rules: Vec<Arc<LinkRule>>,
    domain: String,
    profile: Profile,
    pub links: Arc<Links>,
    pub analysis: Arc<LinkAnalysis>,
}

impl PartialEq for RulesCheck {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.analysis, &other.analysis)
    }
}

impl RulesCheck {
    /// What is wrong with one text of a rule.
    pub fn of_text(&self, index: usize, text: RuleText) -> Vec<Diagnostic> {
        let source = Where::Rule { index, text };
        self.analysis.diagnostics.iter().filter(|diagnostic| diagnostic.source == source).cloned().collect()
    }

    fn is_of(&self, project: &Project) -> bool {
        self.rules == project.rules && self.domain == project.settings.domain && self.profile == project.profile
    }

    /// Keeps what did not change.
    fn following(&self, project: &Project) -> Self {
        let links = self.links.following(project.patterns());
        let analysis = analyze_links(project, &links, &self.analysis);
        Self {
            rules: project.rules.clone(),
            domain: project.settings.domain.clone(),
            profile: project.profile,
            links: Arc::new(links),
            analysis: Arc::new(analysis),
        }
    }
}

pub fn check(setup: Memo<Arc<Project>>) -> Memo<RulesCheck> {
    Memo::new(move |before: Option<&RulesCheck>| {
        setup.with(|project| match before {
            Some(before) if before.is_of(project) => before.clone(),
            Some(before) => before.following(project),
            None => RulesCheck::default().following(project),
        })
    })
}

/// Which rule matches the link of the project.
pub fn taken(setup: Memo<Arc<Project>>, rules: Memo<RulesCheck>) -> Memo<Taken> {
    let link: Memo<Arc<str>> = Memo::new(move |_| setup.with(|project| (&*project.link).into()));
    Memo::new(move |_| rules.with(|rules| link.with(|link| rules.links.take(link))))
}
