//! A reader of expressions that never fails: what it does not know is an unknown value.

use super::super::cursor::Cursor;
use super::super::traced::Traced;
use super::expression::{Argument, Expression, Statement};
use super::literal::{escape, opening};
use crate::core::text::{Span, beginning};

/// Deeper expressions are unknown.
const DEEPEST: usize = 20;

/// Members, calls and indexes behind one another.
const LONGEST_CHAIN: usize = 100;

/// Bytes in which the type of a name is looked for.
const LONGEST_TYPE: usize = 80;

/// Words in front of an expression that change nothing of it.
const WORDS: [&str; 9] = ["await", "new", "const", "let", "var", "return", "mut", "export", "default"];

pub struct Parser<'s> {
    cursor: Cursor<'s>,
    depth: usize,
}

impl<'s> Parser<'s> {
    pub fn new(source: &'s str, at: usize) -> Self {
        Self { cursor: Cursor { source, at }, depth: 0 }
    }

    /// As [`Cursor::take`], after what is blank.
    fn take(&mut self, text: &str) -> bool {
        self.blank();
        self.cursor.take(text)
    }

    /// White space and comments.
    fn blank(&mut self) {
        loop {
            let rest = self.cursor.rest();
            self.cursor.at += rest.len() - rest.trim_start().len();
            let rest = self.cursor.rest();
            let length = match rest {
                _ if rest.starts_with("//") || rest.starts_with('#') => rest.find('\n'),
                _ if rest.starts_with("/*") => rest.find("*/").map(|end| end + 2),
                _ => return,
            };
            self.cursor.at += length.unwrap_or(rest.len());
        }
    }

    /// The next assignment or expression that begins with a name; everything else is skipped.
    pub fn statement(&mut self) -> Option<(Statement, Span)> {
        loop {
            self.blank();
            let c = self.cursor.peek()?;
            let start = self.cursor.at;
            if opening(self.cursor.rest()).is_some() {
                self.string();
            } else if c.is_alphabetic() || c == '_' {
                let value = self.expression();
                let target = value.path().filter(|_| self.assigns());
                let value = if target.is_some() { self.expression() } else { value };
                return Some((Statement { target, value }, Span::new(start, self.cursor.at)));
            } else {
                self.cursor.at += c.len_utf8();
            }
        }
    }

    /// `= value`, also behind a type.
    fn assigns(&mut self) -> bool {
        let start = self.cursor.at;
        let rest = self.cursor.rest();
        // `name: Type = value`
        if let Some(behind) = rest.trim_start().strip_prefix(':').filter(|behind| !behind.starts_with(':')) {
            let line = beginning(behind, LONGEST_TYPE).lines().next().unwrap_or_default();
            if let Some(at) = line.find('=').filter(|at| !line[..*at].contains(['"', '\'', '{', '('])) {
                self.cursor.at = self.cursor.source.len() - behind.len() + at;
            }
        }
        self.blank();
        let is_assignment =
            self.cursor.rest().starts_with('=') && !self.cursor.rest().starts_with("==") && !self.cursor.rest().starts_with("=>");
        self.cursor.at = if is_assignment { self.cursor.at + 1 } else { start };
        is_assignment
    }

    pub fn expression(&mut self) -> Expression {
        if self.depth >= DEEPEST {
            return Expression::Unknown(self.cursor.at);
        }
        self.depth += 1;
        let mut terms = vec![self.term()];
        while self.take("+") {
            terms.push(self.term());
        }
        self.depth -= 1;
        if terms.len() > 1 { Expression::Sum(terms) } else { terms.remove(0) }
    }

    fn term(&mut self) -> Expression {
        let mut term = self.primary();
        for _ in 0..LONGEST_CHAIN {
            // A statement of Python ends with its line, and so does a call without a semicolon.
            let before = self.cursor.at;
            self.blank();
            term = match self.cursor.peek() {
                Some('.') => {
                    self.cursor.at += 1;
                    self.blank();
                    self.member(term)
                }
                Some(':') if self.cursor.rest().starts_with("::") => {
                    self.cursor.at += 2;
                    if self.cursor.rest().starts_with('<') {
                        // Types change nothing.
                        self.cursor.at += self.cursor.rest().find('>').map_or(1, |end| end + 1);
                        term
                    } else {
                        self.member(term)
                    }
                }
                Some('?') if !self.cursor.rest().starts_with("??") => {
                    self.cursor.at += 1;
                    term
                }
                Some('!') if self.cursor.rest().starts_with("!(") || self.cursor.rest().starts_with("!.") => {
                    self.cursor.at += 1;
                    term
                }
                Some('(') if !self.cursor.source[before..self.cursor.at].contains('\n') => {
                    Expression::Call(Box::new(term), self.arguments())
                }
                Some('[') if !self.cursor.source[before..self.cursor.at].contains('\n') => {
                    self.cursor.at += 1;
                    let index = self.expression();
                    self.take("]");
                    Expression::Index(Box::new(term), Box::new(index))
                }
                _ => {
                    self.cursor.at = before;
                    return term;
                }
            };
        }
        term
    }

    fn member(&mut self, base: Expression) -> Expression {
        match self.name() {
            Some(name) => Expression::Member(Box::new(base), name),
            None => base,
        }
    }

