//! Checks a message that somebody has in hand: what it says, part by part, and what is wrong with it.
//!
//! In: a pasted text, what it is (or [`recognize`]'s guess), and what is known besides. Out: facts, diagnostics with bytes of
//! the text, and what Notion shows. The text may be a whole HTTP request or response, or code that sends a request (see
//! [`copied`]). It sends nothing, and it quotes no secret in a message; a fact that holds one says so.

mod authorization;
mod callback;
mod code;
mod documented;
mod fields;
mod http;
mod json;
mod kind;
mod parts;
mod reader;
mod recognize;
pub mod redirect_uri;
mod rows;
#[cfg(test)]
mod tests;
mod unread;
mod url;

use std::sync::Arc;

use time::UtcDateTime;

use super::Dialogue;
use crate::core::copied;
use crate::core::diagnostic::Diagnostic;
use crate::core::preview::Render;
use crate::core::profile::Profile;
use crate::core::project::Settings;
use crate::core::text::Span;
use parts::Parts;
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
    pub says: String,
    /// Not to be shown before the person asks.
    pub secret: bool,
}

/// What a message says.
#[derive(Debug, Clone)]
pub struct Read {
    /// `None`: nobody knows what it is; a diagnostic says why.
    pub kind: Option<MessageKind>,
    /// In text order.
    pub facts: Vec<Fact>,
    /// Of the query, the form or the body.
    pub parameters: Vec<Parameter>,
    /// In text order, about [`Where::Message`](crate::core::place::Where::Message).
    pub diagnostics: Vec<Diagnostic>,
    /// What Notion shows to the person.
    pub dialogue: Option<Dialogue>,
    /// What is drawn of it.
    pub render: Option<Arc<Render>>,
    /// Its HTTP.
    pub parts: Parts,
    /// What must not be shown of the text.
    pub secrets: Vec<Span>,
}

/// A named value of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parameter {
    pub name: String,
    pub value: String,
    pub is_secret: bool,
}

impl Read {
    fn new(kind: Option<MessageKind>) -> Self {
        Self {
            kind,
            facts: Vec::new(),
            parameters: Vec::new(),
            diagnostics: Vec::new(),
            dialogue: None,
            render: None,
            parts: Parts::default(),
            secrets: Vec::new(),
        }
    }
}

/// Reads a text as the chosen kind of message, or as what it looks like.
pub fn understand(text: &str, chosen: Option<MessageKind>, known: &Known) -> Read {
    match chosen.or_else(|| recognize(text, known.settings)) {
        Some(kind) => read(kind, text, known),
        None => unread::read(text, known.profile),
    }
}

/// Reads a text as a message of a kind.
pub fn read(kind: MessageKind, text: &str, known: &Known) -> Read {
    let copied = copied::read(text);
    let Some(request) = copied.as_ref().and_then(|copied| copied.request.as_ref()) else {
        let mut reader = reader(kind, text, known);
        code::faults(&mut reader, copied.as_ref());
        return reader.finish();
    };
    let http = request.http();
    let mut reader = reader(kind, http.as_str(), known);
    reader.translate(&http, text);
    code::faults(&mut reader, copied.as_ref());
    reader.finish()
}

fn reader<'k>(kind: MessageKind, whole: &str, known: &'k Known<'k>) -> Reader<'k> {
    let mut reader = Reader::new(kind, known);
    let trimmed = whole.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}');
    let at = whole.len() - trimmed.len();
    let text = trimmed.trim_end();
    let from = reader.mark();
    if let Some(message) = http::Message::parse(text) {
        reader.head(&message);
        let (part, inside) = message.part(kind);
        let body = reader.mark();
        if !callback::is_unread(kind, &message) {
            reader.part(part, 0);
        }
        documented::greet(&mut reader, part);
        reader.shift(body, inside);
        reader.status(&message);
    } else {
        let part = recognize::part_of(kind, text);
        let body = reader.mark();
        reader.part(part, 0);
        documented::greet(&mut reader, part);
        reader.shift(body, text.len() - part.len());
    }
    reader.shift(from, at);
    reader.parts(whole);
    reader
}
