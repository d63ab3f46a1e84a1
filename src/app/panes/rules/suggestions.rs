//! What the Lab proposes for the open rule: URLs to try, and a pattern drafted from the samples.

use leptos::prelude::*;

use crate::app::platform::dom;
use crate::app::state::Lab;
use crate::core::html::{Html, element, icon, prose, text, worded};
use crate::core::links::Compiled;
use crate::core::links::draft::{Draft, draft};
use crate::core::links::edges::{EdgeCase, edge_cases};
use crate::core::project::LinkRule;

pub fn follow(lab: Lab) {
    dom::list("suggestions", move || {
        if !lab.screen.with(|screen| screen.open.suggesting) {
            return Vec::new();
        }
        let Some((index, rule)) = lab.open_rule() else { return Vec::new() };
        lab.linked.with(|linked| linked.links.rules.get(index).map(|compiled| edges(&rule, compiled)).unwrap_or_default())
    });
    dom::list("draft", move || {
        if !lab.screen.with(|screen| screen.open.drafting) {
            return Vec::new();
        }
        lab.open_rule().map(|(_, rule)| vec![proposal(&draft_of(&rule))]).unwrap_or_default()
    });
}

/// A pattern that takes all samples of a rule, or why there is none.
pub fn draft_of(rule: &LinkRule) -> Result<Draft, String> {
    let samples: Vec<&str> = rule.samples.iter().map(String::as_str).filter(|url| !url.trim().is_empty()).collect();
    draft(&samples)
}

fn edges(rule: &LinkRule, compiled: &Compiled) -> Vec<Html> {
    let listed: Vec<&str> = rule.samples.iter().chain(&rule.excluded).map(String::as_str).collect();
    let Some(sample) = rule.samples.iter().find(|url| !url.trim().is_empty()) else {
        return vec![worded("li", "note", "Add a sample URL first: edge cases are variants of it.")];
    };
    let cases = edge_cases(sample, &listed);
    if cases.is_empty() {
        return vec![worded("li", "note", "Every edge case of the first sample is listed already.")];
    }
    cases.iter().map(|case| edge(case, compiled)).collect()
}

fn edge(case: &EdgeCase, compiled: &Compiled) -> Html {
    let matched = compiled.verdict(&case.url, None).and_then(|verdict| verdict.matched());
    let (sign, words) = match matched {
        Some(true) => ("check", "matches"),
        Some(false) => ("x", "does not match"),
        None => ("info", "not known"),
    };
    let put = |list: &str, words: &str| {
        let attributes = [("type", "button"), ("class", "fix"), ("data-action", list), ("data-url", &*case.url)];
        element("button", &attributes, &[text(words)])
    };
    let says = element("span", &[("class", "soft")], &[element("span", &[], &[prose(case.why)]), icon(sign), text(words)]);
    let url = worded("code", "edge-url", &case.url);
    let buttons =
        element("div", &[("class", "row-buttons")], &[put("edge:required", "Must match"), put("edge:excluded", "Must not")]);
    element("li", &[("class", "suggestion")], &[element("div", &[("class", "edge")], &[url, says]), buttons])
}

fn proposal(draft: &Result<Draft, String>) -> Html {
    let dismiss = [("type", "button"), ("class", "quiet"), ("data-action", "draft")];
    let close = element("button", &dismiss, &[text("Close")]);
    let inside = match draft {
        Err(reason) => vec![element("p", &[], &[prose(reason)]), close],
        Ok(draft) => {
            let lines: Vec<Html> = draft.assumed.iter().map(|line| element("li", &[], &[prose(line)])).collect();
            let take = [("type", "button"), ("class", "button"), ("data-action", "use-draft")];
            vec![
                worded("code", "drafted", &draft.pattern),
                element("ul", &[("class", "says")], &lines),
                element("div", &[("class", "row-buttons")], &[element("button", &take, &[text("Use this pattern")]), close]),
            ]
        }
    };
    element("div", &[("class", "proposal")], &inside)
}
