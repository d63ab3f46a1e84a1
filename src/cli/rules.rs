//! `rules`: the table of the rules, for people or as JSON.

use clap::Args;
use serde::Serialize;

use super::format::Format;
use super::output::Output;
use super::terminal::Style;
use crate::core::rule::Rule;
use crate::core::rules;

const AFTER_HELP: &str = "\
Example:
  link-preview-lab rules missing-dev

Exit status:
  0  printed
  2  wrong usage";

/// Explain what the rules report, and why
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub struct RulesCommand {
    /// Rules to print [default: all]
    #[arg(value_name = "NAME", value_parser = find)]
    rules: Vec<&'static Rule>,

    /// How to print the rules
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

impl RulesCommand {
    pub fn run(&self) -> Output {
        let rules = if self.rules.is_empty() { rules::all().collect() } else { self.rules.clone() };
        let table = || Table { rules: rules.iter().map(|rule| Row::new(rule)).collect() };
        Output::text(self.format.print(|style| text(&rules, style), table))
    }
}

fn find(name: &str) -> Result<&'static Rule, String> {
    let unknown = || {
        let hint = rules::nearest(name).map(|rule| format!("; did you mean `{}`?", rule.name)).unwrap_or_default();
        format!("no rule has this name{hint}")
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
    // `json-depth` has no example: one that is nested too deep is too long to print.
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
