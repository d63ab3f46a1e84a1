//! How a person likes the page: kept in localStorage, in no project.

use serde_json::Value;

use super::local;
use crate::core::json;

const KEY: &str = "link-preview-lab:preferences";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Preferences {
    /// Of the page around the drawings.
    pub theme: Theme,
    /// Of the drawings.
    pub drawing: Drawing,
    pub width: Width,
    /// The source's part of the window's width, in thousandths.
    pub source: u32,
    /// The lower pane's part of the window's height, in thousandths.
    pub lower: u32,
    /// The same while it holds the timeline.
    pub timeline: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    System,
    Light,
    Dark,
}

impl Theme {
    const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    pub fn name(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Drawing {
    Light,
    Dark,
    Both,
}

impl Drawing {
    pub const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::Both];

    pub fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Both => "both",
        }
    }

    /// The themes to draw in, each with whether it is dark.
    pub fn themes(self) -> &'static [bool] {
        match self {
            Self::Light => &[false],
            Self::Dark => &[true],
            Self::Both => &[false, true],
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Width {
    /// Half a page, as in a column.
    Column,
    /// The page's own column of text.
    Page,
    Phone,
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

impl Default for Preferences {
    fn default() -> Self {
        Self { theme: Theme::System, drawing: Drawing::Light, width: Width::Page, source: 480, lower: 200, timeline: 440 }
    }
}

/// What was kept; the usual in the place of what cannot be read.
pub fn load() -> Preferences {
    let text = local::read(KEY).unwrap_or_default();
    let kept = json::Source::new(&text).parse().map_or(Value::Null, |root| json::to_serde(&root));
    let name = |key: &str| kept.get(key).and_then(Value::as_str).unwrap_or_default();
    let part = |key: &str| kept.get(key).and_then(Value::as_u64).and_then(|part| u32::try_from(part).ok());
    let usual = Preferences::default();
    Preferences {
        theme: Theme::ALL.into_iter().find(|theme| theme.name() == name("theme")).unwrap_or(usual.theme),
        drawing: Drawing::ALL.into_iter().find(|drawing| drawing.name() == name("drawing")).unwrap_or(usual.drawing),
        width: Width::ALL.into_iter().find(|width| width.name() == name("width")).unwrap_or(usual.width),
        source: part("source").unwrap_or(usual.source),
        lower: part("lower").unwrap_or(usual.lower),
        timeline: part("timeline").unwrap_or(usual.timeline),
    }
}

/// A preference that cannot be kept is no loss worth a message.
pub fn save(preferences: &Preferences) {
    let Preferences { theme, drawing, width, source, lower, timeline } = preferences;
    // The names need no escapes. Not `json!`, which can panic: what it would then say brings tables of letters into the page.
    let kept = format!(
        r#"{{"theme":"{}","drawing":"{}","width":"{}","source":{source},"lower":{lower},"timeline":{timeline}}}"#,
        theme.name(),
        drawing.name(),
        width.name()
    );
    local::write(KEY, &kept);
}
