//! The update that a project has where none was written: the answer again, with a title that says so.
//!
//! In: the answer's text and the link. Out: the body of the PATCH. An answer that does not parse or holds no attributes
//! gives an update without any.

use crate::core::json::Source;
use crate::core::json::format::format;
use crate::core::text::{Span, split};
use crate::core::unfurl::{Payload, Section};

const SAYS_SO: &str = " (updated)";

/// The body of an update of `link`.
pub fn draft(answer: &str, link: &str) -> String {
    let source = Source::new(answer);
    let attributes = source.parse().ok().and_then(|root| attributes(&Payload::new(answer, &root, false)));
    let mut text = String::from("{\"uri\":");
    text.push_str(&serde_json::to_string(link).unwrap_or_default());
    text.push_str(",\"operations\":[{\"path\":[\"attributes\"],\"set\":");
    text.push_str(attributes.as_deref().unwrap_or("[]"));
    text.push_str("}]}");
    format(&text).unwrap_or(text)
}

/// The list of attributes as it stands in the answer, the title's value followed by [`SAYS_SO`].
fn attributes(payload: &Payload) -> Option<String> {
    let list = Span::of(payload.list?);
    let mut titles = payload.attributes.iter().filter_map(|attribute| attribute.sub_type());
    let title = titles.rfind(|node| node.section() == Some(Section::Title));
    let value = title.and_then(|node| Some(Span::of(node.get("value")?.value.as_string_lit()?)));
    let (before, from_list) = split(payload.text, list.start);
    let (list_text, _) = split(from_list, list.end - list.start);
    let mut text = String::new();
    match value {
        // In front of the closing quote.
        Some(value) => {
            let (head, tail) = split(list_text, value.end - before.len() - 1);
            text.extend([head, SAYS_SO, tail]);
        }
        None => text.push_str(list_text),
    }
    Some(text)
}
