//! Speeds: of the core natively, of the page in a real browser.

use std::path::Path;

use super::site::ATTRIBUTES;
use super::table::Row;
use crate::browser;
use crate::command::{command, printed};

/// JavaScript's jsonc-parser and ajv, with line and column, for a thousand attributes.
const TO_BEAT: f64 = 5.6;

pub fn native(site: &Path) -> Result<Vec<Row>, String> {
    let mut cargo = command("cargo");
    cargo.args(["run", "--quiet", "--locked", "--release", "--example", "analyze", "--"]);
    cargo.args(ATTRIBUTES.map(|attributes| site.join(format!("payloads/{attributes}.json"))));
    println!("── measuring the core");
    let printed = printed(&mut cargo)?;
    ATTRIBUTES.iter().zip(printed.lines()).map(|(attributes, line)| analysis(*attributes, line)).collect()
}

fn analysis(attributes: usize, line: &str) -> Result<Row, String> {
    let median: f64 = line.parse().map_err(|_| format!("`{line}` is no time"))?;
    let limit = (attributes == 1000).then_some(TO_BEAT);
    Ok(Row {
        what: format!("analysis, native, {attributes} attributes"),
        measured: format!("median {median:.3} ms"),
        limit: limit.map_or_else(String::new, |limit| format!("{limit} ms")),
        missed: limit.is_some_and(|limit| median > limit),
    })
}

pub fn browser(site: &Path) -> Result<Vec<Row>, String> {
    let browser = browser::ready()?;
    let mut cargo = command("cargo");
    cargo.args(["run", "--quiet", "--locked", "--package", "browser-tests", "--bin", "bench"]);
    cargo.env("LAB_DIST", site).env("LAB_CHROMIUM", browser.program).env("LAB_CHROMEDRIVER", browser.driver);
    println!("── measuring the page in the browser (some minutes)");
    printed(&mut cargo)?.lines().map(row).collect()
}

/// A row as the browser's bench prints it.
fn row(line: &str) -> Result<Row, String> {
    let cells: Vec<&str> = line.split('\t').collect();
    let [what, measured, limit, mark] = cells[..] else { return Err(format!("`{line}` is no row")) };
    Ok(Row { what: what.to_owned(), measured: measured.to_owned(), limit: limit.to_owned(), missed: !mark.is_empty() })
}
