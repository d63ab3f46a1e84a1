//! A pasted `curl` command, read as the request that it sends.
//!
//! In: a command for a shell like `sh`. Out: the request as HTTP text, and the origin in the command of each of its
//! bytes. Variables stay as they are written. Backticks are quotes, because the documents' examples use them as such.
//! It ignores files, pipes, and options that do not change the request.

use std::iter::Peekable;
use std::str::CharIndices;

use super::http::strip_prefix;
use crate::core::integration::{basic, form};
use crate::core::text::Span;

/// A text with the origin of each byte in the command.
#[derive(Default)]
struct Word {
    text: String,
    places: Vec<usize>,
}

impl Word {
    fn push(&mut self, c: char, at: usize) {
        self.text.push(c);
        self.places.resize(self.text.len(), at);
    }

    fn push_text(&mut self, text: &str, at: usize) {
        self.text.push_str(text);
        self.places.resize(self.text.len(), at);
    }

    fn append(&mut self, other: &Self) {
        self.text.push_str(&other.text);
        self.places.extend_from_slice(&other.places);
    }

    /// Appends a text as one line, even if it has line breaks.
    fn append_line(&mut self, other: &Self) {
        let line = Self { text: other.text.replace(['\n', '\r'], " "), places: other.places.clone() };
        self.append(&line);
    }

    fn start(&self) -> usize {
        self.places.first().copied().unwrap_or_default()
    }
}

/// The values of the options.
#[derive(Default)]
struct Options {
    method: Option<Word>,
    url: Option<Word>,
    headers: Vec<Word>,
    data: Option<Word>,
}

pub struct Curl<'c> {
    command: &'c str,
    request: Word,
}

impl<'c> Curl<'c> {
    /// `None`: it is not a `curl` command, or has no URL.
    pub fn parse(command: &'c str) -> Option<Self> {
        let begins = command.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '\u{FEFF}');
        if !begins.strip_prefix("curl")?.starts_with(|c: char| c.is_ascii_whitespace()) {
            return None;
        }
        let request = Options::read(words(command)).request()?;
        Some(Self { command, request })
    }

    /// The whole request.
    pub fn request(&self) -> &str {
        &self.request.text
    }

    /// The span in the command of a part of the request.
    pub fn place(&self, span: Span) -> Span {
        let at = |byte: usize| self.request.places.get(byte).copied().unwrap_or(self.command.len());
        let start = at(span.start);
        if span.end <= span.start {
            return Span::at(start);
        }
        let last = at(span.end - 1);
        let end = last + self.command[last..].chars().next().map_or(0, char::len_utf8);
        Span::new(start.min(last), end.max(start))
    }
}

impl Options {
    fn read(words: Vec<Word>) -> Self {
        let mut options = Self::default();
        let mut words = words.into_iter().skip(1);
        while let Some(mut word) = words.next() {
            if !word.text.starts_with('-') {
                options.url.get_or_insert(word);
                continue;
            }
            let is_short = !word.text.starts_with("--") && word.text.len() > 2;
            let name = word.text.get(..2).filter(|_| is_short).unwrap_or(&word.text).to_owned();
            if !TAKING.contains(&name.as_str()) {
                continue;
            }
            // `-XPOST`
            if is_short {
                word.text.drain(..2);
                word.places.drain(..2);
                options.take(&name, word);
            } else if let Some(value) = words.next() {
                options.take(&name, value);
            }
        }
        options
    }

    fn take(&mut self, name: &str, value: Word) {
        match name {
            "-X" | "--request" => self.method = Some(value),
            "--url" => self.url = Some(value),
            "-H" | "--header" => self.headers.push(value),
            "-u" | "--user" => {
                let (client_id, secret) = value.text.split_once(':').unwrap_or((&value.text, ""));
                let mut header = Word::default();
                header.push_text(&format!("Authorization: {}", basic::encode(client_id, secret)), value.start());
                self.headers.push(header);
            }
            "--data-urlencode" => {
                let (name, content) = value.text.split_once('=').unwrap_or(("", &value.text));
                let joint = if name.is_empty() { "" } else { "=" };
                let mut encoded = Word::default();
                encoded.push_text(&format!("{name}{joint}{}", form::encode(content)), value.start());
                self.send(&encoded);
            }
            name if name == "-d" || name.starts_with("--data") => self.send(&value),
            _ => {}
        }
    }

