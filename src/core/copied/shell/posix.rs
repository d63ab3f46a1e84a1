//! Words of `sh`, bash and zsh.
//!
//! Variables and `$(…)` stay as they are written. Back-ticks are quotes, because the documents' examples use them as such;
//! a fault says so. The published crates for shell words read neither `$'…'` nor places, hence this reader.

use super::super::request::{Fault, What};
use super::super::traced::Traced;
use super::{Command, End, Script, ansi};
use crate::core::text::Span;

/// Reads the text from a byte on.
pub fn read(source: &str, from: usize) -> Script {
    let mut reader = Reader {
        source,
        at: from,
        word: None,
        is_quoted: false,
        command: Command { at: from, ..Command::default() },
        script: Script::default(),
        documents: Vec::new(),
    };
    while let Some(c) = reader.peek() {
        reader.step(c);
    }
    reader.end_command(End::Text);
    reader.script
}

struct Reader<'s> {
    source: &'s str,
    at: usize,
    word: Option<Traced>,
    /// Whether a part of the word was in quotes.
    is_quoted: bool,
    command: Command,
    script: Script,
    /// Here-documents that begin at the next line.
    documents: Vec<Document>,
}

struct Document {
    delimiter: String,
    is_quoted: bool,
    strips_tabs: bool,
}

