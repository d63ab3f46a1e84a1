//! `match`: a pattern on URLs, for people; with `--jsonl`, patterns and URLs in lines, for programs.

mod questions;

use std::io;

use lexopt::{Arg, Parser, ValueExt};

use super::arguments;
use super::snippet::{self, Mark};
use super::terminal::{Style, fitting, visible, width};
use super::{Failure, Output};
use crate::core::pattern::syntax::{Syntax, SyntaxError};
use crate::core::pattern::why_not::why_not;
use crate::core::pattern::{Answer, Flags, Match, Outcome, Pattern};
use crate::core::position::LineIndex;
use crate::core::text::Span;
use crate::core::utf16::Utf16;

const USAGE: &str = "\
usage: link-preview-lab match [OPTION…] PATTERN URL…
       link-preview-lab match --jsonl

Runs a JavaScript pattern on URLs and shows what each group captured, or why a URL does not match.

options:
  --ignore-case   as with the flag `i`; a link rule has no flags
  --jsonl         reads lines {\"source\":\"^a$\",\"url\":\"a\",\"flags\":\"\"} from standard input and answers each with a line:
                  {\"error\":null|{\"message\":\"…\",\"offset\":3},\"matched\":true|false|null,\"index\":0|null,\"captures\":[\"a\",null],
                  \"groups\":{\"name\":\"text\"|null},\"steps\":12,\"verdict\":\"ok|slow\",\"notes\":[\"engine-dependent\"]}
                  `index` and `offset` count UTF-16 units. Answers come as soon as the input pauses. A line that is no such
                  question ends it.
  -h, --help      this text

exit status: 0 every URL matches (`--jsonl`: all is answered), 1 a URL does not match, or the pattern is wrong,
2 wrong usage or unreadable input
";

/// Columns that a group's name takes at most beside the others'.
const NAME: usize = 24;

#[derive(Debug)]
enum Request {
    Questions,
    Match { pattern: String, flags: Flags, urls: Vec<String> },
}

pub fn run(arguments: Parser) -> Result<Output, Failure> {
    let request = parse(arguments).map_err(|message| Failure::Usage { message, usage: USAGE })?;
    match request {
        None => Ok(Output::text(USAGE)),
        Some(Request::Questions) => questions::answer(io::stdin().lock(), io::stdout().lock()),
        Some(Request::Match { pattern, flags, urls }) => Ok(verdicts(&pattern, flags, &urls, Style::of(&io::stdout()))),
    }
}

/// `None`: the person asks for help.
fn parse(mut arguments: Parser) -> Result<Option<Request>, String> {
    let (mut jsonl, mut flags, mut texts) = (false, Flags::default(), Vec::new());
    while let Some(argument) = arguments.next().map_err(|error| arguments::message(&error))? {
        match argument {
            Arg::Short('h') | Arg::Long("help") => return Ok(None),
            Arg::Long("jsonl") => jsonl = true,
            Arg::Long("ignore-case") => flags.ignore_case = true,
            Arg::Value(text) => texts.push(text.string().map_err(|_| "a pattern or a URL is not UTF-8".to_owned())?),
            option => return Err(arguments::message(&option.unexpected())),
        }
    }
    let mut texts = texts.into_iter();
    match (jsonl, texts.next(), texts.len()) {
        (true, None, _) if flags.ignore_case => Err("with `--jsonl` each line has its own `flags`".to_owned()),
        (true, None, _) => Ok(Some(Request::Questions)),
        (true, Some(text), _) => Err(format!("`--jsonl` reads standard input, so `{}` is too much", visible(&text))),
        (false, None, _) => Err("there is no pattern".to_owned()),
        (false, Some(_), 0) => Err("there is no URL to match".to_owned()),
        (false, Some(pattern), _) => Ok(Some(Request::Match { pattern, flags, urls: texts.collect() })),
    }
}

fn verdicts(source: &str, flags: Flags, urls: &[String], style: Style) -> Output {
    let units: Vec<u16> = source.encode_utf16().collect();
    let pattern = match Pattern::new(&units, flags) {
        Ok(pattern) => pattern,
        Err(error) => return Output { stdout: complaint(source, &error, style), status: 1, ..Output::default() },
    };
    let mut output = Output::default();
    for url in urls {
        let units: Vec<u16> = url.encode_utf16().collect();
        let outcome = pattern.exec(&units);
        output.status |= u8::from(!matches!(outcome.answer, Answer::Matched(_)));
        output.stdout += &verdict(&pattern.syntax, url, &units, &outcome, style);
    }
    output
}

/// What is wrong with a pattern.
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

/// One line a group, and the match where it is not the whole URL.
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
