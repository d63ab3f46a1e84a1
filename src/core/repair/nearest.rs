//! The readings of a damaged text that are one edit away: a character of JSON's own put in or taken out.
//!
//! In: a text that does not parse. Out: the reading that fits the documents best, or that there are several, or none.
//! No edit behind the first fault can mend it, so the search tries every edit at the tokens before the fault, and reads
//! on from there. Most readings fail within a few tokens.

use std::borrow::Cow;
use std::cmp::Reverse;

use super::quotes::{is_plausible, swallows};
use super::reader::{Reader, Step, Token, Wait};
use super::{Mend, What};
use crate::core::json::{lex, literal};
use crate::core::text::Span;

/// What the search came to.
#[derive(Debug)]
pub(super) enum Nearest {
    /// No single edit mends the text.
    None,
    /// Several fit equally well. `documented`: the text has keys of the documents. `quotes`: one moves a quote.
    Several {
        documented: bool,
        quotes: bool,
    },
    One(Reading),
}

#[derive(Debug)]
pub(super) struct Reading {
    pub mends: Vec<Mend>,
    /// Whether the text has keys of the documents.
    pub documented: bool,
    /// Whether the person can have meant nothing else.
    pub certain: bool,
}

/// Places are kept for twice as many tokens before the fault, at most. An attribute has some 40.
const WINDOW: usize = 200;
/// And for as many at the start: a bracket that is doubled there shows only at the end.
const START: usize = 24;
/// A wrong quote shows within a few tokens.
const QUOTES: usize = 8;
/// How far one text is searched for the place of a quote.
const REACH: usize = 2_000;
/// The steps of one search. A payload of 3 KB takes some thousands; the bound keeps odd texts from taking long.
const STEPS: usize = 1_000_000;

pub(super) fn nearest(text: &str, from: usize) -> Nearest {
    search(text, from).verdict()
}

/// The edit that brings the reader furthest, for a text that no single edit mends; `None` if there are several.
pub(super) fn furthest(text: &str, from: usize) -> Option<Vec<Mend>> {
    let search = search(text, from);
    search.partial.filter(|partial| !partial.several).map(|partial| partial.mends)
}

fn search(text: &str, from: usize) -> Search<'_> {
    let mut search = Search { text, steps: 0, best: None, several: false, partial: None };
    let places = places(text, from).unwrap_or_default();
    let quotes_from = places.len().saturating_sub(QUOTES);
    for (index, place) in places.iter().enumerate() {
        search.insert(place);
        search.remove(place);
        if index >= quotes_from {
            search.quotes(place);
        }
    }
    search
}

/// The reader before each token in the window, and at the start; `None` if the text parses.
fn places(text: &str, from: usize) -> Option<Vec<Reader<'_>>> {
    let mut reader = Reader::new(text, from);
    let mut kept = Vec::new();
    let (mut window, mut next) = (None, None);
    let mut count = 0;
    let before = |reader: &Reader, kept: &[Reader]| kept.last().is_none_or(|last| last.at < reader.at);
    loop {
        if count < START {
            kept.push(reader.clone());
        } else if (count - START).is_multiple_of(WINDOW) {
            window = next.replace(reader.clone());
        }
        match reader.step() {
            Step::Token => count += 1,
            Step::End => return None,
            Step::Fault => break,
        }
    }
    let Some(mut reader) = window.or(next) else { return Some(kept) };
    loop {
        if before(&reader, &kept) {
            kept.push(reader.clone());
        }
        if reader.step() != Step::Token {
            return Some(kept);
        }
    }
}

/// A text with one edit, read up to the edit.
struct Attempt<'t> {
    reader: Reader<'t>,
    mends: Vec<Mend>,
    certain: bool,
}

struct Best {
    misfits: usize,
    identity: u64,
    /// The better of two places that come to the same reading has the higher rank.
    rank: usize,
    reading: Reading,
}

/// A reading that comes to another fault.
struct Partial {
    /// Where that is, and what did not fit up to there.
    score: (usize, Reverse<usize>),
    identity: u64,
    several: bool,
    mends: Vec<Mend>,
}

struct Search<'t> {
    text: &'t str,
    steps: usize,
    best: Option<Best>,
    several: bool,
    partial: Option<Partial>,
}

impl<'t> Search<'t> {
    fn verdict(self) -> Nearest {
        match self.best {
            // Not everything was tried.
            Some(best) if self.several || self.steps > STEPS => {
                let quotes = best.reading.mends.iter().any(|mend| mend.what.is_some_and(|what| what.message().is_some()));
                Nearest::Several { documented: best.reading.documented, quotes }
            }
            Some(best) => Nearest::One(best.reading),
            None => Nearest::None,
        }
    }