    fn send(&mut self, more: &Word) {
        let joint = if self.data.is_some() { "&" } else { "" };
        let data = self.data.get_or_insert_default();
        data.push_text(joint, more.start());
        data.append(more);
    }

    /// The request, with curl's defaults for missing options.
    fn request(self) -> Option<Word> {
        let mut request = Word::default();
        let url = self.url?;
        match &self.method {
            Some(method) => request.append_line(method),
            None => request.push_text(if self.data.is_some() { "POST" } else { "GET" }, url.start()),
        }
        request.push(' ', url.start());
        request.append_line(&url);
        request.push_text(" HTTP/1.1", url.start());
        let typed = self.headers.iter().any(|header| strip_prefix(&header.text, TYPE).is_some());
        for header in &self.headers {
            request.push('\n', header.start());
            request.append_line(header);
        }
        if let Some(data) = self.data {
            let default = format!("\n{TYPE} application/x-www-form-urlencoded");
            request.push_text(if typed { "" } else { &default }, data.start());
            request.push_text("\n\n", data.start());
            request.append(&data);
        }
        Some(request)
    }
}

const TYPE: &str = "Content-Type:";

/// Options that take a value: those that are read, and those whose value must not be taken for the URL.
const TAKING: [&str; 22] = [
    "-X",
    "--request",
    "--url",
    "-H",
    "--header",
    "-u",
    "--user",
    "-d",
    "--data",
    "--data-raw",
    "--data-ascii",
    "--data-binary",
    "--data-urlencode",
    "-o",
    "--output",
    "-A",
    "--user-agent",
    "-b",
    "--cookie",
    "-m",
    "--max-time",
    "--connect-timeout",
];

fn words(command: &str) -> Vec<Word> {
    let mut letters = command.char_indices().peekable();
    let (mut words, mut word) = (Vec::new(), None);
    while let Some((at, c)) = letters.next() {
        if matches!(c, ' ' | '\t' | '\n' | '\r') {
            words.extend(word.take());
            continue;
        }
        if c == '\\' {
            // The line continues on the next one.
            letters.next_if(|(_, next)| *next == '\r');
            if letters.next_if(|(_, next)| *next == '\n').is_some() {
                continue;
            }
        }
        let word: &mut Word = word.get_or_insert_default();
        match c {
            '\'' | '"' | '`' => quoted(&mut letters, c, false, word),
            '$' if letters.next_if(|(_, next)| *next == '\'').is_some() => quoted(&mut letters, '\'', true, word),
            '\\' => {
                if let Some((at, next)) = letters.next() {
                    word.push(next, at);
                }
            }
            _ => word.push(c, at),
        }
    }
    words.extend(word);
    words
}

/// Reads up to the closing quote; `escapes`: inside `$'…'`.
fn quoted(letters: &mut Peekable<CharIndices>, end: char, escapes: bool, word: &mut Word) {
    while let Some((at, c)) = letters.next() {
        if c == end {
            return;
        }
        if c != '\\' || !(escapes || end == '"') {
            word.push(c, at);
            continue;
        }
        let Some((_, next)) = letters.next() else { return };
        match next {
            'n' if escapes => word.push('\n', at),
            'r' if escapes => word.push('\r', at),
            't' if escapes => word.push('\t', at),
            'x' if escapes => word.push(hexadecimal(letters), at),
            '\n' if !escapes => {}
            _ if escapes || matches!(next, '"' | '\\' | '$' | '`') => word.push(next, at),
            _ => {
                word.push('\\', at);
                word.push(next, at);
            }
        }
    }
}

