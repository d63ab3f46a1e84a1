//! Which text something is about: the payload, a setting, or one text of a link rule.
//!
//! A place is a name, not a text: [`Project::text`](crate::core::project::Project::text) looks it up.

mod service_field;
mod setting;

pub use service_field::ServiceField;
pub use setting::Setting;

/// A text of a project.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Where {
    #[default]
    Payload,
    /// The body of an update.
    Update,
    Setting(Setting),
    /// A field of how the service acts.
    Service(ServiceField),
    /// A message that somebody has in hand. It is in no project.
    Message,
    Rule {
        index: usize,
        text: RuleText,
    },
}

/// A text of a link rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RuleText {
    Name,
    Pattern,
    /// The list of samples as a whole; it has no text.
    Samples,
    Sample(usize),
    Excluded(usize),
    /// The URL whose groups are expected, by its place in the list.
    Expected(usize),
    Placeholders,
    /// The rule's own answer.
    Payload,
}

impl RuleText {
    /// The one that is read last.
    pub const LAST: Self = Self::Payload;
}
