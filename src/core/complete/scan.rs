//! Where an offset is: in which containers, at a key or a value, and which keys stand beside it.

use crate::core::json::lex::{Container, Lexer, Token, TokenKind};
use crate::core::text::Span;

/// A container around the offset.
#[derive(Debug)]
pub(super) struct Frame<'t> {
    container: Container,
    /// The key that it is the value of; `None` for what stands in an array or alone.
    pub(super) key: Option<&'t str>,
    /// The keys of an object, as written; around the offset also those that follow.
    pub(super) keys: Vec<&'t str>,
    state: State,
}

impl Frame<'_> {
    pub(super) fn is_array(&self) -> bool {
        self.container == Container::Array
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Key,
    Colon,
    Value,
    Comma,
}

#[derive(Debug)]
pub(super) struct Place<'t> {
    pub(super) text: &'t str,
    /// From the outermost container to the innermost.
    pub(super) frames: Vec<Frame<'t>>,
    /// A key is wanted; else a value.
    pub(super) is_key: bool,
    /// The key whose value is wanted.
    pub(super) key: Option<&'t str>,
    /// A colon follows: only the key itself is missing.
    pub(super) has_colon: bool,
    /// What the choice takes the place of.
    pub(super) replaced: Span,
}

impl<'t> Place<'t> {
    /// The container that the offset is in.
    pub(super) fn frame(&self) -> Option<&Frame<'t>> {
        self.frames.last()
    }
}

pub(super) fn place(text: &str, offset: usize) -> Option<Place<'_>> {
    let mut frames: Vec<Frame> = Vec::new();
    let mut tokens = Lexer::new(text, 0).peekable();
    let mut touched = None;
    while let Some(token) = tokens.next_if(|token| token.span.start < offset) {
        if is_touched(token, offset) {
            touched = Some(token);
            break;
        }
        if token.span.end > offset {
            return None;
        }
        step(&mut frames, text, token);
    }
    let frame = frames.last()?;
    let is_key = match frame.state {
        State::Key => true,
        State::Value => false,
        // A comma is missing, but a member has been begun.
        State::Comma if touched.is_some() => !frame.is_array(),
        _ => return None,
    };
    let has_colon = tokens.peek().is_some_and(|token| token.kind == TokenKind::Colon);
    let replaced = touched.map_or(Span::at(offset), |token| replaced(token, offset));
    let key = frame.keys.last().copied().filter(|_| !is_key);
    if !frame.is_array() {
        let following = following_keys(text, tokens);
        frames.last_mut()?.keys.extend(following);
    }
    Some(Place { text, frames, is_key, key, has_colon, replaced })
}

/// Whether the offset is in a text or at the end of a word, so that the choice takes its place.
fn is_touched(token: Token, offset: usize) -> bool {
    match token.kind {
        TokenKind::Quoted { closed: true, .. } => offset < token.span.end,
        TokenKind::Quoted { .. } | TokenKind::Bare => offset <= token.span.end,
        _ => false,
    }
}

fn replaced(token: Token, offset: usize) -> Span {
    match token.kind {
        // What an open text goes on with may be anything.
        TokenKind::Quoted { closed: false, .. } => Span::new(token.span.start, offset),
        _ => token.span,
    }
}

fn step<'t>(frames: &mut Vec<Frame<'t>>, text: &'t str, token: Token) {
    match token.kind {
        TokenKind::Open(container) => {
            // A container where a key is wanted: the object before was not closed.
            if frames.last().is_some_and(|frame| !frame.is_array() && matches!(frame.state, State::Key | State::Comma)) {
                frames.pop();
            }
            let key = frames.last().filter(|frame| frame.state == State::Value).and_then(|frame| frame.keys.last().copied());
            let state = if container == Container::Object { State::Key } else { State::Value };
            frames.push(Frame { container, key, keys: Vec::new(), state });
        }
        TokenKind::Close(_) => {
            frames.pop();
            set(frames, State::Comma);
        }
        TokenKind::Comma => {
            let in_object = frames.last().is_some_and(|frame| frame.container == Container::Object);
            set(frames, if in_object { State::Key } else { State::Value });
        }
        TokenKind::Colon => set(frames, State::Value),
        TokenKind::Quoted { .. } | TokenKind::Bare => word(frames, token.text(text)),
        TokenKind::Comment | TokenKind::Blank | TokenKind::Mark => {}
    }
}

fn word<'t>(frames: &mut [Frame<'t>], word: &'t str) {
    let Some(frame) = frames.last_mut() else { return };
    if frame.container == Container::Object && frame.state != State::Value {
        frame.keys.push(unquoted(word));
        frame.state = State::Colon;
    } else {
        frame.state = State::Comma;
    }
}

fn set(frames: &mut [Frame], state: State) {
    if let Some(frame) = frames.last_mut() {
        frame.state = state;
    }
}

/// The keys of the object that `tokens` go on in, up to its end.
fn following_keys(text: &str, tokens: impl Iterator<Item = Token>) -> Vec<&str> {
    let mut keys = Vec::new();
    let mut depth = 0;
    let mut word = None;
    for token in tokens {
        match token.kind {
            TokenKind::Open(_) => depth += 1,
            TokenKind::Close(_) if depth == 0 => break,
            TokenKind::Close(_) => depth -= 1,
            TokenKind::Quoted { .. } | TokenKind::Bare if depth == 0 => word = Some(token.text(text)),
            TokenKind::Colon if depth == 0 => keys.extend(word.take().map(unquoted)),
            _ => {}
        }
    }
    keys
}

fn unquoted(word: &str) -> &str {
    word.trim_matches(['"', '\''])
}
