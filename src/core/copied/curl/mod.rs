//! The request that a `curl` command sends.
//!
//! In: its words and its input. Out: the request with curl's defaults, and what could not be read. It leaves out what does
//! not change the request, such as proxies, time limits, and globs in URLs.

mod data;
mod options;

use self::data::Data;
use self::options::{CurlOption, of_letter, of_name};
use super::encode;
use super::request::{Fault, Request, What, is_header};
use super::shell::Command;
use super::traced::Traced;
use crate::core::text::Span;

/// Whether a word starts curl.
pub fn is_curl(program: &str) -> bool {
    let name = program.rsplit(['/', '\\']).next().unwrap_or(program);
    name.eq_ignore_ascii_case("curl") || name.eq_ignore_ascii_case("curl.exe")
}

/// Reads the words behind `curl`.
pub fn read(words: &[Traced], command: &Command, faults: &mut Vec<Fault>) -> Option<Request> {
    let mut options = Options {
        method: None,
        url: None,
        headers: Vec::new(),
        data: Data::default(),
        query: Traced::default(),
        usual: Usual::ByData,
        ended: false,
        input: command.input.as_ref(),
        at: command.at,
        faults,
    };
    let mut words = words.iter();
    while let Some(word) = words.next() {
        if !options.word(word, &mut words) {
            break;
        }
    }
    options.request()
}

/// The method that curl chooses, and where the data go.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Usual {
    /// POST with data, and GET without.
    ByData,
    /// `--get`: the data go into the query.
    Query,
    Head,
    Upload,
}

/// What the options say.
struct Options<'c, 'f> {
    method: Option<Traced>,
    url: Option<Traced>,
    headers: Vec<Traced>,
    data: Data,
    query: Traced,
    /// Without `--request`.
    usual: Usual,
    /// Behind `--`, nothing is an option.
    ended: bool,
    input: Option<&'c Traced>,
    at: usize,
    faults: &'f mut Vec<Fault>,
}

impl Options<'_, '_> {
    fn word(&mut self, word: &Traced, rest: &mut std::slice::Iter<Traced>) -> bool {
        let text = word.as_str();
        if self.ended || !text.starts_with('-') || text == "-" {
            self.address(word.clone());
        } else if text == "--" {
            self.ended = true;
        } else if let Some(name) = text.strip_prefix("--") {
            return self.long(name, word, rest);
        } else {
            return self.letters(word, rest);
        }
        true
    }

    fn long(&mut self, name: &str, word: &Traced, rest: &mut std::slice::Iter<Traced>) -> bool {
        match of_name(name) {
            None => self.unknown(word),
            Some(CurlOption { name: "next", .. }) => return self.next(word),
            Some(CurlOption { name, takes_value: false }) => self.flag(name, word),
            Some(CurlOption { name, .. }) => self.take(name, rest.next().cloned(), word),
        }
        true
    }

    /// `-sXPOST`: the first letter that takes a value takes the rest, or else the next word.
    fn letters(&mut self, word: &Traced, rest: &mut std::slice::Iter<Traced>) -> bool {
        let text = word.as_str();
        for (at, letter) in text.char_indices().skip(1) {
            match of_letter(letter) {
                None => {
                    self.unknown(word);
                    return true;
                }
                Some(CurlOption { name: "next", .. }) => return self.next(word),
                Some(CurlOption { name, takes_value: false }) => self.flag(name, word),
                Some(CurlOption { name, .. }) => {
                    let end = at + letter.len_utf8();
                    let value = if end < text.len() { Some(word.cut(end, text.len())) } else { rest.next().cloned() };
                    self.take(name, value, word);
                    return true;
                }
            }
        }
        true
    }

    fn fault(&mut self, what: What, word: &Traced) {
        self.faults.push(Fault { what, span: word.span() });
    }

    fn unknown(&mut self, word: &Traced) {
        self.fault(What::UnknownOption, word);
    }

