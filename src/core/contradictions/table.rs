//! The rows, group by group.

mod attributes;
mod messages;
mod oauth;
mod pages;
mod patterns;

use super::Document;
use crate::core::place::Setting;

/// One contradiction. Its number is public and never reused.
pub struct Contradiction {
    pub number: u8,
    pub title: &'static str,
    pub places: &'static [Place],
    pub sides: [Side; 2],
    /// What the Lab does about it, in a sentence.
    pub lab: &'static str,
}

/// Where it bites.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The rule of this name.
    Rule(&'static str),
    Setting(Setting),
    Pattern,
    Samples,
    Placeholders,
    /// The section of this name.
    Section(&'static str),
    /// The exchange of this title in the timeline.
    Exchange(&'static str),
    Checklist,
    Help,
}

impl Place {
    /// Public: how the program prints it.
    pub fn key(self) -> String {
        match self {
            Self::Rule(name) => format!("rule:{name}"),
            Self::Setting(setting) => format!("setting:{}", setting.key()),
            Self::Section(name) => format!("section:{name}"),
            Self::Exchange(title) => format!("exchange:{title}"),
            Self::Pattern => "link-rule:pattern".to_owned(),
            Self::Samples => "link-rule:samples".to_owned(),
            Self::Placeholders => "link-rule:placeholders".to_owned(),
            Self::Checklist => "checklist".to_owned(),
            Self::Help => "help".to_owned(),
        }
    }
}

/// What one document says, or leaves out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Side {
    pub document: Document,
    /// The heading above it.
    pub section: &'static str,
    /// Without links and bold type; `…` stands where words are left out.
    pub text: &'static str,
    /// Whether `text` is the document's own; otherwise it says what the document leaves out.
    pub is_quote: bool,
}

const fn says(document: Document, section: &'static str, text: &'static str) -> Side {
    Side { document, section, text, is_quote: true }
}

const fn leaves_open(document: Document, section: &'static str, text: &'static str) -> Side {
    Side { document, section, text, is_quote: false }
}

/// Rows on one subject.
pub struct Group {
    pub title: &'static str,
    pub rows: &'static [Contradiction],
}

pub static GROUPS: [Group; 5] = [
    Group { title: "Attributes and sections", rows: attributes::ROWS },
    Group { title: "Patterns and placeholders", rows: patterns::ROWS },
    Group { title: "OAuth", rows: oauth::ROWS },
    Group { title: "Requests, responses and events", rows: messages::ROWS },
    Group { title: "Words and pages", rows: pages::ROWS },
];

/// Every row, group by group.
pub fn all() -> impl Iterator<Item = &'static Contradiction> {
    GROUPS.iter().flat_map(|group| group.rows)
}
