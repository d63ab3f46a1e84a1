//! Rules on the HTTP of a callback's answer: what can be wrong before its body is looked at as a payload.
//!
//! In: the answer, and what reading its body showed. Out: diagnostics about the message as a whole, in no text.

/// An answer as it travels: status and headers, then the body behind a blank line.
#[cfg_attr(target_arch = "wasm32", allow(unused_macros))]
macro_rules! answer {
    ($head:literal, $body:expr) => {
        concat!("HTTP/1.1 ", $head, "\n\n", $body)
    };
}

/// The documented answer for a link that is gone.
#[cfg_attr(target_arch = "wasm32", allow(unused_macros))]
macro_rules! documented {
    () => {
        documented!("Content not found")
    };
    ($message:literal) => {
        concat!(
            r#"{"uri": "https://acme.com/items/1", "operations": [{"path": ["error"], "set": {"status": 404, "message": ""#,
            $message,
            r#""}}]}"#
        )
    };
}

mod body;
mod status;
#[cfg(test)]
mod tests;

pub use body::{ANSWER_BARE_ATTRIBUTES, ANSWER_CONTENT_TYPE, ANSWER_EMPTY, ANSWER_ENCODING, ANSWER_SIZE};
pub use status::{ANSWER_REDIRECT, ANSWER_SERVER_ERROR, ANSWER_STATUS, NO_ANSWER};

use super::place::quoted;
use super::{Check, Family, Finding, RULES, Report, Rule};
use crate::core::diagnostic::Diagnostic;
use crate::core::integration::Method;
use crate::core::integration::answer::Answer;
use crate::core::place::Where;
use crate::core::profile::Profile;
use crate::core::text::Span;
use crate::core::unfurl::Kind;

/// An answer as its checks see it.
pub struct Heard<'a> {
    pub answer: &'a Answer<'a>,
    /// Where the body is not UTF-8.
    pub invalid_at: Option<usize>,
    /// There is no body, or only white space.
    pub blank: bool,
    /// What the body is, where it was analysed.
    pub kind: Option<Kind>,
}

impl Heard<'_> {
    /// Whether something is expected of the body: nothing is of a redirect's, nor of the answer to a DELETE.
    fn has_a_say(&self) -> bool {
        self.answer.method == Method::Post && !self.answer.is_redirect()
    }
}

/// All that is said of an answer, in the order of the rules.
pub fn check(heard: &Heard, profile: Profile) -> Vec<Diagnostic> {
    let mut report = Report::new(profile);
    for rule in RULES {
        report.rule = rule;
        if let Check::Answer(check) = rule.check {
            check(heard, &mut report);
        }
    }
    report.found
}

/// A finding about the answer as a whole.
fn finding(message: String, help: &str) -> Finding {
    Finding::of_rule(Where::Message, Span::at(0), message).help(help)
}
