//! A reader of expressions that never fails: what it does not know is an unknown value.

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
    source: &'s str,
    at: usize,
    depth: usize,
}

impl<'s> Parser<'s> {
    pub fn new(source: &'s str, at: usize) -> Self {
        Self { source, at, depth: 0 }
    }

    fn rest(&self) -> &'s str {
        &self.source[self.at..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn take(&mut self, text: &str) -> bool {
        self.blank();
        let found = self.rest().starts_with(text);
        self.at += if found { text.len() } else { 0 };
        found
    }

    /// White space and comments.
    fn blank(&mut self) {
        loop {
            let rest = self.rest();
            self.at += rest.len() - rest.trim_start().len();
            let rest = self.rest();
            let length = match rest {
                _ if rest.starts_with("//") || rest.starts_with('#') => rest.find('\n'),
                _ if rest.starts_with("/*") => rest.find("*/").map(|end| end + 2),
                _ => return,
            };
            self.at += length.unwrap_or(rest.len());
        }
    }

    /// The next assignment or expression that begins with a name; everything else is skipped.
    pub fn statement(&mut self) -> Option<(Statement, Span)> {
        loop {
            self.blank();
            let c = self.peek()?;
            let start = self.at;
            if opening(self.rest()).is_some() {
                self.string();
            } else if c.is_alphabetic() || c == '_' {
                let value = self.expression();
                let target = value.path().filter(|_| self.assigns());
                let value = if target.is_some() { self.expression() } else { value };
                return Some((Statement { target, value }, Span::new(start, self.at)));
            } else {
                self.at += c.len_utf8();
            }
        }
    }

    /// `= value`, also behind a type.
    fn assigns(&mut self) -> bool {
        let start = self.at;
        let rest = self.rest();
        // `name: Type = value`
        if let Some(behind) = rest.trim_start().strip_prefix(':').filter(|behind| !behind.starts_with(':')) {
            let line = beginning(behind, LONGEST_TYPE).lines().next().unwrap_or_default();
            if let Some(at) = line.find('=').filter(|at| !line[..*at].contains(['"', '\'', '{', '('])) {
                self.at = self.source.len() - behind.len() + at;
            }
        }
        self.blank();
        let is_assignment = self.rest().starts_with('=') && !self.rest().starts_with("==") && !self.rest().starts_with("=>");
        self.at = if is_assignment { self.at + 1 } else { start };
        is_assignment
    }

    pub fn expression(&mut self) -> Expression {
        if self.depth >= DEEPEST {
            return Expression::Unknown(self.at);
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
            let before = self.at;
            self.blank();
            term = match self.peek() {
                Some('.') => {
                    self.at += 1;
                    self.blank();
                    self.member(term)
                }
                Some(':') if self.rest().starts_with("::") => {
                    self.at += 2;
                    if self.rest().starts_with('<') {
                        // Types change nothing.
                        self.at += self.rest().find('>').map_or(1, |end| end + 1);
                        term
                    } else {
                        self.member(term)
                    }
                }
                Some('?') if !self.rest().starts_with("??") => {
                    self.at += 1;
                    term
                }
                Some('!') if self.rest().starts_with("!(") || self.rest().starts_with("!.") => {
                    self.at += 1;
                    term
                }
                Some('(') if !self.source[before..self.at].contains('\n') => Expression::Call(Box::new(term), self.arguments()),
                Some('[') if !self.source[before..self.at].contains('\n') => {
                    self.at += 1;
                    let index = self.expression();
                    self.take("]");
                    Expression::Index(Box::new(term), Box::new(index))
                }
                _ => {
                    self.at = before;
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
        let rest = self.rest();
        let length = rest.find(|c: char| !c.is_alphanumeric() && !matches!(c, '_' | '$')).unwrap_or(rest.len());
        let name = (length > 0).then(|| Traced::written(&rest[..length], self.at));
        self.at += length;
        name
    }

    fn primary(&mut self) -> Expression {
        self.blank();
        let at = self.at;
        let Some(c) = self.peek() else { return Expression::Unknown(at) };
        if opening(self.rest()).is_some() {
            return self.strings();
        }
        match c {
            '{' => self.object(),
            '[' => {
                self.at += 1;
                Expression::List(self.items("]"))
            }
            '(' => {
                self.at += 1;
                let mut items = self.items(")");
                if items.len() == 1 { items.remove(0) } else { Expression::List(items) }
            }
            '&' | '*' => {
                self.at += 1;
                self.nested()
            }
            '0'..='9' | '-' => {
                self.at += 1;
                let rest = self.rest();
                let length = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '.').unwrap_or(rest.len());
                self.at += length;
                Expression::Number(Traced::written(&self.source[at..self.at], at))
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
            return Expression::Unknown(self.at);
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
            let before = self.at;
            self.blank();
            if opening(self.rest()).is_none() {
                self.at = before;
                break;
            }
            parts.push(self.string());
        }
        if parts.len() > 1 { Expression::Sum(parts) } else { parts.remove(0) }
    }

    /// A literal, with the expressions inside.
    fn string(&mut self) -> Expression {
        let Some(opening) = opening(self.rest()) else { return Expression::Unknown(self.at) };
        let start = self.at;
        self.at += opening.length;
        let (mut parts, mut text) = (Vec::new(), Traced::default());
        while let Some(c) = self.peek() {
            if self.rest().starts_with(&opening.close) {
                self.at += opening.close.len();
                break;
            }
            let is_doubled = opening.hole == Some("{") && (self.rest().starts_with("{{") || self.rest().starts_with("}}"));
            match opening.hole {
                _ if c == '\\' && !opening.is_raw => self.at = escape(self.source, self.at, &mut text),
                _ if is_doubled => {
                    text.push(c, self.at);
                    self.at += 2;
                }
                Some(hole) if self.rest().starts_with(hole) && self.depth < DEEPEST => {
                    self.at += hole.len();
                    parts.push(Expression::Text(std::mem::take(&mut text)));
                    parts.push(self.expression());
                    self.take("}");
                }
                _ => {
                    text.push(c, self.at);
                    self.at += c.len_utf8();
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
            let before = self.at;
            items.push(self.expression());
            if !self.separated(before) {
                break;
            }
        }
        items
    }

    /// Takes a comma; where nothing was read, skips a character. False at the end of the text.
    fn separated(&mut self, before: usize) -> bool {
        if !self.take(",") && self.at == before {
            self.at += self.peek().map_or(0, char::len_utf8);
        }
        self.blank();
        self.peek().is_some()
    }

    fn arguments(&mut self) -> Vec<Argument> {
        self.at += 1;
        let mut arguments = Vec::new();
        while !self.take(")") {
            let before = self.at;
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
        self.at += 1;
        let mut fields = Vec::new();
        while !self.take("}") {
            let before = self.at;
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
