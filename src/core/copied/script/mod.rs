//! JavaScript with `fetch`, Python with `requests` or `urllib`, Rust with `reqwest`.
//!
//! The three share strings, calls, tables and `+`, so one small reader of expressions serves them all. It reads assignments
//! and calls from the first line on, and knows a few dozen functions by name. Anything else is a value that nobody knows.

mod eval;
mod expression;
mod literal;
mod parse;

use self::eval::{Evaluator, Out};
use self::parse::Parser;
use super::Copied;
use super::request::{Fault, What};
use crate::core::text::Span;

/// What the texts of the three languages hold that send a request.
const CALLS: [&str; 4] = ["fetch(", "requests.", "urllib.request", "reqwest"];

pub fn read(text: &str, from: usize) -> Option<Copied> {
    if !CALLS.iter().any(|call| text[from..].contains(call)) {
        return None;
    }
    let mut parser = Parser::new(text, from);
    let mut evaluator = Evaluator::new(text);
    let mut copied = None;
    while let Some((statement, span)) = parser.statement() {
        let out = evaluator.run(&statement);
        match (out, &mut copied) {
            (Out::Request(request), None) => {
                let faults = std::mem::take(&mut evaluator.faults);
                copied = Some(Copied { request: Some(request), faults });
            }
            // A request that was given a name is the same one.
            (Out::Request(again), Some(Copied { request: Some(first), .. })) if again == *first => {}
            (Out::Request(_), Some(Copied { faults, .. })) => {
                faults.push(Fault { what: What::Other, span });
                break;
            }
            _ => {}
        }
    }
    let calls = || text[from..].contains("fetch(") || text[from..].contains("requests.") || text[from..].contains("reqwest::");
    copied.or_else(|| {
        let fault = Fault { what: What::NoUrl, span: Span::at(from) };
        calls().then(|| Copied { request: None, faults: vec![fault] })
    })
}
