//! Words of `sh`, bash and zsh.
//!
//! Variables and `$(…)` stay as they are written. Back-ticks are quotes, because the documents' examples use them as such;
//! a fault says so. The published crates for shell words read neither `$'…'` nor places, hence this reader.

use super::super::cursor::Cursor;
use super::super::request::{Fault, What};
use super::super::traced::Traced;
use super::{Command, End, Script, ansi};
use crate::core::text::Span;

/// Reads the text from a byte on.
pub fn read(source: &str, from: usize) -> Script {
    let mut reader = Reader {
        cursor: Cursor { source, at: from },
        word: None,
        is_quoted: false,
        command: Command { at: from, ..Command::default() },
        script: Script::default(),
        documents: Vec::new(),
    };
    while let Some(c) = reader.cursor.peek() {
        reader.step(c);
    }
    reader.end_command(End::Text);
    reader.script
}

struct Reader<'s> {
    cursor: Cursor<'s>,
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
    fn word(&mut self) -> &mut Traced {
        self.word.get_or_insert_default()
    }

    fn fault(&mut self, what: What, start: usize) {
        self.script.faults.push(Fault { what, span: Span::new(start, self.cursor.at.max(start)) });
    }

    fn step(&mut self, c: char) {
        let at = self.cursor.at;
        match c {
            '\\' => return self.backslash(),
            '#' if self.word.is_none() => {
                self.cursor.at += self.cursor.rest().find('\n').unwrap_or(self.cursor.rest().len());
                return;
            }
            '<' | '>' => return self.redirection(c),
            _ => {}
        }
        self.cursor.at += c.len_utf8();
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
        let next = Command { at: self.cursor.at, ..Command::default() };
        let command = std::mem::replace(&mut self.command, next);
        if !command.words.is_empty() || command.input.is_some() {
            self.script.commands.push(Command { end, ..command });
        }
    }

    fn operator(&mut self, c: char) {
        let end = match c {
            '|' if self.cursor.take("|") => End::Other,
            '|' => {
                self.cursor.take("&");
                End::Pipe
            }
            '&' if self.cursor.take("&") => End::Other,
            // `&>file`
            '&' if self.cursor.rest().starts_with('>') => return,
            '&' => End::Ampersand,
            _ => End::Other,
        };
        self.end_command(end);
    }

    fn backslash(&mut self) {
        let at = self.cursor.at;
        self.cursor.at += 1;
        let behind = self.cursor.rest().trim_start_matches([' ', '\t', '\r']);
        let blanks = self.cursor.rest()[..self.cursor.rest().len() - behind.len()].trim_end_matches('\r').len();
        if behind.is_empty() || behind.starts_with('\n') {
            self.cursor.at = (self.cursor.source.len() - behind.len() + 1).min(self.cursor.source.len());
            if blanks > 0 {
                self.script.faults.push(Fault { what: What::BlankBehindBackslash, span: Span::new(at, at + 1 + blanks) });
            }
            // The prompt of a line that continues.
            self.cursor.take("> ");
        } else if let Some(c) = self.cursor.peek() {
            self.cursor.at += c.len_utf8();
            self.word().push(c, at);
        }
    }

    /// `'…'`, and back-ticks.
    fn verbatim(&mut self, quote: char, start: usize) {
        let inside = self.cursor.at;
        let length = self.cursor.rest().find(quote);
        let end = inside + length.unwrap_or(self.cursor.rest().len());
        let text = Traced::written(&self.cursor.source[inside..end], inside);
        self.word().append(&text);
        self.is_quoted = true;
        self.cursor.at = end + usize::from(length.is_some());
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
        while let Some(c) = self.cursor.peek() {
            if c == '"' {
                self.cursor.at += 1;
                return;
            }
            self.expand(c, "\"\\$`");
        }
        self.fault(What::OpenQuote, start);
    }

    /// One character where variables are read; a backslash escapes some.
    fn expand(&mut self, c: char, escaped: &str) {
        let at = self.cursor.at;
        self.cursor.at += c.len_utf8();
        match (c, self.cursor.peek()) {
            ('$', _) => self.dollar(at, false),
            ('\\', Some('\n')) => self.cursor.at += 1,
            ('\\', Some('\r')) if self.cursor.rest().starts_with("\r\n") => self.cursor.at += 2,
            ('\\', Some(next)) if escaped.contains(next) => {
                self.cursor.at += next.len_utf8();
                self.word().push(next, at);
            }
            _ => self.word().push(c, at),
        }
    }

    /// Behind `$`; `bare`: outside double quotes, where it may also begin a quote.
    fn dollar(&mut self, at: usize, bare: bool) {
        if bare && self.cursor.take("'") {
            self.is_quoted = true;
            let (source, inside) = (self.cursor.source, self.cursor.at);
            let end = ansi::read(source, inside, self.word());
            self.cursor.at = end.unwrap_or(source.len());
            if end.is_none() {
                self.fault(What::OpenQuote, at);
            }
        } else if bare && self.cursor.take("\"") {
            self.expanding(at);
        } else if self.cursor.rest().starts_with('(') {
            let length = closing(self.cursor.rest());
            let code = self.cursor.rest()[..length].to_owned();
            self.cursor.at += length;
            self.word().push_variable(&code, at);
        } else {
            let braced = self.cursor.rest().starts_with('{');
            let name = self.cursor.rest().trim_start_matches('{');
            let length = name.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(name.len());
            let name = name[..length].to_owned();
            let end = if braced { self.cursor.rest().find('}').map(|end| end + 1) } else { Some(length) };
            match end {
                Some(end) if !name.is_empty() && !name.starts_with(|c: char| c.is_ascii_digit()) => {
                    self.cursor.at += end;
                    self.word().push_variable(&name, at);
                }
                _ => self.word().push('$', at),
            }
        }
    }

    /// `>file`, `2>&1`, `<file`, `<<END`, `<<<text`
    fn redirection(&mut self, c: char) {
        let at = self.cursor.at;
        // The number in front names a file.
        if self.word.as_ref().is_some_and(|word| word.as_str().bytes().all(|byte| byte.is_ascii_digit())) {
            self.word = None;
        }
        self.end_word();
        let operator =
            ["<<<", "<<-", "<<", "<", ">>", ">&", ">|", ">"].into_iter().find(|one| self.cursor.rest().starts_with(one));
        self.cursor.at += operator.map_or(c.len_utf8(), str::len);
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
        while self.cursor.take(" ") || self.cursor.take("\t") {}
        let words = self.command.words.len();
        let mut is_quoted = false;
        while let Some(c) = self.cursor.peek().filter(|c| !" \t\r\n;|<>()".contains(*c)) {
            if c == '&' && self.word.is_some() {
                break;
            }
            if c == '&' {
                self.cursor.at += 1;
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
            let start = self.cursor.at;
            let (mut end, mut next) = (self.cursor.source.len(), self.cursor.source.len());
            let mut line_at = start;
            for line in self.cursor.source[start..].split_inclusive('\n') {
                let plain = line.trim_end_matches(['\n', '\r']);
                let plain = if document.strips_tabs { plain.trim_start_matches('\t') } else { plain };
                if plain == document.delimiter {
                    (end, next) = (line_at, line_at + line.len());
                    break;
                }
                line_at += line.len();
            }
            let is_open = next == end && end == self.cursor.source.len();
            self.command.input = Some(self.document(end, document.is_quoted));
            self.cursor.at = next;
            if is_open {
                self.fault(What::OpenQuote, start);
            }
        }
    }

    fn document(&mut self, end: usize, is_quoted: bool) -> Traced {
        if is_quoted {
            return Traced::written(&self.cursor.source[self.cursor.at..end], self.cursor.at);
        }
        while self.cursor.at < end {
            let Some(c) = self.cursor.peek() else { break };
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
