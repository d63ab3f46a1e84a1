//! The keys that the documents describe, level by level, and how a required one is looked for when it is not there.

use super::place::{key, quoted};
use super::spelling;
use crate::core::json::{self, Object, ObjectProp, edit};
use crate::core::rules::finding::Finding;

/// The documented keys of one kind of object.
pub type Level = &'static [&'static str];

pub const ATTRIBUTE: Level = &["id", "name", "type", "inline", "embed", "relation"];
pub const EMBED: Level = &["src_url"];
pub const VALUE: Level = &["value", "section"];
pub const ENUM: Level = &["value", "color", "section"];
pub const PLACE: Level = &["section"];
pub const COLOR: Level = &["r", "g", "b"];
/// The last three are not documented, but a rule of its own speaks of them.
pub const COLOR_AND_ALPHA: Level = &["r", "g", "b", "a", "alpha", "opacity"];
pub const ENVELOPE: Level = &["uri", "operations"];
pub const OPERATION: Level = &["path", "set"];
pub const ERROR: Level = &["status", "message"];

/// How people call the transparency of a color.
pub const ALPHA: [&str; 3] = ["a", "alpha", "opacity"];

/// The property that was meant to be `wanted`: its key is a misspelling of it, and `wanted` itself is not there.
pub fn misspelt<'n>(object: &'n Object<'n>, wanted: &str, level: Level) -> Option<&'n ObjectProp<'n>> {
    if json::property(object, wanted).is_some() {
        return None;
    }
    object.properties.iter().find(|property| {
        let key = property.name.as_str();
        !level.contains(&key) && spelling::key(key, level) == Some(wanted)
    })
}

/// What is said of it; `message`: that `wanted` is not there.
pub fn rename(property: &ObjectProp, pointer: &str, message: &str, wanted: &str) -> Finding {
    Finding::new(key(property), pointer, format!("{message}, but {}", quoted(property.name.as_str())))
        .help(format!("Rename it to `{wanted}`"))
        .fix(format!("Rename to `{wanted}`"), edit::rename(property, wanted))
}
