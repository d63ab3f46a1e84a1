//! Words and expressions of PowerShell: strings, tables, variables, and the few calls that copies hold.

use std::collections::HashMap;

use super::super::cursor::Cursor;
use super::super::encode;
use super::super::request::{Fault, What};
use super::super::traced::Traced;
use super::super::value::{Value, budget};
use super::Word;
use crate::core::text::Span;

const DEEPEST: usize = 20;

/// Apostrophes of any form are quotes.
const SINGLE: [char; 5] = ['\'', '‘', '’', '‚', '‛'];

pub struct Reader<'s> {
    pub cursor: Cursor<'s>,
    pub names: HashMap<String, Value>,
    /// How much the values of names may still weigh where they are used: `$x = $x + $x` doubles each time.
    pub budget: usize,
    pub faults: Vec<Fault>,
    pub depth: usize,
}

impl<'s> Reader<'s> {
    pub fn new(source: &'s str, at: usize) -> Self {
        Self { cursor: Cursor { source, at }, names: HashMap::new(), budget: budget(source), faults: Vec::new(), depth: 0 }
    }

    /// Blanks, comments and continued lines; `lines`: also line breaks.
    fn blank(&mut self, lines: bool) {
        loop {
            let rest = self.cursor.rest();
            let trimmed = rest.trim_start_matches(|c: char| c == ' ' || c == '\t' || c == '\r' || lines && c == '\n');
            self.cursor.at += rest.len() - trimmed.len();
            let length = match trimmed {
                _ if trimmed.starts_with("`\r\n") => 3,
                _ if trimmed.starts_with("`\n") => 2,
                _ if trimmed.starts_with('#') => trimmed.find('\n').unwrap_or(trimmed.len()),
                _ => return,
            };
            self.cursor.at += length;
        }
    }

    /// The commands of the next statement that runs some.
    pub fn statement(&mut self) -> Option<(Vec<Vec<Word>>, Span)> {
        loop {
            self.blank(true);
            let c = self.cursor.peek()?;
            let start = self.cursor.at;
            if c == '$' && self.assignment() {
                continue;
            }
            self.cursor.at = start;
            let mut pipeline = vec![self.words()];
            while self.cursor.take("|") {
                self.blank(true);
                pipeline.push(self.words());
            }
            let span = Span::new(start, self.cursor.at);
            if self.cursor.peek().is_some_and(|c| ";\n)}{(&".contains(c)) {
                self.cursor.at += 1;
            }
            return Some((pipeline, span));
        }
    }

    /// `$name = …`, `$name.Add(…)`
    fn assignment(&mut self) -> bool {
        self.cursor.at += 1;
        let Some(name) = self.name() else { return false };
        let key = name.to_ascii_lowercase();
        if self.cursor.take(".Add(") || self.cursor.take(".Append(") {
            let pair = (self.expression(), {
                self.cursor.take(",");
                self.expression()
            });
            self.cursor.take(")");
            if let (Value::Text(field), Some(Value::Object(fields))) = (pair.0, self.names.get_mut(&key)) {
                fields.push((field, pair.1));
            }
            return true;
        }
        self.blank(false);
        if !self.cursor.take("=") {
            return false;
        }
        self.blank(true);
        let line = self.cursor.rest().lines().next().unwrap_or_default();
        let before = self.cursor.at;
        let value = if line.starts_with("New-Object") && (line.contains("Dictionary") || line.contains("Hashtable")) {
            Value::Object(Vec::new())
        } else if line.starts_with("Invoke-") || line.starts_with("curl") || line.starts_with("iw") || line.starts_with("ir") {
            // The answer is given a name: the command is the next statement.
            return true;
        } else {
            self.expression()
        };
        self.names.insert(key, value);
        if self.cursor.at == before || line.starts_with("New-Object") {
            self.cursor.at = before + line.len();
        }
        true
    }

