//! The templates that the Lab ships, each a complete project on acme.com.
//!
//! In: one JSON file a template, laid over `base.json` key by key, so that a template holds only what is its own.
//! The files differ from a saved project in one way: a payload, an update or placeholders may stand there as JSON
//! instead of as a text, and are laid out with two spaces. Out: projects. Media of templates is in `public/media`.

use serde_json::{Map, Value};

use crate::core::json;
use crate::core::project::{self, Project};

const BASE: &str = include_str!("base.json");

pub struct Template {
    /// Stable, kebab-case.
    pub id: &'static str,
    pub title: &'static str,
    /// Where the gallery shows it.
    pub group: &'static str,
    pub summary: &'static str,
    json: &'static str,
}

impl Template {
    /// The project to start from, read anew on every call.
    pub fn project(&self) -> Project {
        // Every file is read in a test, so the empty project never stands in.
        read(self.json).unwrap_or_default()
    }
}

macro_rules! template {
    ($group:literal, $id:literal, $title:literal, $summary:literal) => {
        Template { id: $id, title: $title, group: $group, summary: $summary, json: include_str!(concat!($id, ".json")) }
    };
}

/// The groups of the gallery, in its order.
pub const GROUPS: [&str; 4] = ["Documented", "Products", "States", "Learn"];

pub static TEMPLATES: &[Template] = &[
    template!(
        "Documented",
        "documented-placeholder",
        "Placeholder",
        "What stands in while data is on its way: the guide's own three attributes, filled from the link"
    ),
    template!(
        "Documented",
        "documented-reply",
        "Callback reply",
        "The guide's whole answer with `uri` and `operations`, and a red background"
    ),
    template!(
        "Documented",
        "documented-nine-as-printed",
        "Nine attributes, as printed",
        "The reference's example with the two things that its own tables do not know; its picture is the Lab's own"
    ),
    template!(
        "Documented",
        "documented-nine-corrected",
        "Nine attributes, corrected",
        "The same example with a status in place of the relation and a type on the embed"
    ),
    template!("Documented", "smallest", "Smallest payload", "A title and a developer: nothing less is valid"),
    template!(
        "Learn",
        "every-section",
        "Every section filled",
        "All nine sections at once, with a film; two more rules answer with a sound and a document"
    ),
    template!("States", "error-404", "Error 404", "The content is gone: an answer that holds only an error"),
    template!("States", "attributes-with-error", "Attributes with an error", "The last known data and an error beside it"),
    template!(
        "Products",
        "pull-request",
        "GitHub pull request",
        "An open pull request, and the update that arrives once it is merged"
    ),
    template!("Products", "task", "Trello task", "A card on a board: its list, its due date and who does it"),
    template!("Products", "design-board", "Figma board", "A design with a picture of the board"),
    template!("Products", "chart", "Amplitude chart", "A page in a frame: a chart whose range can be switched"),
    template!("Products", "message", "Slack message", "Who said it, where, and the words themselves"),
    template!("Products", "product", "Product page", "A picture and a price on a coloured pill"),
    template!(
        "Products",
        "issue-tracker",
        "Issue tracker",
        "Three link rules, for an issue, a project and a view, each with its own answer"
    ),
    template!(
        "Learn",
        "scripts",
        "Scripts of the world",
        "Arabic, Hebrew, Hindi and Japanese on one card, right to left and left to right"
    ),
    template!("Learn", "seven-mistakes", "Seven mistakes", "Seven things that go wrong, each with a fix one press away"),
];

/// What a first visitor meets: the corrected nine attributes.
pub fn first() -> Project {
    find("documented-nine-corrected").map(Template::project).unwrap_or_default()
}

pub fn find(id: &str) -> Option<&'static Template> {
    TEMPLATES.iter().find(|template| template.id == id)
}

/// The file in `public/media` that is drawn for a `src_url` of `https://media.example/NAME`.
pub fn media_name(src_url: &str) -> Option<&str> {
    let name = src_url.strip_prefix("https://media.example/")?;
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.');
    (!name.is_empty() && !name.starts_with('.') && name.bytes().all(plain)).then_some(name)
}

fn read(json: &str) -> Result<Project, String> {
    let mut value = object(BASE)?;
    let mut own = object(json)?;
    if let (None, Some(payload)) = (own.get("payload"), own.get("rules").and_then(|rules| rules[0].get("payload"))) {
        own.insert("payload".to_owned(), payload.clone());
    }
    value.extend(own);
    for key in ["payload", "update"] {
        value.get_mut(key).map(lay_out);
    }
    for rule in value.get_mut("rules").and_then(Value::as_array_mut).into_iter().flatten() {
        for key in ["placeholders", "payload"] {
            rule.get_mut(key).map(lay_out);
        }
    }
    project::from_json(&Value::Object(value))
}

fn object(json: &str) -> Result<Map<String, Value>, String> {
    let root = json::Source::new(json).parse().map_err(|error| error.message)?;
    Ok(match json::to_serde(&root) {
        Value::Object(object) => object,
        _ => Map::new(),
    })
}

fn lay_out(value: &mut Value) {
    if !value.is_string() {
        *value = serde_json::to_string(value).ok().and_then(|json| json::format::format(&json)).into();
    }
}

#[cfg(test)]
mod tests;
