//! The host program `link-preview-lab`: the core on files.
//!
//! In: arguments and files. Out: text or JSON on standard output and an exit status: 0 no error found, 1 errors found,
//! 2 wrong usage or unreadable input, then with a message on standard error and nothing on standard output. Commands
//! return what they print, so this file is the only one that prints, save `match --jsonl`, which answers as it reads, and
//! `callback`, whose answers come one by one.

mod arguments;
mod callback;
mod check;
mod expand;
mod input;
mod matches;
mod render;
mod report;
mod rules;
mod sketch;
mod snippet;
mod templates;
mod terminal;

use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;

use lexopt::{Arg, Parser};

const USAGE: &str = "\
usage: link-preview-lab COMMAND [OPTION…] FILE…

commands:
  check       check payloads
  render      print the drawing of a payload
  match       run a pattern on URLs
  expand      fill the placeholders of a link rule
  callback    ask a callback as Notion would, and check its answers
  rules       print what the rules find and why
  templates   print the templates

options:
  -h, --help      this text; after a command, the command's own
  -V, --version   the version

exit status: 0 no error found, 1 errors found, 2 wrong usage or unreadable input
";

/// What a command prints, and the status it ends with.
#[derive(Debug, Default, PartialEq, Eq)]
struct Output {
    stdout: String,
    stderr: String,
    status: u8,
}

impl Output {
    fn text(stdout: impl Into<String>) -> Self {
        Self { stdout: stdout.into(), ..Self::default() }
    }
}

/// Why there is no output.
#[derive(Debug, PartialEq, Eq)]
enum Failure {
    /// Wrong usage, and the usage that would have been right.
    Usage { message: String, usage: &'static str },
    /// A file that cannot be read.
    Input(String),
}

impl From<Failure> for Output {
    fn from(failure: Failure) -> Self {
        let stderr = match failure {
            Failure::Usage { message, usage } => format!("error: {message}\n\n{usage}"),
            Failure::Input(message) => format!("error: {message}\n"),
        };
        Self { stdout: String::new(), stderr, status: 2 }
    }
}

/// Runs the command that the arguments name.
pub fn main() -> ExitCode {
    let output = run(std::env::args_os().skip(1)).unwrap_or_else(Output::from);
    // A reader that closed the pipe has seen enough, and there is nobody left to tell.
    let written = io::stderr().write_all(output.stderr.as_bytes()).and(io::stdout().write_all(output.stdout.as_bytes()));
    match written {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => ExitCode::from(2),
        _ => ExitCode::from(output.status),
    }
}

fn run(arguments: impl IntoIterator<Item = OsString>) -> Result<Output, Failure> {
    let mut arguments = Parser::from_args(arguments);
    let wrong = |message| Failure::Usage { message, usage: USAGE };
    match arguments.next().map_err(|error| wrong(arguments::message(&error)))? {
        Some(Arg::Short('h') | Arg::Long("help")) => Ok(Output::text(USAGE)),
        Some(Arg::Short('V') | Arg::Long("version")) => {
            Ok(Output::text(concat!("link-preview-lab ", env!("CARGO_PKG_VERSION"), "\n")))
        }
        Some(Arg::Value(command)) => match command.to_str() {
            Some("check") => check::run(arguments),
            Some("render") => render::run(arguments),
            Some("match") => matches::run(arguments),
            Some("expand") => expand::run(arguments),
            Some("callback") => callback::run(arguments),
            Some("rules") => rules::run(arguments),
            Some("templates") => templates::run(arguments),
            _ => Err(wrong(format!("unknown command `{}`", terminal::visible(&command.to_string_lossy())))),
        },
        Some(option) => Err(wrong(arguments::message(&option.unexpected()))),
        None => Err(wrong("there is no command".to_owned())),
    }
}

/// Indented JSON with a line end. What the program prints is made of strings and numbers, so it always is JSON.
fn to_json(value: &impl serde::Serialize) -> String {
    serde_json::to_string_pretty(value).map(|text| text + "\n").unwrap_or_default()
}
