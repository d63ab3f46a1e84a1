//! A payload inside another text: a web page, a log, a sentence. A warning of PHP in front of an answer is a page too.

use super::reader::{Reader, Step, Wait};
use super::whole::{Json, Recognized, Whole};
use crate::core::text::Span;

/// So many brackets are tried: a page of scripts has thousands.
const BRACKETS: usize = 100;

pub(super) fn recognize(text: &str) -> Recognized {
    let whole = if text.trim_start_matches('\u{FEFF}').trim_start().starts_with("<?xml") { Whole::Xml } else { Whole::Page };
    Recognized::new(whole, only_payload(text).map_or(Json::None, Json::At))
}

/// A payload with other text around it: a log's prefix, a sentence, a call such as `callback([…])`.
pub(super) fn surrounded(text: &str) -> Option<Recognized> {
    let start = text.trim_start_matches('\u{FEFF}').trim_start();
    // A shell reads what is in its quotes in its own way.
    if start.contains("curl ") {
        return None;
    }
    let span = if start.starts_with(['[', '{']) {
        let open = text.len() - start.len();
        let end = payload(text, open)?;
        text[end..].trim_start().starts_with(char::is_alphabetic).then(|| Span::new(open, end))?
    } else {
        only_payload(text)?
    };
    Some(Recognized::new(Whole::Surrounded, Json::At(span)))
}

/// The one value in the text that has keys of the documents.
fn only_payload(text: &str) -> Option<Span> {
    let mut found = None;
    let mut at = 0;
    for _ in 0..BRACKETS {
        let Some(open) = text[at..].find(['[', '{']).map(|length| at + length) else { break };
        at = open + 1;
        if let Some(end) = payload(text, open) {
            if found.is_some() {
                return None;
            }
            found = Some(Span::new(open, end));
            at = end;
        }
    }
    found
}

/// The end of the payload that opens here.
fn payload(text: &str, open: usize) -> Option<usize> {
    let mut reader = Reader::new(text, open);
    while reader.wait != Wait::End {
        if reader.step() != Step::Token {
            return None;
        }
    }
    (reader.known > 0).then_some(reader.at)
}
