//! Why a text is not JSON, in words: what was expected, what was found, what to do.
//!
//! In: the text, the offset of the parser and what it expects there. Out: the error with the span of the wrong token,
//! or of the last character if the text ends there.

#![allow(clippy::unnecessary_box_returns, reason = "an error goes up through many levels, which each reserve space for it")]

use super::lex::{self, Container, Lexer, Token, TokenKind};
use super::parse::{MAX_DEPTH, SyntaxError, SyntaxErrorKind};
use super::{literal, number};
use crate::core::text::Span;

/// What the parser expects.
#[derive(Debug, Clone, Copy)]
pub(super) enum Place {
    /// The one value of the text.
    Start,
    /// Nothing more.
    End,
    /// The first element or property, or the closing bracket.
    First,
    /// An element or property behind a comma.
    Next { comma: usize },
    /// A comma or the closing bracket.
    Behind,
    /// The colon behind a name.
    Colon { name: Span },
    /// The value of a property.
    Property { name: Span },
}

/// The innermost container that is open.
#[derive(Debug, Clone, Copy)]
pub(super) struct Opened {
    pub(super) container: Container,
    pub(super) at: usize,
}

pub(super) fn depth(at: usize) -> Box<SyntaxError> {
    let message = format!("Nested deeper than {MAX_DEPTH} levels");
    let mut error = error(Span::new(at, at + 1), message, "An attribute needs four levels");
    error.kind = SyntaxErrorKind::Depth;
    error
}

/// The fault in a string that opens at `open`.
pub(super) fn literal(text: &str, open: usize, fault: literal::Fault) -> Box<SyntaxError> {
    match fault {
        literal::Fault::Escape(at) => escape(text, at),
        literal::Fault::Control(at) if !closes_later(text, open) => {
            let end = open + text[open..at].trim_end().len();
            error(Span::new(open, end), "The string is not closed", "Put `\"` at its end")
        }
        literal::Fault::Control(at) => control(text, at),
        literal::Fault::Unclosed => {
            let end = open + text[open..].trim_end().len();
            error(Span::new(open, end), "The string is not closed", "Put `\"` at its end")
        }
    }
}

fn closes_later(text: &str, open: usize) -> bool {
    Lexer::new(text, open).next().is_some_and(|token| matches!(token.kind, TokenKind::Quoted { closed: true, .. }))
}

fn control(text: &str, at: usize) -> Box<SyntaxError> {
    let byte = text.as_bytes()[at];
    let length = if text[at..].starts_with("\r\n") { 2 } else { 1 };
    let (name, escaped) = match byte {
        b'\n' | b'\r' => ("A line break".to_owned(), "\\n".to_owned()),
        b'\t' => ("A tab".to_owned(), "\\t".to_owned()),
        _ => (format!("The control character U+{byte:04X}"), format!("\\u{byte:04x}")),
    };
    error(Span::new(at, at + length), format!("{name} is inside a string"), format!("Write it as `{escaped}`"))
}

fn escape(text: &str, at: usize) -> Box<SyntaxError> {
    let rest = &text[at..];
    if let Some(behind) = rest.strip_prefix("\\u") {
        let digits = behind.chars().take(4).take_while(char::is_ascii_hexdigit).count();
        let span = Span::new(at, at + 2 + digits);
        let message = format!("`{}` is not a complete escape", &text[span.start..span.end]);
        return error(span, message, "Write four hexadecimal digits after `\\u`");
    }
    let Some(c) = rest.chars().nth(1).filter(|c| !c.is_control()) else {
        return error(Span::new(at, at + 1), "A backslash in a string escapes nothing", "Write it as `\\\\`");
    };
    let help = if c == '\'' { "Write `'` without the backslash".to_owned() } else { format!("Write `\\\\{c}` for a backslash") };
    error(Span::new(at, at + 1 + c.len_utf8()), format!("`\\{c}` is not an escape in JSON"), help)
}

