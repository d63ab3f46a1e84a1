//! Where the program wants the focus. A component that shows a target takes the focus when it is asked for.

use crate::core::form::Field;
use crate::core::place::{ServiceField, Setting};
use crate::core::project::{RuleId, UrlId, VersionId};

/// Something on the page that can take the focus.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    Editor(EditorName),
    Link,
    Domain,
    RuleName,
    /// The row of a rule in the list.
    RuleRow(RuleId),
    /// The button that moves a rule.
    Grip(RuleId),
    /// The button that adds a sample URL.
    AddUrl,
    /// The button that adds a URL that must not match.
    AddExcluded,
    Url(UrlId),
    /// The list of edge cases.
    Suggestions,
    GallerySearch,
    /// What a group must capture of a URL.
    Expected(UrlId),
    Setting(Setting),
    Service(ServiceField),
    ProjectName,
    /// The name of the next version.
    NextVersion,
    /// The name of a version.
    VersionName(VersionId),
    /// The button that compares a version.
    Version(VersionId),
    /// The first of the two that are compared.
    Comparison,
    /// The step of the timeline that is shown, or the buttons that play the first one.
    Step,
    /// "Allow", in the form that asks the user.
    Allow,
    CallUrl,
    CallLink,
    CallToken,
    SendCall,
    Secret,
    NotionSecret,
    /// A field of an attribute, by its place in the payload.
    Attribute(usize, Field),
    /// The card.
    Card,
    /// The search for what can be added.
    Word,
    /// The search for a command.
    Palette,
    /// What a project starts from.
    StartText,
    /// A row that was added to what a project starts from, by its number.
    StartRow(usize),
}

/// A text of the project that is edited as text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EditorName {
    Payload,
    Pattern,
    Placeholders,
    Update,
}

impl EditorName {
    /// Public, as `data-editor`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Payload => "payload",
            Self::Pattern => "pattern",
            Self::Placeholders => "placeholders",
            Self::Update => "update",
        }
    }
}

/// A focus request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Focus {
    pub target: Target,
    /// The range to select, in UTF-16 units; of editors only.
    pub range: Option<(usize, usize)>,
}

impl Focus {
    pub fn on(target: Target) -> Self {
        Self { target, range: None }
    }
}
