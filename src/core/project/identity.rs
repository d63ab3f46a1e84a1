//! Finding rules and URLs by their ids, and making new ones.

use std::sync::Arc;

use super::id::{RuleId, UrlId};
use super::link_rule::{LinkRule, Sample};
use super::model::Project;
use crate::core::place::RuleText;

impl Project {
    pub fn rule_index(&self, id: RuleId) -> Option<usize> {
        self.rules.iter().position(|rule| rule.id == id)
    }

    pub fn rule(&self, id: RuleId) -> Option<&Arc<LinkRule>> {
        self.rules.iter().find(|rule| rule.id == id)
    }

    /// The rule, to be changed; it is copied where something else still shares it.
    pub fn rule_mut(&mut self, id: RuleId) -> Option<&mut LinkRule> {
        self.rules.iter_mut().find(|rule| rule.id == id).map(Arc::make_mut)
    }

    /// The id of the rule at a place in the list, as diagnostics name rules.
    pub fn rule_id(&self, index: usize) -> Option<RuleId> {
        self.rules.get(index).map(|rule| rule.id)
    }

    /// An empty rule with an id of this project, to be put into its list.
    pub fn new_rule(&mut self) -> LinkRule {
        LinkRule { id: self.ids.rule(), ..LinkRule::default() }
    }

    /// A URL with an id of this project, to be put into a list of one of its rules.
    pub fn new_sample(&mut self, url: impl Into<String>) -> Sample {
        Sample::new(url, &mut self.ids)
    }

    /// A copy of a rule with ids of this project, to be put into its list.
    pub fn copy_of(&mut self, rule: &LinkRule) -> LinkRule {
        let mut copy = LinkRule { id: self.ids.rule(), ..rule.clone() };
        for sample in copy.samples.iter_mut().chain(&mut copy.excluded) {
            sample.id = self.ids.url();
        }
        copy
    }
}

impl LinkRule {
    /// Where a URL of the rule is.
    pub fn place_of(&self, id: UrlId) -> Option<RuleText> {
        let at = |samples: &[Sample]| samples.iter().position(|sample| sample.id == id);
        at(&self.samples).map(RuleText::Sample).or_else(|| at(&self.excluded).map(RuleText::Excluded))
    }

    /// The id of the URL at a place; `None` where the place is no URL of the two lists.
    pub fn url_id(&self, place: RuleText) -> Option<UrlId> {
        let sample = match place {
            RuleText::Sample(number) => self.samples.get(number),
            RuleText::Excluded(number) => self.excluded.get(number),
            _ => None,
        };
        sample.map(|sample| sample.id)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;
    use std::sync::Arc;

    use crate::core::place::RuleText;
    use crate::core::project::{LinkRule, Project, RuleId, UrlId, from_json};

    fn project() -> Project {
        let rules = serde_json::json!([{"samples": ["a", "a"], "excluded": ["b"]}, {"samples": ["c"]}]);
        from_json(&serde_json::json!({"version": 1, "rules": rules})).unwrap()
    }

    fn ids(project: &Project) -> (Vec<RuleId>, Vec<UrlId>) {
        let urls = project.rules.iter().flat_map(|rule| rule.samples.iter().chain(&rule.excluded));
        (project.rules.iter().map(|rule| rule.id).collect(), urls.map(|sample| sample.id).collect())
    }

    #[test]
    fn no_id_is_given_twice() {
        let mut project = project();
        let mut rule = project.new_rule();
        rule.samples.push(project.new_sample("d"));
        let copy = project.copy_of(&project.rules[0].clone());
        project.rules.insert(0, Arc::new(rule));
        project.rules.push(Arc::new(copy));
        let (rules, urls) = ids(&project);
        assert_eq!((rules.len(), urls.len()), (4, 8));
        assert_eq!(rules.iter().collect::<HashSet<_>>().len(), 4);
        assert_eq!(urls.iter().collect::<HashSet<_>>().len(), 8);
        assert!(!rules.contains(&RuleId::default()) && !urls.contains(&UrlId::default()));
    }

    #[test]
    fn an_id_follows_its_rule_and_its_url() {
        let mut project = project();
        let (first, second) = (project.rule_id(0).unwrap(), project.rule_id(1).unwrap());
        let url = project.rules[0].url_id(RuleText::Excluded(0)).unwrap();
        project.rules.swap(0, 1);
        assert_eq!((project.rule_index(first), project.rule_index(second)), (Some(1), Some(0)));
        let rule = project.rule_mut(first).unwrap();
        let moved = rule.excluded.remove(0);
        rule.samples.insert(1, moved);
        rule.name = "n".to_owned();
        let rule = project.rule(first).unwrap();
        assert_eq!((rule.place_of(url), &*rule.name), (Some(RuleText::Sample(1)), "n"));
        assert_eq!(rule.url_id(RuleText::Sample(1)), Some(url));
        assert_eq!((rule.url_id(RuleText::Sample(9)), rule.url_id(RuleText::Name)), (None, None));
        assert_eq!(project.rule(RuleId::default()), None);
        assert_eq!(LinkRule::default().place_of(url), None);
    }
}
