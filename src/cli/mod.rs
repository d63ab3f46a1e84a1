//! The host program `link-preview-lab`: the core on files.
//!
//! In: arguments and files. Out: text or JSON on standard output, and an exit status: 0 no errors found, 1 errors found,
//! 2 wrong usage or unreadable input. With status 2 the message is on standard error and standard output is empty.
//!
//! Commands return what they print, and this file prints it. Two commands cannot wait until they are done: `match --jsonl`
//! answers each line as it arrives, and `callback` prints each answer when it comes.

mod callback;
mod check;
mod contradictions;
mod expand;
mod format;
mod input;
mod matches;
mod message;
mod output;
mod profile;
mod render;
mod report;
mod rules;
mod sketch;
mod snippet;
mod templates;
mod terminal;

use std::env;
use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use callback::CallbackCommand;
use check::CheckCommand;
use contradictions::ContradictionsCommand;
use expand::ExpandCommand;
use matches::MatchCommand;
use message::MessageCommand;
use output::{Failure, Output};
use render::RenderCommand;
use rules::RulesCommand;
use templates::TemplatesCommand;

const AFTER_HELP: &str = "\
Example:
  link-preview-lab check payload.json

Exit status:
  0  no errors found
  1  errors found
  2  wrong usage or unreadable input";

/// Check Notion Link Preview payloads, draw them, and test link rules and callbacks
// A repeated option overrides the earlier one, so that an alias or a script can hold defaults.
#[derive(Parser)]
#[command(bin_name = "link-preview-lab", version, args_override_self = true, after_help = AFTER_HELP)]
struct Program {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Check(CheckCommand),
    Render(RenderCommand),
    Match(MatchCommand),
    Expand(ExpandCommand),
    Callback(CallbackCommand),
    Message(MessageCommand),
    Rules(RulesCommand),
    Contradictions(ContradictionsCommand),
    Templates(TemplatesCommand),
}

impl Command {
    fn run(&self) -> Result<Output, Failure> {
        match self {
            Self::Check(command) => command.run(),
            Self::Render(command) => command.run(),
            Self::Match(command) => command.run(),
            Self::Expand(command) => command.run(),
            Self::Callback(command) => command.run(),
            Self::Message(command) => command.run(),
            Self::Rules(command) => Ok(command.run()),
            Self::Contradictions(command) => Ok(command.run()),
            Self::Templates(command) => Ok(command.run()),
        }
    }
}

/// Runs the command that the arguments name.
pub fn main() -> ExitCode {
    let output = run(env::args_os());
    let written = io::stderr().write_all(output.stderr.as_bytes()).and(io::stdout().write_all(output.stdout.as_bytes()));
    match written {
        // A closed pipe means the reader has seen enough, as with `head`.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => ExitCode::from(2),
        _ => ExitCode::from(output.status),
    }
}

fn run(arguments: impl IntoIterator<Item = OsString>) -> Output {
    match Program::try_parse_from(arguments) {
        Ok(program) => program.command.run().unwrap_or_else(Output::from),
        Err(answer) => Output::from(&answer),
    }
}
