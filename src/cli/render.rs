//! `render`: the drawing model of a payload as JSON, or a sketch of it.
//!
//! This command judges nothing: it draws whatever can be drawn and ends with status 0. A text that is not JSON cannot be
//! drawn; the diagnostic goes to standard error and the status is 1.

use std::io;

use clap::Args;
use time::UtcDateTime;

use super::format::Format;
use super::output::{Failure, Output};
use super::sketch::{self, View};
use super::terminal::Style;
use super::{input, report};
use crate::core::analysis::analyze;
use crate::core::preview::format::instant;
use crate::core::profile::Profile;

const AFTER_HELP: &str = "\
Example:
  link-preview-lab render --format text payload.json

Exit status:
  0  drawn
  1  the file is not JSON; the reason is on standard error
  2  wrong usage or unreadable input";

/// Draw the card and the Mention of a payload
///
/// Draws whatever can be drawn, even if `check` finds errors.
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub struct RenderCommand {
    /// Payload to draw; `-` reads standard input
    file: String,

    /// Drawing model for programs, or a sketch for people
    #[arg(long, value_enum, default_value_t = Format::Json)]
    format: Format,

    /// Time that relative times count from, such as 2026-01-01T00:00:00Z [default: now]
    #[arg(long, value_name = "RFC3339", value_parser = moment)]
    now: Option<UtcDateTime>,

    /// What the sketch shows; JSON always has both
    #[arg(long, value_enum, default_value_t)]
    view: View,
}

impl RenderCommand {
    pub fn run(&self) -> Result<Output, Failure> {
        let input = input::read(&self.file)?;
        let analysis = analyze(&input.text, Profile::Documented, self.now.unwrap_or_else(UtcDateTime::now));
        let Some(render) = analysis.render else {
            return Ok(Output::errors(report::diagnostics(
                &input,
                &analysis.diagnostics,
                report::USUAL_LIMIT,
                Style::of(&io::stderr()),
            )));
        };
        Ok(Output::text(self.format.print(|style| sketch::draw(&render, self.view, style), || &*render)))
    }
}

/// RFC 3339 also allows a lower-case `t` and `z`. A payload may not have them, so `instant` refuses them.
fn moment(text: &str) -> Result<UtcDateTime, &'static str> {
    instant(&text.to_ascii_uppercase()).ok_or("expected a time such as `2026-01-01T00:00:00Z`")
}
