//! "Paste a URL": which rule takes it, and what its groups captured.

use super::rules::captures;
use crate::app::platform::dom;
use crate::app::state::Lab;
use crate::core::html::{Html, element, icon, text};
use crate::core::links::Taken;
use crate::core::project::Project;

pub fn follow(lab: Lab) {
    dom::value("link", move || lab.setup.with(|project| project.link.clone()));
    dom::list("taken-by", move || lab.setup.with(|project| lab.taken.with(|taken| taken_by(project, taken))));
    dom::list("captures", move || {
        let link = lab.setup.with(|project| project.link.clone());
        lab.taken.with(|taken| if taken.rule.is_some() { captures(&link, &taken.captures) } else { Vec::new() })
    });
    dom::text("payload-owner", move || {
        let owner = lab.answer.with(|answer| answer.owner);
        let name = lab.setup.with(|project| owner.map(|rule| project.rule_name(rule)));
        name.map(|name| format!("This is the payload of rule {name}, which takes the link.")).unwrap_or_default()
    });
    dom::flag("#payload-owner", "hidden", move || lab.answer.with(|answer| answer.owner.is_none()));
}

fn taken_by(project: &Project, taken: &Taken) -> Vec<Html> {
    if project.link.trim().is_empty() || project.rules.is_empty() {
        return Vec::new();
    }
    let Some(rule) = taken.rule else {
        let words = if taken.unknown.is_empty() { "no rule takes it" } else { "no rule takes it in time" };
        return vec![said("bad", "circle-x", words, "")];
    };
    let mut pieces = vec![said("good", "check", &format!("rule {}", project.rule_name(rule)), "")];
    if let [also @ .., last] = taken.also.as_slice() {
        let names: String = also.iter().map(|rule| project.rule_name(*rule) + ", ").collect();
        let title = format!("{names}{} would match too; the first listed takes it", project.rule_name(*last));
        let words = format!("first of {}", taken.also.len() + 1);
        pieces.push(said("warn", "triangle-alert", &words, &title));
    }
    pieces
}

fn said(tone: &str, sign: &str, words: &str, title: &str) -> Html {
    element("span", &[("class", &["said ", tone].concat()), ("title", title)], &[icon(sign), text(words)])
}
