//! The readings with one quote more or less, or with quotes inside a text.

use std::borrow::Cow;

use super::nearest::{Attempt, QUOTES, Search, Trust};
use super::quotes::{is_plausible, swallows};
use super::reader::{Reader, Token, Wait};
use super::{Mend, What};
use crate::core::json::{lex, literal};
use crate::core::text::Span;

/// How far one text is searched for the place of a quote.
const REACH: usize = 2_000;

impl<'t> Search<'t> {
    /// Moves the quotes of the text that comes next.
    pub(super) fn quotes(&mut self, place: &Reader<'t>) {
        let at = lex::skip_blanks(self.text, place.at);
        let waits_for_name = matches!(place.wait, Wait::Name | Wait::NameOrClose);
        if !(waits_for_name || place.waits_for_value()) || at == self.text.len() {
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
    fn string(&mut self, place: &Reader<'t>, content: Cow<'t, str>, behind: usize, mends: Vec<Mend>, trust: Trust) {
        let mut reader = place.clone();
        // A name such as `type:` is one that nobody typed.
        let is_odd_name = !place.waits_for_value() && content.contains(|c: char| ",:{}[]\"".contains(c));
        if !reader.feed(&Token::String(content)) || is_odd_name && reader.misfits > place.misfits {
            return;
        }
        // A text that does not fit its place may be half of one, or two.
        let fits = reader.misfits == place.misfits;
        let trust = if trust == Trust::Certain && !fits { Trust::Likely } else { trust };
        reader.at = behind;
        self.read(Attempt { reader, mends, trust }, 0);
    }

    fn open_quote(&mut self, place: &Reader<'t>, at: usize) {
        // `read` skips the byte of the quote unseen.
        let Ok((content, end)) = literal::read(self.text, at - 1) else { return };
        let trust = Trust::certain_if(content.trim_end().len() == content.len());
        self.string(place, content, end, vec![Mend::new(Span::at(at), "\"", What::OpenString)], trust);
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
            let trust = Trust::certain_if(!line[length..].starts_with(' '));
            let mends = vec![Mend::new(Span::at(end), "\"", What::CloseString)];
            self.string(place, Cow::Owned(content), end, mends, trust);
        }
    }

    /// `""text"` and `"text""`.
    fn remove_doubled(&mut self, place: &Reader<'t>, open: usize) {
        let bytes = self.text.as_bytes();
        let trust = Trust::certain_if(!place.waits_for_value() || !place.level.is_free_text());
        let mend = |at: usize| vec![Mend::new(Span::new(at, at + 1), "", What::StrayQuote)];
        if bytes.get(open + 1) == Some(&b'"')
            && let Ok((content, end)) = literal::read(self.text, open + 1)
        {
            self.string(place, content, end, mend(open), trust);
        }
        if let Ok((content, end)) = literal::read(self.text, open)
            && bytes.get(end) == Some(&b'"')
        {
            self.string(place, content, end + 1, mend(end), trust);
        }
    }

    /// The string goes on to one of the next quotes of its line; those inside lost their backslashes.
    fn escape_inner(&mut self, place: &Reader<'t>, open: usize) {
        if !place.level.is_free_text() || !place.waits_for_value() {
            return;
        }
        let start = open + 1;
        let mut inner: Vec<usize> = Vec::new();
        for quote in quotes(self.text, start).take(QUOTES) {
            let content = &self.text[start..quote];
            if !inner.is_empty() && !swallows(content) {
                let Some(decoded) = decoded(&escaped(content, &inner, start)) else { return };
                let is_plausible = is_plausible(content);
                let mut attempt = place.clone();
                attempt.misfits += usize::from(!is_plausible);
                let trust = if is_plausible { Trust::Likely } else { Trust::Doubtful };
                let mends = inner.iter().map(|at| Mend::new(Span::new(*at, at + 1), "\\\"", What::EscapeQuote)).collect();
                self.string(&attempt, Cow::Owned(decoded), quote + 1, mends, trust);
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