    fn name(&mut self) -> Option<String> {
        let rest = self.cursor.rest();
        let length = rest.find(|c: char| !c.is_alphanumeric() && c != '_' && c != ':').unwrap_or(rest.len());
        self.cursor.at += length;
        (length > 0).then(|| rest[..length].to_owned())
    }

    /// The words of a command.
    fn words(&mut self) -> Vec<Word> {
        let mut words = Vec::new();
        loop {
            self.blank(false);
            match self.cursor.peek() {
                None | Some('|' | ';' | '\n' | ')' | '}' | '&') => return words,
                Some(_) => {}
            }
            let before = self.cursor.at;
            words.push(self.word());
            if self.cursor.at == before {
                self.cursor.at += self.cursor.peek().map_or(1, char::len_utf8);
            }
        }
    }

    fn word(&mut self) -> Word {
        let rest = self.cursor.rest();
        let begins = |parts: &[&str]| parts.iter().any(|part| rest.starts_with(part));
        if begins(&["@{", "@'", "@\"", "@(", "(", "\"", "$", "["]) || rest.starts_with(SINGLE) {
            return Word { value: self.expression(), is_bare: false };
        }
        let mut text = Traced::default();
        while let Some(c) = self.cursor.peek().filter(|c| !c.is_whitespace() && !"|;)}'\"".contains(*c)) {
            let at = self.cursor.at;
            if c == '$' {
                let value = self.term();
                if let Value::Text(value) | Value::Plain(value) = value {
                    text.append(&value);
                }
                if self.cursor.at == at {
                    self.cursor.at += 1;
                }
                continue;
            }
            self.cursor.at += c.len_utf8();
            if c == '`' && self.cursor.peek().is_some_and(char::is_whitespace) {
                break;
            }
            text.push(c, at);
        }
        Word { value: Value::Text(text), is_bare: true }
    }

    pub fn expression(&mut self) -> Value {
        if self.depth >= DEEPEST {
            return Value::Unknown(self.cursor.at);
        }
        self.depth += 1;
        self.blank(true);
        let mut value = self.term();
        loop {
            let before = self.cursor.at;
            self.blank(false);
            if !self.cursor.take("+") {
                self.cursor.at = before;
                break;
            }
            self.blank(true);
            value = match (value, self.term()) {
                (Value::Text(mut one), Value::Text(other)) => {
                    one.append(&other);
                    Value::Text(one)
                }
                (_, _) => Value::Unknown(before),
            };
        }
        self.depth -= 1;
        value
    }

