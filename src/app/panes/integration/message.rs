//! A message in hand: what it is, what is in it, and what is wrong with it.

use leptos::prelude::*;

use crate::app::panes::problems::told;
use crate::app::panes::timeline::dialogue_box;
use crate::app::platform::dom;
use crate::app::state::Lab;
use crate::core::analysis::ids;
use crate::core::html::{Html, element, icon, prose, text, worded};
use crate::core::integration::basic;
use crate::core::integration::message::{self, Fact, Kind, Known, read, recognize};

pub fn follow(lab: Lab) {
    dom::value("message", move || lab.tools.with(|tools| tools.message.clone()));
    dom::value("message-kind", move || lab.tools.with(|tools| tools.kind.map_or("", Kind::name)).to_owned());
    dom::list("message-read", move || {
        let (message, kind) = lab.tools.with(|tools| (tools.message.clone(), tools.kind));
        if message.trim().is_empty() {
            return Vec::new();
        }
        match kind.or_else(|| lab.setup.with(|project| recognize(&message, &project.settings))) {
            Some(kind) => shown(&understood(lab, kind, &message), kind),
            None => vec![worded("p", "note", "This looks like none of the messages. Choose above what it is.")],
        }
    });
    dom::list("basic-header", move || {
        let id = lab.setup.with(|project| project.settings.client_id.clone());
        let secret = lab.tools.with(|tools| tools.secret.clone());
        if secret.is_empty() || id.is_empty() {
            let words = "Fill in client ID and client secret above to see the header of your request for Notion’s token.";
            return vec![worded("p", "note", words)];
        }
        let header = ["Authorization: ", &basic::encode(&id, &secret)].concat();
        let copy = [("type", "button"), ("class", "quiet"), ("data-action", "copy-basic")];
        vec![
            element("pre", &[("class", "header-line"), ("tabindex", "0")], &[text(&header)]),
            element("button", &copy, &[icon("copy"), text("Copy")]),
        ]
    });
    if let Some(select) = dom::by_id("message-kind") {
        for kind in Kind::ALL {
            // An option holds text alone.
            let label = kind.label().replace('`', "");
            let option = element("option", &[("value", kind.name())], &[text(&label)]);
            select.insert_adjacent_html("beforeend", option.as_str()).ok();
        }
    }
}

fn understood(lab: Lab, kind: Kind, message: &str) -> message::Read {
    let answer = lab.answer.with(|answer| answer.text.clone());
    let now = lab.now();
    lab.setup.with(|project| {
        let known = Known {
            settings: &project.settings,
            link: &project.link,
            state: None,
            base_ids: ids(&answer).ok(),
            profile: project.profile,
            now,
        };
        read(kind, message, &known)
    })
}

fn shown(read: &message::Read, kind: Kind) -> Vec<Html> {
    let mut pieces =
        vec![element("p", &[("class", "read-as")], &[text("Read as "), element("strong", &[], &[prose(kind.label())])])];
    if let Some(dialogue) = &read.dialogue {
        pieces.push(dialogue_box(dialogue));
    }
    if read.diagnostics.is_empty() {
        pieces.push(element(
            "p",
            &[("class", "all-well")],
            &[icon("check"), text("Nothing is wrong with it, as far as the documents say.")],
        ));
    } else {
        let rows: Vec<Html> = read.diagnostics.iter().enumerate().map(|(index, one)| told(one, index)).collect();
        pieces.push(element("ul", &[("class", "wrong")], &rows));
    }
    if !read.facts.is_empty() {
        let rows: Vec<Html> = read.facts.iter().map(fact).collect();
        pieces.push(element("table", &[("class", "facts")], &[element("tbody", &[], &rows)]));
    }
    pieces
}

fn fact(fact: &Fact) -> Html {
    let value = worded("code", "", &fact.value);
    let value = if fact.secret {
        element("span", &[("class", "secret"), ("tabindex", "0"), ("title", "hover or focus to read")], &[value])
    } else {
        value
    };
    let says = if fact.says.is_empty() { Vec::new() } else { vec![element("span", &[("class", "note")], &[prose(fact.says)])] };
    let cell = [vec![value], says].concat();
    element("tr", &[], &[element("th", &[("scope", "row")], &[text(&fact.name)]), element("td", &[], &cell)])
}
