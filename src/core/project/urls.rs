//! The two lists of URLs of a link rule, and what happens to them.

use super::{LinkRule, Sample, UrlId};

/// A list of URLs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum UrlList {
    /// Must match.
    Samples,
    /// Must not match.
    Excluded,
}

impl UrlList {
    pub const ALL: [Self; 2] = [Self::Samples, Self::Excluded];

    pub fn of(self, rule: &LinkRule) -> &[Sample] {
        match self {
            Self::Samples => &rule.samples,
            Self::Excluded => &rule.excluded,
        }
    }

    pub fn of_mut(self, rule: &mut LinkRule) -> &mut Vec<Sample> {
        match self {
            Self::Samples => &mut rule.samples,
            Self::Excluded => &mut rule.excluded,
        }
    }
}

impl LinkRule {
    /// The list that a URL is in, and its place there.
    pub fn list_of(&self, id: UrlId) -> Option<(UrlList, usize)> {
        let place = |list: UrlList| list.of(self).iter().position(|sample| sample.id == id).map(|at| (list, at));
        UrlList::ALL.into_iter().find_map(place)
    }

    pub fn url(&self, id: UrlId) -> Option<&str> {
        let (list, at) = self.list_of(id)?;
        list.of(self).get(at).map(|sample| &*sample.url)
    }

    /// Changes a URL, with further ones behind it. What is expected of the URL follows it.
    pub fn type_url(&mut self, id: UrlId, text: &str, more: Vec<Sample>) {
        let Some((list, at)) = self.list_of(id) else { return };
        let old = std::mem::replace(&mut list.of_mut(self)[at].url, text.to_owned());
        if list == UrlList::Samples && more.is_empty() {
            self.carry_expected(&old, text);
        }
        let behind = at + 1;
        list.of_mut(self).splice(behind..behind, more);
    }

    /// What another sample still expects stays with that one: a URL can be typed past another one.
    fn carry_expected(&mut self, old: &str, new: &str) {
        if !self.samples.iter().any(|sample| sample.url == old)
            && !self.expected.contains_key(new)
            && let Some(expected) = self.expected.shift_remove(old)
        {
            self.expected.insert(new.to_owned(), expected);
        }
    }

    /// Removes a URL, with what only it expected.
    pub fn remove_url(&mut self, id: UrlId) {
        let Some((list, at)) = self.list_of(id) else { return };
        let removed = list.of_mut(self).remove(at).url;
        if list == UrlList::Samples && !self.samples.iter().any(|sample| sample.url == removed) {
            self.expected.shift_remove(&removed);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::core::project::{Project, from_json};

    fn project() -> Project {
        let rule = serde_json::json!({"samples": ["a", "b"], "excluded": ["x"], "expected": {"a": {"n": "1"}}});
        from_json(&serde_json::json!({"version": 1, "rules": [rule]})).unwrap()
    }

    fn urls(project: &Project) -> String {
        let rule = &project.rules[0];
        let list = |samples: &[super::Sample]| samples.iter().map(|sample| sample.url.clone()).collect::<Vec<_>>().join(",");
        let expected: Vec<&String> = rule.expected.keys().collect();
        format!("{} | {} | {expected:?}", list(&rule.samples), list(&rule.excluded))
    }

    #[test]
    fn what_is_expected_follows_the_url() {
        let mut project = project();
        let [first, second] = [0, 1].map(|at| project.rules[0].samples[at].id);
        let mut rule = project.rules[0].as_ref().clone();
        rule.type_url(first, "ab", Vec::new());
        rule.type_url(second, "ab", Vec::new());
        // The first one still expects it.
        rule.type_url(second, "abc", Vec::new());
        project.rules[0] = rule.into();
        assert_eq!(urls(&project), r#"ab,abc | x | ["ab"]"#);
    }

    #[test]
    fn pasted_lines_become_urls() {
        let mut project = project();
        let more = vec![project.new_sample("y"), project.new_sample("z")];
        let mut rule = project.rules[0].as_ref().clone();
        let excluded = rule.excluded[0].id;
        rule.type_url(excluded, "w", more);
        project.rules[0] = rule.into();
        assert_eq!(urls(&project), r#"a,b | w,y,z | ["a"]"#);
    }

    #[test]
    fn a_removed_url_takes_its_expectation_along() {
        let mut project = project();
        let mut rule = project.rules[0].as_ref().clone();
        let first = rule.samples[0].id;
        rule.remove_url(first);
        rule.remove_url(first);
        project.rules[0] = rule.into();
        assert_eq!(urls(&project), "b | x | []");
    }
}
