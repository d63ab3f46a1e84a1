//! The drawing model of whole payloads, and their sketch.

use crate::draw::render;
use crate::program::{fixture, program};

fn sketch(name: &str) -> String {
    program(&["render", "--format", "text", "--now", "2026-03-15T12:00:00Z", &fixture(name)], "").stdout
}

fn text(name: &str) -> String {
    std::fs::read_to_string(fixture(name)).expect("a fixture can be read")
}

fn model(name: &str) -> String {
    serde_json::to_string_pretty(&render(&text(name))).expect("a model is JSON")
}

#[test]
fn every_section() {
    insta::assert_snapshot!(model("every-section.json"));
    insta::assert_snapshot!(sketch("every-section.json"));
}

#[test]
fn outside_the_table() {
    insta::assert_snapshot!(model("outside-the-table.json"));
    insta::assert_snapshot!(sketch("outside-the-table.json"));
}
