//! The fields of an attribute, as a form has them.

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Field {
    Id,
    Name,
    /// `inline` or `embed`.
    Type,
    SubType,
    Section,
    /// The text; of a `color`, the color.
    Value,
    SrcUrl,
    /// Of a chip.
    Color,
}

impl Field {
    pub const ALL: [Self; 8] =
        [Self::Id, Self::Name, Self::Type, Self::SubType, Self::Section, Self::Value, Self::SrcUrl, Self::Color];

    /// Public, as `data-field`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Name => "name",
            Self::Type => "type",
            Self::SubType => "sub-type",
            Self::Section => "section",
            Self::Value => "value",
            Self::SrcUrl => "src_url",
            Self::Color => "color",
        }
    }

    /// In the accessible name of an input: "text of Status".
    pub fn words(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Name => "name",
            Self::Type => "type",
            Self::SubType => "kind",
            Self::Section => "place",
            Self::Value => "text",
            Self::SrcUrl => "address",
            Self::Color => "color",
        }
    }
}
