//! Patterns against a JavaScript engine: the project's own table, random pairs, the public collections; and the commands
//! that run them.

mod commands;
mod corpus;
mod engine;
mod evil;
mod random;
mod row;
mod table;
mod third_opinion;

use std::io::Write;

/// Past the test harness, which shows what `println` says of failed tests only.
fn say(line: &str) {
    writeln!(std::io::stderr(), "{line}").expect("stderr");
}
