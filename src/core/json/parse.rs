//! Text to nodes, with the verdict of `JSON.parse`.
//!
//! In: any text. Out: the tree with a span on every node, or the first fault with its span. A byte-order mark at the
//! start is skipped, and nesting is limited to [`MAX_DEPTH`]. Repeated names are kept: the rules report them.
//!
//! The parser is our own, because no other gives `JSON.parse`'s verdict together with spans, repeated names and the place
//! of a fault. [`super::fault`] words what a text lacks.

use super::fault::{self, Opened, Place};
use super::lex::{self, Container};
use super::node::{Array, BooleanLit, NumberLit, Object, ObjectProp, StringLit, Value};
use super::{literal, number};
use crate::core::text::Span;

/// An attribute needs four levels. The limit keeps deep texts from exhausting the stack.
pub const MAX_DEPTH: usize = 512;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SyntaxErrorKind {
    Syntax,
    /// Nested too deep.
    Depth,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SyntaxError {
    pub kind: SyntaxErrorKind,
    pub span: Span,
    /// What is wrong, as the message of a diagnostic.
    pub message: String,
    pub help: Option<String>,
    /// The open bracket, if the fault is that it is not closed.
    pub opened: Option<Span>,
}

/// A text for the parser; the nodes borrow from it.
pub struct Source<'t> {
    text: &'t str,
}

impl<'t> Source<'t> {
    pub fn new(text: &'t str) -> Self {
        Self { text }
    }

    pub fn parse(&self) -> Result<Value<'t>, SyntaxError> {
        self.parser().root().map_err(|error| *error)
    }

    /// As [`Source::parse`], in steps.
    pub fn steps(&self) -> ParseSteps<'t> {
        let mut parser = self.parser();
        parser.skip_blanks();
        let list = (self.text.as_bytes().get(parser.at) == Some(&b'[')).then(|| {
            parser.depth = 1;
            parser.open_array()
        });
        ParseSteps { parser, list }
    }

    fn parser(&self) -> Parser<'t> {
        let at = if self.text.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
        Parser { text: self.text, at, depth: 0 }
    }
}

/// Parses a list in steps, so that the caller can do other work in between. Any other text is parsed in one step.
pub struct ParseSteps<'t> {
    parser: Parser<'t>,
    list: Option<OpenArray<'t>>,
}

impl<'t> ParseSteps<'t> {
    /// Parses some elements; whether there are more.
    pub fn step(&mut self) -> Result<bool, SyntaxError> {
        let Some(list) = &mut self.list else { return Ok(false) };
        for _ in 0..ELEMENTS_A_STEP {
            if self.parser.element(list).map_err(|error| *error)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// The whole value, once there are no more elements.
    pub fn finish(self) -> Result<Value<'t>, SyntaxError> {
        let root = match self.list {
            Some(list) => {
                let array = self.parser.closed(list);
                self.parser.end(Value::Array(array))
            }
            None => self.parser.root(),
        };
        root.map_err(|error| *error)
    }
}

/// These take some tenths of a millisecond.
const ELEMENTS_A_STEP: usize = 100;

// Boxed, because every level of nesting reserves stack space for the result.
type Parsed<T> = Result<T, Box<SyntaxError>>;

struct Parser<'t> {
    text: &'t str,
    at: usize,
    depth: usize,
}

/// An array whose elements are still being read.
struct OpenArray<'t> {
    opened: Opened,
    place: Place,
    elements: Vec<Value<'t>>,
}

impl<'t> Parser<'t> {
    fn skip_blanks(&mut self) {
        self.at = lex::skip_blanks(self.text, self.at);
    }

    /// Skips white space, and then `byte` if it is there.
    fn take(&mut self, byte: u8) -> bool {
        self.skip_blanks();
        let found = self.text.as_bytes().get(self.at) == Some(&byte);
        self.at += usize::from(found);
        found
    }

    fn fail<T>(&self, place: Place, opened: Option<Opened>) -> Parsed<T> {
        Err(fault::at(self.text, self.at, place, opened))
    }

