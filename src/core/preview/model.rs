//! Card and Mention as plain data.

use std::sync::Arc;

use super::format::Relative;
use super::rgb::Rgb;
use crate::core::state::State;
use crate::core::text::{Span, capitalized};
use crate::core::unfurl::{ErrorReply, Section};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum PartKind {
    Text,
    Chip,
    Relation,
    Swatch,
    Date,
    Datetime,
    Image,
    Video,
    Audio,
    Html,
    Pdf,
}

impl PartKind {
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Chip => "chip",
            Self::Relation => "relation",
            Self::Swatch => "swatch",
            Self::Date => "date",
            Self::Datetime => "datetime",
            Self::Image => "image",
            Self::Video => "video",
            Self::Audio => "audio",
            Self::Html => "html",
            Self::Pdf => "pdf",
        }
    }
}

/// One attribute as it is drawn.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Part {
    /// The id of its attribute; empty where that has none.
    pub attribute: String,
    pub kind: PartKind,
    /// As drawn, in English; `None` where a picture or a swatch is all there is.
    pub text: Option<String>,
    /// `value` as the payload has it; of a relation `{"uri": …}`; null where the payload has none, as with media.
    pub value: serde_json::Value,
    /// Of media only, as the payload has it: always http or https.
    pub src_url: Option<String>,
    /// Background of a chip, colour of a swatch.
    pub color: Option<Rgb>,
    /// How far a datetime is from now, for words in another language.
    #[serde(skip)]
    pub relative: Option<Relative>,
    /// The attribute's `name`, for tooltips.
    #[serde(skip)]
    pub name: Option<String>,
    /// Where the attribute stands in the text.
    #[serde(skip)]
    pub span: Span,
    /// Which one of the payload's attributes it is.
    #[serde(skip)]
    pub index: usize,
    /// An update made it what it is.
    #[serde(skip)]
    pub changed: bool,
}

/// Its parts are shared with the Mention and with whatever shows them, since most stay the same from key to key.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize)]
pub struct Preview {
    pub background: Option<Rgb>,
    pub title: Vec<Arc<Part>>,
    pub entity: Vec<Arc<Part>>,
    pub primary: Vec<Arc<Part>>,
    pub secondary: Vec<Arc<Part>>,
    pub body: Vec<Arc<Part>>,
    pub embed: Vec<Arc<Part>>,
    pub avatar: Vec<Arc<Part>>,
    pub identifier: Vec<Arc<Part>>,
}

impl Part {
    /// The attribute's name; its id where it has none.
    pub fn shown_name(&self) -> &str {
        self.name.as_deref().unwrap_or(&self.attribute)
    }
}

#[derive(Debug, Clone, Default, PartialEq, serde::Serialize)]
pub struct Mention {
    pub entity: Vec<Arc<Part>>,
    pub identifier: Vec<Arc<Part>>,
    pub title: Vec<Arc<Part>>,
}

/// An attribute that is not drawn, and why.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct NotDrawn {
    pub pointer: String,
    pub reason: String,
    /// Its id; "" where it has none.
    #[serde(skip)]
    pub attribute: String,
}

impl NotDrawn {
    pub(super) fn new(pointer: String, reason: &str) -> Self {
        Self { pointer, reason: capitalized(reason), attribute: String::new() }
    }
}

#[derive(Debug, Clone, Default, PartialEq, serde::Serialize)]
pub struct Render {
    pub state: State,
    pub preview: Preview,
    pub mention: Mention,
    pub error: Option<ErrorReply>,
    pub not_drawn: Vec<NotDrawn>,
    /// Of the drawing of an update.
    #[serde(skip)]
    pub changes: Changes,
}

/// What an update changed besides the parts that say so themselves.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Changes {
    pub background: bool,
    /// The parts that are no more, with the sections where they stood.
    pub gone: Vec<(Section, Arc<Part>)>,
}

impl Render {
    /// The names of the parts that an update changed.
    pub fn changed_names(&self) -> Vec<&str> {
        let parts = Section::ALL.into_iter().flat_map(|section| self.preview.section(section));
        parts.filter(|part| part.changed).map(|part| part.shown_name()).collect()
    }

    /// The names of the parts that an update removed.
    pub fn gone_names(&self) -> Vec<&str> {
        self.changes.gone.iter().map(|(_, part)| part.shown_name()).collect()
    }

    /// Where the attribute with an index stands in the text, if it is drawn.
    pub fn place_of(&self, index: usize) -> Option<Span> {
        let mut parts = Section::ALL.into_iter().flat_map(|section| self.preview.section(section));
        parts.find(|part| part.index == index).map(|part| part.span)
    }
}

impl Preview {
    /// The parts of a section; of the background, none.
    pub fn section(&self, section: Section) -> &[Arc<Part>] {
        match section {
            Section::Title => &self.title,
            Section::Entity => &self.entity,
            Section::Primary => &self.primary,
            Section::Secondary => &self.secondary,
            Section::Body => &self.body,
            Section::Embed => &self.embed,
            Section::Avatar => &self.avatar,
            Section::Identifier => &self.identifier,
            Section::Background => &[],
        }
    }
}
