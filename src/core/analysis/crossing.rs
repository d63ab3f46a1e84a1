//! Every sample against every rule, for the rules that overlap.
//!
//! In: the rules of a project with their patterns. Out: which rules match each sample. Results are kept, so a key in
//! one pattern runs one pattern, and a key in one sample runs on one URL.
//!
//! Rules times samples is quadratic, so a project of thousands leaves out what comes late: see [`MOST_RULES`].

use std::sync::Arc;

use crate::core::links::{Compiled, Links};
use crate::core::pattern::Buffers;
use crate::core::project::LinkRule;
use crate::core::rules::link::MOST_RULES;

/// Patterns run on samples, so many times in all: about a tenth of a second.
const MOST_PAIRS: usize = 1_000_000;

#[derive(Debug, Default)]
pub struct Crossing {
    /// The samples of all rules in order; blank ones too, which no rule matches.
    urls: Vec<String>,
    columns: Vec<Column>,
}

/// The results of one pattern on all samples.
#[derive(Debug)]
struct Column {
    pattern: Arc<Compiled>,
    matched: Vec<bool>,
}

impl Crossing {
    /// The crossing of these rules; results of the previous one are reused.
    pub fn following(&self, rules: &[Arc<LinkRule>], links: &Links) -> Self {
        let compared = links.rules.len().min(MOST_RULES);
        let most_samples = MOST_PAIRS / compared.max(1);
        let samples = || rules.iter().flat_map(|rule| &rule.samples).map(|sample| &sample.url).take(most_samples);
        let front = self.urls.iter().zip(samples()).take_while(|(old, new)| old == new).count();
        let urls: Vec<String> = samples().cloned().collect();
        let most = self.urls.len().min(urls.len()) - front;
        let back = self.urls.iter().rev().zip(urls.iter().rev()).take(most).take_while(|(old, new)| old == new).count();
        let units: Vec<Vec<u16>> = urls.iter().map(|url| url.encode_utf16().collect()).collect();
        let mut buffers = Buffers::default();
        let column = |(index, pattern): (usize, &Arc<Compiled>)| {
            let same = |column: &&Column| Arc::ptr_eq(&column.pattern, pattern);
            let known = self.columns.get(index).filter(same).or_else(|| self.columns.iter().find(same));
            let (front, back) =
                known.map_or((&[][..], &[][..]), |column| (&column.matched[..front], &column.matched[self.urls.len() - back..]));
            let fresh = matches(pattern, &mut buffers, &units[front.len()..urls.len() - back.len()]);
            Column { pattern: pattern.clone(), matched: [front, &fresh, back].concat() }
        };
        let columns = links.rules.iter().take(compared).enumerate().map(column).collect();
        Self { urls, columns }
    }

    /// By rule, by sample: the rules that match it.
    pub fn matching(&self, rules: &[Arc<LinkRule>]) -> Vec<Vec<Vec<usize>>> {
        let mut number = 0..;
        let mut of_next = || {
            let number = number.next().unwrap_or_default();
            let matches = |column: &Column| column.matched.get(number) == Some(&true);
            let matching = self.columns.iter().enumerate().filter(|(_, column)| matches(column));
            matching.map(|(rule, _)| rule).collect()
        };
        rules.iter().map(|rule| rule.samples.iter().map(|_| of_next()).collect()).collect()
    }
}

fn matches(pattern: &Compiled, buffers: &mut Buffers, urls: &[Vec<u16>]) -> Vec<bool> {
    let mut run = pattern.run(buffers);
    let mut matches = |url: &Vec<u16>| run.as_mut().filter(|_| !url.is_empty()).is_some_and(|run| run.matches(url));
    urls.iter().map(&mut matches).collect()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::Crossing;
    use crate::core::links::Links;
    use crate::core::project::{FreshIds, LinkRule, Sample};

    fn rules(rules: &[(&str, &str)]) -> Vec<Arc<LinkRule>> {
        let mut ids = FreshIds::default();
        let mut rule = |(pattern, samples): &(&str, &str)| LinkRule {
            pattern: (*pattern).to_owned(),
            samples: samples.split(' ').map(|url| Sample::new(url, &mut ids)).collect(),
            ..LinkRule::default()
        };
        rules.iter().map(|one| Arc::new(rule(one))).collect()
    }

    fn patterns(rules: &[Arc<LinkRule>]) -> impl Iterator<Item = &str> {
        rules.iter().map(|rule| rule.pattern.as_str())
    }

    /// Whatever was before, the answer is that of a fresh start.
    #[test]
    fn what_is_kept_is_right() {
        let states = [
            rules(&[]),
            rules(&[("^a", "ab b"), ("b", "ab cb"), ("c", "c")]),
            rules(&[("^a", "ab b"), ("c", "ab cb"), ("c", "c")]),
            rules(&[("^a", "ab bc"), ("c", "ab cb"), ("c", "c")]),
            rules(&[("^a", "ab"), ("c", "ab cb"), ("c", "c")]),
            rules(&[("c", "ab cb"), ("^a", "ab"), ("c", "c"), ("(", "a  a")]),
            rules(&[("^a", "ab ab ab")]),
            rules(&[("^a", "ab ab")]),
            rules(&[]),
        ];
        let (mut crossing, mut links) = (Crossing::default(), Links::default());
        for state in &states {
            links = links.following(patterns(state));
            crossing = crossing.following(state, &links);
            let fresh = Crossing::default().following(state, &Links::new(patterns(state)));
            assert_eq!(crossing.matching(state), fresh.matching(state), "{state:?}");
        }
        links = links.following(patterns(&states[1]));
        let matching = crossing.following(&states[1], &links).matching(&states[1]);
        assert_eq!(matching, [vec![vec![0, 1], vec![1]], vec![vec![0, 1], vec![1, 2]], vec![vec![2]]]);
    }
}
