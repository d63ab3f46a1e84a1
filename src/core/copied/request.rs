//! The request that a piece of code sends, and what could not be read of the code.

use super::traced::Traced;
use crate::core::text::Span;

/// Variables are written `$NAME`, as a shell has them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Request {
    pub method: Traced,
    pub url: Traced,
    /// Each is `Name: value` on one line.
    pub headers: Vec<Traced>,
    pub body: Option<Traced>,
}

/// What is not read, or read as it was meant and not as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    pub what: What,
    /// Bytes of the source.
    pub span: Span,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// A shell runs what is in back-ticks.
    BackTicks,
    /// A line that continues the command, behind one without a backslash.
    NextLine,
    /// A blank between a backslash and the end of its line.
    BlankBehindBackslash,
    OpenQuote,
    /// A `&` outside quotes, which ends the command.
    Ampersand,
    /// The value is in a file.
    File,
    /// A second command or request.
    Other,
    UnknownOption,
    /// A value that only the program knows.
    Computed,
    /// The code sends a request, but to no URL that stands in it.
    NoUrl,
}

impl Request {
    pub fn header(&self, name: &str) -> Option<&Traced> {
        self.headers.iter().find(|header| is_header(header.as_str(), name))
    }

    pub fn push_header(&mut self, name: &Traced, value: &Traced) {
        let mut header = name.clone();
        header.push_str(": ", name.start());
        header.append(value);
        self.headers.push(header);
    }

    /// `Authorization: SCHEME …`
    pub fn authorize(&mut self, value: &Traced) {
        self.push_header(&Traced::constant("Authorization", value.start()), value);
    }

    /// Adds a header unless it is there already.
    pub fn default_header(&mut self, line: &str, at: usize) {
        let name = line.split(':').next().unwrap_or(line);
        if self.header(name).is_none() {
            self.headers.push(Traced::constant(line, at));
        }
    }

    /// The request as HTTP text, with the whole URL in its first line.
    pub fn http(&self) -> Traced {
        let mut http = self.method.one_line();
        http.push(' ', self.url.start());
        http.append(&self.url.one_line());
        http.push_str(" HTTP/1.1", self.url.start());
        for header in &self.headers {
            http.push('\n', header.start());
            http.append(&header.one_line());
        }
        if let Some(body) = &self.body {
            http.push_str("\n\n", body.start());
            http.append(body);
        }
        http
    }
}

/// Whether a line is the header of a name.
pub fn is_header(line: &str, name: &str) -> bool {
    line.split_once(':').is_some_and(|(given, _)| given.trim().eq_ignore_ascii_case(name))
}