    fn root(mut self) -> Parsed<Value<'t>> {
        let value = self.value(Place::Start, None)?;
        self.end(value)
    }

    /// The root, if nothing follows it.
    fn end(mut self, root: Value<'t>) -> Parsed<Value<'t>> {
        self.skip_blanks();
        if self.at < self.text.len() { self.fail(Place::End, None) } else { Ok(root) }
    }

    fn value(&mut self, place: Place, opened: Option<Opened>) -> Parsed<Value<'t>> {
        self.skip_blanks();
        match self.text.as_bytes().get(self.at) {
            Some(b'{') => self.nested(Self::object).map(Value::Object),
            Some(b'[') => self.nested(Self::array).map(Value::Array),
            Some(b'"') => self.string().map(Value::String),
            _ => self.word(place, opened),
        }
    }

    fn nested<T>(&mut self, container: fn(&mut Self) -> Parsed<T>) -> Parsed<T> {
        if self.depth == MAX_DEPTH {
            return Err(fault::depth(self.at));
        }
        self.depth += 1;
        let parsed = container(self);
        self.depth -= 1;
        parsed
    }

    fn array(&mut self) -> Parsed<Array<'t>> {
        let mut open = self.open_array();
        while !self.element(&mut open)? {}
        Ok(self.closed(open))
    }

    fn open_array(&mut self) -> OpenArray<'t> {
        let opened = Opened { container: Container::Array, at: self.at };
        self.at += 1;
        OpenArray { opened, place: Place::First, elements: Vec::new() }
    }

    /// Reads one more element; whether the array is closed now.
    fn element(&mut self, open: &mut OpenArray<'t>) -> Parsed<bool> {
        if open.elements.is_empty() && self.take(b']') {
            return Ok(true);
        }
        open.elements.push(self.value(open.place, Some(open.opened))?);
        if self.take(b']') {
            return Ok(true);
        }
        if !self.take(b',') {
            return self.fail(Place::Behind, Some(open.opened));
        }
        open.place = Place::Next { comma: self.at - 1 };
        Ok(false)
    }

    fn closed(&self, open: OpenArray<'t>) -> Array<'t> {
        Array { span: Span::new(open.opened.at, self.at), elements: open.elements }
    }

    fn object(&mut self) -> Parsed<Object<'t>> {
        let opened = Opened { container: Container::Object, at: self.at };
        let mut properties = Vec::new();
        self.at += 1;
        if !self.take(b'}') {
            let mut place = Place::First;
            loop {
                properties.push(self.property(place, opened)?);
                if self.take(b'}') {
                    break;
                }
                if !self.take(b',') {
                    return self.fail(Place::Behind, Some(opened));
                }
                place = Place::Next { comma: self.at - 1 };
            }
        }
        Ok(Object { span: Span::new(opened.at, self.at), properties })
    }

    fn property(&mut self, place: Place, opened: Opened) -> Parsed<ObjectProp<'t>> {
        self.skip_blanks();
        if self.text.as_bytes().get(self.at) != Some(&b'"') {
            return self.fail(place, Some(opened));
        }
        let name = self.string()?;
        let span = name.span;
        if !self.take(b':') {
            return self.fail(Place::Colon { name: span }, Some(opened));
        }
        let value = self.value(Place::Property { name: span }, Some(opened))?;
        Ok(ObjectProp { span: Span::new(span.start, self.at), name, value })
    }

    fn string(&mut self) -> Parsed<StringLit<'t>> {
        let start = self.at;
        let (value, end) = literal::read(self.text, start).map_err(|fault| fault::literal(self.text, start, fault))?;
        self.at = end;
        Ok(StringLit { span: Span::new(start, end), value })
    }

    fn word(&mut self, place: Place, opened: Option<Opened>) -> Parsed<Value<'t>> {
        let start = self.at;
        let rest = &self.text[start..];
        let length = rest
            .bytes()
            .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.' | b'_' | b'$'))
            .count();
        let word = &rest[..length];
        let span = Span::new(start, start + length);
        let value = match word {
            "true" | "false" => Value::Boolean(BooleanLit { span, value: word == "true" }),
            "null" => Value::Null(span),
            _ if number::is_number(word) => Value::Number(NumberLit { span, text: word }),
            _ => return self.fail(place, opened),
        };
        self.at += length;
        Ok(value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::json::property;

    fn accepts(text: &str) -> bool {
        Source::new(text).parse().is_ok()
    }

    #[test]
    fn keeps_a_range_on_every_node() {
        let text = "\u{FEFF} {\"é\": [1, \"x\"], \"b\": null}\n";
        let root = Source::new(text).parse().expect("JSON");
        let object = root.as_object().expect("an object");
        let property = property(object, "é").expect("é");
        let at = |span: Span| &text[span.start..span.end];
        assert_eq!(at(object.span), "{\"é\": [1, \"x\"], \"b\": null}");
        assert_eq!(at(property.span), "\"é\": [1, \"x\"]");
        assert_eq!(at(property.name.span), "\"é\"");
        let elements = &property.value.as_array().expect("an array").elements;
        assert_eq!(at(elements[1].span()), "\"x\"");
        assert_eq!(elements[1].as_str(), Some("x"));
    }

    #[test]
    fn steps_come_to_the_same() {
        let long = format!("[{}1]", "{\"a\": [1, {}]}, ".repeat(250));
        let texts = [
            "",
            "[",
            "[]",
            " [ ] x",
            "[1,]",
            "[1 2]",
            "[,]",
            "{\"a\": 1}",
            "\u{FEFF}[1]",
            "[[[",
            "null",
            &long,
            &long[..long.len() - 1],
        ];
        for text in texts {
            let source = Source::new(text);
            let mut steps = source.steps();
            let stepped = loop {
                match steps.step() {
                    Ok(true) => {}
                    Ok(false) => break steps.finish(),
                    Err(error) => break Err(error),
                }
            };
            assert_eq!(format!("{stepped:?}"), format!("{:?}", source.parse()), "{text}");
        }
    }

    #[test]
    fn refuses_what_a_lenient_parser_lets_pass() {
        for text in
            ["", "\u{FEFF}", "\u{b}[]", "[\u{c}]", "[]\u{a0}", "[\"\n\"]", "\u{FEFF}\u{FEFF}[]", "[1]\0", "[true_]", "nullx"]
        {
            assert!(!accepts(text), "{text:?}");
        }
        for text in ["1", " \"\u{2028}\" ", "[1e400,-0]", "{\"a\":1,\"a\":2}", "\r\n[]\t", r#""\udead""#] {
            assert!(accepts(text), "{text:?}");
        }
    }

    #[test]
    fn stops_at_the_deepest_level_whatever_follows() {
        let nested = |levels: usize, closed: bool| "[".repeat(levels) + &"]".repeat(if closed { levels } else { 0 });
        let objects = |levels: usize| "{\"a\":".repeat(levels) + "1" + &"}".repeat(levels);
        assert!(accepts(&nested(MAX_DEPTH, true)) && accepts(&objects(MAX_DEPTH)));
        for text in [nested(MAX_DEPTH + 1, true), objects(MAX_DEPTH + 1), nested(100_000, true), nested(100_000, false)] {
            let error = Source::new(&text).parse().expect_err("too deep");
            assert_eq!((error.kind, error.message.as_str()), (SyntaxErrorKind::Depth, "Nested deeper than 512 levels"));
        }
        assert_eq!(Source::new(&nested(MAX_DEPTH, false)).parse().expect_err("open").kind, SyntaxErrorKind::Syntax);
    }

    #[test]
    fn places_the_bracket_that_is_too_deep() {
        let text = "[".repeat(600);
        assert_eq!(Source::new(&text).parse().expect_err("too deep").span, Span::new(512, 513));
    }
}
