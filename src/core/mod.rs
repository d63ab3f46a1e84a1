//! Checking, matching and drawing: text in, values out. No browser, no clock, no randomness.
//!
//! Offsets are bytes everywhere in here; UTF-16 exists only where an editor is bound.

pub mod analysis;
pub mod breaks;
pub mod compare;
pub mod complete;
pub mod contradictions;
pub mod copied;
pub mod diagnostic;
pub mod edit;
pub mod event;
pub mod form;
pub mod hidden;
pub mod history;
pub mod integration;
pub mod json;
mod letter;
pub mod links;
pub mod method;
pub mod pattern;
pub mod place;
pub mod placeholders;
pub mod position;
pub mod preview;
pub mod profile;
pub mod project;
pub mod repair;
pub mod rule;
pub mod rules;
pub mod severity;
pub mod start;
pub mod state;
pub mod templates;
pub mod text;
pub mod unfurl;
pub mod url;
pub mod utf16;
pub mod wire;
