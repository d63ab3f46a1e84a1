//! The readings of a damaged text that are one edit away: a character of JSON's own put in or taken out.
//!
//! In: a text that does not parse. Out: the reading that fits the documents best, or that there are several, or none.
//! No edit behind the first fault can mend it, so the search tries every edit at the tokens before the fault, and reads
//! on from there. Most readings fail within a few tokens.

use std::cmp::Reverse;

use super::places::{gap, places};
use super::reader::{Reader, Step, Token};
use super::{Mend, What};
use crate::core::json::lex;
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

/// A wrong quote shows within a few tokens.
pub(super) const QUOTES: usize = 8;
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

/// How sure it is that a person meant this.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Trust {
    /// Nothing else can be meant.
    Certain,
    Likely,
    /// An odd text: no fix, even if there is no other reading.
    Doubtful,
}

impl Trust {
    pub fn certain_if(certain: bool) -> Self {
        if certain { Self::Certain } else { Self::Likely }
    }
}

/// A text with one edit, read up to the edit.
pub(super) struct Attempt<'t> {
    pub reader: Reader<'t>,
    pub mends: Vec<Mend>,
    pub trust: Trust,
}

struct Best {
    misfits: usize,
    trust: Trust,
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

pub(super) struct Search<'t> {
    pub text: &'t str,
    steps: usize,
    best: Option<Best>,
    several: bool,
    partial: Option<Partial>,
}

impl<'t> Search<'t> {
    fn verdict(self) -> Nearest {
        match self.best {
            // Or not everything was tried.
            Some(best) if self.several || best.trust == Trust::Doubtful || self.steps > STEPS => {
                let quotes = best.reading.mends.iter().any(|mend| mend.what.is_some_and(|what| what.message().is_some()));
                Nearest::Several { documented: best.reading.documented, quotes }
            }
            Some(best) => Nearest::One(best.reading),
            None => Nearest::None,
        }
    }

    /// Reads the rest of the text, and keeps the reading if it is the best so far.
    pub fn read(&mut self, attempt: Attempt<'t>, rank: usize) {
        let mut reader = attempt.reader;
        let most = self.best.as_ref().map_or(usize::MAX, |best| best.misfits);
        loop {
            self.steps += 1;
            if reader.misfits > most || self.steps > STEPS {
                return;
            }
            match reader.step() {
                Step::Token => {}
                Step::Fault if attempt.trust == Trust::Doubtful => return,
                Step::Fault => return self.keep_partial(&reader, attempt.mends),
                Step::End => break,
            }
        }
        let (misfits, identity, trust) = (reader.misfits, reader.identity(), attempt.trust);
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
        let reading = Reading { mends: attempt.mends, documented: reader.known > 0, certain: trust == Trust::Certain };
        self.best = Some(Best { misfits, trust, identity, rank, reading });
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
            self.read(Attempt { reader, mends, trust: Trust::Certain }, rank);
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
        self.read(Attempt { reader, mends, trust: Trust::Certain }, usize::from(doubled));
    }
}
