//! The answer of an Unfurl Callback, as it came over HTTP.
//!
//! In: status, content type and body, and the link that was asked for; or why nothing came. Out: what is wrong with the
//! HTTP of it, by the rules in `rules/answer`, and the analysis of its body, as of any payload. It asks nobody: the page and
//! the host program do, each within [`MOST`] and [`PATIENCE`].

use std::str;

use time::UtcDateTime;

use super::payload::{Analysis, Options, analyze_with};
use crate::core::diagnostic::Diagnostic;
use crate::core::method::Method;
use crate::core::place::Where;
use crate::core::profile::Profile;
use crate::core::rules::answer::Heard;
use crate::core::rules::answer::{CallbackAnswer, NO_ANSWER};
use crate::core::rules::check_answer;
use crate::core::text::Span;

/// Bytes that are read of a body.
pub const MOST: usize = 10 * 1024 * 1024;

/// Seconds that a whole answer may take, from the first byte sent to the last one read.
pub const PATIENCE: u32 = 30;

const BYTE_ORDER_MARK: char = '\u{FEFF}';

/// What is known of an answer.
#[derive(Debug, Clone)]
pub struct CallbackVerdict {
    /// The body: what is not UTF-8 replaced, without the byte-order mark.
    pub text: String,
    /// The bytes of the body in front of `text`.
    pub skipped: usize,
    /// About the HTTP of it; in no text.
    pub about: Vec<Diagnostic>,
    /// Of the body. The answer to a DELETE shows nothing, nor does one that is empty, cut or a redirect.
    pub analysis: Option<Analysis>,
}

/// Why nothing came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoAnswer {
    /// Not within so many seconds.
    Timeout(u32),
    /// Nobody listens at the port.
    Refused,
    /// The host has no address.
    Unresolved,
    /// The connection ended before the answer did.
    Closed,
    /// The two did not agree on encryption, or the certificate is not trusted.
    Tls(String),
    /// In a coding that nobody asked for.
    Compressed(String),
    /// The browser does not say why: there is no server, or it does not allow the page to read its answer.
    Blocked,
    /// In the words of whoever asked.
    Other(String),
}

/// Checks the answer to a question for `link`.
pub fn judge(answer: &CallbackAnswer, link: &str, profile: Profile, now: UtcDateTime) -> CallbackVerdict {
    let (mut text, invalid_at) = decode(answer);
    let skipped = if text.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len_utf8() } else { 0 };
    text.drain(..skipped);
    let blank = text.bytes().all(|byte| byte.is_ascii_whitespace());
    let shows = answer.method == Method::Post && !answer.is_redirect() && !answer.cut && !blank;
    let options = Options { profile, link: Some(link.to_owned()), ..Options::default() };
    let analysis = shows.then(|| analyze_with(&text, options, now));
    let heard = Heard { answer, invalid_at, blank, kind: analysis.as_ref().map(|analysis| analysis.kind) };
    CallbackVerdict { about: check_answer(&heard, profile), text, skipped, analysis }
}

/// The body as text, and where it is not UTF-8. What the cut went through is not held against it.
fn decode(answer: &CallbackAnswer) -> (String, Option<usize>) {
    match str::from_utf8(answer.body) {
        Ok(text) => (text.to_owned(), None),
        Err(error) => {
            let wrong = error.error_len().is_some() || !answer.cut;
            (String::from_utf8_lossy(answer.body).into_owned(), wrong.then(|| error.valid_up_to()))
        }
    }
}

/// That there is no answer, and what to do.
pub fn no_answer(why: NoAnswer) -> Diagnostic {
    let (message, help) = match why {
        NoAnswer::Timeout(seconds) => (
            format!("The callback did not respond within {seconds} second{}", if seconds == 1 { "" } else { "s" }),
            "Respond at once and leave slow work for later; how long Notion waits is not documented",
        ),
        NoAnswer::Refused => ("The connection was refused".to_owned(), "Start the server, and check its port"),
        NoAnswer::Unresolved => ("The host was not found".to_owned(), "Check the spelling of the host"),
        NoAnswer::Closed => {
            ("The connection was closed before the response was complete".to_owned(), "Check the log of the server")
        }
        NoAnswer::Tls(reason) => (
            format!("The connection is not secure: {reason}"),
            "Use a certificate that a public authority signed; a server on this machine can use `http`",
        ),
        NoAnswer::Compressed(coding) => (
            format!("The body is compressed ({coding}), which the request did not ask for"),
            "Compress only for a request with `Accept-Encoding`",
        ),
        NoAnswer::Blocked => (
            "The browser got no response that this page may read".to_owned(),
            "Check that the server is running and sends the headers under “What a browser needs”, or ask with cURL",
        ),
        NoAnswer::Other(reason) => (format!("There is no response: {reason}"), "Check the URL and the server"),
    };
    Diagnostic {
        rule: &NO_ANSWER,
        severity: NO_ANSWER.documented,
        message,
        help: Some(help.to_owned()),
        source: Where::Message,
        pointer: None,
        span: Span::at(0),
        labels: Vec::new(),
        fixes: Vec::new(),
    }
}
