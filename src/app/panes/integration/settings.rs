//! The two documented forms, and how the service acts: fields of the frame, and what is wrong with each.

use leptos::prelude::*;

use crate::app::panes::problems::told;
use crate::app::platform::dom;
use crate::app::state::Lab;
use crate::core::html::Html;
use crate::core::project::{ServiceField, Setting, Where};

pub fn follow(lab: Lab) {
    for setting in Setting::ALL {
        dom::value(&["setting-", setting.key()].concat(), move || {
            lab.setup.with(|project| setting.of(&project.settings).to_owned())
        });
        dom::list(&["wrong-", setting.key()].concat(), move || wrong(lab, Where::Setting(setting)));
    }
    for field in ServiceField::ALL {
        dom::value(&["service-", field.key()].concat(), move || lab.setup.with(|project| field.of(&project.service).to_owned()));
        dom::list(&["wrong-service-", field.key()].concat(), move || wrong(lab, Where::Service(field)));
    }
    dom::value("client-secret", move || lab.tools.with(|tools| tools.secret.clone()));
    dom::text("rules-summary", move || {
        lab.linked.with(|linked| {
            let samples: usize = linked.rules.iter().map(|rule| rule.samples.len()).sum();
            format!("{}, {}", counted(linked.rules.len(), "rule"), counted(samples, "sample URL"))
        })
    });
}

fn wrong(lab: Lab, place: Where) -> Vec<Html> {
    lab.around.with(|around| {
        let all = around.diagnostics.iter().enumerate();
        all.filter(|(_, one)| one.source == place).map(|(index, one)| told(one, index)).collect()
    })
}

/// `1 rule`, `2 rules`
fn counted(count: usize, one: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{count} {one}s") }
}
