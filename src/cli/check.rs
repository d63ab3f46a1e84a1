//! `check`: the diagnostics of payloads, for people or as JSON.

use std::io;

use lexopt::{Arg, Parser, ValueExt};
use serde::Serialize;
use time::UtcDateTime;

use super::arguments::{self, choice};
use super::input::{self, Input};
use super::report::{self, Counts};
use super::terminal::{Style, visible};
use super::{Failure, Output};
use crate::core::analysis::{self, Analysis, Options, analyze_with};
use crate::core::profile::Profile;
use crate::core::unfurl::PayloadKind;
use crate::core::wire;

const USAGE: &str = "\
usage: link-preview-lab check [OPTION…] FILE…

Checks payloads: a bare attribute array or a callback response. `-` reads standard input.

options:
  --format text|json          for people (default) or for programs
  --profile documented|wild   the rules as documented (default), or as seen in the wild: what integrations
                              in production are known to do is an info
  --as update                 the files are bodies of a PATCH
  --base FILE                 with `--as update`: the payload that the update replaces
  -h, --help                  this text

exit status: 0 no error found, 1 errors found, 2 wrong usage or unreadable input
";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Text,
    Json,
}

#[derive(Debug)]
struct Request {
    format: Format,
    profile: Profile,
    update: bool,
    base: Option<String>,
    files: Vec<String>,
}

struct Checked {
    input: Input,
    analysis: Analysis,
}

pub fn run(arguments: Parser) -> Result<Output, Failure> {
    let request = parse(arguments).map_err(|message| Failure::Usage { message, usage: USAGE })?;
    let Some(request) = request else { return Ok(Output::text(USAGE)) };
    let base_ids = base_ids(request.base.as_deref())?;
    let options = Options { profile: request.profile, update: request.update, base_ids, ..Options::default() };
    let inputs: Vec<Input> = request.files.iter().map(|file| input::read(file)).collect::<Result<_, _>>()?;
    let check = |input: Input| Checked { analysis: analyze_with(&input.text, options.clone(), UtcDateTime::UNIX_EPOCH), input };
    let checked: Vec<Checked> = inputs.into_iter().map(check).collect();
    let counts = Counts::of(checked.iter().flat_map(|file| &file.analysis.diagnostics));
    let stdout = match request.format {
        Format::Text => text(&checked, counts),
        Format::Json => json(&checked, counts),
    };
    Ok(Output { stdout, stderr: String::new(), status: u8::from(counts.errors > 0) })
}

/// `None`: the person asks for help.
fn parse(mut arguments: Parser) -> Result<Option<Request>, String> {
    let mut request =
        Request { format: Format::Text, profile: Profile::Documented, update: false, base: None, files: Vec::new() };
    while let Some(argument) = arguments.next().map_err(|error| arguments::message(&error))? {
        match argument {
            Arg::Short('h') | Arg::Long("help") => return Ok(None),
            Arg::Long("format") => {
                request.format = choice(&mut arguments, "--format", &[("text", Format::Text), ("json", Format::Json)])?;
            }
            Arg::Long("profile") => {
                let profiles = [("documented", Profile::Documented), ("wild", Profile::Wild)];
                request.profile = choice(&mut arguments, "--profile", &profiles)?;
            }
            Arg::Long("as") => request.update = choice(&mut arguments, "--as", &[("update", true)])?,
            Arg::Long("base") => request.base = Some(arguments::value(&mut arguments, "--base")?),
            Arg::Value(file) => request.files.push(file.string().map_err(|_| "a file's name is not UTF-8".to_owned())?),
            option => return Err(arguments::message(&option.unexpected())),
        }
    }
    complaint(&request).map_or(Ok(Some(request)), Err)
}

fn complaint(request: &Request) -> Option<String> {
    let names = request.files.iter().chain(&request.base);
    if request.files.is_empty() {
        Some("there is no file to check; `-` reads standard input".to_owned())
    } else if request.base.is_some() && !request.update {
        Some("`--base` belongs to `--as update`".to_owned())
    } else if names.filter(|name| *name == "-").count() > 1 {
        Some("standard input can be read only once".to_owned())
    } else {
        None
    }
}

fn base_ids(file: Option<&str>) -> Result<Option<Vec<String>>, Failure> {
    let Some(file) = file else { return Ok(None) };
    let base = input::read(file)?;
    let ids = analysis::ids(&base.text)
        .map_err(|found| Failure::Input(format!("the base `{}` is not JSON: {}", visible(file), visible(&found.message))))?;
    Ok(Some(ids))
}

fn text(checked: &[Checked], counts: Counts) -> String {
    let style = Style::of(&io::stdout());
    let mut text: String =
        checked.iter().map(|file| report::diagnostics(&file.input, &file.analysis.diagnostics, style)).collect();
    text += &counts.summary(checked.len(), "file");
    text.push('\n');
    text
}

#[derive(Serialize)]
struct Report<'r> {
    files: Vec<FileReport<'r>>,
    errors: usize,
    warnings: usize,
    infos: usize,
}

#[derive(Serialize)]
struct FileReport<'r> {
    file: &'r str,
    kind: PayloadKind,
    diagnostics: Vec<wire::Diagnostic<'r>>,
}

fn json(checked: &[Checked], counts: Counts) -> String {
    let files = checked.iter().map(|Checked { input, analysis }| FileReport {
        file: &input.name,
        kind: analysis.kind,
        diagnostics: wire::diagnostics_in_file(&input.text, input.skipped, &analysis.diagnostics),
    });
    let Counts { errors, warnings, infos } = counts;
    super::to_json(&Report { files: files.collect(), errors, warnings, infos })
}
