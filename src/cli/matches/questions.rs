//! `match --jsonl`: each line of input is a question in JSON, and is answered with one line.
//!
//! Answers are printed whenever the input pauses, so that a program can wait for one before it asks the next. An invalid
//! line ends the command with status 2; blank lines are skipped. A question with flags other than `i` is answered with an
//! error, as `new RegExp` throws one.

use std::collections::HashMap;
use std::io::{self, BufRead, BufReader, Read, Write};

use super::super::output::{Failure, Output};
use crate::core::json::{self, Object, Source, Value};
use crate::core::pattern::syntax::{Syntax, SyntaxError};
use crate::core::pattern::{Answer, Flags, Match, Outcome, Pattern};
use crate::core::text::Span;

/// Bytes read at once. Their answers are printed together.
const AT_ONCE: usize = 1 << 16;

/// Units of the longest pattern that is read, so that each line is answered at once.
const LONGEST: usize = 1 << 16;

/// The rest of an answer without a match.
const NOTHING: &str = r#""index":null,"captures":[],"groups":{}"#;

struct Question {
    source: Vec<u16>,
    url: Vec<u16>,
    flags: Result<Flags, SyntaxError>,
}

pub fn answer(input: impl Read, mut output: impl Write) -> Result<Output, Failure> {
    let mut input = BufReader::with_capacity(AT_ONCE, input);
    let (mut line, mut answers, mut number) = (Vec::new(), String::new(), 0);
    loop {
        line.clear();
        let read = input.read_until(b'\n', &mut line).map_err(|error| Failure(format!("cannot read `-`: {error}")))?;
        number += 1;
        if !line.trim_ascii().is_empty() {
            let question = question(&line).map_err(|reason| Failure(format!("line {number} is not valid: {reason}")))?;
            push_answer(&mut answers, &question);
        }
        if read == 0 || input.buffer().is_empty() {
            match output.write_all(answers.as_bytes()).and_then(|()| output.flush()) {
                Err(error) if error.kind() == io::ErrorKind::BrokenPipe => return Ok(Output::default()),
                Err(error) => return Err(Failure(format!("cannot write the answers: {error}"))),
                Ok(()) => answers.clear(),
            }
        }
        if read == 0 {
            return Ok(Output::default());
        }
    }
}

fn question(line: &[u8]) -> Result<Question, String> {
    let text = str::from_utf8(line).map_err(|_| "it is not UTF-8".to_owned())?;
    let root = Source::new(text).parse().map_err(|error| error.message)?;
    let Value::Object(object) = &root else { return Err(format!("it is {}, not an object", json::kind(&root))) };
    let string = |name: &str| required(text, object, name);
    Ok(Question { source: string("source")?, url: string("url")?, flags: flags(object)? })
}

fn required(text: &str, object: &Object, name: &str) -> Result<Vec<u16>, String> {
    match json::property(object, name).map(|property| &property.value) {
        Some(Value::String(literal)) => Ok(json::units(text, literal.span)),
        Some(other) => Err(format!("`{name}` is {}, not a string", json::kind(other))),
        None => Err(format!("it has no `{name}`")),
    }
}

fn flags(object: &Object) -> Result<Result<Flags, SyntaxError>, String> {
    match json::property(object, "flags").map(|property| &property.value) {
        None => Ok(Ok(Flags::default())),
        Some(Value::String(literal)) => Ok(match literal.value.as_ref() {
            "" => Ok(Flags::default()),
            "i" => Ok(Flags { ignore_case: true }),
            other => {
                Err(SyntaxError { message: format!("invalid flags `{other}`: only `i` is known here"), span: Span::default() })
            }
        }),
        Some(other) => Err(format!("`flags` is {}, not a string", json::kind(other))),
    }
}

fn push_answer(answers: &mut String, question: &Question) {
    let pattern = question.flags.clone().and_then(|flags| match question.source.len() {
        ..=LONGEST => Pattern::new(&question.source, flags),
        long => Err(SyntaxError { message: format!("too large: {long} units, more than {LONGEST}"), span: Span::at(LONGEST) }),
    });
    match pattern {
        Err(error) => push_error(answers, &error),
        Ok(pattern) => push_outcome(answers, &pattern.syntax, &question.url, &pattern.exec(&question.url)),
    }
}

fn push_error(answers: &mut String, error: &SyntaxError) {
    let message = json::written(&error.message);
    answers.extend(["{\"error\":{\"message\":", &message, ",\"offset\":", &error.span.start.to_string(), "},\"matched\":null,"]);
    answers.extend([NOTHING, ",\"steps\":0,\"verdict\":\"ok\",\"notes\":[]}\n"]);
}

fn push_outcome(answers: &mut String, syntax: &Syntax, url: &[u16], outcome: &Outcome) {
    *answers += "{\"error\":null,\"matched\":";
    match &outcome.answer {
        Answer::Matched(found) => push_match(answers, syntax, url, found),
        Answer::NotMatched(_) => answers.extend(["false,", NOTHING]),
        Answer::Unknown => answers.extend(["null,", NOTHING]),
    }
    let verdict = if outcome.slow { "slow" } else { "ok" };
    let notes = if syntax.engine_dependent.is_empty() { "" } else { "\"engine-dependent\"" };
    answers.extend([",\"steps\":", &outcome.steps.to_string(), ",\"verdict\":\"", verdict, "\",\"notes\":[", notes, "]}\n"]);
}

fn push_match(answers: &mut String, syntax: &Syntax, url: &[u16], found: &Match) {
    let index = found.captures.first().copied().flatten().unwrap_or_default().start;
    answers.extend(["true,\"index\":", &index.to_string(), ",\"captures\":["]);
    for (index, capture) in found.captures.iter().enumerate() {
        *answers += if index == 0 { "" } else { "," };
        push_text(answers, url, *capture);
    }
    *answers += "],\"groups\":{";
    for (index, (name, capture)) in named(syntax, found).into_iter().enumerate() {
        *answers += if index == 0 { "" } else { "," };
        *answers += &json::written(name);
        answers.push(':');
        push_text(answers, url, capture);
    }
    answers.push('}');
}

/// What the named groups captured. A name that groups share stands once, at the first of them, with the capture of the one
/// that took part.
fn named<'s>(syntax: &'s Syntax, found: &Match) -> Vec<(&'s str, Option<Span>)> {
    let mut named: Vec<(&str, Option<Span>)> = Vec::new();
    let mut places = HashMap::new();
    let captures = found.captures.iter().skip(1).copied();
    for (group, capture) in syntax.groups.iter().zip(captures) {
        let Some(name) = group.name.as_deref() else { continue };
        let place = *places.entry(name).or_insert(named.len());
        match named.get_mut(place) {
            Some((_, known)) => *known = known.or(capture),
            None => named.push((name, capture)),
        }
    }
    named
}

fn push_text(answers: &mut String, url: &[u16], span: Option<Span>) {
    match span.and_then(|span| url.get(span.start..span.end)) {
        None => *answers += "null",
        Some(text) => {
            answers.push('"');
            json::push_escaped(answers, text);
            answers.push('"');
        }
    }
}
