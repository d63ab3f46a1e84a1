//! `expand`: a link rule's placeholders, filled from what its pattern captures in a URL.
//!
//! A pattern that is none, a URL that it does not match and a text that is not JSON are errors found: status 1, the message on
//! standard error, nothing on standard output.

use std::io;

use lexopt::{Arg, Parser, ValueExt};
use time::UtcDateTime;

use super::arguments;
use super::input::{self, Input};
use super::matches::complaint;
use super::terminal::{Style, visible};
use super::{Failure, Output, report};
use crate::core::analysis::analyze;
use crate::core::json::Source;
use crate::core::pattern::{Answer, Flags, Pattern};
use crate::core::placeholders;
use crate::core::profile::Profile;

const USAGE: &str = "\
usage: link-preview-lab expand --pattern PATTERN --url URL FILE

Prints a JSON file with the placeholders in its string values (`$<name>`, `$1`, `$&`, …) filled with what the pattern captures in
the URL, as JavaScript's `replace` does. Layout stays. `-` reads standard input.

options:
  --pattern PATTERN   a JavaScript pattern without flags
  --url URL           a URL that it matches
  -h, --help          this text

exit status: 0 filled, 1 the pattern is wrong, does not match, or the file is not JSON (the message is on standard error),
2 wrong usage or unreadable input
";

#[derive(Debug)]
struct Request {
    pattern: String,
    url: String,
    file: String,
}

pub fn run(arguments: Parser) -> Result<Output, Failure> {
    let request = parse(arguments).map_err(|message| Failure::Usage { message, usage: USAGE })?;
    let Some(request) = request else { return Ok(Output::text(USAGE)) };
    let input = input::read(&request.file)?;
    Ok(fill(&request, &input).unwrap_or_else(|stderr| Output { stderr, status: 1, ..Output::default() }))
}

/// `None`: the person asks for help.
fn parse(mut arguments: Parser) -> Result<Option<Request>, String> {
    let (mut pattern, mut url, mut files) = (None, None, Vec::new());
    while let Some(argument) = arguments.next().map_err(|error| arguments::message(&error))? {
        match argument {
            Arg::Short('h') | Arg::Long("help") => return Ok(None),
            Arg::Long("pattern") => pattern = Some(arguments::value(&mut arguments, "--pattern")?),
            Arg::Long("url") => url = Some(arguments::value(&mut arguments, "--url")?),
            Arg::Value(file) => files.push(file.string().map_err(|_| "a file's name is not UTF-8".to_owned())?),
            option => return Err(arguments::message(&option.unexpected())),
        }
    }
    let pattern = pattern.ok_or("there is no pattern; `--pattern` gives it")?;
    let url = url.ok_or("there is no URL; `--url` gives it")?;
    match <[String; 1]>::try_from(files) {
        Ok([file]) => Ok(Some(Request { pattern, url, file })),
        Err(files) if files.is_empty() => Err("there is no file to fill; `-` reads standard input".to_owned()),
        Err(files) => Err(format!("one file is filled at a time, not {}", files.len())),
    }
}

/// The filled file, or what is wrong.
fn fill(request: &Request, input: &Input) -> Result<Output, String> {
    let style = Style::of(&io::stderr());
    let url: Vec<u16> = request.url.encode_utf16().collect();
    let source: Vec<u16> = request.pattern.encode_utf16().collect();
    let pattern = Pattern::new(&source, Flags::default()).map_err(|error| complaint(&request.pattern, &error, style))?;
    let reason = match pattern.exec(&url).answer {
        Answer::Matched(found) => match Source::new(&input.text).parse() {
            Ok(root) => {
                let filled = placeholders::expand(&input.text, &root, &pattern.syntax, &found, &url);
                let mark = if input.skipped > 0 { "\u{FEFF}" } else { "" };
                return Ok(Output::text(format!("{mark}{}", filled.text)));
            }
            Err(_) => return Err(not_json(input, style)),
        },
        Answer::NotMatched(_) => "does not match",
        Answer::Unknown => "takes too long on",
    };
    Err(format!("{}: the pattern {reason} `{}`\n", style.red("error"), visible(&request.url)))
}

fn not_json(input: &Input, style: Style) -> String {
    report::diagnostics(input, &analyze(&input.text, Profile::Documented, UtcDateTime::UNIX_EPOCH).diagnostics, style)
}
