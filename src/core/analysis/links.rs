//! Everything the Lab knows of a project's link rules: what is wrong with them, and the verdicts on their URLs.
//!
//! In: a project, its compiled patterns, and the analysis before. Out: the analysis now. What did not change is taken from
//! the one before, so a key in one rule checks one rule, and a key in the payload none.

use std::sync::Arc;

use super::crossing::Crossing;
use crate::core::diagnostic::Diagnostic;
use crate::core::links::{Compiled, Links, Verdict};
use crate::core::profile::Profile;
use crate::core::project::{LinkRule, Project};
use crate::core::rules::link::Linked;
use crate::core::rules::link::Together;
use crate::core::rules::{check_link, check_links, in_order};
use crate::core::severity::Severity;

/// Equal where nothing was checked anew.
#[derive(Debug, Clone, Default)]
pub struct LinkAnalysis {
    pub rules: Vec<Arc<RuleAnalysis>>,
    /// Of all rules, in their order.
    pub diagnostics: Arc<Vec<Diagnostic>>,
    crossing: Arc<Crossing>,
}

/// What is known of one rule alone.
#[derive(Debug)]
pub struct RuleAnalysis {
    /// On the samples and on the URLs that must not match, in their order; `None` for a blank one, and where the pattern
    /// has an error.
    pub samples: Vec<Option<Verdict>>,
    pub excluded: Vec<Option<Verdict>>,
    pub diagnostics: Vec<Diagnostic>,
    seen: Seen,
}

/// What the analysis of a rule follows from.
#[derive(Debug)]
struct Seen {
    index: usize,
    rule: Arc<LinkRule>,
    pattern: Arc<Compiled>,
    domain: String,
    profile: Profile,
}

impl LinkAnalysis {
    /// Errors and warnings: what the person should do something about.
    pub fn problems(&self) -> impl Iterator<Item = &Diagnostic> {
        self.diagnostics.iter().filter(|one| one.severity != Severity::Info)
    }

    /// Where the documents are silent or contradict themselves; the documents' own pattern has such places.
    pub fn notes(&self) -> impl Iterator<Item = &Diagnostic> {
        self.diagnostics.iter().filter(|one| one.severity == Severity::Info)
    }
}

impl RuleAnalysis {
    /// How many URLs have the verdict that they must have, and how many have one.
    pub fn counts(&self) -> (usize, usize) {
        let required = self.samples.iter().flatten().filter(|one| one.matched() == Some(true) && one.differences.is_empty());
        let excluded = self.excluded.iter().flatten().filter(|one| one.matched() == Some(false));
        let all = self.samples.iter().chain(&self.excluded).flatten();
        (required.count() + excluded.count(), all.count())
    }
}

impl PartialEq for LinkAnalysis {
    fn eq(&self, other: &Self) -> bool {
        self.rules.len() == other.rules.len() && self.rules.iter().zip(&other.rules).all(|(a, b)| Arc::ptr_eq(a, b))
    }
}

/// Checks the link rules of a project; `links` are its patterns, `last` is the analysis before.
pub fn analyze_links(project: &Project, links: &Links, last: &LinkAnalysis) -> LinkAnalysis {
    let pairs = project.rules.iter().zip(&links.rules).enumerate();
    let rules = pairs.map(|(index, (rule, pattern))| {
        let kept = last.rules.get(index).filter(|known| known.seen.holds(index, rule, pattern, project));
        kept.cloned().unwrap_or_else(|| Arc::new(analyze_rule(index, rule, pattern, project)))
    });
    let mut now = LinkAnalysis { rules: rules.collect(), ..last.clone() };
    if now != *last {
        let crossing = last.crossing.following(&project.rules, links);
        let together = Together { rules: &project.rules, matching: &crossing.matching(&project.rules) };
        let mut found: Vec<Diagnostic> = now.rules.iter().flat_map(|rule| rule.diagnostics.iter().cloned()).collect();
        found.extend(check_links(&together, project.profile));
        in_order(&mut found, &project.rules);
        now.diagnostics = Arc::new(found);
        now.crossing = Arc::new(crossing);
    }
    now
}

fn analyze_rule(index: usize, rule: &Arc<LinkRule>, pattern: &Arc<Compiled>, project: &Project) -> RuleAnalysis {
    let domain = &project.settings.domain;
    let linked = Linked::new(index, rule, pattern, domain);
    RuleAnalysis {
        diagnostics: check_link(&linked, project.profile),
        samples: linked.samples,
        excluded: linked.excluded,
        seen: Seen { index, rule: rule.clone(), pattern: pattern.clone(), domain: domain.clone(), profile: project.profile },
    }
}

impl Seen {
    fn holds(&self, index: usize, rule: &Arc<LinkRule>, pattern: &Arc<Compiled>, project: &Project) -> bool {
        self.index == index
            && Arc::ptr_eq(&self.pattern, pattern)
            && self.rule == *rule
            && self.domain == project.settings.domain
            && self.profile == project.profile
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{LinkAnalysis, analyze_links};
    use crate::core::links::Links;
    use crate::core::project::Project;
    use crate::core::templates;

    fn analyzed(project: &Project, last: &LinkAnalysis, links: &mut Links) -> LinkAnalysis {
        *links = links.following(project.patterns());
        analyze_links(project, links, last)
    }

    /// Which rules were checked anew.
    fn anew(before: &LinkAnalysis, after: &LinkAnalysis) -> Vec<usize> {
        let same = |index: usize| before.rules.get(index).is_some_and(|rule| Arc::ptr_eq(rule, &after.rules[index]));
        (0..after.rules.len()).filter(|index| !same(*index)).collect()
    }

    #[test]
    fn checks_only_what_changed() {
        let mut project = templates::find("issue-tracker").unwrap().project();
        let mut links = Links::default();
        let first = analyzed(&project, &LinkAnalysis::default(), &mut links);
        assert_eq!((first.rules.len(), anew(&LinkAnalysis::default(), &first).len()), (3, 3));

        project.payload = "[]".into();
        let second = analyzed(&project, &first, &mut links);
        assert_eq!(second, first);
        assert!(Arc::ptr_eq(&second.diagnostics, &first.diagnostics));

        Arc::make_mut(&mut project.rules[1]).pattern.push('x');
        let third = analyzed(&project, &second, &mut links);
        assert_eq!(anew(&second, &third), [1]);
        assert_ne!(third, second);
        assert!(third.problems().any(|one| one.rule.name == "sample-not-matched"));

        project.settings.domain = "acme.org".to_owned();
        let fourth = analyzed(&project, &third, &mut links);
        assert_eq!(anew(&third, &fourth), [0, 1, 2]);

        project.rules.remove(0);
        let fifth = analyzed(&project, &fourth, &mut links);
        let fresh = analyzed(&project, &LinkAnalysis::default(), &mut Links::default());
        let told = |analysis: &LinkAnalysis| format!("{:?}", analysis.diagnostics);
        assert_eq!(told(&fifth), told(&fresh));
    }
}
