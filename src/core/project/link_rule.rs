//! A link rule: one row of "URL matching and placeholder".

use std::sync::Arc;

use serde_json::{Map, Value};

use super::hidden::HiddenAttribute;
use super::id::{FreshIds, RuleId, UrlId};
use super::saved::rule_to_json;
use crate::core::place::RuleText;

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LinkRule {
    /// Not saved.
    pub id: RuleId,
    pub name: String,
    pub pattern: String,
    /// URLs that must match.
    pub samples: Vec<Sample>,
    /// URLs that must not match.
    pub excluded: Vec<Sample>,
    /// What the groups must capture, by URL.
    pub expected: Map<String, Value>,
    /// "Unfurl Regex Attributes": JSON text.
    pub placeholders: Arc<str>,
    /// The answer for URLs of this rule, where it has its own.
    pub payload: Option<Arc<str>>,
    /// What is left out of `payload` for now.
    pub hidden: Vec<HiddenAttribute>,
    pub other: Map<String, Value>,
}

/// A URL in one of the lists of a link rule.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sample {
    /// Not saved.
    pub id: UrlId,
    pub url: String,
}

impl Sample {
    pub fn new(url: impl Into<String>, ids: &mut FreshIds) -> Self {
        Self { id: ids.url(), url: url.into() }
    }
}

impl LinkRule {
    /// The name in a sentence.
    pub fn shown_name(&self) -> String {
        if self.name.trim().is_empty() { "(no name)".to_owned() } else { format!("“{}”", self.name) }
    }

    /// Whether both are saved alike: ids are not compared.
    pub fn says_the_same_as(&self, other: &Self) -> bool {
        rule_to_json(self) == rule_to_json(other)
    }

    /// The URLs of both lists.
    pub fn urls(&self) -> impl Iterator<Item = &str> {
        self.samples.iter().chain(&self.excluded).map(|sample| &*sample.url)
    }

    /// The text at a place in it; empty where it has none there.
    pub fn text(&self, place: RuleText) -> &str {
        let text = match place {
            RuleText::Name => Some(&*self.name),
            RuleText::Pattern => Some(&*self.pattern),
            RuleText::Samples => None,
            RuleText::Sample(number) => self.samples.get(number).map(|sample| &*sample.url),
            RuleText::Excluded(number) => self.excluded.get(number).map(|sample| &*sample.url),
            RuleText::Expected(number) => self.expected.keys().nth(number).map(String::as_str),
            RuleText::Placeholders => Some(&*self.placeholders),
            RuleText::Payload => self.payload.as_deref(),
        };
        text.unwrap_or_default()
    }

    /// Replaces the present text with this one.
    pub fn put(&mut self, place: RuleText, text: String) {
        let url = |samples: &mut [Sample], number: usize, text| {
            if let Some(sample) = samples.get_mut(number) {
                sample.url = text;
            }
        };
        match place {
            RuleText::Name => self.name = text,
            RuleText::Pattern => self.pattern = text,
            RuleText::Sample(number) => url(&mut self.samples, number, text),
            RuleText::Excluded(number) => url(&mut self.excluded, number, text),
            RuleText::Placeholders => self.placeholders = text.into(),
            RuleText::Payload => self.payload = Some(text.into()),
            RuleText::Expected(number) => {
                let rename = |(at, (url, groups))| (if at == number { text.clone() } else { url }, groups);
                self.expected = std::mem::take(&mut self.expected).into_iter().enumerate().map(rename).collect();
            }
            RuleText::Samples => {}
        }
    }

    /// Where a text comes among the texts of the rule, in reading order.
    pub fn rank(&self, place: RuleText) -> usize {
        let urls = self.samples.len() + self.excluded.len();
        match place {
            RuleText::Name => 0,
            RuleText::Pattern => 1,
            RuleText::Samples => 2,
            RuleText::Sample(number) => 3 + number,
            RuleText::Excluded(number) => 3 + self.samples.len() + number,
            RuleText::Expected(number) => 3 + urls + number,
            RuleText::Placeholders => 3 + urls + self.expected.len(),
            RuleText::Payload => 4 + urls + self.expected.len(),
        }
    }
}
