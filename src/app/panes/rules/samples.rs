//! The URLs of the open rule, one row each: its text with the groups in their colours, the verdict, what was captured,
//! or why it does not match.

use leptos::prelude::*;
use serde_json::{Map, Value};
use web_sys::Element;

use super::marks;
use crate::app::actions::rules::List;
use crate::app::platform::dom;
use crate::app::state::Lab;
use crate::core::html::{Html, element, icon, prose, text, worded};
use crate::core::links::{Capture, Captured, Compiled, Verdict, named};
use crate::core::pattern::Answer;
use crate::core::pattern::syntax::Syntax;
use crate::core::project::LinkRule;

/// As many rows as are drawn; all are checked.
const MOST_ROWS: usize = 200;

pub fn follow(lab: Lab) {
    for (id, list) in [("samples", List::Required), ("excluded", List::Excluded)] {
        dom::list(id, move || rows(lab, list));
    }
}

fn rows(lab: Lab, list: List) -> Vec<Html> {
    let Some((index, rule)) = lab.open_rule() else { return Vec::new() };
    let chosen = lab.screen.with(|screen| screen.open.sample.clone());
    lab.linked.with(|linked| {
        let Some((compiled, known)) = linked.links.rules.get(index).zip(linked.analysis.rules.get(index)) else {
            return Vec::new();
        };
        let urls = list.of(&rule);
        let verdicts = if list == List::Required { &known.samples } else { &known.excluded };
        let row = |(at, url): (usize, &String)| {
            // The analysis tries no blank one; white space alone is something all the same, since a pattern can match it.
            let known = verdicts.get(at).cloned().flatten();
            let verdict = known.or_else(|| compiled.verdict(url, rule.expected.get(url)).filter(|_| !url.is_empty()));
            Row { list, at, url, rule: &rule, compiled, verdict, chosen: chosen.as_deref() == Some(url) }.html()
        };
        let mut rows: Vec<Html> = urls.iter().enumerate().take(MOST_ROWS).map(row).collect();
        if urls.len() > MOST_ROWS {
            let words = format!("and {} more, all of them checked", urls.len() - MOST_ROWS);
            rows.push(worded("li", "note", &words));
        }
        rows
    })
}

struct Row<'r> {
    list: List,
    at: usize,
    url: &'r str,
    rule: &'r LinkRule,
    compiled: &'r Compiled,
    /// `None`: the pattern has an error, or there is no URL yet.
    verdict: Option<Verdict>,
    chosen: bool,
}

