//! What can be added, in the words of designers, and the attribute that each word makes.

use serde_json::{Value, json};
use time::{Duration, UtcDateTime};

use super::color;
use crate::core::preview::Rgb;
use crate::core::preview::format::written;
use crate::core::unfurl::{Section, SubType};

/// The id by which the documents know who made the service.
pub const DEVELOPER: &str = "dev";
/// The name that the documents give to it.
const DEVELOPER_NAME: &str = "Developer Name";

#[derive(Debug, PartialEq, Eq)]
pub struct Word {
    pub word: &'static str,
    /// What else finds it.
    also: &'static str,
    pub sub_type: SubType,
    pub section: Section,
    starts: Starts,
}

/// What the attribute holds at first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Starts {
    Text(&'static str),
    /// A chip, by the name of its color.
    Chip(&'static str, &'static str),
    Color([u8; 3]),
    Media(&'static str),
    Now,
    InAWeek,
}

/// What an attribute holds.
enum Content {
    Text(String),
    Chip(String, [u8; 3]),
    Color([u8; 3]),
    /// An address.
    Media(String),
}

/// The address of a file that lies beside the page.
fn media_example(file: &str) -> String {
    format!("https://media.example/{file}")
}

impl Starts {
    fn content(self, now: UtcDateTime) -> Content {
        match self {
            Self::Text(text) => Content::Text(text.to_owned()),
            Self::Chip(text, _) => Content::Chip(text.to_owned(), self.tint()),
            Self::Color(color) => Content::Color(color),
            Self::Media(file) => Content::Media(media_example(file)),
            Self::Now => Content::Text(written(now)),
            Self::InAWeek => {
                let day = written(now.checked_add(Duration::WEEK).unwrap_or(now));
                Content::Text(day.get(..10).unwrap_or(&day).to_owned())
            }
        }
    }

    /// Its color; gray where it has none.
    fn tint(self) -> [u8; 3] {
        match self {
            Self::Chip(_, tint) => tint_of(tint),
            Self::Color(color) => color,
            _ => tint_of("Gray"),
        }
    }
}

const fn word(word: &'static str, also: &'static str, sub_type: SubType, section: Section, starts: Starts) -> Word {
    Word { word, also, sub_type, section, starts }
}

/// In the order in which they are offered.
pub static WORDS: [Word; 22] = [
    word("Title", "heading name headline", SubType::Title, Section::Title, Starts::Text("Untitled")),
    word("Status", "state pill badge chip", SubType::Enum, Section::Primary, Starts::Chip("Open", "Green")),
    word("Label", "tag category priority type topic", SubType::Enum, Section::Primary, Starts::Chip("Label", "Gray")),
    word("Price", "cost amount plan money", SubType::Enum, Section::Primary, Starts::Chip("$10", "Gray")),
    word("Author", "person owner assignee by user people", SubType::PlainText, Section::Secondary, Starts::Text("Ana Silva")),
    word("Avatar", "face photo portrait person", SubType::Image, Section::Avatar, Starts::Media("avatar-ines.svg")),
    word("Initials", "avatar face letters", SubType::PlainText, Section::Avatar, Starts::Text("Ana Silva")),
    word("Icon", "logo favicon symbol", SubType::Image, Section::Entity, Starts::Media("icon-issue.svg")),
    word("Color dot", "swatch colour entity", SubType::Color, Section::Entity, Starts::Color([247, 247, 42])),
    word("Updated", "changed edited modified time ago", SubType::Datetime, Section::Secondary, Starts::Now),
    word("Created", "opened time date ago", SubType::Datetime, Section::Secondary, Starts::Now),
    word("Due date", "deadline day due", SubType::Date, Section::Primary, Starts::InAWeek),
    word("ID", "number key reference repository path identifier", SubType::PlainText, Section::Identifier, Starts::Text("#123")),
    word(
        "Description",
        "body summary text paragraph",
        SubType::PlainText,
        Section::Body,
        Starts::Text("One sentence says what this is about. Another says what comes next."),
    ),
    word("Count", "progress comments votes number", SubType::PlainText, Section::Primary, Starts::Text("3 of 5")),
    word("Developer", "company made by dev", SubType::PlainText, Section::Secondary, Starts::Text("Your company")),
    word("Cover", "image picture screenshot board thumbnail", SubType::Image, Section::Embed, Starts::Media("board.svg")),
    word("Video", "film clip movie player", SubType::Video, Section::Embed, Starts::Media("clip.mp4")),
    word("Audio", "sound music podcast player", SubType::Audio, Section::Embed, Starts::Media("chime.mp3")),
    word("Web frame", "chart iframe html page embed", SubType::Html, Section::Embed, Starts::Media("chart.html")),
    word("PDF", "document file paper", SubType::Pdf, Section::Embed, Starts::Media("report.pdf")),
    word("Background", "fill backdrop colour color", SubType::Color, Section::Background, Starts::Color([253, 236, 200])),
];

/// The words that a search finds: those that begin with it, then those of which another name does.
pub fn find(search: &str) -> Vec<&'static Word> {
    let search = search.trim().to_lowercase();
    let begins = |word: &&Word| word.word.to_lowercase().split(' ').any(|part| part.starts_with(&search));
    let also = |word: &&Word| word.names().split(' ').any(|name| name.starts_with(&search));
    let (first, rest): (Vec<&Word>, Vec<&Word>) = WORDS.iter().partition(begins);
    first.into_iter().chain(rest.into_iter().filter(also)).collect()
}