    /// Reads the rest of the text, and keeps the reading if it is the best so far.
    fn read(&mut self, attempt: Attempt<'t>, rank: usize) {
        let mut reader = attempt.reader;
        let most = self.best.as_ref().map_or(usize::MAX, |best| best.misfits);
        loop {
            self.steps += 1;
            if reader.misfits > most || self.steps > STEPS {
                return;
            }
            match reader.step() {
                Step::Token => {}
                Step::Fault => return self.keep_partial(&reader, attempt.mends),
                Step::End => break,
            }
        }
        let (misfits, identity) = (reader.misfits, reader.identity());
        if let Some(best) = self.best.as_ref().filter(|best| best.misfits == misfits) {
            if best.identity != identity {
                self.several = true;
                return;
            }
            if best.rank >= rank {
                return;
            }
        } else {
            self.several = false;
        }
        let reading = Reading { mends: attempt.mends, documented: reader.known > 0, certain: attempt.certain };
        self.best = Some(Best { misfits, identity, rank, reading });
    }

    fn keep_partial(&mut self, reader: &Reader<'t>, mends: Vec<Mend>) {
        let score = (reader.at, Reverse(reader.misfits));
        match &mut self.partial {
            Some(best) if best.score > score => {}
            Some(best) if best.score == score => best.several |= best.identity != reader.identity(),
            best => *best = Some(Partial { score, identity: reader.identity(), several: false, mends }),
        }
    }

    /// Puts in each of JSON's marks.
    fn insert(&mut self, place: &Reader<'t>) {
        for mark in *b",:{}[]" {
            let Some(token) = Token::mark(mark) else { continue };
            let mut reader = place.clone();
            // An empty pair would be a value that nobody typed.
            let is_empty = matches!(token, Token::Open(_)) && self.text[place.at..].trim_start().starts_with([']', '}']);
            if is_empty || !reader.feed(&token) {
                continue;
            }
            let what = match mark {
                b',' => What::Comma,
                b':' => What::Colon,
                _ => What::Bracket,
            };
            let (at, rank) = gap(self.text, place.at, mark);
            let mends = vec![Mend::new(Span::at(at), char::from(mark), what)];
            self.read(Attempt { reader, mends, certain: true }, rank);
        }
    }

    /// Takes out the mark that comes next.
    fn remove(&mut self, place: &Reader<'t>) {
        let at = lex::skip_blanks(self.text, place.at);
        let Some(&mark) = self.text.as_bytes().get(at).filter(|byte| Token::mark(**byte).is_some()) else { return };
        let mut reader = place.clone();
        reader.at = at + 1;
        let next = self.text[at + 1..].trim_start();
        let what = match mark {
            b',' if next.starts_with([']', '}']) => What::TrailingComma,
            b',' => What::StrayComma,
            b':' => What::StrayColon,
            _ => What::StrayBracket,
        };
        let mends = vec![Mend::new(Span::new(at, at + 1), "", what)];
        let bytes = self.text.as_bytes();
        let doubled = bytes[..at].last() == Some(&mark);
        // A bracket that nobody doubled was put there on purpose.
        let on_purpose = what == What::StrayBracket && !doubled && bytes.get(at + 1) != Some(&mark);
        reader.misfits += usize::from(on_purpose);
        self.read(Attempt { reader, mends, certain: true }, usize::from(doubled));
    }

    /// Moves the quotes of the text that comes next.
    fn quotes(&mut self, place: &Reader<'t>) {
        let at = lex::skip_blanks(self.text, place.at);
        if !matches!(place.wait, Wait::Value | Wait::ValueOrClose | Wait::Name | Wait::NameOrClose) || at == self.text.len() {
            return;
        }
        if self.text.as_bytes()[at] == b'"' {
            self.close_earlier(place, at);
            self.remove_doubled(place, at);
            self.escape_inner(place, at);
        } else if at > 0 {
            self.open_quote(place, at);
        }
    }

    /// The string in `content`, and then the text from `behind` on.
    fn string(&mut self, place: &Reader<'t>, content: Cow<'t, str>, behind: usize, mends: Vec<Mend>, certain: bool) {
        let mut reader = place.clone();
        if reader.feed(&Token::String(content)) {
            // A text that does not fit its place may be half of one, or two.
            let certain = certain && reader.misfits == place.misfits;
            reader.at = behind;
            self.read(Attempt { reader, mends, certain }, 0);
        }
    }

    fn open_quote(&mut self, place: &Reader<'t>, at: usize) {
        // `read` skips the byte of the quote unseen.
        let Ok((content, end)) = literal::read(self.text, at - 1) else { return };
        let certain = content.trim_end().len() == content.len();
        self.string(place, content, end, vec![Mend::new(Span::at(at), "\"", What::OpenString)], certain);
    }