impl Row<'_> {
    fn html(&self) -> Html {
        let matched = self.verdict.as_ref().and_then(Verdict::matched);
        let at = self.at.to_string();
        let attributes = [
            ("class", "sample"),
            ("data-sample", self.list.name()),
            ("data-matched", if matched == Some(true) { "true" } else { "false" }),
            ("data-row", &at),
            ("data-chosen", if self.chosen { "true" } else { "" }),
        ];
        element("li", &attributes, &[self.sign(matched), self.field(), self.buttons(matched), self.more()])
    }

    /// Whether the verdict is the one that it must be.
    fn sign(&self, matched: Option<bool>) -> Html {
        let right = matched == Some(self.list == List::Required)
            && self.verdict.as_ref().is_none_or(|verdict| verdict.differences.is_empty());
        let (name, tone, words) = match (self.url.trim().is_empty(), matched, right) {
            (true, ..) => ("info", "soft", "no URL yet"),
            (_, None, _) => ("triangle-alert", "soft", "not known"),
            (_, Some(true), true) => ("check", "good", "matches, as it must"),
            (_, Some(false), true) => ("check", "good", "does not match, as it must not"),
            (_, Some(true), false) if self.list == List::Required => {
                ("circle-x", "bad", "matches with other values than expected")
            }
            (_, Some(true), false) => ("circle-x", "bad", "matches, and must not"),
            (_, Some(false), false) => ("circle-x", "bad", "does not match, and must"),
        };
        let word = worded("span", "unseen", words);
        element("span", &[("class", &["verdict ", tone].concat()), ("title", words)], &[icon(name), word])
    }

    /// A field over the same text in colours: what is typed has them at once.
    fn field(&self) -> Html {
        let label = format!("{} URL {}", if self.list == List::Required { "Sample" } else { "Other" }, self.at + 1);
        let field = [("rows", "1"), ("data-field", "url"), ("aria-label", &*label), ("placeholder", "https://")];
        let colours = element("div", &[("class", "url-colours"), ("aria-hidden", "true")], &[self.coloured()]);
        element("div", &[("class", "url")], &[colours, element("textarea", &field, &[text(self.url)])])
    }

    fn coloured(&self) -> Html {
        match self.verdict.as_ref().map(|verdict| &verdict.answer) {
            Some(Answer::Matched(found)) => marks::url(self.url, &self.compiled.captures(self.url, found)),
            Some(Answer::NotMatched(furthest)) if self.list == List::Required => {
                let why = self.compiled.why_not(self.url, furthest);
                why.map_or_else(|| text(self.url), |why| marks::reached(self.url, why.span.start))
            }
            _ => text(self.url),
        }
    }

    fn buttons(&self, matched: Option<bool>) -> Html {
        let button = |action: &str, label: &str, pressed: &str, name: &str| {
            let attributes = [
                ("type", "button"),
                ("class", "quiet"),
                ("data-action", action),
                ("aria-label", label),
                ("title", label),
                ("aria-pressed", pressed),
            ];
            element("button", &attributes, &[icon(name)])
        };
        let mut buttons = Vec::new();
        if self.list == List::Required && matched == Some(true) {
            if self.compiled.syntax().is_some_and(Syntax::has_names) {
                let pinned = self.rule.expected.contains_key(self.url);
                buttons.push(button("expect", "Expect these values", if pinned { "true" } else { "false" }, "pin"));
            }
            let label = "Show the placeholder for this URL";
            buttons.push(button("sample-show", label, if self.chosen { "true" } else { "false" }, "eye"));
        }
        buttons.push(button("sample-remove", "Remove this URL", "", "x"));
        element("div", &[("class", "row-buttons")], &buttons)
    }

    /// What was captured, or why it does not match.
    fn more(&self) -> Html {
        let inside = match self.verdict.as_ref().map(|verdict| &verdict.answer) {
            Some(Answer::Matched(found)) if self.list == List::Required => {
                let captures = self.compiled.captures(self.url, found);
                vec![element("ul", &[("class", "captures")], &self.captures(&captures))]
            }
            Some(Answer::NotMatched(furthest)) if self.list == List::Required && !self.url.trim().is_empty() => {
                let why = self.compiled.why_not(self.url, furthest);
                why.map(|why| prose(&why.text)).into_iter().collect()
            }
            Some(Answer::Unknown) => vec![text("too slow to tell: backtracking ran away")],
            _ => Vec::new(),
        };
        element("div", &[("class", "row-more")], &inside)
    }

    fn captures(&self, captures: &[Capture]) -> Vec<Html> {
        let Some(Value::Object(expected)) = self.rule.expected.get(self.url) else {
            return marks::captures(self.url, captures);
        };
        named(captures)
            .into_iter()
            .take(marks::MOST_SHOWN)
            .map(|capture| {
                let wanted = capture.name.as_ref().and_then(|name| expected.get(name));
                let more: Vec<Html> = wanted.map(|wanted| self.expected(capture, wanted)).into_iter().collect();
                marks::capture(self.url, capture, &more)
            })
            .chain(self.missing())
            .collect()
    }

    /// A field for what a group must capture.
    fn expected(&self, capture: &Capture, wanted: &Value) -> Html {
        let name = capture.name.as_deref().unwrap_or_default();
        let differs = self.verdict.as_ref().is_some_and(|verdict| verdict.differences.iter().any(|found| found.group == name));
        let label = format!("Expected {name}");
        let attributes = [
            ("type", "text"),
            ("class", if differs { "expected bad" } else { "expected" }),
            ("data-field", "expected"),
            ("data-group", name),
            ("aria-label", &*label),
            ("aria-invalid", if differs { "true" } else { "" }),
            ("value", wanted.as_str().unwrap_or_default()),
            ("placeholder", "no part"),
        ];
        let words = if differs { "expected" } else { "as expected" };
        element("span", &[("class", "soft")], &[text(words), element("input", &attributes, &[])])
    }

    /// Expected groups that the pattern does not have.
    fn missing(&self) -> Vec<Html> {
        let differences = self.verdict.iter().flat_map(|verdict| &verdict.differences);
        differences
            .filter(|difference| difference.captured == Captured::NoGroup)
            .map(|difference| {
                let words = format!("no group `{}`, which was expected", difference.group);
                element("li", &[("class", "capture bad")], &[prose(&words)])
            })
            .collect()
    }
}

/// The row of a URL that an element stands in: its list and its place there.
pub fn group_of(element: &Element) -> Option<(List, usize)> {
    let row = element.closest("[data-row]").ok().flatten()?;
    let name = row.get_attribute("data-sample")?;
    let list = List::ALL.into_iter().find(|list| list.name() == name)?;
    Some((list, row.get_attribute("data-row")?.parse().ok()?))
}

/// What a URL's named groups captured now, as a project keeps it.
pub fn captured_now(lab: Lab, url: &str) -> Option<Map<String, Value>> {
    let (index, _) = untrack(|| lab.open_rule())?;
    lab.linked.with_untracked(|linked| {
        let compiled = linked.links.rules.get(index)?;
        let Answer::Matched(found) = compiled.verdict(url, None)?.answer else { return None };
        let mut groups = Map::new();
        for capture in named(&compiled.captures(url, &found)) {
            let text = capture.span.and_then(|span| url.get(span.start..span.end));
            groups.insert(capture.name.clone()?, text.map_or(Value::Null, |text| Value::String(text.to_owned())));
        }
        Some(groups)
    })
}
