//! `match`: a pattern on URLs, for people. With `--jsonl`: patterns and URLs in lines of JSON, for programs.

mod questions;

use std::io;

use clap::Args;

use super::output::{Failure, Output};
use super::snippet::{self, Mark};
use super::terminal::{Style, fitting, visible, width};
use crate::core::pattern::syntax::{Syntax, SyntaxError};
use crate::core::pattern::why_not::why_not;
use crate::core::pattern::{Answer, Flags, Match, Outcome, Pattern};
use crate::core::position::LineIndex;
use crate::core::text::Span;
use crate::core::utf16::Utf16;

// clap would write `[PATTERN] [URL]...`, since `--jsonl` makes both optional.
const USAGE: &str = "\
link-preview-lab match [OPTIONS] <PATTERN> <URL>...
       link-preview-lab match --jsonl";

const AFTER_HELP: &str = r"Example:
  link-preview-lab match '^https:\/\/acme\.com\/items\/(?<itemNo>\d+)$' https://acme.com/items/23487

Exit status:
  0  every URL matches; with `--jsonl`, every line is answered
  1  a URL does not match, or the pattern is wrong
  2  wrong usage or unreadable input";

const JSONL: &str = r#"Read patterns and URLs from standard input, one JSON object per line

Each line is answered with one line. `flags` is optional and may be `i`:
  {"source":"^a$","url":"a","flags":""}
The answer:
  {"error":null|{"message":"…","offset":3},"matched":true|false|null,"index":0|null,
   "captures":["a",null],"groups":{"name":"text"|null},"steps":12,"verdict":"ok|slow",
   "notes":["engine-dependent"]}
`index` and `offset` count UTF-16 units. Answers are printed whenever the input pauses.
An invalid line ends the program."#;

/// Column at which longer group names stop aligning the captures.
const NAME: usize = 24;

/// Run a JavaScript pattern on URLs
///
/// For each URL, prints what every group captured, or why the pattern does not match.
#[derive(Debug, Args)]
#[command(override_usage = USAGE, after_help = AFTER_HELP)]
pub struct MatchCommand {
    /// JavaScript pattern, without slashes around it
    #[arg(required_unless_present = "jsonl")]
    pattern: Option<String>,

    /// URLs to match
    #[arg(value_name = "URL", required_unless_present = "jsonl")]
    urls: Vec<String>,

    /// Ignore case, like the flag `i`; a link rule has no flags
    #[arg(long)]
    ignore_case: bool,

    /// Read patterns and URLs from standard input, one JSON object per line
    #[arg(long, long_help = JSONL, conflicts_with_all = ["pattern", "urls", "ignore_case"])]
    jsonl: bool,
}

impl MatchCommand {
    pub fn run(&self) -> Result<Output, Failure> {
        match &self.pattern {
            Some(pattern) => Ok(self.verdicts(pattern, Style::of(&io::stdout()))),
            None => questions::answer(io::stdin().lock(), io::stdout().lock()),
        }
    }

    fn verdicts(&self, source: &str, style: Style) -> Output {
        let units: Vec<u16> = source.encode_utf16().collect();
        let pattern = match Pattern::new(&units, Flags { ignore_case: self.ignore_case }) {
            Ok(pattern) => pattern,
            Err(error) => return Output { stdout: complaint(source, &error, style), status: 1, ..Output::default() },
        };
        let mut output = Output::default();
        for url in &self.urls {
            let units: Vec<u16> = url.encode_utf16().collect();
            let outcome = pattern.exec(&units);
            output.status |= u8::from(!matches!(outcome.answer, Answer::Matched(_)));
            output.stdout += &verdict(&pattern.syntax, url, &units, &outcome, style);
        }
        output
    }
}

/// Why a pattern is invalid, with the place in it.
pub fn complaint(source: &str, error: &SyntaxError, style: Style) -> String {
    let utf16 = Utf16::new(source);
    let span = Span::new(utf16.to_byte(error.span.start), utf16.to_byte(error.span.end));
    let place = style.bold(&format!("pattern:{}:", error.span.start + 1));
    let lines = LineIndex::new(source);
    let snippet = snippet::draw(&lines, span, Mark::Main(Style::red), 1, style);
    format!("{place} {}: {}\n{snippet}", style.red("error[pattern-syntax]"), visible(&error.message))
}

fn verdict(syntax: &Syntax, url: &str, units: &[u16], outcome: &Outcome, style: Style) -> String {
    let shown = style.bold(&visible(url));
    let mut text = match &outcome.answer {
        Answer::Matched(found) => format!("{shown} matches\n{}", captures(syntax, units, found, style)),
        Answer::NotMatched(furthest) => {
            format!("{shown} does not match\n  {}\n", visible(&why_not(syntax, url, furthest).text))
        }
        Answer::Unknown => format!("{shown} takes too long to tell\n"),
    };
    if outcome.slow {
        let steps = outcome.steps.to_string();
        text.extend(["  ", &style.yellow("slow"), ": backtracking takes more than ", &steps, " steps here\n"]);
    }
    text
}

/// One line per group. The match itself comes first if it is not the whole URL.
fn captures(syntax: &Syntax, url: &[u16], found: &Match, style: Style) -> String {
    let whole = found.captures.first().copied().flatten().filter(|whole| whole.end - whole.start < url.len());
    let names = syntax.groups.iter().enumerate().map(|(index, group)| match &group.name {
        Some(name) => visible(name),
        None => (index + 1).to_string(),
    });
    let groups = names.zip(found.captures.iter().skip(1).copied());
    let mut lines: Vec<(String, Option<Span>)> = groups.collect();
    if whole.is_some() {
        lines.insert(0, ("match".to_owned(), whole));
    }
    let column = lines.iter().map(|(name, _)| width(fitting(name, NAME))).max().unwrap_or_default();
    lines.iter().map(|(name, span)| capture(name, *span, column, url, style)).collect()
}

fn capture(name: &str, span: Option<Span>, column: usize, url: &[u16], style: Style) -> String {
    let blank = " ".repeat(column.saturating_sub(width(name)));
    let text = match span.and_then(|span| url.get(span.start..span.end)) {
        Some(text) => format!("`{}`", visible(&String::from_utf16_lossy(text))),
        None => style.faint("took no part"),
    };
    format!("  {}{blank}  {text}\n", style.blue(name))
}
