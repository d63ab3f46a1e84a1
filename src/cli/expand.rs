//! `expand`: a link rule's placeholders, filled with what its pattern captures in a URL.
//!
//! An invalid pattern, a URL that it does not match and a text that is not JSON are errors found: status 1, the message on
//! standard error, nothing on standard output.

use std::io;

use clap::Args;
use time::UtcDateTime;

use super::input::{self, Input};
use super::matches::complaint;
use super::output::{Failure, Output};
use super::report;
use super::terminal::{Style, visible};
use crate::core::analysis::analyze;
use crate::core::json::Source;
use crate::core::pattern::{Answer, Flags, Pattern};
use crate::core::placeholders;
use crate::core::profile::Profile;

const AFTER_HELP: &str = r"Example:
  link-preview-lab expand --pattern '\/items\/(?<itemNo>\d+)$' --url https://acme.com/items/23487 placeholders.json

Exit status:
  0  filled
  1  the pattern is wrong or does not match, or the file is not JSON; the reason is on standard error
  2  wrong usage or unreadable input";

/// Fill the placeholders of a link rule
///
/// Prints the file with the placeholders in its string values (`$<name>`, `$1`, `$&`, …)
/// replaced by what the pattern captures in the URL, as JavaScript's `replace` does.
/// The layout of the file stays.
#[derive(Debug, Args)]
#[command(verbatim_doc_comment, after_help = AFTER_HELP)]
pub struct ExpandCommand {
    /// JSON file with placeholders; `-` reads standard input
    file: String,

    /// JavaScript pattern without flags
    // A pattern may begin with a hyphen.
    #[arg(long, allow_hyphen_values = true)]
    pattern: String,

    /// URL that the pattern matches
    #[arg(long)]
    url: String,
}

impl ExpandCommand {
    pub fn run(&self) -> Result<Output, Failure> {
        let input = input::read(&self.file)?;
        Ok(self.fill(&input, Style::of(&io::stderr())).map_or_else(Output::errors, Output::text))
    }

    /// The filled file, or what is wrong.
    fn fill(&self, input: &Input, style: Style) -> Result<String, String> {
        let url: Vec<u16> = self.url.encode_utf16().collect();
        let source: Vec<u16> = self.pattern.encode_utf16().collect();
        let pattern = Pattern::new(&source, Flags::default()).map_err(|error| complaint(&self.pattern, &error, style))?;
        let found = match pattern.exec(&url).answer {
            Answer::Matched(found) => found,
            Answer::NotMatched(_) => return Err(self.no_match("does not match", style)),
            Answer::Unknown => return Err(self.no_match("takes too long on", style)),
        };
        let root = Source::new(&input.text).parse().map_err(|_| not_json(input, style))?;
        let filled = placeholders::expand(&input.text, &root, &pattern.syntax, &found, &url);
        let mark = if input.skipped > 0 { input::BYTE_ORDER_MARK } else { "" };
        Ok([mark, &filled.text].concat())
    }

    fn no_match(&self, reason: &str, style: Style) -> String {
        format!("{}: the pattern {reason} `{}`\n", style.red("error"), visible(&self.url))
    }
}

fn not_json(input: &Input, style: Style) -> String {
    report::diagnostics(
        input,
        &analyze(&input.text, Profile::Documented, UtcDateTime::UNIX_EPOCH).diagnostics,
        report::USUAL_LIMIT,
        style,
    )
}