/// The fault at `at`, where the parser expects `place`.
pub(super) fn at(text: &str, at: usize, place: Place, opened: Option<Opened>) -> Box<SyntaxError> {
    let Some(token) = Lexer::new(text, at).next() else { return end_of_text(text, place, opened) };
    if let Some(error) = anywhere(text, token) {
        return error;
    }
    match (place, token.kind, opened) {
        (Place::Next { comma }, TokenKind::Close(close), Some(opened)) if close == opened.container => {
            let message = format!("Trailing comma before `{}`", close.close());
            error(Span::new(comma, comma + 1), message, "Remove the comma")
        }
        (Place::Start, ..) if text[token.span.start..].starts_with("curl ") => {
            error(token.span, "This is a command, not JSON", "Keep only its body, which follows `-d` or `--data`")
        }
        (Place::Start, TokenKind::Bare, _) if is_plain_word(token.text(text)) => {
            error(token.span, "This is plain text, not JSON", "Write an array of attributes, between `[` and `]`")
        }
        _ if matches!(token.text(text), "…" | "..." | "....") => error(
            token.span,
            format!("{} stands for omitted text", quote(token.text(text))),
            "Write what belongs here, or remove it",
        ),
        (Place::First | Place::Next { .. }, TokenKind::Bare, Some(Opened { container: Container::Object, .. })) => {
            let name = quote(token.text(text));
            error(
                token.span,
                format!("The name {name} is not in double quotes"),
                format!("Write `\"{}\"`", short(token.text(text))),
            )
        }
        (Place::Start | Place::First | Place::Next { .. } | Place::Property { .. }, TokenKind::Bare, _) => word(text, token),
        _ => unexpected(text, token, place, opened),
    }
}

/// Whether a word is not even one of another language.
fn is_plain_word(word: &str) -> bool {
    word_in_json(word).is_none() && !number::is_meant(word)
}

/// A token that is wrong anywhere in JSON.
fn anywhere(text: &str, token: Token) -> Option<Box<SyntaxError>> {
    let found = token.text(text);
    let first = found.chars().next()?;
    match token.kind {
        _ if text[token.span.start..].starts_with("```") => {
            let span = Span::new(token.span.start, lex::line_end(text, token.span.start));
            Some(error(span, "A code fence is not JSON", "Keep only what is inside the fence"))
        }
        TokenKind::Comment => {
            Some(error(Span::new(token.span.start, token.span.end), "JSON has no comments", "Remove the comment"))
        }
        TokenKind::Quoted { quote, .. } if quote != '"' => {
            let name = if quote == '`' { "A backtick".to_owned() } else { format!("`{quote}`") };
            Some(error(token.span, format!("{name} does not open a string in JSON"), "Use double quotes: `\"`"))
        }
        TokenKind::Blank => {
            let message = format!("The invisible character U+{:04X} is not white space in JSON", u32::from(first));
            Some(error(token.span, message, "Replace it with a space"))
        }
        _ => None,
    }
}

fn word(text: &str, token: Token) -> Box<SyntaxError> {
    let word = token.text(text);
    let help = match word_in_json(word) {
        Some(json) => format!("Write `{json}`"),
        None if number::is_meant(word) || word.starts_with(['-', '+']) => {
            return error(
                token.span,
                format!("{} is not a number in JSON", quote(word)),
                "Write digits, such as `-1.5`, or put it in double quotes",
            );
        }
        None => format!("Put it in double quotes: `\"{}\"`", short(word)),
    };
    let what = if number::is_meant(word) { "a number in JSON" } else { "a value in JSON" };
    error(token.span, format!("{} is not {what}", quote(word)), help)
}

/// The JSON for a word of another language.
pub(in crate::core) fn word_in_json(word: &str) -> Option<String> {
    let lower = word.to_ascii_lowercase();
    match lower.as_str() {
        "true" | "false" | "null" => Some(lower),
        "none" | "nil" | "undefined" | "nan" | "infinity" | "-infinity" | "+infinity" | "-nan" | "+nan" => {
            Some("null".to_owned())
        }
        _ => number::mend(word),
    }
}

fn unexpected(text: &str, token: Token, place: Place, opened: Option<Opened>) -> Box<SyntaxError> {
    let message = format!("Expected {}, found {}", expected(text, place, opened), found(text, token));
    let help = advice(token, place, opened);
    let closes = matches!((place, token.kind), (Place::Behind, TokenKind::Close(_)));
    let opened = opened.filter(|_| closes).map(|opened| Span::new(opened.at, opened.at + 1));
    Box::new(SyntaxError { kind: SyntaxErrorKind::Syntax, span: token.span, message, help, opened })
}

fn expected(text: &str, place: Place, opened: Option<Opened>) -> String {
    let container = opened.map_or(Container::Array, |opened| opened.container);
    let item = if container == Container::Object { "a name in double quotes" } else { "a value" };
    match place {
        Place::Start => "a value".to_owned(),
        Place::End => "the end of the text".to_owned(),
        Place::First => format!("{item} or `{}`", container.close()),
        Place::Next { .. } => item.to_owned(),
        Place::Behind => format!("`,` or `{}`", container.close()),
        Place::Colon { name } => format!("`:` after the name {}", quote(&text[name.start..name.end])),
        Place::Property { name } => format!("the value of {}", quote(&text[name.start..name.end])),
    }
}

fn found(text: &str, token: Token) -> String {
    let found = token.text(text);
    match found.chars().next() {
        Some(c) if c.is_control() => format!("the control character U+{:04X}", u32::from(c)),
        _ => quote(found),
    }
}

