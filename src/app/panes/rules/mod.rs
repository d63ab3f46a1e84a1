//! The link rules: the list of them, and the form of the one that is open.

mod drag;
mod form;
mod keys;
mod list;
mod marks;
mod pattern;
mod placeholders;
mod samples;
mod suggestions;

use leptos::prelude::*;

use crate::app::actions;
use crate::app::platform::dom;
use crate::app::state::Lab;
use crate::core::project::{RuleText, Where};

pub use marks::captures;
pub use samples::{captured_now, group_of};
pub use suggestions::draft_of;

/// Applies a fix that an editor of the open rule offers; both by their place among the problems of that text.
fn apply_fix(lab: Lab, text: RuleText, problem: usize, fix: usize) {
    let Some((index, _)) = untrack(|| lab.open_rule()) else { return };
    let problems = lab.linked.with_untracked(|linked| linked.of_text(index, text));
    if let Some(fix) = problems.get(problem).and_then(|problem| problem.fixes.get(fix)) {
        actions::apply_fix(lab, Where::Rule { index, text }, fix);
    }
}

pub fn follow(lab: Lab) {
    dom::value("domain", move || lab.setup.with(|project| project.settings.domain.clone()));
    dom::value("rule-name", move || lab.open_rule().map(|(_, rule)| rule.name.clone()).unwrap_or_default());
    dom::flag("#rule-form", "hidden", move || lab.open_rule().is_none());
    dom::flag("#no-rules", "hidden", move || lab.open_rule().is_some());
    dom::flag("[data-action=suggest]", "aria-expanded", move || lab.screen.with(|screen| screen.open.suggesting));
    dom::pressed("answer", move || {
        let own = lab.open_rule().is_some_and(|(_, rule)| rule.payload.is_some());
        if own { "own" } else { "shared" }
    });
    list::follow(lab);
    pattern::follow(lab);
    placeholders::follow(lab);
    form::follow(lab);
    samples::follow(lab);
    suggestions::follow(lab);
    keys::listen(lab);
    drag::listen(lab);
}
