//! An answer and its diagnostics, for people and as JSON.

use std::sync::Arc;

use serde::Serialize;
use serde_json::{Value, json};
use time::UtcDateTime;
use ureq::http::StatusCode;

use super::super::input::Input;
use super::super::report::{self, Counts, number};
use super::super::terminal::{Style, visible};
use super::call::{Heard, Outcome};
use crate::core::analysis::answer::{judge, no_answer};
use crate::core::diagnostic::Diagnostic;
use crate::core::method::Method;
use crate::core::preview::Render;
use crate::core::profile::Profile;
use crate::core::rules::answer::CallbackAnswer;
use crate::core::wire;

pub struct Checked {
    method: Method,
    heard: Option<Heard>,
    milliseconds: u128,
    /// The body. Its name is the link.
    input: Input,
    /// First the diagnostics of the message as a whole, then those of its body.
    pub found: Vec<Diagnostic>,
    /// How many of these are about the message as a whole.
    whole: usize,
    render: Option<Arc<Render>>,
}

impl Checked {
    pub fn new(link: &str, method: Method, outcome: Outcome, profile: Profile, now: UtcDateTime) -> Self {
        let Outcome { heard, milliseconds } = outcome;
        let input = Input { name: link.to_owned(), text: String::new(), skipped: 0 };
        match heard {
            Err(why) => Self { method, heard: None, milliseconds, input, found: vec![no_answer(why)], whole: 1, render: None },
            Ok(heard) => {
                let verdict = judge(&heard.answer(method), link, profile, now);
                let input = Input { text: verdict.text, skipped: verdict.skipped, ..input };
                let whole = verdict.about.len();
                let (inside, render) = verdict.analysis.map_or((Vec::new(), None), |found| (found.diagnostics, found.render));
                let found = verdict.about.into_iter().chain(inside).collect();
                Self { method, heard: Some(heard), milliseconds, input, found, whole, render }
            }
        }
    }

    /// A line about the answer, then its diagnostics as `check` prints them.
    pub fn text(&self, style: Style) -> String {
        let (about, inside) = self.found.split_at(self.whole);
        let head = style.bold(&format!("{} {}", self.method.name(), visible(&self.input.name)));
        let mut text = format!("{head}: {}\n", self.came());
        text += &report::about(&self.input.name, about, style);
        text + &report::diagnostics(&self.input, inside, report::USUAL_LIMIT, style)
    }

    /// For example `404 Not Found in 12 ms, 230 bytes, application/json`.
    fn came(&self) -> String {
        let after = format!("{} ms", self.milliseconds);
        let Some(heard) = &self.heard else { return format!("no response in {after}") };
        let name = StatusCode::from_u16(heard.status).ok().and_then(|status| status.canonical_reason());
        let status = [&heard.status.to_string(), name.unwrap_or_default()].join(" ");
        let more = if heard.cut { "more than " } else { "" };
        let size = number(heard.body.len(), "byte");
        let kind = heard.content_type.as_deref().map_or("no content type".to_owned(), visible);
        format!("{} in {after}, {more}{size}, {kind}", status.trim_end())
    }

    /// The answer as a row of [`AnswersReport`].
    pub fn row(&self) -> Value {
        let heard = self.heard.as_ref();
        let printed = &self.found[..self.found.len().min(report::USUAL_LIMIT)];
        let mut row = json!({
            "link": self.input.name,
            "method": self.method.name(),
            "status": heard.map(|heard| heard.status),
            // No answer takes long enough to saturate.
            "milliseconds": u64::try_from(self.milliseconds).unwrap_or(u64::MAX),
            "size": heard.map(|heard| heard.body.len()),
            "content_type": heard.and_then(|heard| heard.content_type.as_deref()),
            "diagnostics": wire::diagnostics_in_file(&self.input.text, self.input.skipped, printed),
            "render": self.render.as_deref(),
        });
        if printed.len() < self.found.len() {
            row["omitted"] = (self.found.len() - printed.len()).into();
        }
        row
    }
}

/// The report for programs.
#[derive(Serialize)]
pub struct AnswersReport<'r> {
    pub answers: &'r [Value],
    #[serde(flatten)]
    pub counts: Counts,
}

impl Heard {
    fn answer(&self, method: Method) -> CallbackAnswer<'_> {
        CallbackAnswer {
            method,
            status: self.status,
            content_type: self.content_type.as_deref(),
            body: &self.body,
            cut: self.cut,
            redirected: self.location.as_deref().filter(|_| (300..400).contains(&self.status)),
        }
    }
}
