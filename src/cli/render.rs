//! `render`: the drawing model of a payload as JSON, or a sketch of it.
//!
//! Nothing is judged here: whatever can be drawn is drawn and the status is 0. A text that does not parse has no
//! drawing; its diagnostic goes to standard error and the status is 1.

use std::io;

use lexopt::{Arg, Parser, ValueExt};
use time::UtcDateTime;

use super::arguments::{self, choice};
use super::sketch::{self, View};
use super::terminal::{Style, visible};
use super::{Failure, Output, input, report, to_json};
use crate::core::analysis::analyze;
use crate::core::preview::format::instant;
use crate::core::profile::Profile;

const USAGE: &str = "\
usage: link-preview-lab render [OPTION…] FILE

Prints the drawing of a payload, whatever the rules say of it. `-` reads standard input.

options:
  --format json|text            the drawing model (default), or a sketch for people
  --now RFC3339                 the moment that relative times count from, such as 2026-01-01T00:00:00Z (default: now)
  --view preview|mention|both   what the sketch shows (default: both); the model always holds both
  -h, --help                    this text

exit status: 0 drawn, 1 the text does not parse (the diagnostic is on standard error), 2 wrong usage or unreadable input
";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Json,
    Text,
}

#[derive(Debug)]
struct Request {
    format: Format,
    now: Option<UtcDateTime>,
    view: View,
    file: String,
}

pub fn run(arguments: Parser) -> Result<Output, Failure> {
    let request = parse(arguments).map_err(|message| Failure::Usage { message, usage: USAGE })?;
    let Some(request) = request else { return Ok(Output::text(USAGE)) };
    let input = input::read(&request.file)?;
    let analysis = analyze(&input.text, Profile::Documented, request.now.unwrap_or_else(UtcDateTime::now));
    let Some(render) = analysis.render else {
        let stderr = report::diagnostics(&input, &analysis.diagnostics, Style::of(&io::stderr()));
        return Ok(Output { stderr, status: 1, ..Output::default() });
    };
    Ok(Output::text(match request.format {
        Format::Json => to_json(&*render),
        Format::Text => sketch::draw(&render, request.view, Style::of(&io::stdout())),
    }))
}

/// `None`: the person asks for help.
fn parse(mut arguments: Parser) -> Result<Option<Request>, String> {
    let (mut format, mut now, mut view, mut files) = (Format::Json, None, View::Both, Vec::new());
    while let Some(argument) = arguments.next().map_err(|error| arguments::message(&error))? {
        match argument {
            Arg::Short('h') | Arg::Long("help") => return Ok(None),
            Arg::Long("format") => {
                format = choice(&mut arguments, "--format", &[("json", Format::Json), ("text", Format::Text)])?;
            }
            Arg::Long("now") => {
                now = Some(moment(&arguments::value(&mut arguments, "--now")?)?);
            }
            Arg::Long("view") => {
                let views = [("preview", View::Preview), ("mention", View::Mention), ("both", View::Both)];
                view = choice(&mut arguments, "--view", &views)?;
            }
            Arg::Value(file) => files.push(file.string().map_err(|_| "a file's name is not UTF-8".to_owned())?),
            option => return Err(arguments::message(&option.unexpected())),
        }
    }
    match <[String; 1]>::try_from(files) {
        Ok([file]) => Ok(Some(Request { format, now, view, file })),
        Err(files) if files.is_empty() => Err("there is no file to draw; `-` reads standard input".to_owned()),
        Err(files) => Err(format!("one file is drawn at a time, not {}", files.len())),
    }
}

/// RFC 3339 also allows small letters, which a payload may not have.
fn moment(text: &str) -> Result<UtcDateTime, String> {
    instant(&text.to_ascii_uppercase())
        .ok_or_else(|| format!("`--now` takes a moment such as `2026-01-01T00:00:00Z`, not `{}`", visible(text)))
}
