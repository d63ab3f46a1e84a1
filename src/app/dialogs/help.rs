//! The help: its words stand in `help.html`, its table of sections comes from core.

use crate::app::platform::dom;
use crate::core::html::{Html, element, worded};
use crate::core::unfurl::{Section, SubType};

pub fn fill() {
    if let Some(body) = dom::by_id("sections") {
        let rows: Vec<Html> = Section::ALL.into_iter().map(row).collect();
        dom::Pieces::new(body.into()).show(rows);
    }
}

fn row(section: Section) -> Html {
    let names: Vec<&str> = section.sub_types().iter().copied().map(SubType::name).collect();
    let head = element("th", &[("scope", "row")], &[worded("code", "", section.name())]);
    let cell = |words: &str| worded("td", "", words);
    element("tr", &[], &[head, cell(section.place()), cell(&names.join(", "))])
}