    /// What follows is another request.
    fn next(&mut self, word: &Traced) -> bool {
        self.fault(What::Other, word);
        false
    }

    fn address(&mut self, word: Traced) {
        if self.url.is_some() {
            self.fault(What::Other, &word);
        } else {
            self.url = Some(word);
        }
    }

    fn flag(&mut self, name: &str, word: &Traced) {
        match name {
            "get" => self.usual = Usual::Query,
            "head" => self.usual = Usual::Head,
            "compressed" => self.headers.push(Traced::constant("Accept-Encoding: deflate, gzip, br, zstd", word.start())),
            _ => {}
        }
    }

    fn take(&mut self, name: &str, value: Option<Traced>, option: &Traced) {
        let Some(value) = value else { return self.fault(What::OpenQuote, option) };
        let at = value.start();
        match name {
            "request" => self.method = Some(value),
            "url" => self.address(value),
            "header" if value.as_str().starts_with('@') => self.fault(What::File, &value),
            "header" => self.header(value),
            "user" => self.named("Authorization: ", &encode::basic(&value), at),
            "oauth2-bearer" => self.named("Authorization: ", &encode::bearer(&value), at),
            "user-agent" => self.named("User-Agent: ", &value, at),
            "referer" => self.named("Referer: ", &value, at),
            "cookie" if value.as_str().contains('=') => self.named("Cookie: ", &value, at),
            "url-query" => self.query = encode::joined(&self.query, &data::encoded(&value)),
            "config" => self.fault(What::File, &value),
            "upload-file" => {
                self.usual = Usual::Upload;
                let is_file = !matches!(value.as_str(), "-" | ".");
                self.data.add(
                    "data-binary",
                    &if is_file { at_file(&value) } else { Traced::constant("@-", at) },
                    self.input,
                    self.faults,
                );
            }
            _ => self.data.add(name, &value, self.input, self.faults),
        }
    }

    fn named(&mut self, name: &str, value: &Traced, at: usize) {
        let mut header = Traced::constant(name, at);
        header.append(value);
        self.headers.push(header);
    }

    /// `Name:` takes a header away that curl would send, and `Name;` sends it empty.
    fn header(&mut self, value: Traced) {
        let text = value.as_str();
        if let Some(name) = text.strip_suffix(';').filter(|name| !name.contains(':')) {
            let mut empty = value.cut(0, name.len());
            empty.push_str(": ", value.start());
            self.headers.push(empty);
        } else if text.split_once(':').is_some_and(|(_, value)| !value.trim().is_empty()) {
            self.headers.push(value);
        } else {
            self.data.without.extend(text.split(':').next().map(str::to_owned));
        }
    }

    fn request(self) -> Option<Request> {
        let Some(url) = self.url else {
            self.faults.push(Fault { what: What::NoUrl, span: Span::at(self.at) });
            return None;
        };
        let sends = self.data.is_some();
        let usual = match self.usual {
            Usual::Head => "HEAD",
            Usual::Upload => "PUT",
            Usual::ByData if sends => "POST",
            Usual::ByData | Usual::Query => "GET",
        };
        let method = self.method.unwrap_or_else(|| Traced::constant(usual, url.start()));
        let mut request = Request { method, url: encode::with_query(&url, &self.query), headers: self.headers, body: None };
        if self.usual == Usual::Query {
            request.url = encode::with_query(&request.url, &self.data.text());
        } else if sends {
            let at = self.data.at();
            for header in self.data.headers().iter().filter(|_| self.usual != Usual::Upload) {
                if !self.data.without.iter().any(|name| is_header(header, name)) {
                    request.default_header(header, at);
                }
            }
            request.body = Some(self.data.text());
        }
        Some(request)
    }
}

fn at_file(name: &Traced) -> Traced {
    let mut file = Traced::constant("@", name.start());
    file.append(name);
    file
}