    fn name(&mut self) -> Option<Traced> {
        let rest = self.cursor.rest();
        let length = rest.find(|c: char| !c.is_alphanumeric() && !matches!(c, '_' | '$')).unwrap_or(rest.len());
        let name = (length > 0).then(|| Traced::written(&rest[..length], self.cursor.at));
        self.cursor.at += length;
        name
    }

    fn primary(&mut self) -> Expression {
        self.blank();
        let at = self.cursor.at;
        let Some(c) = self.cursor.peek() else { return Expression::Unknown(at) };
        if opening(self.cursor.rest()).is_some() {
            return self.strings();
        }
        match c {
            '{' => self.object(),
            '[' => {
                self.cursor.at += 1;
                Expression::List(self.items("]"))
            }
            '(' => {
                self.cursor.at += 1;
                let mut items = self.items(")");
                if items.len() == 1 { items.remove(0) } else { Expression::List(items) }
            }
            '&' | '*' => {
                self.cursor.at += 1;
                self.nested()
            }
            '0'..='9' | '-' => {
                self.cursor.at += 1;
                let rest = self.cursor.rest();
                let length = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '.').unwrap_or(rest.len());
                self.cursor.at += length;
                Expression::Number(Traced::written(&self.cursor.source[at..self.cursor.at], at))
            }
            _ => match self.name() {
                Some(name) if WORDS.contains(&name.as_str()) => self.nested(),
                Some(name) => Expression::Name(name),
                None => Expression::Unknown(at),
            },
        }
    }

    fn nested(&mut self) -> Expression {
        if self.depth >= DEEPEST {
            return Expression::Unknown(self.cursor.at);
        }
        self.depth += 1;
        let term = self.term();
        self.depth -= 1;
        term
    }

    /// Python joins strings that stand side by side.
    fn strings(&mut self) -> Expression {
        let mut parts = vec![self.string()];
        loop {
            let before = self.cursor.at;
            self.blank();
            if opening(self.cursor.rest()).is_none() {
                self.cursor.at = before;
                break;
            }
            parts.push(self.string());
        }
        if parts.len() > 1 { Expression::Sum(parts) } else { parts.remove(0) }
    }

    /// A literal, with the expressions inside.
    fn string(&mut self) -> Expression {
        let Some(opening) = opening(self.cursor.rest()) else { return Expression::Unknown(self.cursor.at) };
        let start = self.cursor.at;
        self.cursor.at += opening.length;
        let (mut parts, mut text) = (Vec::new(), Traced::default());
        while let Some(c) = self.cursor.peek() {
            if self.cursor.rest().starts_with(&opening.close) {
                self.cursor.at += opening.close.len();
                break;
            }
            let is_doubled =
                opening.hole == Some("{") && (self.cursor.rest().starts_with("{{") || self.cursor.rest().starts_with("}}"));
            match opening.hole {
                _ if c == '\\' && !opening.is_raw => self.cursor.at = escape(self.cursor.source, self.cursor.at, &mut text),
                _ if is_doubled => {
                    text.push(c, self.cursor.at);
                    self.cursor.at += 2;
                }
                Some(hole) if self.cursor.rest().starts_with(hole) && self.depth < DEEPEST => {
                    self.cursor.at += hole.len();
                    parts.push(Expression::Text(std::mem::take(&mut text)));
                    parts.push(self.expression());
                    self.take("}");
                }
                _ => {
                    text.push(c, self.cursor.at);
                    self.cursor.at += c.len_utf8();
                }
            }
        }
        if parts.is_empty() && text.is_empty() {
            // An empty text has no place of its own.
            return Expression::Text(Traced::constant("", start));
        }
        if parts.is_empty() {
            return Expression::Text(text);
        }
        parts.push(Expression::Text(text));
        Expression::Sum(parts)
    }

    /// Expressions up to a bracket.
    fn items(&mut self, close: &str) -> Vec<Expression> {
        let mut items = Vec::new();
        while !self.take(close) {
            let before = self.cursor.at;
            items.push(self.expression());
            if !self.separated(before) {
                break;
            }
        }
        items
    }

    /// Takes a comma; where nothing was read, skips a character. False at the end of the text.
    fn separated(&mut self, before: usize) -> bool {
        if !self.take(",") && self.cursor.at == before {
            self.cursor.at += self.cursor.peek().map_or(0, char::len_utf8);
        }
        self.blank();
        self.cursor.peek().is_some()
    }

    fn arguments(&mut self) -> Vec<Argument> {
        self.cursor.at += 1;
        let mut arguments = Vec::new();
        while !self.take(")") {
            let before = self.cursor.at;
            let value = self.expression();
            let name = match &value {
                Expression::Name(name) if self.assigns() => Some(name.as_str().to_owned()),
                _ => None,
            };
            let value = if name.is_some() { self.expression() } else { value };
            arguments.push(Argument { name, value });
            if !self.separated(before) {
                break;
            }
        }
        arguments
    }

    fn object(&mut self) -> Expression {
        self.cursor.at += 1;
        let mut fields = Vec::new();
        while !self.take("}") {
            let before = self.cursor.at;
            let key = self.nested();
            let value = match &key {
                _ if self.take(":") => self.expression(),
                // `{ name }` is short for `{ name: name }`.
                Expression::Name(_) => key.clone(),
                _ => Expression::Unknown(before),
            };
            fields.push((key, value));
            if !self.separated(before) {
                break;
            }
        }
        Expression::Object(fields)
    }
}
