//! `contradictions`: where the documents disagree, for people or as JSON. The page reads the JSON.

use clap::Args;
use serde::Serialize;

use super::format::Format;
use super::output::Output;
use super::terminal::Style;
use crate::core::contradictions::{Contradiction, GROUPS, Place, Side, all};

const AFTER_HELP: &str = "\
Example:
  link-preview-lab contradictions 41

Exit status:
  0  printed
  2  wrong usage";

/// List where Notion's documents disagree, and what the Lab does
#[derive(Args)]
#[command(after_help = AFTER_HELP)]
pub struct ContradictionsCommand {
    /// Contradictions to print [default: all]
    #[arg(value_name = "NUMBER", value_parser = find)]
    numbers: Vec<u8>,

    /// How to print the contradictions
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

impl ContradictionsCommand {
    pub fn run(&self) -> Output {
        let rows = self.rows();
        let table = || Table { contradictions: rows.iter().map(|(group, row)| Row::new(group, row)).collect() };
        Output::text(self.format.print(|style| text(&rows, style), table))
    }

    /// Each with the title of its group.
    fn rows(&self) -> Vec<(&'static str, &'static Contradiction)> {
        let of_group = GROUPS.iter().flat_map(|group| group.rows.iter().map(|row| (group.title, row)));
        of_group.filter(|(_, row)| self.numbers.is_empty() || self.numbers.contains(&row.number)).collect()
    }
}

fn find(number: &str) -> Result<u8, String> {
    let known = |number: &u8| all().any(|row| row.number == *number);
    let count = all().count();
    number.parse().ok().filter(known).ok_or_else(|| format!("the contradictions have the numbers 1 to {count}"))
}

fn text(rows: &[(&str, &Contradiction)], style: Style) -> String {
    rows.iter().map(|(_, row)| page(row, style)).collect::<Vec<_>>().join("\n")
}

fn page(row: &Contradiction, style: Style) -> String {
    let head = style.bold(&format!("{}. {}", row.number, row.title));
    let mut page = format!("{head}: {}\n", keys(row.places).join(", "));
    for side in &row.sides {
        let (document, section) = (side.document.title(), side.section);
        let heading = if section.is_empty() { document.to_owned() } else { format!("{document}, {section}") };
        page.extend(["  ", &style.bold(&heading), ": ", &quoted(side), "\n"]);
    }
    page.extend(["  ", row.lab, "\n"]);
    page
}

fn quoted(side: &Side) -> String {
    if side.is_quote { format!("“{}”", side.text) } else { side.text.to_owned() }
}

fn keys(places: &[Place]) -> Vec<String> {
    places.iter().map(|place| place.key()).collect()
}

#[derive(Serialize)]
struct Table {
    contradictions: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    number: u8,
    group: &'static str,
    title: &'static str,
    places: Vec<String>,
    sides: [SideRow; 2],
    lab: &'static str,
}

#[derive(Serialize)]
struct SideRow {
    document: &'static str,
    section: &'static str,
    url: &'static str,
    text: &'static str,
    quote: bool,
}

impl Row {
    fn new(group: &'static str, row: &Contradiction) -> Self {
        let &Contradiction { number, title, places, sides, lab } = row;
        Self { number, group, title, places: keys(places), sides: sides.map(SideRow::new), lab }
    }
}

impl SideRow {
    fn new(side: Side) -> Self {
        let Side { document, section, text, is_quote } = side;
        Self { document: document.title(), section, url: document.url(), text, quote: is_quote }
    }
}
