//! Reads JSON token by token, as strictly as `JSON.parse`, and counts what does not fit the documents.
//!
//! In: a text, and tokens that are not in it. Out: whether each token can follow, and at the end the number of misfits.
//! A reader is cheap to clone, so a search can try one edit at a place and read on from there.

use std::borrow::Cow;
use std::hash::{DefaultHasher, Hash, Hasher};

use super::level::{Level, is_key_elsewhere};
use crate::core::json::lex::{self, Container};
use crate::core::json::{MAX_DEPTH, literal, number};

#[derive(Debug, Clone, Hash)]
pub(super) enum Token<'t> {
    Open(bool),
    Close(bool),
    Comma,
    Colon,
    String(Cow<'t, str>),
    Word(&'t str),
}

impl Token<'_> {
    pub fn mark(byte: u8) -> Option<Self> {
        Some(match byte {
            b'{' => Self::Open(true),
            b'[' => Self::Open(false),
            b'}' => Self::Close(true),
            b']' => Self::Close(false),
            b',' => Self::Comma,
            b':' => Self::Colon,
            _ => return None,
        })
    }
}

/// What can come next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wait {
    Value,
    ValueOrClose,
    Name,
    NameOrClose,
    Colon,
    CommaOrClose,
    End,
}

#[derive(Debug, Clone, Copy)]
struct Frame {
    is_object: bool,
    level: Level,
    /// The documented keys so far, by their numbers.
    keys: u16,
}

#[derive(Debug, PartialEq, Eq)]
pub(super) enum Step {
    Token,
    End,
    Fault,
}

#[derive(Clone)]
pub(super) struct Reader<'t> {
    text: &'t str,
    /// The next byte to read.
    pub at: usize,
    pub wait: Wait,
    /// The level of the value that comes next.
    pub level: Level,
    /// How much so far does not fit the documents.
    pub misfits: usize,
    /// And of that, what only another structure would explain: a key of the user's own is none.
    contradictions: usize,
    /// The documented keys so far.
    pub known: usize,
    frames: Vec<Frame>,
    tokens: DefaultHasher,
}

impl<'t> Reader<'t> {
    pub fn new(text: &'t str, from: usize) -> Self {
        Self {
            text,
            at: from,
            wait: Wait::Value,
            level: Level::Root,
            misfits: 0,
            contradictions: 0,
            known: 0,
            frames: Vec::new(),
            tokens: DefaultHasher::new(),
        }
    }

    /// Equal for two readings with the same tokens.
    pub fn identity(&self) -> u64 {
        self.tokens.finish()
    }

    pub fn waits_for_value(&self) -> bool {
        matches!(self.wait, Wait::Value | Wait::ValueOrClose)
    }

    /// Reads the next token of the text.
    pub fn step(&mut self) -> Step {
        self.at = lex::skip_blanks(self.text, self.at);
        let Some(&byte) = self.text.as_bytes().get(self.at) else {
            return if self.wait == Wait::End { Step::End } else { Step::Fault };
        };
        let (token, end) = match Token::mark(byte) {
            Some(token) => (token, self.at + 1),
            None if byte == b'"' => match literal::read(self.text, self.at) {
                Ok((string, end)) => (Token::String(string), end),
                Err(_) => return Step::Fault,
            },
            None => match self.word() {
                Some(word) => (Token::Word(word), self.at + word.len()),
                None => return Step::Fault,
            },
        };
        if !self.feed(&token) {
            return Step::Fault;
        }
        self.at = end;
        Step::Token
    }