    fn term(&mut self) -> Value {
        let at = self.cursor.at;
        let rest = self.cursor.rest();
        if rest.starts_with("@'") || rest.starts_with("@\"") {
            return Value::Text(self.here_string());
        }
        if self.cursor.take("@{") {
            return self.table();
        }
        if self.cursor.take("@(") {
            return self.list();
        }
        if rest.starts_with(SINGLE) {
            return Value::Text(self.single());
        }
        match self.cursor.peek() {
            Some('"') => {
                self.cursor.at += 1;
                Value::Text(self.double("\""))
            }
            Some('(') => {
                self.cursor.at += 1;
                self.parenthesis()
            }
            Some('$') => self.variable(),
            Some('[') => self.typed(),
            Some('0'..='9' | '-') => {
                self.cursor.at += 1;
                let rest = self.cursor.rest();
                self.cursor.at += rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '.').unwrap_or(rest.len());
                Value::Plain(Traced::written(&self.cursor.source[at..self.cursor.at], at))
            }
            _ => Value::Unknown(at),
        }
    }

    /// `(… | ConvertTo-Json)`
    fn parenthesis(&mut self) -> Value {
        let value = self.expression();
        self.blank(true);
        let mut value = value;
        while self.cursor.take("|") {
            self.blank(true);
            let rest = self.cursor.rest();
            let end = rest.find(['|', ')']).unwrap_or(rest.len());
            let is_json = rest.to_ascii_lowercase().starts_with("convertto-json");
            self.cursor.at += end;
            value = if is_json { Value::Text(value.json()) } else { Value::Unknown(self.cursor.at) };
        }
        self.cursor.take(")");
        // A method on what is in parentheses is not known.
        if self.cursor.rest().starts_with('.') { Value::Unknown(self.cursor.at) } else { value }
    }

    /// `name = value`, on lines or with semicolons.
    fn table(&mut self) -> Value {
        let mut fields = Vec::new();
        loop {
            while self.cursor.take(";") || self.cursor.take(",") || {
                let before = self.cursor.at;
                self.blank(true);
                self.cursor.at > before
            } {}
            if self.cursor.take("}") || self.cursor.peek().is_none() || self.depth >= DEEPEST {
                return Value::Object(fields);
            }
            let before = self.cursor.at;
            let key = match self.word().value {
                Value::Text(key) => key,
                _ => Traced::default(),
            };
            // A bare key may touch the `=`.
            let (key, touched) = match key.as_str().find('=') {
                Some(end) => {
                    self.cursor.at = before + end;
                    (key.cut(0, end), true)
                }
                None => (key, false),
            };
            self.blank(false);
            if self.cursor.take("=") || touched {
                let value = self.expression();
                fields.push((key, value));
            }
            if self.cursor.at == before {
                self.cursor.at += self.cursor.peek().map_or(1, char::len_utf8);
            }
        }
    }

    fn list(&mut self) -> Value {
        let mut items = Vec::new();
        loop {
            self.blank(true);
            if self.cursor.take(")") || self.cursor.peek().is_none() || self.depth >= DEEPEST {
                return Value::List(items);
            }
            let before = self.cursor.at;
            items.push(self.expression());
            self.cursor.take(",");
            if self.cursor.at == before {
                self.cursor.at += self.cursor.peek().map_or(1, char::len_utf8);
            }
        }
    }

    /// `$env:NAME`, `$name`, `${name}`, `$(…)`
    fn variable(&mut self) -> Value {
        let at = self.cursor.at;
        self.cursor.at += 1;
        if self.cursor.take("(") {
            return self.parenthesis();
        }
        let is_braced = self.cursor.take("{");
        let Some(name) = self.name() else { return Value::Text(Traced::constant("$", at)) };
        if is_braced {
            self.cursor.take("}");
        }
        let lower = name.to_ascii_lowercase();
        match lower.as_str() {
            "true" | "false" | "null" => return Value::Plain(Traced::constant(&lower, at)),
            _ => {}
        }
        if let Some(known) = self.names.get(&lower) {
            let Some(left) = self.budget.checked_sub(known.weight()) else { return Value::Unknown(at) };
            self.budget = left;
            return known.clone();
        }
        let mut text = Traced::default();
        text.push_variable(name.split_once(':').map_or(&*name, |(_, name)| name), at);
        Value::Text(text)
    }

    /// `[Type]::Method(…)`, `[char]33`
    fn typed(&mut self) -> Value {
        let at = self.cursor.at;
        let rest = self.cursor.rest();
        let Some(end) = rest.find(']').filter(|end| !rest[..*end].contains('\n')) else { return Value::Unknown(at) };
        let kind = rest[1..end].to_ascii_lowercase();
        self.cursor.at += end + 1;
        if kind == "char" {
            return self.character(at);
        }
        let mut method = String::new();
        while self.cursor.take("::") || self.cursor.take(".") {
            method = self.name().unwrap_or_default().to_ascii_lowercase();
        }
        if !self.cursor.take("(") {
            return if method.is_empty() { self.nested() } else { Value::Unknown(at) };
        }
        let value = self.expression();
        self.blank(true);
        self.cursor.take(")");
        match (method.as_str(), value) {
            ("getbytes", value) => value,
            ("tobase64string", Value::Text(text)) => Value::Text(encode::base64(&text)),
            ("escapedatastring" | "urlencode", Value::Text(text)) => Value::Text(encode::form(&text)),
            _ => Value::Unknown(at),
        }
    }

    /// A value behind a type.
    fn nested(&mut self) -> Value {
        if self.depth >= DEEPEST {
            return Value::Unknown(self.cursor.at);
        }
        self.depth += 1;
        let value = self.term();
        self.depth -= 1;
        value
    }

    fn character(&mut self, at: usize) -> Value {
        let rest = self.cursor.rest();
        let digits = &rest[..rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len())];
        self.cursor.at += digits.len();
        let code = match digits.strip_prefix("0x") {
            Some(hex) => u32::from_str_radix(hex, 16).ok(),
            None => digits.parse().ok(),
        };
        code.and_then(char::from_u32).map_or(Value::Unknown(at), |c| Value::Text(Traced::constant(&c.to_string(), at)))
    }

    /// `'…'`: a doubled quote is one.
    fn single(&mut self) -> Traced {
        let start = self.cursor.at;
        self.cursor.at += self.cursor.peek().map_or(0, char::len_utf8);
        let mut text = Traced::default();
        while let Some(c) = self.cursor.peek() {
            let at = self.cursor.at;
            self.cursor.at += c.len_utf8();
            if SINGLE.contains(&c) {
                let Some(next) = self.cursor.peek().filter(|next| SINGLE.contains(next)) else { return empty(text, start) };
                self.cursor.at += next.len_utf8();
            }
            text.push(c, at);
        }
        self.open(start);
        text
    }

    fn open(&mut self, start: usize) {
        self.faults.push(Fault { what: What::OpenQuote, span: Span::new(start, self.cursor.at) });
    }

    /// `"…"`, with variables and back-ticks, up to its end.
    fn double(&mut self, close: &str) -> Traced {
        let start = self.cursor.at;
        let mut text = Traced::default();
        while let Some(c) = self.cursor.peek() {
            let at = self.cursor.at;
            if self.cursor.rest().starts_with(close) {
                self.cursor.at += close.len();
                if close == "\"" && self.cursor.take("\"") {
                    text.push('"', at);
                    continue;
                }
                return empty(text, start);
            }
            match c {
                '`' => {
                    self.cursor.at += 1;
                    let Some(next) = self.cursor.peek() else { break };
                    self.cursor.at += next.len_utf8();
                    text.push(escaped(next), at);
                }
                '$' if self.depth < DEEPEST && is_variable(self.cursor.rest()) => {
                    self.depth += 1;
                    let value = self.variable();
                    self.depth -= 1;
                    match value {
                        Value::Text(value) | Value::Plain(value) => text.append(&value),
                        _ => self.faults.push(Fault { what: What::Computed, span: Span::new(at, self.cursor.at) }),
                    }
                }
                _ => {
                    self.cursor.at += c.len_utf8();
                    text.push(c, at);
                }
            }
        }
        self.open(start);
        text
    }

    /// `@"` and `@'`, with the text on lines of its own.
    fn here_string(&mut self) -> Traced {
        let start = self.cursor.at;
        let is_double = self.cursor.rest().starts_with("@\"");
        let Some(line) = self.cursor.rest().find('\n') else {
            self.cursor.at = self.cursor.source.len();
            self.open(start);
            return Traced::default();
        };
        self.cursor.at += line + 1;
        let text = if is_double {
            self.double("\n\"@")
        } else {
            let end = self.cursor.rest().find("\n'@").unwrap_or(self.cursor.rest().len());
            let text = Traced::written(&self.cursor.rest()[..end], self.cursor.at);
            self.cursor.at = (self.cursor.at + end + "\n'@".len()).min(self.cursor.source.len());
            text
        };
        let end = text.as_str().trim_end_matches('\r').len();
        text.cut(0, end)
    }
}

/// An empty text is known where it stands.
fn empty(text: Traced, at: usize) -> Traced {
    if text.is_empty() { Traced::constant("", at) } else { text }
}

fn is_variable(rest: &str) -> bool {
    rest[1..].starts_with(|c: char| c.is_alphanumeric() || "_({".contains(c))
}

fn escaped(c: char) -> char {
    match c {
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        '0' => '\0',
        'e' => '\u{1b}',
        _ => c,
    }
}
