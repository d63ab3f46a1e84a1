//! The documented sub-types.

/// A kind of value. `relation` stands in the documents' own example and in no table of theirs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SubType {
    Color,
    Date,
    Datetime,
    Enum,
    PlainText,
    Title,
    Audio,
    Html,
    Image,
    Pdf,
    Video,
}

impl SubType {
    pub const INLINE: [Self; 6] = [Self::Color, Self::Date, Self::Datetime, Self::Enum, Self::PlainText, Self::Title];
    pub const EMBED: [Self; 5] = [Self::Audio, Self::Html, Self::Image, Self::Pdf, Self::Video];

    pub const ALL: [Self; 11] = [
        Self::Color,
        Self::Date,
        Self::Datetime,
        Self::Enum,
        Self::PlainText,
        Self::Title,
        Self::Audio,
        Self::Html,
        Self::Image,
        Self::Pdf,
        Self::Video,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Self::Color => "color",
            Self::Date => "date",
            Self::Datetime => "datetime",
            Self::Enum => "enum",
            Self::PlainText => "plain_text",
            Self::Title => "title",
            Self::Audio => "audio",
            Self::Html => "html",
            Self::Image => "image",
            Self::Pdf => "pdf",
            Self::Video => "video",
        }
    }

    pub fn names(sub_types: &[Self]) -> Vec<&'static str> {
        sub_types.iter().map(|sub_type| sub_type.name()).collect()
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sub_type| sub_type.name() == name)
    }

    pub fn is_embed(self) -> bool {
        Self::EMBED.contains(&self)
    }
}
