//! What is said of the open rule: whether Notion would save it, and its pattern in words.

use leptos::prelude::*;

use super::marks;
use crate::app::platform::dom;
use crate::app::state::Lab;
use crate::core::analysis::RuleAnalysis;
use crate::core::html::{Html, element, icon, prose, text, worded};
use crate::core::links::Compiled;
use crate::core::pattern::explain::{Explanation, parts};
use crate::core::project::LinkRule;
use crate::core::utf16::Utf16;

/// Of what a part is written as, more characters than anybody compares with its words.
const MOST_WRITTEN: usize = 200;

pub fn follow(lab: Lab) {
    let open = move |read: fn(&LinkRule, &Compiled, &RuleAnalysis) -> Vec<Html>| {
        move || {
            let Some((index, rule)) = lab.open_rule() else { return Vec::new() };
            lab.linked.with(|linked| {
                let known = linked.links.rules.get(index).zip(linked.analysis.rules.get(index));
                known.map(|(compiled, analysis)| read(&rule, compiled, analysis)).unwrap_or_default()
            })
        }
    };
    dom::list("save-check", open(save_check));
    dom::list("pattern-state", open(state));
    let words = open(words);
    dom::list("pattern-words", move || if lab.screen.with(|screen| screen.open.in_words) { words() } else { Vec::new() });
}

/// The guide: an error appears on save if the pattern "fails to match any sample URL", which can be read in two ways.
fn save_check(rule: &LinkRule, compiled: &Compiled, analysis: &RuleAnalysis) -> Vec<Html> {
    let all = rule.samples.len();
    // What is blank has no verdict in the analysis.
    let verdict = |at: usize, url: &str| analysis.samples.get(at).cloned().flatten().or_else(|| compiled.verdict(url, None));
    let takes = |(at, url): &(usize, &String)| verdict(*at, url).and_then(|verdict| verdict.matched()) != Some(false);
    let matched = if compiled.pattern.is_ok() { rule.samples.iter().enumerate().filter(takes).count() } else { 0 };
    if all == matched {
        return Vec::new();
    }
    let mut words = format!("Saving this in Notion shows an error: {} of {all} sample URLs not matched.", all - matched);
    if matched > 0 {
        words.push_str(" The guide says “fails to match any sample URL”, which can mean one of them or all of them.");
    }
    vec![element("p", &[("class", "banner")], &[icon("circle-x"), worded("span", "", &words)])]
}

fn state(_: &LinkRule, compiled: &Compiled, _: &RuleAnalysis) -> Vec<Html> {
    match &compiled.pattern {
        _ if compiled.text.is_empty() => vec![element(
            "p",
            &[("class", "note")],
            &[prose(
                "A JavaScript regular expression without flags. `(?<name>…)` captures a part of the URL for the placeholders.",
            )],
        )],
        Ok(_) => Vec::new(),
        Err(error) => vec![element("p", &[("class", "note bad")], &[icon("circle-x"), prose(&error.message)])],
    }
}

fn words(_: &LinkRule, compiled: &Compiled, _: &RuleAnalysis) -> Vec<Html> {
    let Some(syntax) = compiled.syntax() else { return Vec::new() };
    let bytes = Utf16::new(&compiled.text);
    let line = |part: &Explanation| {
        let span = bytes.span(part.span);
        let group = syntax.groups.iter().position(|group| group.span == part.span).map_or(0, |index| index + 1);
        let class = if group == 0 { "part" } else { marks::class(group) };
        let written = compiled.text.get(span.start..span.end).unwrap_or_default();
        let beginning: String = written.chars().take(MOST_WRITTEN).collect();
        let code = element("code", &[("class", class)], &[text(&beginning)]);
        // Most explanations name their part first, which stands there already.
        let says = part.text.strip_prefix(&["`", written, "`: "].concat()).unwrap_or(&part.text);
        element("li", &[], &[code, text(" "), prose(says)])
    };
    parts(syntax).iter().map(line).collect()
}