/// One or two digits.
fn hexadecimal(letters: &mut Peekable<CharIndices>) -> char {
    let mut value = 0;
    for _ in 0..2 {
        let Some((_, digit)) = letters.next_if(|(_, letter)| letter.is_ascii_hexdigit()) else { break };
        value = value * 16 + digit.to_digit(16).unwrap_or_default();
    }
    char::from_u32(value).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Curl;
    use crate::core::text::Span;

    #[test]
    fn a_command_is_the_request_that_it_sends() {
        for (command, request) in [
            ("curl https://acme.com/", Some("GET https://acme.com/ HTTP/1.1")),
            (
                "curl -d '{\"uri\":\"x\"}' \\\n  -H \"Content-Type: application/json\" \\\n  -H \"Authorization: Bearer <TOKEN>\"\n  -X POST https://acme.com/unfurl\n",
                Some(
                    "POST https://acme.com/unfurl HTTP/1.1\nContent-Type: application/json\nAuthorization: Bearer <TOKEN>\n\n{\"uri\":\"x\"}",
                ),
            ),
            (
                "curl -d `{\"a\": \"it's\"}` -XPATCH --url 'https://acme.com/'",
                Some("PATCH https://acme.com/ HTTP/1.1\nContent-Type: application/x-www-form-urlencoded\n\n{\"a\": \"it's\"}"),
            ),
            (
                "curl --location 'https://acme.com/' --header 'Authorization: Basic '\"$BASE64\"''",
                Some("GET https://acme.com/ HTTP/1.1\nAuthorization: Basic $BASE64"),
            ),
            (
                "curl --include --request POST 'https://acme.com/t' \\\r\n  --data-urlencode 'redirect_uri=https://notion.so/' \\\r\n  --data-urlencode \"client_secret=$SECRET\" --data code=a%20b",
                Some(
                    "POST https://acme.com/t HTTP/1.1\nContent-Type: application/x-www-form-urlencoded\n\nredirect_uri=https%3A%2F%2Fnotion.so%2F&client_secret=%24SECRET&code=a%20b",
                ),
            ),
            ("curl -u a:b https://acme.com/", Some("GET https://acme.com/ HTTP/1.1\nAuthorization: Basic YTpi")),
            (
                "curl -o file https://acme.com/ --data-raw $'it\\'s\\r\\n\\x1b\\\\' -H 'content-type: a\nb'",
                Some("POST https://acme.com/ HTTP/1.1\ncontent-type: a b\n\nit's\r\n\u{1b}\\"),
            ),
            ("curl \"a\\\"b\\c\\\nd\" 'e", Some("GET a\"b\\cd HTTP/1.1")),
            (" curl -X", None),
            ("curl", None),
            ("curling https://acme.com/", None),
            ("POST / HTTP/1.1", None),
        ] {
            assert_eq!(Curl::parse(command).as_ref().map(Curl::request), request, "{command}");
        }
    }

    #[test]
    fn a_part_of_the_request_stands_in_the_command() {
        let command = "curl -d '{\"é\":1}' -H 'A: b' https://acme.com/";
        let curl = Curl::parse(command).unwrap();
        for part in ["{\"é\":1}", "é", "A: b", "b", "https://acme.com/"] {
            let at = curl.request().find(part).unwrap();
            let span = curl.place(Span::new(at, at + part.len()));
            assert_eq!(&command[span.start..span.end], part);
        }
        assert_eq!(curl.place(Span::at(curl.request().len())), Span::at(command.len()));
    }

    proptest! {
        #[test]
        fn any_command_is_read(rest in "([ '\"`$\\\\\\nxé1]|-d|-X|-H|-u|--data-urlencode|=|https://a/){0,30}", from in 0_usize..60, length in 0_usize..60) {
            let command = format!("curl {rest}");
            if let Some(curl) = Curl::parse(&command) {
                let span = curl.place(Span::new(from, from + length));
                prop_assert!(command.get(span.start..span.end).is_some(), "{command}: {span:?}");
            }
        }
    }
}
