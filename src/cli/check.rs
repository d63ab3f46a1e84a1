//! `check`: the diagnostics of payloads, for people or as JSON.

use clap::{Args, ValueEnum};
use serde::Serialize;
use time::UtcDateTime;

use super::format::Format;
use super::input::{self, Input};
use super::output::{Failure, Output};
use super::report::{self, Counts};
use super::terminal::{Style, visible};
use crate::core::analysis::{self, Analysis, Options, analyze_with};
use crate::core::integration::update::offer_carry_over;
use crate::core::profile::Profile;
use crate::core::unfurl::PayloadKind;
use crate::core::wire;

const AFTER_HELP: &str = "\
Example:
  link-preview-lab check --profile wild reply.json

Exit status:
  0  no errors found
  1  errors found
  2  wrong usage or unreadable input";

/// Check payloads: bare attribute arrays or callback responses
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub struct CheckCommand {
    /// Payloads to check; `-` reads standard input
    #[arg(value_name = "FILE", required = true)]
    files: Vec<String>,

    /// How to print the problems
    #[arg(long, value_enum, default_value_t)]
    format: Format,

    /// How strictly to check
    #[arg(long, value_enum, default_value_t)]
    profile: Profile,

    /// What the files are, if not payloads
    #[arg(long = "as", value_name = "KIND")]
    body: Option<Body>,

    /// The problems of each file that are printed at most
    #[arg(long, value_name = "NUMBER", default_value_t = report::USUAL_LIMIT)]
    limit: usize,

    /// With `--as update`: the payload that the update changes
    #[arg(long, value_name = "FILE", requires = "body")]
    base: Option<String>,
}

/// An update has the same shape as a callback response, so it must be named.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Body {
    /// Bodies of a PATCH that update a preview
    Update,
}

struct Checked {
    input: Input,
    analysis: Analysis,
}

impl CheckCommand {
    pub fn run(&self) -> Result<Output, Failure> {
        let checked = self.check()?;
        let counts = Counts::of(checked.iter().flat_map(|file| &file.analysis.diagnostics));
        let stdout = self.format.print(|style| self.text(&checked, counts, style), || self.json(&checked, counts));
        Ok(Output::report(stdout, counts))
    }

    /// Reads every file before it checks the first, so that an unreadable one leaves standard output empty.
    fn check(&self) -> Result<Vec<Checked>, Failure> {
        input::check_stdin(self.files.iter().chain(&self.base).map(String::as_str))?;
        let base = self.base.as_deref().map(Base::read).transpose()?;
        let base_ids = base.as_ref().map(|base| base.ids.clone());
        let options = Options { profile: self.profile, update: self.body.is_some(), base_ids, ..Options::default() };
        let inputs: Vec<Input> = self.files.iter().map(|file| input::read(file)).collect::<Result<_, _>>()?;
        let check = |input: Input| {
            let mut analysis = analyze_with(&input.text, options.clone(), UtcDateTime::UNIX_EPOCH);
            if let Some(base) = &base {
                offer_carry_over(&mut analysis.diagnostics, &input.text, &base.text);
            }
            Checked { input, analysis }
        };
        Ok(inputs.into_iter().map(check).collect())
    }
}

impl CheckCommand {
    fn text(&self, checked: &[Checked], counts: Counts, style: Style) -> String {
        let problems = checked.iter().map(|file| report::diagnostics(&file.input, &file.analysis.diagnostics, self.limit, style));
        problems.collect::<String>() + &counts.summary(checked.len(), "file") + "\n"
    }

    fn json<'c>(&self, checked: &'c [Checked], counts: Counts) -> Report<'c> {
        let files = checked.iter().map(|Checked { input, analysis }| {
            let found = &analysis.diagnostics;
            let printed = &found[..found.len().min(self.limit)];
            FileReport {
                file: &input.name,
                kind: analysis.kind,
                diagnostics: wire::diagnostics_in_file(&input.text, input.skipped, printed),
                omitted: found.len() - printed.len(),
            }
        });
        Report { files: files.collect(), counts }
    }
}

/// The payload that the updates change.
struct Base {
    text: String,
    ids: Vec<String>,
}

impl Base {
    fn read(file: &str) -> Result<Self, Failure> {
        let text = input::read(file)?.text;
        let ids = analysis::ids(&text)
            .map_err(|found| Failure(format!("the base `{}` is not JSON: {}", visible(file), visible(&found.message))))?;
        Ok(Self { text, ids })
    }
}

#[derive(Serialize)]
struct Report<'r> {
    files: Vec<FileReport<'r>>,
    #[serde(flatten)]
    counts: Counts,
}

#[derive(Serialize)]
struct FileReport<'r> {
    file: &'r str,
    kind: PayloadKind,
    diagnostics: Vec<wire::Diagnostic<'r>>,
    /// The number of problems beyond the limit.
    #[serde(skip_serializing_if = "is_none")]
    omitted: usize,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it with a reference")]
fn is_none(omitted: &usize) -> bool {
    *omitted == 0
}
