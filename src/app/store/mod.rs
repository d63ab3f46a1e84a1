//! The state of the page, and what follows from it. Plain data and memos: no call to the browser.
//!
//! [`Document`] is the project with its history, [`Screen`] what is open and chosen on screen, [`Tools`] what the tools
//! beside the project hold. [`Derived`] follows from them by pure memos.

mod delivery;
mod derived;
mod document;
mod focus;
mod media;
mod open_rule;
mod payload;
pub mod preferences;
mod rules;
mod screen;
mod setup;
mod timeline;
mod tools;
mod update;
mod view;
mod views;

pub use delivery::{Delivery, LARGE};
pub use derived::Derived;
pub use document::{Document, Opened, Step};
pub use focus::{EditorName, Focus, Target};
pub use media::{Media, present};
pub use open_rule::OpenRule;
pub use payload::{Answer, PayloadCheck, moment};
pub use preferences::{BAR, Design, DrawingTheme, PageTheme, Preferences, PreferencesStoreFields, Width};
pub use rules::RulesCheck;
pub use screen::{
    Canvas, Compared, Dialog, Lower, Opening, Pane, RuleScreen, RuleScreenStoreFields, Screen, ScreenStoreFields, Source,
    Undoable, VersionsScreen, VersionsScreenStoreFields, Zoom, announce,
};
pub use setup::SetupCheck;
pub use timeline::{place, scene};
pub use tools::{Call, CallStoreFields, Called, Stage, Tools, ToolsStoreFields};
pub use view::{Stale, View, ViewKind};
pub use views::{Drawings, is_unmatched};
