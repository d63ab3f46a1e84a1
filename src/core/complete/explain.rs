//! What a key or a value of a payload means; the text need not parse.

use super::offer::{self, Level};
use super::scan::{self, Place};
use crate::core::text::Span;
use crate::core::unfurl::{Section, SubType};

/// The string around an offset and what it means, with names in backticks; `None` where the documents say nothing of it.
pub fn explain(text: &str, offset: usize) -> Option<(Span, String)> {
    let (span, place) = string_at(text, offset)?;
    let name = text[span.start..span.end].trim_matches('"');
    let level = offer::level(&place)?;
    let meaning = if place.is_key { key(level, name) } else { value(level, place.key, name) };
    Some((span, meaning?))
}

/// The string that the offset is in, with what stands around it.
fn string_at(text: &str, offset: usize) -> Option<(Span, Place<'_>)> {
    // Behind its first quote, a string is touched.
    let inside = if text.get(offset..)?.starts_with('"') { offset + 1 } else { offset };
    let touched = |offset| {
        let place = scan::place(text, offset)?;
        let span = place.replaced;
        let is_string = text[span.start..].starts_with('"') && span.contains(inside.min(span.end.saturating_sub(1)));
        is_string.then_some((span, place))
    };
    // An offset at the last quote touches the string before it.
    touched(inside).or_else(|| touched(offset))
}

fn key(level: Level, name: &str) -> Option<String> {
    if let Some(sub_type) = SubType::from_name(name).filter(|_| matches!(level, Level::Inline | Level::Embed)) {
        let sections = Section::names(&Section::listing(sub_type)).join("`, `");
        return Some(format!("{}\nAllowed in `{sections}`", kind(sub_type)));
    }
    offer::meaning(level, name).map(str::to_owned)
}

fn value(level: Level, key: Option<&str>, name: &str) -> Option<String> {
    match (level, key, name) {
        (Level::SubType(_), Some("section"), _) => {
            let section = Section::from_name(name)?;
            let kinds = section.sub_types().iter().map(|kind| kind.name()).collect::<Vec<_>>().join("`, `");
            Some(format!("Drawn as {}\nMay hold `{kinds}`", section.place()))
        }
        (Level::Attribute, Some("type"), "inline") => {
            Some("A text, a date, a chip or a color, under the key `inline`".to_owned())
        }
        (Level::Attribute, Some("type"), "embed") => Some("A picture, a player or a page, under the key `embed`".to_owned()),
        (Level::Path, None, "attributes") => Some("The operation sets the attributes".to_owned()),
        (Level::Path, None, "error") => Some("The operation sets an error, which is shown instead of attributes".to_owned()),
        _ => None,
    }
}

fn kind(sub_type: SubType) -> &'static str {
    match sub_type {
        SubType::Color => "A color, as red, green and blue",
        SubType::Date => "A day, as `2026-11-30`",
        SubType::Datetime => "A moment, drawn as a time ago",
        SubType::Enum => "A chip: a short text on a color",
        SubType::PlainText => "A text",
        SubType::Title => "The heading of the card and the text of the Mention",
        SubType::Audio => "A sound, from the address in `src_url`",
        SubType::Html => "A page in a frame, from the address in `src_url`",
        SubType::Image => "A picture, from the address in `src_url`",
        SubType::Pdf => "A document, from the address in `src_url`",
        SubType::Video => "A film, from the address in `src_url`",
    }
}

#[cfg(test)]
mod tests {
    use super::explain;

    fn told(marked: &str) -> String {
        let offset = marked.find('|').unwrap();
        let text = marked.replacen('|', "", 1);
        explain(&text, offset).map_or_else(String::new, |(span, words)| format!("{}: {words}", &text[span.start..span.end]))
    }

    #[test]
    fn keys_and_values_are_explained() {
        assert_eq!(told(r#"[{"i|d": "a"}]"#), "\"id\": Names the attribute; a later one with the same id replaces it");
        assert_eq!(told(r#"[{|"name": "a"}]"#), "\"name\": What people call the attribute");
        assert_eq!(told(r#"[{"inline": {"date|": {}}}]"#), "\"date\": A day, as `2026-11-30`\nAllowed in `primary`, `secondary`");
        assert_eq!(told(r#"[{"inline": {"enum": {"col|or": {}}}}]"#), "\"color\": The chip's background");
        assert_eq!(
            told(r#"[{"inline": {"date": {"section": "bo|dy"}}}]"#),
            "\"body\": Drawn as the main text\nMay hold `plain_text`"
        );
        assert_eq!(told(r#"{"operations": [{"path": ["err|or"]}]}"#).split(':').next(), Some("\"error\""));
        // What a person wrote has no meaning of its own.
        for text in [r#"[{"id": "st|ate"}]"#, r#"[{"mine|": 1}]"#, r#"[{"id": 1|2}]"#, "[|]", "|", r#"[{"id": "a"} |]"#] {
            assert_eq!(told(text), "", "{text}");
        }
    }

    #[test]
    fn any_text_is_read_at_every_offset() {
        let text = "\u{FEFF}[{'é': “x”, \"inline\" {\"🔨\": /* c */ [{\"section\": \"\\";
        for offset in (0..=text.len()).filter(|offset| text.is_char_boundary(*offset)) {
            let _ = explain(text, offset);
        }
    }
}
