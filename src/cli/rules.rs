//! `rules`: the table of the rules, for people or as JSON.

use std::io;

use lexopt::{Arg, Parser, ValueExt};
use serde::Serialize;

use super::arguments::{self, choice};
use super::terminal::{Style, visible};
use super::{Failure, Output, to_json};
use crate::core::rule::Rule;
use crate::core::rules;

const USAGE: &str = "\
usage: link-preview-lab rules [OPTION…] [NAME…]

Prints what the rules find and why: the rules that are named, or all.

options:
  --format text|json   for people (default) or for programs
  -h, --help           this text

exit status: 0 printed, 2 wrong usage
";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Text,
    Json,
}

#[derive(Debug)]
struct Request {
    format: Format,
    rules: Vec<&'static Rule>,
}

pub fn run(arguments: Parser) -> Result<Output, Failure> {
    let request = parse(arguments).map_err(|message| Failure::Usage { message, usage: USAGE })?;
    let Some(request) = request else { return Ok(Output::text(USAGE)) };
    let rules = if request.rules.is_empty() { rules::all().collect() } else { request.rules };
    Ok(Output::text(match request.format {
        Format::Text => text(&rules, Style::of(&io::stdout())),
        Format::Json => to_json(&Table { rules: rules.iter().map(|rule| Row::new(rule)).collect() }),
    }))
}

/// `None`: the person asks for help.
fn parse(mut arguments: Parser) -> Result<Option<Request>, String> {
    let mut request = Request { format: Format::Text, rules: Vec::new() };
    while let Some(argument) = arguments.next().map_err(|error| arguments::message(&error))? {
        match argument {
            Arg::Short('h') | Arg::Long("help") => return Ok(None),
            Arg::Long("format") => {
                request.format = choice(&mut arguments, "--format", &[("text", Format::Text), ("json", Format::Json)])?;
            }
            Arg::Value(name) => request.rules.push(find(&name.string().map_err(|_| "a rule's name is not UTF-8".to_owned())?)?),
            option => return Err(arguments::message(&option.unexpected())),
        }
    }
    Ok(Some(request))
}

fn find(name: &str) -> Result<&'static Rule, String> {
    let unknown = || {
        let hint = rules::nearest(name).map(|rule| format!("; did you mean `{}`?", rule.name)).unwrap_or_default();
        format!("there is no rule `{}`{hint}", visible(name))
    };
    rules::find(name).ok_or_else(unknown)
}

fn text(rules: &[&Rule], style: Style) -> String {
    rules.iter().map(|rule| page(rule, style)).collect::<Vec<_>>().join("\n")
}

fn page(rule: &Rule, style: Style) -> String {
    let texts = &rule.texts;
    let head = style.bold(rule.name);
    let (family, documented, wild) = (rule.family.name(), rule.documented.name(), rule.wild.name());
    let mut page = format!("{head}: {family}, {documented} as documented, {wild} in the wild\n");
    page.extend(["  ", texts.summary, "\n  ", texts.why, "\n"]);
    // What is too deep is too long to be shown.
    if !texts.bad.is_empty() {
        example(&mut page, &style.bold("reported:"), texts.bad);
        example(&mut page, &style.bold("mended:"), texts.good);
    }
    page.extend(["  ", &style.bold("document:"), " ", texts.document, "\n"]);
    page
}

fn example(page: &mut String, heading: &str, json: &str) {
    page.extend(["  ", heading, "\n"]);
    for line in json.lines() {
        page.extend(["    ", line, "\n"]);
    }
}

#[derive(Serialize)]
struct Table {
    rules: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    name: &'static str,
    family: &'static str,
    documented: &'static str,
    wild: &'static str,
    summary: &'static str,
    why: &'static str,
    bad: &'static str,
    good: &'static str,
    document: &'static str,
}

impl Row {
    fn new(rule: &Rule) -> Self {
        let texts = &rule.texts;
        Self {
            name: rule.name,
            family: rule.family.name(),
            documented: rule.documented.name(),
            wild: rule.wild.name(),
            summary: texts.summary,
            why: texts.why,
            bad: texts.bad,
            good: texts.good,
            document: texts.document,
        }
    }
}
