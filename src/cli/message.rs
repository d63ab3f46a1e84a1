//! `message`: reads whatever somebody has in hand, as the page's "Check a message" does.
//!
//! Secrets are printed as `***` unless they are asked for: in the parts, in the source lines of problems, and in fixes.

use std::collections::BTreeMap;
use std::fmt::Write;

use clap::Args;
use serde::Serialize;
use time::UtcDateTime;

use super::format::Format;
use super::input::{self, Input};
use super::output::{Failure, Output};
use super::report::{self, Counts};
use super::terminal::{Style, visible};
use crate::core::integration::message::{Known, MessageKind, Read, understand};
use crate::core::profile::Profile;
use crate::core::project::Settings;
use crate::core::wire;

const AFTER_HELP: &str = "\
Example:
  link-preview-lab message request.txt

Exit status:
  0  no errors found
  1  errors found
  2  wrong usage or unreadable input";

/// Read a message of the conversation: a URL, a header, raw HTTP, a copied request, or a body
///
/// A copied request may be cURL for any shell, fetch, PowerShell, `http`, Python or Rust. Nothing is sent.
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub struct MessageCommand {
    /// The message; `-` reads standard input
    file: String,

    /// How to print the message and its problems
    #[arg(long, value_enum, default_value_t)]
    format: Format,

    /// How strictly to check
    #[arg(long, value_enum, default_value_t)]
    profile: Profile,

    /// Print tokens and secrets as they are
    #[arg(long)]
    show_secrets: bool,
}

impl MessageCommand {
    pub fn run(&self) -> Result<Output, Failure> {
        let input = input::read(&self.file)?;
        let settings = Settings::default();
        let known = Known {
            settings: &settings,
            link: "",
            state: None,
            base_ids: None,
            profile: self.profile,
            now: UtcDateTime::UNIX_EPOCH,
        };
        let mut read = understand(&input.text, None, &known);
        if !self.show_secrets {
            // The text of a fix may repeat a secret.
            read.diagnostics.iter_mut().for_each(|one| one.fixes.clear());
        }
        let counts = Counts::of(&read.diagnostics);
        let report = Report::of(&input, &read, self.show_secrets);
        let text = |style| self.text(&input, &read, &report, style) + &counts.summary(1, "message") + "\n";
        Ok(Output::report(self.format.print(text, || &report), counts))
    }

    fn text(&self, input: &Input, read: &Read, report: &Report, style: Style) -> String {
        let shown = if self.show_secrets { input.text.clone() } else { masked(&input.text, read) };
        let source = Input { name: input.name.clone(), text: shown, skipped: input.skipped };
        report.text(read.kind, style) + "\n" + &report::diagnostics(&source, &read.diagnostics, report::USUAL_LIMIT, style)
    }
}

/// The text with `*` for each byte of a secret, so that places stay the same.
fn masked(text: &str, read: &Read) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for span in &read.secrets {
        bytes[span.start..span.end].iter_mut().filter(|byte| !byte.is_ascii_whitespace()).for_each(|byte| *byte = b'*');
    }
    String::from_utf8(bytes).unwrap_or_else(|_| "*".repeat(text.len()))
}

#[derive(Serialize)]
struct Report<'r> {
    kind: &'static str,
    method: Option<&'r str>,
    url: Option<String>,
    parameters: BTreeMap<&'r str, String>,
    headers: BTreeMap<&'r str, String>,
    status: Option<u16>,
    body: Option<String>,
    diagnostics: Vec<wire::Diagnostic<'r>>,
}

impl<'r> Report<'r> {
    fn of(input: &'r Input, read: &'r Read, shows_secrets: bool) -> Self {
        let parts = &read.parts;
        let value = |value: &str, is_secret: bool| {
            let hidden = is_secret && !shows_secrets && !value.starts_with('$');
            if hidden { "***".to_owned() } else { value.to_owned() }
        };
        Self {
            kind: kind(read),
            method: parts.method(),
            url: parts.url(shows_secrets),
            parameters: read.parameters.iter().map(|one| (one.name.as_str(), value(&one.value, one.is_secret))).collect(),
            headers: parts.headers(shows_secrets).collect(),
            status: parts.status(),
            body: parts.body(shows_secrets),
            diagnostics: wire::diagnostics_in_file(&input.text, input.skipped, &read.diagnostics),
        }
    }

    /// `Read as a request to your callback`, then its parts, a line each.
    fn text(&self, kind: Option<MessageKind>, style: Style) -> String {
        let label = kind.map_or("none of the messages", MessageKind::label).replace('`', "");
        let mut text = format!("Read as {}\n", style.bold(&label));
        // Writing to a string cannot fail.
        let mut line = |name: &str, value: &str| writeln!(text, "  {}: {}", visible(name), visible(value)).ok();
        let status = self.status.map(|status| status.to_string());
        for (name, value) in [("method", self.method), ("url", self.url.as_deref()), ("status", status.as_deref())] {
            if let Some(value) = value {
                line(name, value);
            }
        }
        for (name, value) in &self.headers {
            line(name, value);
        }
        for (name, value) in &self.parameters {
            line(name, value);
        }
        text
    }
}

/// The public name of what was read.
fn kind(read: &Read) -> &'static str {
    let scheme = || read.facts.iter().find(|fact| fact.name == "scheme").map(|fact| fact.value.to_ascii_lowercase());
    match read.kind {
        Some(MessageKind::AuthorizationUrl) => "authorization",
        Some(MessageKind::Authorization) => match scheme().as_deref() {
            Some("basic") => "basic",
            Some("bearer") => "bearer",
            _ => "unknown",
        },
        Some(kind) => kind.name(),
        None => "unknown",
    }
}
