//! Which rule takes a URL: the first listed that matches, since which one wins is not documented.
//!
//! In: a URL. Out: the rule with what its groups captured and the further rules that match, or the nearest miss: the rule
//! that got furthest into the URL.

use super::linked::Links;
use super::verdict::Capture;
use crate::core::pattern::why_not::WhyNot;
use crate::core::pattern::{Answer, Buffers, Furthest, Match};

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Taken {
    /// By its place in the list.
    pub rule: Option<usize>,
    /// Of that rule, and where it is needed to fill placeholders, as the matcher says it.
    pub captures: Vec<Capture>,
    pub found: Option<Match>,
    /// Further rules that match.
    pub also: Vec<usize>,
    /// Rules that are too slow to tell.
    pub unknown: Vec<usize>,
    /// Where no rule matches.
    pub nearest: Option<Nearest>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Nearest {
    pub rule: usize,
    pub why: WhyNot,
}

impl Links {
    pub fn take(&self, url: &str) -> Taken {
        let units: Vec<u16> = url.encode_utf16().collect();
        let mut taken = Taken::default();
        let mut nearest: Option<(usize, Furthest)> = None;
        let mut buffers = Buffers::default();
        for (index, rule) in self.rules.iter().enumerate() {
            let Some(pattern) = rule.pattern.as_ref().ok().filter(|_| !rule.text.is_empty()) else { continue };
            match pattern.exec_in(&mut buffers, &units).answer {
                Answer::Unknown => taken.unknown.push(index),
                Answer::Matched(_) if taken.rule.is_some() => taken.also.push(index),
                Answer::Matched(found) => {
                    taken.rule = Some(index);
                    taken.captures = rule.captures(url, &found);
                    taken.found = Some(found);
                }
                Answer::NotMatched(furthest) if nearest.as_ref().is_none_or(|(_, best)| furthest.at > best.at) => {
                    nearest = Some((index, furthest));
                }
                Answer::NotMatched(_) => {}
            }
        }
        if taken.rule.is_none() {
            taken.nearest = nearest.and_then(|(rule, furthest)| {
                let why = self.rules.get(rule)?.why_not(url, &furthest)?;
                Some(Nearest { rule, why })
            });
        }
        taken
    }
}
