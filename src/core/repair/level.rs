//! What the documents place where in a payload, as far as it decides between two readings of a damaged text.
//!
//! In: the level of a value, and a key, a bracket or a text found there. Out: the level below, and whether that fits.

use crate::core::json::lex::Container;
use crate::core::unfurl::{CarrierKey, Section, SubType};

/// The place of a value. An array has the level of its elements.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Level {
    /// The value of the text.
    Root,
    Attribute,
    /// `inline` or `embed`: the name of the key that `type` holds.
    Type,
    /// The value of `inline` or `embed`.
    Carrier,
    SubType,
    /// The `value` of a sub-type: a text, or a color.
    Value,
    Color,
    Section,
    Operations,
    Operation,
    Path,
    /// What an operation sets.
    Set,
    Error,
    /// An id or an address.
    Word,
    /// What people read.
    Text,
    Number,
    /// The documents say nothing about it.
    Unknown,
    /// Inside a bracket where none belongs: most likely another one is missing or too much.
    Misplaced,
}

const ROOT: &[(&str, Level)] = &[("uri", Level::Word), ("operations", Level::Operations)];
const ATTRIBUTE: &[(&str, Level)] = &[
    ("id", Level::Word),
    ("name", Level::Text),
    ("type", Level::Type),
    ("inline", Level::Carrier),
    ("embed", Level::Carrier),
    ("relation", Level::Unknown),
];
const SUB_TYPE: &[(&str, Level)] = &[("value", Level::Value), ("section", Level::Section), ("color", Level::Color)];
const COLOR: &[(&str, Level)] = &[("r", Level::Number), ("g", Level::Number), ("b", Level::Number), ("a", Level::Number)];
const OPERATION: &[(&str, Level)] = &[("path", Level::Path), ("set", Level::Set)];
const ERROR: &[(&str, Level)] = &[("status", Level::Number), ("message", Level::Text)];

impl Level {
    /// A documented key of an object at this level: its number, and the level of its value.
    pub fn key(self, name: &str) -> Option<(usize, Self)> {
        let table = match self {
            Self::Root => ROOT,
            Self::Attribute => ATTRIBUTE,
            Self::SubType => SUB_TYPE,
            Self::Color => COLOR,
            Self::Operation => OPERATION,
            Self::Error => ERROR,
            Self::Carrier if name == "src_url" => return Some((0, Self::Word)),
            Self::Carrier => {
                let at = SubType::ALL.iter().position(|sub_type| sub_type.name() == name)?;
                return Some((at + 1, Self::SubType));
            }
            _ => return None,
        };
        let at = table.iter().position(|(key, _)| *key == name)?;
        Some((at, table[at].1))
    }

    /// The level of the value behind a key that is not documented.
    pub fn below_unknown_key(self, name: &str) -> Self {
        match self {
            // A lone attribute, or the parts of a response without its envelope.
            Self::Root if name == "attributes" => Self::Set,
            Self::Root => Self::Attribute.key(name).map_or(Self::Unknown, |(_, level)| level),
            Self::Carrier => Self::SubType,
            Self::Misplaced => Self::Misplaced,
            _ => Self::Unknown,
        }
    }

    /// The level inside a bracket that opens at this level; `None` if no such bracket belongs here.
    pub fn inside(self, container: Container) -> Option<Self> {
        match (self, container) {
            (Self::Root | Self::Set, Container::Array) => Some(Self::Attribute),
            (Self::Operations, Container::Array) => Some(Self::Operation),
            (Self::Path, Container::Array) => Some(Self::Word),
            (Self::Set, Container::Object) => Some(Self::Error),
            (Self::Value, Container::Object) => Some(Self::Color),
            (Self::Unknown | Self::Misplaced, _) => Some(self),
            (_, Container::Object) if self.is_object() => Some(self),
            _ => None,
        }
    }

    fn is_object(self) -> bool {
        matches!(self, Self::Root | Self::Attribute | Self::Carrier | Self::SubType | Self::Color | Self::Operation)
    }

    /// Whether a text belongs here.
    pub fn takes_text(self, text: &str) -> bool {
        match self {
            Self::Type => CarrierKey::ALL.iter().any(|key| key.name() == text),
            Self::Section => Section::from_name(text).is_some(),
            Self::Word => !text.is_empty() && !text.contains(|c: char| c.is_whitespace() || "\"{}[],".contains(c)),
            Self::Value | Self::Text => !is_debris(text),
            Self::Unknown | Self::Misplaced => true,
            _ => false,
        }
    }

    /// Whether a number or a word such as `true` belongs here.
    pub fn takes_word(self, word: &str) -> bool {
        match self {
            Self::Number => word.starts_with(|c: char| c == '-' || c.is_ascii_digit()),
            Self::Unknown | Self::Misplaced => true,
            _ => false,
        }
    }

    /// Whether people write what they like here, quotes too.
    pub fn is_free_text(self) -> bool {
        matches!(self, Self::Value | Self::Text | Self::Unknown)
    }
}

/// Whether the documents know a key, at whatever level.
pub(super) fn is_key_elsewhere(name: &str) -> bool {
    [ROOT, ATTRIBUTE, SUB_TYPE, OPERATION].iter().any(|table| table.iter().any(|(key, _)| *key == name))
        || Level::Carrier.key(name).is_some()
}

/// Whether a text consists of JSON's own characters: most likely two quotes were paired wrongly.
fn is_debris(text: &str) -> bool {
    let structural = |c: char| ",:{}[]".contains(c);
    text.contains(structural) && text.chars().all(|c| structural(c) || c.is_whitespace())
}