    fn word(&self) -> Option<&'t str> {
        let rest = &self.text[self.at..];
        let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.' | b'_' | b'$');
        let word = &rest[..rest.bytes().take_while(is_part).count()];
        (matches!(word, "true" | "false" | "null") || number::is_number(word)).then_some(word)
    }

    /// Takes a token, whether it is in the text or not; false if it cannot follow.
    pub fn feed(&mut self, token: &Token) -> bool {
        let fits = match (token, self.wait) {
            (Token::Open(is_object), Wait::Value | Wait::ValueOrClose) => self.open(*is_object),
            (Token::Close(is_object), wait) => self.close(*is_object, wait),
            (Token::Comma, Wait::CommaOrClose) => self.next_member(),
            (Token::Colon, Wait::Colon) => {
                self.wait = Wait::Value;
                true
            }
            (Token::String(name), Wait::Name | Wait::NameOrClose) => self.name(name),
            (Token::String(text), Wait::Value | Wait::ValueOrClose) => self.scalar(self.level.takes_text(text)),
            (Token::Word(word), Wait::Value | Wait::ValueOrClose) => self.scalar(self.level.takes_word(word)),
            _ => false,
        };
        if fits {
            token.hash(&mut self.tokens);
        }
        fits
    }

    fn open(&mut self, is_object: bool) -> bool {
        let inside = self.level.inside(if is_object { Container::Object } else { Container::Array });
        self.misfits += usize::from(inside.is_none());
        self.contradictions += usize::from(inside.is_none());
        let level = inside.unwrap_or(Level::Misplaced);
        self.frames.push(Frame { is_object, level, keys: 0 });
        self.level = level;
        self.wait = if is_object { Wait::NameOrClose } else { Wait::ValueOrClose };
        self.frames.len() <= MAX_DEPTH
    }

    fn close(&mut self, is_object: bool, wait: Wait) -> bool {
        let ready = matches!(wait, Wait::CommaOrClose | Wait::NameOrClose | Wait::ValueOrClose);
        if !ready || self.frames.last().is_none_or(|frame| frame.is_object != is_object) {
            return false;
        }
        self.frames.pop();
        self.behind();
        true
    }

    fn behind(&mut self) {
        self.wait = if self.frames.is_empty() { Wait::End } else { Wait::CommaOrClose };
    }

    fn next_member(&mut self) -> bool {
        let Some(frame) = self.frames.last() else { return false };
        self.level = frame.level;
        self.wait = if frame.is_object { Wait::Name } else { Wait::Value };
        true
    }

    fn name(&mut self, name: &str) -> bool {
        let Some(frame) = self.frames.last_mut() else { return false };
        if let Some((number, level)) = frame.level.key(name) {
            let is_doubled = usize::from(frame.keys >> number & 1);
            self.misfits += is_doubled;
            self.contradictions += is_doubled;
            frame.keys |= 1 << number;
            self.known += 1;
            self.level = level;
        } else {
            let is_misfit = frame.level != Level::Unknown;
            self.misfits += usize::from(is_misfit);
            self.contradictions += usize::from(is_misfit && is_key_elsewhere(name));
            self.level = frame.level.below_unknown_key(name);
        }
        self.wait = Wait::Colon;
        true
    }

    fn scalar(&mut self, fits: bool) -> bool {
        self.misfits += usize::from(!fits);
        self.behind();
        true
    }
}

/// Whether nothing in a text contradicts the documents' structure; `None` if it does not parse.
pub(super) fn fits(text: &str) -> Option<bool> {
    let mut reader = Reader::new(text, super::bom(text));
    loop {
        match reader.step() {
            Step::Token => {}
            Step::Fault => return None,
            Step::End => return Some(reader.contradictions == 0 || reader.known == 0),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::fits;
    use crate::core::json::Source;

    #[test]
    fn counts_what_does_not_fit_the_documents() {
        let attribute = |inside: &str| format!(r#"[{{"id": "a", "name": "A", "type": "inline", "inline": {inside}}}]"#);
        for good in [
            r#"{"title": {"value": "x", "section": "title"}}"#,
            r#"{"enum": {"value": "x", "color": {"r": 1, "g": 2, "b": 3}, "section": "primary"}}"#,
        ] {
            assert_eq!(fits(&attribute(good)), Some(true), "{good}");
        }
        for bad in [
            r#"{"title": {"value": "x"}, "section": "title"}"#,
            r#"{"title": {"value": "x", "value": "y"}}"#,
            r#"{"title": ["x"]}"#,
            r#"{"enum": {"value": "x", "color": {"r": 1, "g": 2, "b": 3, "section": "primary"}}}"#,
        ] {
            assert_eq!(fits(&attribute(bad)), Some(false), "{bad}");
        }
        assert_eq!(fits(r#"{"uri": "a", "operations": [{"path": ["attributes"], "set": []}]}"#), Some(true));
        assert_eq!(fits(r#"{"anything": [1, null, {}]}"#), Some(true));
    }

    proptest! {
        #[test]
        fn gives_the_verdict_of_the_parser(text in r#"(\[|\]|\{|\}|,|:|"a"|"|\\|\n| |\u{a0}|true|nul|1|-|\.5|\\u00e9){0,14}"#) {
            prop_assert_eq!(fits(&text).is_some(), Source::new(&text).parse().is_ok());
        }
    }
}