    /// Every place in the string behind which JSON can go on.
    fn close_earlier(&mut self, place: &Reader<'t>, open: usize) {
        let start = open + 1;
        let line = &self.text[start..lex::line_end(self.text, start)];
        let ends = |length: &usize| {
            let (before, behind) = (&line[..*length], &line[*length..]);
            !before.ends_with(' ') && matches!(behind.trim_start().chars().next(), None | Some(',' | ':' | '}' | ']'))
        };
        let reach = line.len().min(REACH);
        let natural = literal::read(self.text, open).map_or(usize::MAX, |(_, end)| end - 1);
        let lengths = (0..=reach).filter(|length| line.is_char_boundary(*length) && start + length < natural);
        for length in lengths.filter(ends) {
            let Some(content) = decoded(&line[..length]) else { continue };
            let end = start + length;
            let certain = !line[length..].starts_with(' ');
            let mends = vec![Mend::new(Span::at(end), "\"", What::CloseString)];
            self.string(place, Cow::Owned(content), end, mends, certain);
        }
    }

    /// `""text"` and `"text""`.
    fn remove_doubled(&mut self, place: &Reader<'t>, open: usize) {
        let bytes = self.text.as_bytes();
        let certain = !(place.wait == Wait::Value || place.wait == Wait::ValueOrClose) || !place.level.is_free_text();
        let mend = |at: usize| vec![Mend::new(Span::new(at, at + 1), "", What::StrayQuote)];
        if bytes.get(open + 1) == Some(&b'"')
            && let Ok((content, end)) = literal::read(self.text, open + 1)
        {
            self.string(place, content, end, mend(open), certain);
        }
        if let Ok((content, end)) = literal::read(self.text, open)
            && bytes.get(end) == Some(&b'"')
        {
            self.string(place, content, end + 1, mend(end), certain);
        }
    }

    /// The string goes on to one of the next quotes of its line; those inside lost their backslashes.
    fn escape_inner(&mut self, place: &Reader<'t>, open: usize) {
        if !place.level.is_free_text() || !matches!(place.wait, Wait::Value | Wait::ValueOrClose) {
            return;
        }
        let start = open + 1;
        let mut inner: Vec<usize> = Vec::new();
        for quote in quotes(self.text, start).take(QUOTES) {
            let content = &self.text[start..quote];
            if !inner.is_empty() && !swallows(content) {
                let Some(decoded) = decoded(&escaped(content, &inner, start)) else { return };
                let mut attempt = place.clone();
                attempt.misfits += usize::from(!is_plausible(content));
                let mends = inner.iter().map(|at| Mend::new(Span::new(*at, at + 1), "\\\"", What::EscapeQuote)).collect();
                self.string(&attempt, Cow::Owned(decoded), quote + 1, mends, false);
            }
            inner.push(quote);
        }
    }
}

/// The value of a text between quotes.
fn decoded(content: &str) -> Option<String> {
    let quoted = format!("\"{content}\"");
    let (string, end) = literal::read(&quoted, 0).ok()?;
    (end == quoted.len()).then(|| string.into_owned())
}

/// The unescaped quotes of a line.
fn quotes(text: &str, from: usize) -> impl Iterator<Item = usize> {
    let line = &text.as_bytes()[from..lex::line_end(text, from)];
    let mut escaped = false;
    let line = &line[..line.len().min(REACH)];
    line.iter().enumerate().filter_map(move |(at, byte)| {
        let is_quote = *byte == b'"' && !escaped;
        escaped = *byte == b'\\' && !escaped;
        is_quote.then_some(from + at)
    })
}

fn escaped(content: &str, inner: &[usize], start: usize) -> String {
    let mut escaped = String::with_capacity(content.len() + inner.len());
    let mut done = 0;
    for quote in inner {
        escaped.push_str(&content[done..quote - start]);
        escaped.push('\\');
        done = quote - start;
    }
    escaped + &content[done..]
}

/// Where a mark goes between two tokens, and how well the layout vouches for the place: a mark that is gone may have left
/// a line without one.
fn gap(text: &str, start: usize, mark: u8) -> (usize, usize) {
    let end = lex::skip_blanks(text, start);
    let blanks = &text[start..end];
    let opens = matches!(mark, b'{' | b'[');
    let closes = matches!(mark, b'}' | b']');
    let mut lines = blanks.split('\n').map(|line| line.trim_end_matches('\r').len());
    let first = lines.next().unwrap_or_default();
    match blanks.find('\n') {
        None => (if opens { end } else { start }, 0),
        Some(at) if blanks[at + 1..].contains('\n') => (start + at + 1 + lines.next().unwrap_or_default(), 2),
        Some(_) if closes && (end == text.len() || text[end..].starts_with(',')) => (end, 1),
        Some(_) if opens && text[..start].ends_with(':') => (start + first, 0),
        Some(_) if opens && start > 0 => (end, 0),
        Some(_) => (start, 0),
    }
}
