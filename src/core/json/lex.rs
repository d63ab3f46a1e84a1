//! Tokens of text that may not be JSON.
//!
//! In: any text. Out: tokens with their spans; every byte but white space belongs to one. The lexer does not judge
//! whether a string or a word is valid JSON: the strict parser and the lenient repair both read its tokens.

use crate::core::letter::is_letter;
use crate::core::text::Span;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Container {
    Array,
    Object,
}

impl Container {
    pub fn close(self) -> char {
        match self {
            Self::Array => ']',
            Self::Object => '}',
        }
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::Array => "array",
            Self::Object => "object",
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind {
    Open(Container),
    Close(Container),
    Comma,
    Colon,
    /// A text in any kind of quotes.
    Quoted {
        quote: char,
        closed: bool,
    },
    /// A word or a number.
    Bare,
    Comment,
    /// White space outside of JSON's, such as a no-break space.
    Blank,
    /// Any other character.
    Mark,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    pub kind: TokenKind,
    pub span: Span,
}

impl Token {
    pub fn text(self, text: &str) -> &str {
        &text[self.span.start..self.span.end]
    }

    /// Whether a value can begin here.
    pub fn starts_value(self) -> bool {
        matches!(self.kind, TokenKind::Open(_) | TokenKind::Quoted { .. } | TokenKind::Bare)
    }
}

/// The tokens of a text from an offset on, which must be a character boundary.
pub struct Lexer<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Lexer<'t> {
    pub fn new(text: &'t str, from: usize) -> Self {
        Self { text, at: from }
    }
}

impl Iterator for Lexer<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        let start = skip_blanks(self.text, self.at);
        let first = self.text[start..].chars().next()?;
        let (kind, end) = token(self.text, start, first);
        self.at = end;
        Some(Token { kind, span: Span::new(start, end) })
    }
}

/// The next offset that is not JSON's white space.
pub fn skip_blanks(text: &str, from: usize) -> usize {
    let blanks = text.as_bytes()[from..].iter().take_while(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r')).count();
    from + blanks
}

fn token(text: &str, start: usize, first: char) -> (TokenKind, usize) {
    let next = start + first.len_utf8();
    match first {
        '[' => (TokenKind::Open(Container::Array), next),
        ']' => (TokenKind::Close(Container::Array), next),
        '{' => (TokenKind::Open(Container::Object), next),
        '}' => (TokenKind::Close(Container::Object), next),
        ',' => (TokenKind::Comma, next),
        ':' => (TokenKind::Colon, next),
        '"' | '\'' | '`' | '“' | '”' | '„' | '‘' | '’' => quoted(text, start, first),
        '#' => (TokenKind::Comment, line_end(text, start)),
        '/' if text[next..].starts_with('/') => (TokenKind::Comment, line_end(text, start)),
        '/' if text[next..].starts_with('*') => {
            (TokenKind::Comment, text[next + 1..].find("*/").map_or(text.len(), |length| next + length + 3))
        }
        _ if is_odd_blank(first) => (TokenKind::Blank, next),
        _ if is_bare(first) => (TokenKind::Bare, text[next..].find(|c| !is_bare(c)).map_or(text.len(), |length| next + length)),
        _ => (TokenKind::Mark, next),
    }
}

fn is_bare(c: char) -> bool {
    is_letter(c) || matches!(c, '_' | '$' | '+' | '-' | '.')
}

/// White space to people but not to JSON. Pasted text brings zero-width characters along too.
pub fn is_odd_blank(c: char) -> bool {
    !matches!(c, ' ' | '\t' | '\n' | '\r')
        && (c.is_whitespace() || matches!(c, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}'))
}

/// The end of the line, before its `\r`.
pub fn line_end(text: &str, from: usize) -> usize {
    let end = text[from..].find('\n').map_or(text.len(), |length| from + length);
    from + text[from..end].trim_end_matches('\r').len()
}

fn closes(open: char, c: char) -> bool {
    match open {
        '“' | '”' | '„' => matches!(c, '“' | '”' | '"'),
        '‘' | '’' => matches!(c, '‘' | '’' | '\''),
        _ => c == open,
    }
}

/// How far behind a doubtful quote the lexer looks for a better one. The bound prevents quadratic time.
const LOOK_AHEAD: usize = 2_000;

fn quoted(text: &str, start: usize, quote: char) -> (TokenKind, usize) {
    let end = closing(text, start + quote.len_utf8(), quote);
    (TokenKind::Quoted { quote, closed: end.is_some() }, end.unwrap_or_else(|| unclosed_end(text, start)))
}

/// The end of a quoted text, behind its closing quote. Neither a quote inside (`"he said "hi" to me"`) nor a raw line
/// break closes it.
fn closing(text: &str, from: usize, quote: char) -> Option<usize> {
    let mut doubtful = None;
    let mut inner = false;
    let mut broken = false;
    let mut chars = text[from..].char_indices();
    while let Some((at, c)) = chars.next() {
        let end = from + at + c.len_utf8();
        if doubtful.is_some_and(|doubtful| end > doubtful + LOOK_AHEAD) {
            return doubtful;
        }
        match c {
            '\\' => _ = chars.next(),
            '\n' if doubtful.is_some() => return doubtful,
            '\n' => broken = true,
            // On a later line a quote closes the text only if JSON continues behind it; else it opens the next text.
            _ if broken && closes(quote, c) => return ends_token(&text[end..]).then_some(end),
            _ if closes(quote, c) && !inner && !text[end..].starts_with(is_letter) => return Some(end),
            _ if closes(quote, c) && inner && ends_token(&text[end..]) && !text[end..].starts_with(quote) => {
                return Some(end);
            }
            _ if closes(quote, c) => {
                doubtful = doubtful.or(Some(end));
                inner = !inner;
            }
            _ => {}
        }
    }
    doubtful
}

fn ends_token(rest: &str) -> bool {
    let rest = rest.trim_start_matches([' ', '\t', '\r']);
    rest.is_empty() || rest.starts_with([',', ':', ']', '}', '\n'])
}

/// An unclosed text ends at the end of its line, before trailing characters that more likely close the containers
/// around it.
fn unclosed_end(text: &str, start: usize) -> usize {
    let line = &text[start..line_end(text, start)];
    let first = line.chars().next().map_or(0, char::len_utf8);
    start + first + line[first..].trim_end_matches([' ', '\t', ',', ']', '}']).len()
}
