//! The matrix of the format: each kind of value in each section.
//!
//! What the documents say of a pair, also in words, and where an attribute stands. The table itself is [`Section::sub_types`].

use super::layer::Layer;
use super::word::{WORDS, Word};
use crate::core::unfurl::{CarrierKey, Section, SubType};

/// A row of the matrix.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MatrixRow {
    SubType(SubType),
    /// In the documents' example, but in none of their tables.
    Relation,
}

/// What the documents say of a kind of value in a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Allowed {
    Yes,
    No,
    /// They are silent, or contradict themselves.
    Undocumented,
}

impl MatrixRow {
    /// Text first, then what is loaded from an address.
    pub const ALL: [Self; 12] = [
        Self::SubType(SubType::Title),
        Self::SubType(SubType::PlainText),
        Self::SubType(SubType::Enum),
        Self::SubType(SubType::Date),
        Self::SubType(SubType::Datetime),
        Self::SubType(SubType::Color),
        Self::SubType(SubType::Image),
        Self::SubType(SubType::Video),
        Self::SubType(SubType::Audio),
        Self::SubType(SubType::Html),
        Self::SubType(SubType::Pdf),
        Self::Relation,
    ];

    /// The row of an attribute, if it has one.
    pub fn of(layer: &Layer) -> Option<Self> {
        if layer.carrier == Some(CarrierKey::Relation) { Some(Self::Relation) } else { layer.sub_type.map(Self::SubType) }
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::SubType(sub_type) => sub_type.name(),
            Self::Relation => "relation",
        }
    }

    pub fn allowed(self, section: Section) -> Allowed {
        match self {
            // The table of sections lists it, the table of embeds does not.
            Self::SubType(SubType::Pdf) if section == Section::Embed => Allowed::Undocumented,
            Self::SubType(sub_type) if section.sub_types().contains(&sub_type) => Allowed::Yes,
            Self::SubType(_) => Allowed::No,
            Self::Relation => Allowed::Undocumented,
        }
    }

    /// The same for people, and what to use instead.
    pub fn why(self, section: Section) -> String {
        let (name, place) = (self.name(), section.name());
        match (self, self.allowed(section)) {
            (_, Allowed::Yes) => format!("`{name}` is allowed in `{place}`"),
            (Self::Relation, _) if section == Section::Primary => {
                "Not documented: the documents’ example has a `relation` in `primary`, but no table lists it".to_owned()
            }
            (Self::Relation, _) => "Not documented: no table of the documents lists `relation`".to_owned(),
            (_, Allowed::Undocumented) => {
                format!("Not documented: the documents list `{name}` for `{place}` and describe it nowhere")
            }
            (Self::SubType(sub_type), Allowed::No) => {
                let listing = Section::names(&Section::listing(sub_type)).join("`, `");
                format!("`{name}` is not allowed in `{place}`. It belongs in `{listing}`")
            }
        }
    }

    /// What makes one here; `None` where the documents allow none.
    pub fn word(self, section: Section) -> Option<&'static Word> {
        match self {
            Self::SubType(sub_type) if self.allowed(section) != Allowed::No => word_at(sub_type, section),
            _ => None,
        }
    }
}

impl Allowed {
    /// Public, as `data-allowed`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::Undocumented => "undocumented",
        }
    }
}

/// The word of a pair; where no word means just that, the nearest word of the sub-type.
fn word_at(sub_type: SubType, section: Section) -> Option<&'static Word> {
    let of_type = |word: &&Word| word.sub_type == sub_type;
    let at = |section| WORDS.iter().filter(of_type).find(|word| word.section == section);
    at(section).or_else(|| at(Section::Entity)).or_else(|| WORDS.iter().find(of_type))
}

/// What is added first to an empty section. `secondary` has the developer, whom every payload must name.
pub fn first_word(section: Section) -> &'static Word {
    let developer = |word: &&Word| section != Section::Secondary || word.id() == super::DEVELOPER;
    WORDS.iter().filter(|word| word.section == section).find(developer).unwrap_or(&WORDS[0])
}

#[cfg(test)]
mod tests {
    use time::UtcDateTime;

    use super::*;
    use crate::core::edit::apply;
    use crate::core::form::{Change, Layers, change};

    fn cells() -> impl Iterator<Item = (MatrixRow, Section)> {
        MatrixRow::ALL.into_iter().flat_map(|row| Section::ALL.map(|section| (row, section)))
    }

    /// The cells of the attributes of a payload, by their places in it.
    fn filled(text: &str) -> Vec<(usize, MatrixRow, Section)> {
        let layers = Layers::of(text).unwrap();
        layers.iter().filter_map(|layer| Some((layer.index, MatrixRow::of(layer)?, layer.section?))).collect()
    }

    #[test]
    fn the_matrix_is_that_of_the_documents() {
        let count = |wanted| cells().filter(|(row, section)| row.allowed(*section) == wanted).count();
        assert_eq!((count(Allowed::Yes), count(Allowed::Undocumented), count(Allowed::No)), (20, 10, 78));
        for (sub_type, section, allowed) in [
            (SubType::Enum, Section::Primary, Allowed::Yes),
            (SubType::Enum, Section::Identifier, Allowed::No),
            (SubType::Pdf, Section::Embed, Allowed::Undocumented),
            (SubType::Title, Section::Body, Allowed::No),
        ] {
            assert_eq!(MatrixRow::SubType(sub_type).allowed(section), allowed, "{sub_type:?} {section:?}");
        }
    }

    #[test]
    fn every_cell_says_why() {
        let why = |row: MatrixRow, section| row.why(section);
        assert_eq!(
            why(MatrixRow::SubType(SubType::Enum), Section::Identifier),
            "`enum` is not allowed in `identifier`. It belongs in `primary`"
        );
        assert_eq!(
            why(MatrixRow::SubType(SubType::Color), Section::Body),
            "`color` is not allowed in `body`. It belongs in `entity`, `background`"
        );
        for (row, section) in cells().filter(|(row, section)| row.allowed(*section) == Allowed::Undocumented) {
            assert!(row.why(section).starts_with("Not documented: "));
        }
    }

    /// What a press on an empty cell makes is in that cell, and nowhere else.
    #[test]
    fn what_a_cell_adds_is_in_the_cell() {
        for (row, section) in cells() {
            let Some(word) = row.word(section) else {
                assert!(row == MatrixRow::Relation || row.allowed(section) == Allowed::No);
                continue;
            };
            let add = Change::Add { word, section: Some(section), now: UtcDateTime::UNIX_EPOCH };
            let text = apply("[]", &change("[]", &add).unwrap());
            assert_eq!(filled(&text), [(0, row, section)], "{text}");
        }
    }

    #[test]
    fn every_section_has_a_first_word_of_its_own() {
        for section in Section::ALL {
            assert_eq!(first_word(section).section, section);
        }
        assert_eq!(first_word(Section::Secondary).word, "Developer");
    }

    #[test]
    fn attributes_are_in_the_cells_that_they_name() {
        let text = r#"[{"id":"t","inline":{"title":{"value":"A","section":"title"}}},
            {"id":"s","name":"State","relation":{"uri":"a:b","mention":{"section":"primary"}}},
            {"id":"odd","inline":{"enum":{"value":"A","section":"identifier"}}},
            {"id":"lost","inline":{"enum":{"value":"A","section":"footer"}}}, 7]"#;
        let cells: Vec<_> = filled(text).into_iter().map(|(index, row, section)| (index, row.name(), section.name())).collect();
        assert_eq!(cells, [(0, "title", "title"), (1, "relation", "primary"), (2, "enum", "identifier")]);
    }
}
