//! How a person likes the page. No project holds it.
//!
//! Kept as JSON: `{"theme":"system","drawing":"page","width":"page","source":480,"problems":null,"fitted":40,"timeline":440,
//! "design":"both"}`. `src/before-paint.js`, which runs before the first paint, reads it too.

use reactive_stores::Store;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// The height of the lower pane's bar in CSS pixels, which is all of the pane while there is no problem.
pub const BAR: u32 = 40;
/// The key of localStorage.
pub const KEY: &str = "link-preview-lab:preferences";

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Store)]
pub struct Preferences {
    /// Of the page around the drawings.
    pub theme: PageTheme,
    pub drawing: DrawingTheme,
    /// Of the drawings.
    pub width: Width,
    /// The source's part of the window's width, in thousandths.
    pub source: u32,
    /// The lower pane's part of the window's height, in thousandths; `None`: it is as high as the problems in it.
    pub problems: Option<u32>,
    /// How high that was last, in CSS pixels: so high the page begins the next time.
    pub fitted: u32,
    /// The part while it holds the timeline, which needs more room.
    pub timeline: u32,
    pub design: Design,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PageTheme {
    System,
    Light,
    Dark,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DrawingTheme {
    /// The theme of the page around.
    Page,
    Light,
    Dark,
    Both,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Width {
    /// Half a page, as in a column.
    Column,
    /// The page's own column of text.
    Page,
    Phone,
}

/// How the payload is edited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Design {
    Form,
    Json,
    Both,
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            theme: PageTheme::System,
            drawing: DrawingTheme::Page,
            width: Width::Page,
            source: 480,
            problems: None,
            fitted: BAR,
            timeline: 440,
            design: Design::Both,
        }
    }
}

impl Preferences {
    /// The stored preferences. A default replaces each one that cannot be read.
    pub fn read(text: &str) -> Self {
        let kept: Map<String, Value> = serde_json::from_str(text).unwrap_or_default();
        let usual = Self::default();
        Self {
            theme: field(&kept, "theme").unwrap_or(usual.theme),
            drawing: field(&kept, "drawing").unwrap_or(usual.drawing),
            width: field(&kept, "width").unwrap_or(usual.width),
            source: field(&kept, "source").unwrap_or(usual.source),
            problems: field(&kept, "problems").unwrap_or(usual.problems),
            fitted: field(&kept, "fitted").unwrap_or(usual.fitted),
            timeline: field(&kept, "timeline").unwrap_or(usual.timeline),
            design: field(&kept, "design").unwrap_or(usual.design),
        }
    }

    pub fn written(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

fn field<T: DeserializeOwned>(kept: &Map<String, Value>, key: &str) -> Option<T> {
    serde_json::from_value(kept.get(key)?.clone()).ok()
}

impl PageTheme {
    pub fn name(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme that the next press chooses.
    pub fn next(self) -> Self {
        match self {
            Self::System => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::System,
        }
    }
}

impl DrawingTheme {
    pub const ALL: [Self; 4] = [Self::Page, Self::Light, Self::Dark, Self::Both];

    pub fn name(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Both => "both",
        }
    }

    /// The values of `data-drawing` to draw in.
    pub fn grounds(self) -> &'static [&'static str] {
        match self {
            Self::Page => &["page"],
            Self::Light => &["light"],
            Self::Dark => &["dark"],
            Self::Both => &["light", "dark"],
        }
    }

    /// The one of a small drawing.
    pub fn ground(self) -> &'static str {
        if self == Self::Both { Self::Page.name() } else { self.name() }
    }
}

impl Design {
    pub const ALL: [Self; 3] = [Self::Form, Self::Json, Self::Both];

    pub fn name(self) -> &'static str {
        match self {
            Self::Form => "form",
            Self::Json => "json",
            Self::Both => "both",
        }
    }

    pub fn has_form(self) -> bool {
        self != Self::Json
    }

    pub fn has_json(self) -> bool {
        self != Self::Form
    }
}

impl Width {
    pub const ALL: [Self; 3] = [Self::Column, Self::Page, Self::Phone];

    pub fn name(self) -> &'static str {
        match self {
            Self::Column => "column",
            Self::Page => "page",
            Self::Phone => "phone",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_kept_is_read_field_by_field() {
        let usual = Preferences::default();
        let chosen = Preferences { theme: PageTheme::Dark, width: Width::Phone, source: 300, ..usual };
        assert_eq!(Preferences::read(&chosen.written()), chosen);
        assert_eq!(
            Preferences::read(r#"{"theme":"dark","drawing":7,"source":-1}"#),
            Preferences { theme: PageTheme::Dark, ..usual }
        );
        for damaged in ["", "[]", "{", "null"] {
            assert_eq!(Preferences::read(damaged), usual);
        }
    }
}
