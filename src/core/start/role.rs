//! What a value can be used as.

use crate::core::form::{WORDS, Word};

/// A part of the preview in the designers' words, or the link that it is shown for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    Link,
    Part(&'static Word),
}

/// A use, and the path of the value for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapped {
    pub role: Role,
    /// `None`: no value.
    pub path: Option<String>,
}

impl Role {
    pub fn all() -> impl Iterator<Item = Self> {
        std::iter::once(Self::Link).chain(WORDS.iter().map(Self::Part))
    }

    /// As people see it, and as a project keeps it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Link => "Link",
            Self::Part(word) => word.word,
        }
    }

    pub fn named(name: &str) -> Option<Self> {
        Self::all().find(|role| role.name() == name)
    }
}
