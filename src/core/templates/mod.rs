//! The templates that the Lab ships, each a complete project on acme.com.
//!
//! In: one JSON file a template, laid over `base.json` key by key, so that a template holds only what is its own.
//! The files differ from a saved project in one way: a payload, an update or placeholders may stand there as JSON
//! instead of as a text, and are laid out with two spaces. Out: projects. Media of templates is in `public/media`.

mod read;
#[cfg(not(target_arch = "wasm32"))]
mod shipped;

use serde_json::Value;

use crate::core::json;
use crate::core::project::{self, Project};
use crate::core::state::State;
use read::read;

#[cfg(not(target_arch = "wasm32"))]
pub use shipped::{TEMPLATES, Template, find};

/// The groups of the gallery, in its order.
pub const GROUPS: [&str; 4] = ["Products", "States", "Basics", "Notion’s examples"];

/// A template as `link-preview-lab templates` prints it and the gallery shows it.
pub struct Offered {
    pub id: String,
    pub title: String,
    pub group: String,
    pub summary: String,
    pub project: Project,
}

/// What a first visitor meets: the corrected nine attributes.
pub fn first() -> Project {
    // Every file is read in a test, so the empty project never stands in.
    read(include_str!("documented-nine-corrected.json")).unwrap_or_default()
}

/// Where a person starts with nothing of somebody else's: a title and a developer, no link, no rule, no setting.
pub fn blank() -> Project {
    Project {
        name: "Untitled".to_owned(),
        payload: include_str!("blank.json").into(),
        state: State::Loaded,
        ..Project::default()
    }
}

/// The templates in the text that `link-preview-lab templates` printed; those that cannot be read are left out.
pub fn offered(printed: &str) -> Vec<Offered> {
    let Ok(Value::Object(mut table)) = json::Source::new(printed).parse().map(|root| json::to_serde(&root)) else {
        return Vec::new();
    };
    let Some(Value::Array(rows)) = table.remove("templates") else { return Vec::new() };
    rows.iter().filter_map(offer).collect()
}

fn offer(row: &Value) -> Option<Offered> {
    let text = |key: &str| Some(row[key].as_str()?.to_owned());
    Some(Offered {
        id: text("id")?,
        title: text("title")?,
        group: text("group")?,
        summary: text("summary")?,
        project: project::from_json(&row["project"]).ok()?,
    })
}

/// The file in `public/media` that is drawn for a `src_url` of `https://media.example/NAME`.
pub fn media_name(src_url: &str) -> Option<&str> {
    let name = src_url.strip_prefix("https://media.example/")?;
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.');
    (!name.is_empty() && !name.starts_with('.') && name.bytes().all(plain)).then_some(name)
}

#[cfg(test)]
mod tests;
