//! PowerShell: `Invoke-WebRequest`, `Invoke-RestMethod`, and `curl.exe`.
//!
//! In: statements. Out: the request of the first command that sends one. Names that were given a value before are known.

mod expression;
mod web_request;

use self::expression::Reader;
use super::request::{Fault, What};
use super::shell::{Command, cmd};
use super::traced::Traced;
use super::value::Value;
use super::{Copied, curl};
use crate::core::text::Span;

/// Whether code is PowerShell and no other shell's.
pub fn is_powershell(text: &str) -> bool {
    let sends = ["Invoke-WebRequest", "Invoke-RestMethod", "$env:"].iter().any(|word| text.contains(word));
    let is_short = text.lines().any(|line| line.starts_with("iwr ") || line.starts_with("irm "));
    let is_curl =
        text.contains("curl.exe") && !cmd::is_cmd(text) && (text.contains('\'') || text.lines().any(|line| line.ends_with('`')));
    sends || is_short || is_curl
}

pub fn read(text: &str, from: usize) -> Option<Copied> {
    let mut reader = Reader::new(text, from);
    let mut copied: Option<Copied> = None;
    while let Some((pipeline, span)) = reader.statement() {
        let Some(request) = sent(&pipeline, &mut reader) else { continue };
        match &mut copied {
            None => copied = Some(Copied { faults: std::mem::take(&mut reader.faults), ..request }),
            Some(first) => {
                first.faults.push(Fault { what: What::Other, span });
                break;
            }
        }
    }
    copied
}

/// A word of a command; bare words may be parameters.
#[derive(Debug, Clone)]
struct Word {
    value: Value,
    is_bare: bool,
}

/// The request of the first command of a pipeline that sends one.
fn sent(pipeline: &[Vec<Word>], reader: &mut Reader) -> Option<Copied> {
    for (number, words) in pipeline.iter().enumerate() {
        let Some(program) = words.first().and_then(|word| word.value.text()) else { continue };
        let input = number.checked_sub(1).and_then(|before| pipeline[before].first()).map(|word| &word.value);
        let name = program.as_str().to_ascii_lowercase();
        if curl::is_curl(&name) {
            let words: Vec<Traced> = words[1..].iter().filter_map(|word| word.value.text()).map(native).collect();
            let command = Command { input: input.and_then(Value::text).cloned(), at: program.start(), ..Command::default() };
            let request = curl::read(&words, &command, &mut reader.faults);
            return Some(Copied { request, faults: Vec::new() });
        }
        if matches!(name.as_str(), "invoke-webrequest" | "invoke-restmethod" | "iwr" | "irm") {
            let request = web_request::read(&words[1..], input, &reader.names, &mut reader.faults);
            if request.is_none() {
                reader.faults.push(Fault { what: What::NoUrl, span: Span::at(program.start()) });
            }
            return Some(Copied { request, faults: Vec::new() });
        }
    }
    None
}

/// An argument as a program sees it: people escape all double quotes of JSON, because Windows PowerShell loses them
/// otherwise.
fn native(word: &Traced) -> Traced {
    let text = word.as_str();
    if !text.starts_with(['{', '[']) || !text.match_indices('"').all(|(at, _)| text[..at].ends_with('\\')) {
        return word.clone();
    }
    let mut plain = Traced::default();
    let mut at = 0;
    while let Some(length) = text[at..].find("\\\"") {
        plain.append(&word.cut(at, at + length));
        at += length + 1;
    }
    plain.append(&word.cut(at, text.len()));
    plain
}