fn advice(token: Token, place: Place, opened: Option<Opened>) -> Option<String> {
    let container = opened.map_or(Container::Array, |opened| opened.container);
    let help = match (place, token.kind) {
        (Place::End, TokenKind::Comma | TokenKind::Open(_)) => "Put the values into one array, between `[` and `]`".to_owned(),
        (Place::End, _) => "Remove what follows the value".to_owned(),
        (Place::Behind, TokenKind::Close(_)) => format!("Close the {} with `{}` first", container.name(), container.close()),
        (Place::Behind, _) if token.starts_value() => "Put a comma before it".to_owned(),
        (Place::Behind, TokenKind::Mark) => "Write `,`".to_owned(),
        (Place::Colon { .. }, TokenKind::Mark) => "Write `:`".to_owned(),
        (Place::Colon { .. }, _) if token.starts_value() => "Put `:` before it".to_owned(),
        (Place::Colon { .. }, _) => "Give the name a value, such as `: \"\"`".to_owned(),
        (Place::Property { .. }, TokenKind::Comma | TokenKind::Close(_)) => {
            "Write the value, such as `\"\"` or `null`".to_owned()
        }
        (Place::First | Place::Next { .. }, TokenKind::Comma) => "Remove the comma".to_owned(),
        _ => return None,
    };
    Some(help)
}

fn end_of_text(text: &str, place: Place, opened: Option<Opened>) -> Box<SyntaxError> {
    let Some(opened) = opened else {
        return error(
            Span::at(text.len()),
            "The text is empty",
            "Start with a template, or write `[]`: a payload is an array of attributes",
        );
    };
    let (name, close) = (opened.container.name(), opened.container.close());
    let help = match place {
        Place::Colon { name } | Place::Property { name } => {
            format!(
                "Give {} a value, then close the {} with `{close}`",
                quote(&text[name.start..name.end]),
                opened.container.name()
            )
        }
        Place::Next { .. } => format!("Remove the last comma and close the {name} with `{close}`"),
        _ => format!("Close the {name} with `{close}`"),
    };
    let end = text.trim_end().len();
    let start = text[..end].char_indices().next_back().map_or(0, |(at, _)| at);
    let mut error = error(Span::new(start, end), format!("The text ends inside an {name}"), help);
    error.opened = Some(Span::new(opened.at, opened.at + 1));
    error
}

fn error(span: Span, message: impl Into<String>, help: impl Into<String>) -> Box<SyntaxError> {
    let (message, help) = (message.into(), Some(help.into()));
    Box::new(SyntaxError { kind: SyntaxErrorKind::Syntax, span, message, help, opened: None })
}

fn quote(found: &str) -> String {
    format!("`{}`", short(found).replace('`', "'"))
}

/// As much of a token as a message can hold.
fn short(found: &str) -> String {
    let mut start: String = found.chars().take(24).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if start.len() < found.len() {
        start.push('…');
    }
    start
}

#[cfg(test)]
mod tests {
    use crate::core::json::Source;

    /// The marked text, the message, the help.
    fn fault(text: &str) -> (&str, String, String) {
        let error = Source::new(text).parse().expect_err(text);
        (&text[error.span.start..error.span.end], error.message, error.help.unwrap_or_default())
    }

    #[track_caller]
    fn check(cases: &[(&str, &str, &str, &str)]) {
        for (text, marked, message, help) in cases {
            assert_eq!(fault(text), (*marked, (*message).to_owned(), (*help).to_owned()), "{text}");
        }
    }

    #[test]
    fn says_what_is_open_at_the_end_of_the_text() {
        check(&[
            (" \n", "", "The text is empty", "Start with a template, or write `[]`: a payload is an array of attributes"),
            ("[1 \n", "1", "The text ends inside an array", "Close the array with `]`"),
            ("[1,", ",", "The text ends inside an array", "Remove the last comma and close the array with `]`"),
            ("[{\"é\"", "\"", "The text ends inside an object", "Give `\"é\"` a value, then close the object with `}`"),
            ("{\"a\":", ":", "The text ends inside an object", "Give `\"a\"` a value, then close the object with `}`"),
            ("\"a ", "\"a", "The string is not closed", "Put `\"` at its end"),
        ]);
    }

