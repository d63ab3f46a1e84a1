//! The rules one below another: the first that matches takes a URL.

use crate::app::platform::dom;
use crate::app::state::{Lab, Linked};
use crate::core::html::{Html, element, icon, text, worded};

/// Of a pattern, more characters than fit a row.
const MOST_SHOWN: usize = 200;

pub fn follow(lab: Lab) {
    dom::list("rule-list", move || {
        let open = lab.open_rule().map(|(index, _)| index);
        let taken = lab.taken.with(|taken| taken.rule);
        lab.linked.with(|linked| (0..linked.rules.len()).map(|index| row(linked, index, open, taken)).collect())
    });
    dom::text("rule-count", move || lab.linked.with(|linked| linked.rules.len().to_string()));
    dom::flag("#rule-count", "hidden", move || lab.linked.with(|linked| linked.rules.len() < 2));
}

fn row(linked: &Linked, index: usize, open: Option<usize>, taken: Option<usize>) -> Html {
    let rule = &linked.rules[index];
    let name = if rule.name.trim().is_empty() { "no name" } else { &rule.name };
    let at = index.to_string();
    let beginning: String = rule.pattern.chars().take(MOST_SHOWN).collect();
    let grip = [
        ("type", "button"),
        ("class", "grip"),
        ("data-action", "grip"),
        ("aria-label", &*format!("Move rule {name}: with the arrow keys, or drag")),
        ("title", "Drag, or press the arrow keys: the first rule that matches takes a URL"),
    ];
    let inside = [worded("span", "rule-name", name), worded("code", "rule-pattern", &beginning), verdict(linked, index)];
    let current = if open == Some(index) { "true" } else { "" };
    let button = [("type", "button"), ("class", "rule-open"), ("data-action", "rule-open"), ("aria-current", current)];
    let mark = if taken == Some(index) { "true" } else { "" };
    element(
        "li",
        &[("class", "rule-row"), ("data-rule-row", &at), ("data-takes", mark)],
        &[element("button", &grip, &[icon("grip-vertical")]), element("button", &button, &inside)],
    )
}

/// `2 of 3`: as many of its URLs have the verdict that they must have.
fn verdict(linked: &Linked, index: usize) -> Html {
    let (good, all) = linked.analysis.rules.get(index).map_or((0, 0), |rule| rule.counts());
    let broken = linked.links.rules.get(index).is_some_and(|compiled| compiled.pattern.is_err());
    let (sign, words) = match (broken, good == all) {
        (true, _) => ("circle-x", "no pattern".to_owned()),
        (false, _) if all == 0 => ("info", "no URLs".to_owned()),
        (false, true) => ("check", format!("{good} of {all}")),
        (false, false) => ("circle-x", format!("{good} of {all}")),
    };
    let tone = if sign == "check" {
        "good"
    } else if sign == "info" {
        "soft"
    } else {
        "bad"
    };
    element("span", &[("class", &["rule-verdict ", tone].concat())], &[icon(sign), text(&words)])
}