impl Reader<'_> {
    fn rest(&self) -> &str {
        &self.source[self.at..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn take(&mut self, text: &str) -> bool {
        let found = self.rest().starts_with(text);
        self.at += if found { text.len() } else { 0 };
        found
    }

    fn word(&mut self) -> &mut Traced {
        self.word.get_or_insert_default()
    }

    fn fault(&mut self, what: What, start: usize) {
        self.script.faults.push(Fault { what, span: Span::new(start, self.at.max(start)) });
    }

    fn step(&mut self, c: char) {
        let at = self.at;
        match c {
            '\\' => return self.backslash(),
            '#' if self.word.is_none() => {
                self.at += self.rest().find('\n').unwrap_or(self.rest().len());
                return;
            }
            '<' | '>' => return self.redirection(c),
            _ => {}
        }
        self.at += c.len_utf8();
        match c {
            ' ' | '\t' | '\r' => self.end_word(),
            '\n' => {
                self.end_word();
                self.read_documents();
                self.end_command(End::Line);
            }
            '\'' | '`' => self.verbatim(c, at),
            '"' => self.expanding(at),
            '$' => self.dollar(at, true),
            ';' | '(' | ')' | '&' | '|' => self.operator(c),
            _ => self.word().push(c, at),
        }
    }

    fn end_word(&mut self) {
        self.command.words.extend(self.word.take());
        self.is_quoted = false;
    }

    fn end_command(&mut self, end: End) {
        self.end_word();
        let next = Command { at: self.at, ..Command::default() };
        let command = std::mem::replace(&mut self.command, next);
        if !command.words.is_empty() || command.input.is_some() {
            self.script.commands.push(Command { end, ..command });
        }
    }

    fn operator(&mut self, c: char) {
        let end = match c {
            '|' if self.take("|") => End::Other,
            '|' => {
                self.take("&");
                End::Pipe
            }
            '&' if self.take("&") => End::Other,
            // `&>file`
            '&' if self.rest().starts_with('>') => return,
            '&' => End::Ampersand,
            _ => End::Other,
        };
        self.end_command(end);
    }

    fn backslash(&mut self) {
        let at = self.at;
        self.at += 1;
        let behind = self.rest().trim_start_matches([' ', '\t', '\r']);
        let blanks = self.rest()[..self.rest().len() - behind.len()].trim_end_matches('\r').len();
        if behind.is_empty() || behind.starts_with('\n') {
            self.at = (self.source.len() - behind.len() + 1).min(self.source.len());
            if blanks > 0 {
                self.script.faults.push(Fault { what: What::BlankBehindBackslash, span: Span::new(at, at + 1 + blanks) });
            }
            // The prompt of a line that continues.
            self.take("> ");
        } else if let Some(c) = self.peek() {
            self.at += c.len_utf8();
            self.word().push(c, at);
        }
    }

    /// `'…'`, and back-ticks.
    fn verbatim(&mut self, quote: char, start: usize) {
        let inside = self.at;
        let length = self.rest().find(quote);
        let end = inside + length.unwrap_or(self.rest().len());
        let text = Traced::written(&self.source[inside..end], inside);
        self.word().append(&text);
        self.is_quoted = true;
        self.at = end + usize::from(length.is_some());
        if length.is_none() {
            self.fault(What::OpenQuote, start);
        } else if quote == '`' {
            self.fault(What::BackTicks, start);
        }
    }

    /// `"…"`
    fn expanding(&mut self, start: usize) {
        self.word();
        self.is_quoted = true;
        while let Some(c) = self.peek() {
            if c == '"' {
                self.at += 1;
                return;
            }
            self.expand(c, "\"\\$`");
        }
        self.fault(What::OpenQuote, start);
    }

    /// One character where variables are read; a backslash escapes some.
    fn expand(&mut self, c: char, escaped: &str) {
        let at = self.at;
        self.at += c.len_utf8();
        match (c, self.peek()) {
            ('$', _) => self.dollar(at, false),
            ('\\', Some('\n')) => self.at += 1,
            ('\\', Some('\r')) if self.rest().starts_with("\r\n") => self.at += 2,
            ('\\', Some(next)) if escaped.contains(next) => {
                self.at += next.len_utf8();
                self.word().push(next, at);
            }
            _ => self.word().push(c, at),
        }
    }

    /// Behind `$`; `bare`: outside double quotes, where it may also begin a quote.
    fn dollar(&mut self, at: usize, bare: bool) {
        if bare && self.take("'") {
            self.is_quoted = true;
            let (source, inside) = (self.source, self.at);
            let end = ansi::read(source, inside, self.word());
            self.at = end.unwrap_or(source.len());
            if end.is_none() {
                self.fault(What::OpenQuote, at);
            }
        } else if bare && self.take("\"") {
            self.expanding(at);
        } else if self.rest().starts_with('(') {
            let length = closing(self.rest());
            let code = self.rest()[..length].to_owned();
            self.at += length;
            self.word().push_variable(&code, at);
        } else {
            let braced = self.rest().starts_with('{');
            let name = self.rest().trim_start_matches('{');
            let length = name.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(name.len());
            let name = name[..length].to_owned();
            let end = if braced { self.rest().find('}').map(|end| end + 1) } else { Some(length) };
            match end {
                Some(end) if !name.is_empty() && !name.starts_with(|c: char| c.is_ascii_digit()) => {
                    self.at += end;
                    self.word().push_variable(&name, at);
                }
                _ => self.word().push('$', at),
            }
        }
    }

    /// `>file`, `2>&1`, `<file`, `<<END`, `<<<text`
    fn redirection(&mut self, c: char) {
        let at = self.at;
        // The number in front names a file.
        if self.word.as_ref().is_some_and(|word| word.as_str().bytes().all(|byte| byte.is_ascii_digit())) {
            self.word = None;
        }
        self.end_word();
        let operator = ["<<<", "<<-", "<<", "<", ">>", ">&", ">|", ">"].into_iter().find(|one| self.rest().starts_with(one));
        self.at += operator.map_or(c.len_utf8(), str::len);
        let target = self.target();
        match operator {
            Some("<<<") => self.command.input = target.map(|(text, _)| text),
            Some("<<" | "<<-") => self.documents.extend(target.map(|(text, is_quoted)| Document {
                delimiter: text.as_str().to_owned(),
                is_quoted,
                strips_tabs: operator == Some("<<-"),
            })),
            Some("<") => self.fault(What::File, at),
            _ => {}
        }
    }

    /// The word behind an operator, and whether it was in quotes.
    fn target(&mut self) -> Option<(Traced, bool)> {
        while self.take(" ") || self.take("\t") {}
        let words = self.command.words.len();
        let mut is_quoted = false;
        while let Some(c) = self.peek().filter(|c| !" \t\r\n;|<>()".contains(*c)) {
            if c == '&' && self.word.is_some() {
                break;
            }
            if c == '&' {
                self.at += 1;
            } else {
                self.step(c);
            }
            is_quoted |= self.is_quoted;
        }
        self.end_word();
        let found = self.command.words.drain(words..).next();
        found.map(|word| (word, is_quoted))
    }

    /// The lines up to the delimiter become the input of the command.
    fn read_documents(&mut self) {
        for document in std::mem::take(&mut self.documents) {
            let start = self.at;
            let (mut end, mut next) = (self.source.len(), self.source.len());
            let mut line_at = start;
            for line in self.source[start..].split_inclusive('\n') {
                let plain = line.trim_end_matches(['\n', '\r']);
                let plain = if document.strips_tabs { plain.trim_start_matches('\t') } else { plain };
                if plain == document.delimiter {
                    (end, next) = (line_at, line_at + line.len());
                    break;
                }
                line_at += line.len();
            }
            let is_open = next == end && end == self.source.len();
            self.command.input = Some(self.document(end, document.is_quoted));
            self.at = next;
            if is_open {
                self.fault(What::OpenQuote, start);
            }
        }
    }

    fn document(&mut self, end: usize, is_quoted: bool) -> Traced {
        if is_quoted {
            return Traced::written(&self.source[self.at..end], self.at);
        }
        while self.at < end {
            let Some(c) = self.peek() else { break };
            self.expand(c, "\\$`");
        }
        self.word.take().unwrap_or_default()
    }
}

/// The length of `(…)`, or of all that is left.
fn closing(text: &str) -> usize {
    let (mut depth, mut quote) = (0_usize, None);
    for (at, c) in text.char_indices() {
        match (quote, c) {
            (Some(open), _) if open == c => quote = None,
            (None, '\'' | '"') => quote = Some(c),
            (None, '(') => depth += 1,
            (None, ')') => {
                depth -= 1;
                if depth == 0 {
                    return at + 1;
                }
            }
            _ => {}
        }
    }
    text.len()
}
