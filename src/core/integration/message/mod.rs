//! Checks a message that somebody has in hand: what it says, part by part, and what is wrong with it.
//!
//! In: a pasted text, what it is (or [`recognize`]'s guess), and what is known besides. Out: facts, diagnostics with bytes of
//! the text, and what Notion shows. A whole HTTP request or response, or a `curl` command, may be pasted too. It sends nothing, and it quotes no
//! secret in a message; a fact that holds one says so.

mod authorization;
mod callback;
mod curl;
mod fields;
mod http;
mod json;
mod kind;
mod reader;
mod recognize;
pub mod redirect_uri;
mod rows;
#[cfg(test)]
mod tests;
mod url;

use std::sync::Arc;

use time::UtcDateTime;

use super::Dialogue;
use crate::core::diagnostic::Diagnostic;
use crate::core::preview::Render;
use crate::core::profile::Profile;
use crate::core::project::Settings;
use curl::Curl;
use reader::Reader;

pub use kind::MessageKind;
pub use recognize::recognize;

/// What is known besides the text.
#[derive(Debug, Clone)]
pub struct Known<'k> {
    pub settings: &'k Settings,
    /// The link that was asked for; blank: not known.
    pub link: &'k str,
    /// The state that was sent, where it is known.
    pub state: Option<&'k str>,
    /// Of an update: the ids that the preview shows before it.
    pub base_ids: Option<Vec<String>>,
    pub profile: Profile,
    pub now: UtcDateTime,
}

/// A part of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    pub name: String,
    pub value: String,
    /// What it is, per the documents; may be empty.
    pub says: &'static str,
    /// Not to be shown before the person asks.
    pub secret: bool,
}

/// What a message says.
#[derive(Debug, Clone)]
pub struct Read {
    pub kind: MessageKind,
    /// In text order.
    pub facts: Vec<Fact>,
    /// In text order, about [`Where::Message`](crate::core::place::Where::Message).
    pub diagnostics: Vec<Diagnostic>,
    /// What Notion shows to the person.
    pub dialogue: Option<Dialogue>,
    /// What is drawn of it.
    pub render: Option<Arc<Render>>,
}

/// Reads a text as a message of a kind.
pub fn read(kind: MessageKind, text: &str, known: &Known) -> Read {
    let Some(curl) = Curl::parse(text) else { return reader(kind, text, known).finish() };
    let mut reader = reader(kind, curl.request(), known);
    reader.translate(&curl);
    reader.finish()
}

fn reader<'k>(kind: MessageKind, text: &str, known: &'k Known<'k>) -> Reader<'k> {
    let mut reader = Reader::new(kind, known);
    let trimmed = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}');
    let at = text.len() - trimmed.len();
    let text = trimmed.trim_end();
    if let Some(message) = http::Message::parse(text) {
        let from = reader.mark();
        reader.head(&message);
        reader.shift(from, at);
        let (part, inside) = message.part(kind);
        reader.part(part, at + inside);
        let from = reader.mark();
        reader.status(&message);
        reader.shift(from, at);
    } else {
        let part = recognize::part_of(kind, text);
        reader.part(part, at + text.len() - part.len());
    }
    reader
}
