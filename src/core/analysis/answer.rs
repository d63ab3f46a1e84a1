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
            format!("the callback did not answer within {seconds} seconds"),
            "answer at once and leave slow work for later; how long Notion waits is not documented",
        ),
        NoAnswer::Refused => {
            ("nobody listens there: the connection was refused".to_owned(), "start the server; look at its port")
        }
        NoAnswer::Unresolved => ("the host has no address".to_owned(), "look at the spelling of the host"),
        NoAnswer::Closed => {
            ("the connection was closed before the answer was whole".to_owned(), "look into the log of the server")
        }
        NoAnswer::Tls(reason) => (
            format!("there is no safe connection: {reason}"),
            "use a certificate that a public authority signed; to a server on this machine `http` will do",
        ),
        NoAnswer::Compressed(coding) => (
            format!("the body is compressed ({coding}), which the request did not ask for"),
            "compress only for a request with `Accept-Encoding`",
        ),
        NoAnswer::Blocked => (
            "the browser got no answer that it lets this page read".to_owned(),
            "check that the server is running and sends the headers under “What a browser needs”, or ask with cURL",
        ),
        NoAnswer::Other(reason) => (format!("there is no answer: {reason}"), "look at the URL and at the server"),
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
