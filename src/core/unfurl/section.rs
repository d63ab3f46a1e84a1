//! The nine sections and the matrix of what each may hold.

use super::sub_type::SubType;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Section {
    Title,
    Entity,
    Primary,
    Secondary,
    Body,
    Embed,
    Avatar,
    Identifier,
    Background,
}

impl Section {
    /// In reading order of the card; the background last.
    pub const ALL: [Self; 9] = [
        Self::Title,
        Self::Entity,
        Self::Primary,
        Self::Secondary,
        Self::Body,
        Self::Embed,
        Self::Avatar,
        Self::Identifier,
        Self::Background,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Entity => "entity",
            Self::Primary => "primary",
            Self::Secondary => "secondary",
            Self::Body => "body",
            Self::Embed => "embed",
            Self::Avatar => "avatar",
            Self::Identifier => "identifier",
            Self::Background => "background",
        }
    }

    pub fn names(sections: &[Self]) -> Vec<&'static str> {
        sections.iter().map(|section| section.name()).collect()
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|section| section.name() == name)
    }

    /// The "valid parent sub-types" of the reference's section table.
    pub fn sub_types(self) -> &'static [SubType] {
        match self {
            Self::Title => &[SubType::Title],
            Self::Entity => &[SubType::Color, SubType::Image],
            Self::Primary => &[SubType::Enum, SubType::Date, SubType::Datetime, SubType::PlainText],
            Self::Secondary => &[SubType::Date, SubType::Datetime, SubType::PlainText],
            Self::Body => &[SubType::PlainText],
            Self::Embed => &[SubType::Audio, SubType::Html, SubType::Image, SubType::Pdf, SubType::Video],
            Self::Avatar | Self::Identifier => &[SubType::Image, SubType::PlainText],
            Self::Background => &[SubType::Color],
        }
    }

    /// The sections that list a sub-type, in reading order.
    pub fn listing(sub_type: SubType) -> Vec<Self> {
        Self::ALL.into_iter().filter(|section| section.sub_types().contains(&sub_type)).collect()
    }

    /// Whether there is room for more than one attribute; elsewhere the last one is drawn.
    pub fn holds_several(self) -> bool {
        matches!(self, Self::Primary | Self::Secondary | Self::Identifier)
    }

    /// Where it is, in the documents' words.
    pub fn place(self) -> &'static str {
        match self {
            Self::Title => "the main heading",
            Self::Entity => "the small picture in the subheading, also in the Mention",
            Self::Primary => "the first part of the subheading",
            Self::Secondary => "the second part of the subheading",
            Self::Body => "the main text",
            Self::Embed => "the large space for embeds",
            Self::Avatar => "the picture at the bottom left",
            Self::Identifier => "the line at the bottom, at the left of the Mention",
            Self::Background => "the background color of the preview",
        }
    }
}
