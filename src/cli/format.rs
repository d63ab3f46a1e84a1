//! The option `--format`.

use std::io;

use clap::ValueEnum;
use serde::Serialize;

use super::terminal::Style;

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people
    #[default]
    Text,
    /// For programs
    Json,
}

impl Format {
    /// The result in this format; the other one is not computed.
    pub fn print<J: Serialize>(self, text: impl FnOnce(Style) -> String, json: impl FnOnce() -> J) -> String {
        match self {
            Self::Text => text(Style::of(&io::stdout())),
            Self::Json => to_json(&json()),
        }
    }
}

/// Indented JSON with a line end.
pub fn to_json(value: &impl Serialize) -> String {
    // Serialization fails only for map keys that are not strings. The program prints none.
    serde_json::to_string_pretty(value).map(|text| text + "\n").unwrap_or_default()
}