impl Word {
    /// Whether every payload needs it.
    pub fn is_needed(&self) -> bool {
        self.sub_type == SubType::Title || self.id() == DEVELOPER
    }

    /// What else finds it, with spaces between.
    pub fn names(&self) -> String {
        format!("{} {} {}", self.also, self.sub_type.name(), self.section.name())
    }

    /// Whether a name, in lower case, begins with one of its other names.
    pub(super) fn is_called(&self, name: &str) -> bool {
        self.also.split(' ').any(|also| name.starts_with(also))
    }

    /// The attribute that it makes, as JSON; `ids`: those that are taken.
    pub fn attribute(&self, section: Section, ids: &[&str], now: UtcDateTime) -> String {
        self.written(section, ids, self.starts.content(now))
    }

    /// The attribute with a value of somebody's own: a text, the address of a medium, or a color as hex. `tint`: the color of a chip,
    /// where it is not the usual one.
    pub fn filled(&self, value: &str, tint: Option<Rgb>, ids: &[&str]) -> String {
        let content = match self.sub_type {
            SubType::Enum => Content::Chip(value.to_owned(), tint.map_or(self.starts.tint(), |tint| [tint.r, tint.g, tint.b])),
            SubType::Color => {
                Content::Color(color::from_hex(value).map_or(self.starts.tint(), |color| [color.r, color.g, color.b]))
            }
            media if media.is_embed() => Content::Media(value.to_owned()),
            _ => Content::Text(value.to_owned()),
        };
        self.written(self.section, ids, content)
    }

    fn written(&self, section: Section, ids: &[&str], content: Content) -> String {
        let (id, name) = self.id_and_name(ids);
        let sub_type = self.sub_type.name();
        let section = section.name();
        let carrier = if self.sub_type.is_embed() { "embed" } else { "inline" };
        let value = match content {
            Content::Text(text) => json!({sub_type: {"value": text, "section": section}}),
            Content::Chip(text, color) => json!({sub_type: {"value": text, "color": channels(color), "section": section}}),
            Content::Color(color) => json!({sub_type: {"value": channels(color), "section": section}}),
            Content::Media(address) => json!({"src_url": address, sub_type: {"section": section}}),
        };
        json!({"id": id, "name": name, "type": carrier, carrier: value}).to_string()
    }

    /// Where its sample file is; `None` for what is no media.
    pub fn address(&self) -> Option<String> {
        match self.starts {
            Starts::Media(file) => Some(media_example(file)),
            _ => None,
        }
    }

    /// The id of the first one.
    pub fn id(&self) -> String {
        if self.word == "Developer" { DEVELOPER.to_owned() } else { self.word.to_lowercase().replace(' ', "_") }
    }

    /// The id that its next attribute gets.
    pub fn free_id(&self, ids: &[&str]) -> String {
        free(&self.id(), ids)
    }

    /// A free id, and the name that goes with it: `status2`, `Status 2`.
    fn id_and_name(&self, ids: &[&str]) -> (String, String) {
        let free = self.free_id(ids);
        let name = if self.id() == DEVELOPER { DEVELOPER_NAME } else { self.word };
        let name = match free.strip_prefix(&*self.id()) {
            Some(number) if !number.is_empty() => format!("{name} {number}"),
            _ => name.to_owned(),
        };
        (free, name)
    }
}

/// An id that is not taken: this one, or this one with a number.
pub(super) fn free(id: &str, ids: &[&str]) -> String {
    let numbered = (2..).map(|number| format!("{id}{number}"));
    std::iter::once(id.to_owned()).chain(numbered).find(|id| !ids.contains(&&**id)).unwrap_or_default()
}

fn channels([r, g, b]: [u8; 3]) -> Value {
    json!({"r": r, "g": g, "b": b})
}

fn tint_of(name: &str) -> [u8; 3] {
    color::TINTS.iter().find(|tint| tint.name == name).map_or([227, 226, 224], |tint| [tint.light.r, tint.light.g, tint.light.b])
}
