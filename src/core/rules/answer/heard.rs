//! A callback's answer as its checks see it.

use crate::core::method::Method;
use crate::core::place::Where;
use crate::core::rules::finding::Finding;
use crate::core::text::Span;
use crate::core::unfurl::PayloadKind;

/// The answer of an Unfurl Callback, as it came over HTTP.
#[derive(Debug, Clone, Copy)]
pub struct CallbackAnswer<'a> {
    /// POST or DELETE.
    pub method: Method,
    pub status: u16,
    pub content_type: Option<&'a str>,
    pub body: &'a [u8],
    /// More came than was read.
    pub cut: bool,
    /// Where a redirect points to, or where the answer is from after one.
    pub redirected: Option<&'a str>,
}

impl CallbackAnswer<'_> {
    pub fn is_redirect(&self) -> bool {
        (300..400).contains(&self.status)
    }
}

/// An answer as its checks see it.
pub struct Heard<'a> {
    pub answer: &'a CallbackAnswer<'a>,
    /// Where the body is not UTF-8.
    pub invalid_at: Option<usize>,
    /// There is no body, or only white space.
    pub blank: bool,
    /// What the body is, where it was analysed.
    pub kind: Option<PayloadKind>,
}

impl Heard<'_> {
    /// Whether something is expected of the body: nothing is of a redirect's, nor of the answer to a DELETE.
    pub fn has_a_say(&self) -> bool {
        self.answer.method == Method::Post && !self.answer.is_redirect()
    }
}

/// A finding about the answer as a whole.
pub fn finding(message: String, help: &str) -> Finding {
    Finding::of_rule(Where::Message, Span::at(0), message).help(help)
}