    #[test]
    fn says_what_was_expected_and_what_was_found() {
        check(&[
            ("[1 2]", "2", "Expected `,` or `]`, found `2`", "Put a comma before it"),
            ("[1;2]", ";", "Expected `,` or `]`, found `;`", "Write `,`"),
            ("[1:2]", ":", "Expected `,` or `]`, found `:`", ""),
            ("[1}", "}", "Expected `,` or `]`, found `}`", "Close the array with `]` first"),
            ("{\"a\":1 \"b\":2}", "\"b\"", "Expected `,` or `}`, found `\"b\"`", "Put a comma before it"),
            ("{\"a\" 1}", "1", "Expected `:` after the name `\"a\"`, found `1`", "Put `:` before it"),
            ("{\"a\"=1}", "=", "Expected `:` after the name `\"a\"`, found `=`", "Write `:`"),
            ("{\"a\",", ",", "Expected `:` after the name `\"a\"`, found `,`", "Give the name a value, such as `: \"\"`"),
            ("{\"a\":}", "}", "Expected the value of `\"a\"`, found `}`", "Write the value, such as `\"\"` or `null`"),
            ("[1,,2]", ",", "Expected a value, found `,`", "Remove the comma"),
            ("[,1]", ",", "Expected a value or `]`, found `,`", "Remove the comma"),
            ("{,}", ",", "Expected a name in double quotes or `}`, found `,`", "Remove the comma"),
            ("[1,]", ",", "Trailing comma before `]`", "Remove the comma"),
            ("{\"a\":1, }", ",", "Trailing comma before `}`", "Remove the comma"),
            ("]", "]", "Expected a value, found `]`", ""),
            ("[\0]", "\0", "Expected a value or `]`, found the control character U+0000", ""),
            ("{}, {}", ",", "Expected the end of the text, found `,`", "Put the values into one array, between `[` and `]`"),
            ("[1];", ";", "Expected the end of the text, found `;`", "Remove what follows the value"),
            (
                "[1 \"abcdefghijklmnopqrstuvwxyz\"]",
                "\"abcdefghijklmnopqrstuvwxyz\"",
                "Expected `,` or `]`, found `\"abcdefghijklmnopqrstuvw…`",
                "Put a comma before it",
            ),
        ]);
    }

    #[test]
    fn knows_what_other_languages_write() {
        check(&[
            ("[True]", "True", "`True` is not a value in JSON", "Write `true`"),
            ("[None]", "None", "`None` is not a value in JSON", "Write `null`"),
            ("[hello]", "hello", "`hello` is not a value in JSON", "Put it in double quotes: `\"hello\"`"),
            ("[.5]", ".5", "`.5` is not a number in JSON", "Write `0.5`"),
            ("[0x1F]", "0x1F", "`0x1F` is not a number in JSON", "Write `31`"),
            ("[-]", "-", "`-` is not a number in JSON", "Write digits, such as `-1.5`, or put it in double quotes"),
            ("{a: 1}", "a", "The name `a` is not in double quotes", "Write `\"a\"`"),
            ("{'a': 1}", "'a'", "`'` does not open a string in JSON", "Use double quotes: `\"`"),
            ("[“a”]", "“a”", "`“` does not open a string in JSON", "Use double quotes: `\"`"),
            ("[1] // one", "// one", "JSON has no comments", "Remove the comment"),
            ("[1\u{a0}]", "\u{a0}", "The invisible character U+00A0 is not white space in JSON", "Replace it with a space"),
            ("```json\n[]\n```", "```json", "A code fence is not JSON", "Keep only what is inside the fence"),
            ("curl -d '[]'", "curl", "This is a command, not JSON", "Keep only its body, which follows `-d` or `--data`"),
        ]);
    }

    #[test]
    fn says_what_a_string_may_not_hold() {
        check(&[
            ("[\"abc]\n", "\"abc]", "The string is not closed", "Put `\"` at its end"),
            ("{\"a\": \"b,\n \"c\": 1}", "\"b,", "The string is not closed", "Put `\"` at its end"),
            ("[\"a\r\nb\"]", "\r\n", "A line break is inside a string", "Write it as `\\n`"),
            ("[\"a\tb\"]", "\t", "A tab is inside a string", "Write it as `\\t`"),
            ("[\"\u{1}\"]", "\u{1}", "The control character U+0001 is inside a string", "Write it as `\\u0001`"),
            (r#"["\x41"]"#, r"\x", r"`\x` is not an escape in JSON", r"Write `\\x` for a backslash"),
            (r#"["it\'s"]"#, r"\'", r"`\'` is not an escape in JSON", "Write `'` without the backslash"),
            (r#"["\u12"]"#, r"\u12", r"`\u12` is not a complete escape", r"Write four hexadecimal digits after `\u`"),
        ]);
    }

    #[test]
    fn points_at_the_bracket_that_is_open() {
        let opened = |text| Source::new(text).parse().expect_err(text).opened.map(|span| span.start);
        assert_eq!(opened("[{\"a\": [1}]"), Some(7));
        assert_eq!(opened("[{\"a\": 1"), Some(1));
        assert_eq!(opened("[1,]"), None);
    }
}
