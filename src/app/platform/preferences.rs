//! How a person likes the page: kept in localStorage, in no project.

use gloo::storage::{LocalStorage, Storage};
use serde::{Deserialize, Serialize};

const KEY: &str = "link-preview-lab:preferences";

#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Preferences {
    /// Of the page around the drawings.
    pub theme: Theme,
    /// Of the drawings.
    pub drawing: Drawing,
    pub width: Width,
    /// The source's part of the window's width, in percent.
    pub source: f64,
    /// The lower pane's part of the window's height, in percent.
    pub lower: f64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    System,
    Light,
    Dark,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Drawing {
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

impl Default for Preferences {
    fn default() -> Self {
        Self { theme: Theme::System, drawing: Drawing::Light, width: Width::Page, source: 48.0, lower: 27.0 }
    }
}

pub fn load() -> Preferences {
    LocalStorage::get(KEY).unwrap_or_default()
}

/// A preference that cannot be kept is no loss worth a message.
pub fn save(preferences: &Preferences) {
    LocalStorage::set(KEY, preferences).ok();
}
