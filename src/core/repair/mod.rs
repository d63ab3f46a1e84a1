//! A text that is no JSON, and the payload that it was meant to be.
//!
//! In: a text that does not parse. Out: what it is, and one fix whose edits make it parse, or none. Three ways, in this order:
//!
//! 1. [`whole`] recognizes whole texts: a response with its headers, a web page, JavaScript, YAML.
//! 2. [`nearest`] tries every edit of one quote, comma, colon or bracket, and takes the reading that fits the documents best.
//! 3. [`mender`] goes token by token through texts of other languages: comments, other quotes, bare names, words and
//!    numbers, raw line breaks, missing brackets at the end. [`chain`] mends several faults by the second way.
//!
//! If two readings are equally good, there is no fix. No fix makes up a key or a value.

mod around;
mod chain;
mod characters;
mod escaped;
mod http;
mod level;
mod mender;
mod move_quotes;
mod nearest;
mod page;
mod places;
mod program;
mod quotes;
mod reader;
#[cfg(test)]
mod tests;
mod what;
mod whole;
mod yaml;

use chain::chain;
use mender::Mender;
use nearest::{Nearest, Reading, nearest};
use what::{What, title};
use whole::{Json, Recognized, Whole, recognize};

use crate::core::edit::{Edit, Fix, apply};
use crate::core::json::lex;
use crate::core::text::Span;

/// Longer texts are not repaired, because the fix is computed with every diagnostic, so at every key.
const MAX_LENGTH: usize = 1 << 20;

/// One edit and its reason; an edit that belongs to the one before has none.
#[derive(Debug)]
struct Mend {
    edit: Edit,
    what: Option<What>,
}

impl Mend {
    fn new(span: Span, text: impl Into<String>, what: What) -> Self {
        Self { edit: Edit { span, text: text.into() }, what: Some(what) }
    }
}

/// What is known of a text that does not parse, beyond the first fault.
#[derive(Default)]
pub struct Repair {
    pub fix: Option<Fix>,
    /// What to say in place of the parser's own message.
    pub message: Option<&'static str>,
    pub help: Option<String>,
    /// Where it is.
    pub span: Option<Span>,
}

/// The edits that make the text parse.
pub fn repair(text: &str) -> Option<Fix> {
    examine(text).fix
}

pub fn examine(text: &str) -> Repair {
    if text.len() > MAX_LENGTH {
        return Repair::default();
    }
    let whole = Span::new(bom(text), text.len());
    let Some(Recognized { whole: kind, json, keeps_all }) = recognize(text) else { return mended(text, whole, None) };
    let words = kind.words(json != Json::None);
    let fix = match json {
        Json::None => None,
        Json::Written(json) => {
            Some(Fix { title: kind.title().to_owned(), edits: vec![Edit { span: whole, text: json }], safe: keeps_all })
        }
        Json::At(inner) => mended(text, inner, Some(kind)).fix.map(|fix| Fix { safe: fix.safe && keeps_all, ..fix }),
    };
    let (message, help) = words.unzip();
    Repair { fix, message, help: help.map(str::to_owned), span: message.map(|_| first_line(text)) }
}

/// The first line with content, for what is said of the text as a whole.
fn first_line(text: &str) -> Span {
    let start = text.len() - text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}').len();
    Span::new(start, lex::line_end(text, start))
}

/// Leaves only the JSON in `inner`, and makes it parse.
fn mended(text: &str, inner: Span, whole: Option<Whole>) -> Repair {
    let body = &text[..inner.end];
    match nearest(body, inner.start) {
        Nearest::One(reading) => one_edit(text, reading, inner, whole),
        Nearest::Several { documented: true, quotes } => {
            let help = quotes.then(|| "Check the quotes here: one is missing, doubled, or needs a backslash".to_owned());
            Repair { help, ..Repair::default() }
        }
        found => {
            let certain = matches!(found, Nearest::Several { .. }).then_some(false);
            let mends = Mender::new(body, inner.start).mend();
            let by_token = mends.and_then(|mends| fix(text, mends, certain, inner, whole));
            let by_chain = || fix(text, chain(body, inner.start)?, Some(false), inner, whole);
            Repair { fix: by_token.or_else(by_chain), ..Repair::default() }
        }
    }
}

fn one_edit(text: &str, reading: Reading, inner: Span, whole: Option<Whole>) -> Repair {
    let Reading { mends, certain, documented } = reading;
    let first = mends.first().and_then(|mend| Some((mend.what?, mend.edit.span)));
    let message = first.and_then(|(what, _)| what.message());
    let span = first.filter(|_| message.is_some()).map(|(_, span)| visible(text, span));
    // In JSON of another kind nothing vouches for the reading.
    let known = (documented || !certain).then_some(certain);
    let fix = fix(text, mends, known, inner, whole);
    let help = fix.as_ref().map(|fix| fix.title.clone());
    Repair { fix, message, help, span }
}

/// The place of an insertion, as the character behind it.
fn visible(text: &str, span: Span) -> Span {
    let next = text[span.start..].chars().next().filter(|c| !c.is_control()).map_or(0, char::len_utf8);
    Span::new(span.start, span.end.max(span.start + next))
}

/// `certain`: whether the person can have meant nothing else, if that is known.
fn fix(text: &str, mut mends: Vec<Mend>, certain: Option<bool>, inner: Span, whole: Option<Whole>) -> Option<Fix> {
    let around = [Span::new(bom(text), inner.start), Span::new(inner.end, text.len())];
    let removed = around.into_iter().filter(|span| span.start < span.end);
    mends.extend(removed.map(|span| Mend { edit: Edit { span, text: String::new() }, what: None }));
    // An insertion comes before an edit that starts at the same offset.
    mends.sort_by_key(|mend| mend.edit.span.start * 2 + usize::from(mend.edit.span.end > mend.edit.span.start));
    let reasons: Vec<What> = mends.iter().filter_map(|mend| mend.what).collect();
    let edits: Vec<Edit> = mends.into_iter().map(|mend| mend.edit).collect();
    let apart = edits.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start);
    if edits.is_empty() || !apart {
        return None;
    }
    let fits = reader::fits(&apply(text, &edits))?;
    // Several faults at once, and what came out is not as documented: another reading may be.
    if certain.is_none() && !fits && reasons.iter().any(|what| what.is_structural()) {
        return None;
    }
    let keeps = reasons.iter().all(|what| what.is_safe());
    Some(Fix { title: title(&reasons, whole), edits, safe: certain.unwrap_or(keeps) })
}

fn bom(text: &str) -> usize {
    if text.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 }
}
