//! What can be pressed: one listener for the whole page, and the commands by the names that `data-action` gives them.

mod integration;

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::actions;
use super::actions::rules::{self, List};
use super::dialogs::projects;
use super::panes::problems;
use super::panes::rules::{draft_of, group_of};
use super::platform::preferences::{Drawing, Theme, Width};
use super::platform::{document, dom};
use super::state::{Dialog, Lab, Pane};
use crate::core::diagnostic::{Diagnostic, Profile};
use crate::core::preview::State;

pub fn listen(lab: Lab) {
    on("click", move |target| pressed(lab, target));
    on("input", move |target| typed(lab, target));
    on("mouseover", move |target| lab.hover(drawn_part(target)));
    on("toggle", move |target| {
        if target.matches(".why[open]").unwrap_or_default() {
            problems::explain(target);
        } else if target.matches(".exchange").unwrap_or_default() {
            integration::toggled(lab, target);
        } else if target.matches(".words").unwrap_or_default() {
            lab.screen.update(|screen| screen.open.in_words = target.has_attribute("open"));
        }
    });
    // Heard on its way down: an error does not rise from the picture that has it.
    on("error", move |target| {
        if let Some(media) = target.get_attribute("data-media") {
            actions::break_picture(lab, media);
        }
    });
}

fn on(event: &'static str, mut act: impl FnMut(&Element) + 'static) {
    let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: true };
    let heard = move |event: &web_sys::Event| {
        if let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) {
            act(&target);
        }
    };
    EventListener::new_with_options(&leptos::prelude::document(), event, options, heard).forget();
}

/// The index of the attribute under the pointer.
fn drawn_part(target: &Element) -> Option<usize> {
    closest(target, "[data-of=answer] [data-view] [data-index]")?.get_attribute("data-index")?.parse().ok()
}

fn closest(target: &Element, selector: &str) -> Option<Element> {
    target.closest(selector).ok().flatten()
}

fn pressed(lab: Lab, target: &Element) {
    if target.tag_name() == "DIALOG" {
        // The backdrop belongs to the dialog; what is inside is another element.
        return actions::close_dialog(lab);
    }
    if let Some(button) = closest(target, "[data-action]")
        && let Some(action) = button.get_attribute("data-action")
    {
        run(lab, &action, &button);
    }
}

fn run(lab: Lab, action: &str, button: &Element) {
    let data = |name: &str| button.get_attribute(name).unwrap_or_default();
    let preferences = lab.preferences;
    match action.split_once(':').unwrap_or((action, "")) {
        ("undo", _) => actions::undo(lab),
        ("redo", _) => actions::redo(lab),
        ("format", _) => actions::format_payload(lab),
        ("fix-all", _) => actions::fix_all(lab),
        ("copy-json", _) => actions::copy_payload(lab),
        ("download", _) => actions::download_payload(lab),
        ("templates", _) => actions::show(lab, Dialog::Templates),
        ("projects", _) => actions::show(lab, Dialog::Projects),
        ("help", _) => actions::show(lab, Dialog::Help),
        ("close", _) => actions::close_dialog(lab),
        ("page-theme", _) => preferences.update(|preferences| preferences.theme = preferences.theme.next()),
        ("theme", name) => choose(&Drawing::ALL, Drawing::name, name, |value| preferences.update(|all| all.drawing = value)),
        ("width", name) => choose(&Width::ALL, Width::name, name, |value| preferences.update(|all| all.width = value)),
        ("state", name) => choose(&State::ALL, State::name, name, |state| actions::set_state(lab, state)),
        ("play", "") => actions::play(lab),
        ("profile", name) => choose(&Profile::ALL, Profile::name, name, |profile| actions::set_profile(lab, profile)),
        ("pane", name) => choose(&Pane::ALL, Pane::name, name, |pane| actions::bring_forward(lab, pane)),
        ("load-embed", _) => actions::open_media(lab, data("data-media")),
        ("template", _) => actions::use_template(lab, &data("data-template")),
        ("project", "new") => actions::new_project(lab),
        ("project", "copy") => actions::copy_project(lab),
        ("project", "open") => projects::open(lab, &data("data-project")),
        ("project", "delete") => projects::delete(lab, &data("data-id")),
        ("jump", _) => with_problem(lab, button, |problem| actions::reveal(lab, problem.source, problem.span)),
        ("fix", _) => with_problem(lab, button, |problem| {
            if let Some(fix) = data("data-fix").parse::<usize>().ok().and_then(|index| problem.fixes.get(index)) {
                actions::apply_fix(lab, problem.source, fix);
            }
        }),
        ("rule", "add") => {
            rules::add(lab);
            focus("#rule-name");
        }
        ("rule", "copy") => rules::duplicate(lab),
        ("rule", "delete") => rules::delete(lab),
        ("answer", name) => rules::set_own_payload(lab, name == "own"),
        ("format-placeholders", _) => rules::format_placeholders(lab),
        ("suggest", _) => lab.screen.update(|screen| screen.open.suggesting = !screen.open.suggesting),
        ("draft", _) => lab.screen.update(|screen| screen.open.drafting = !screen.open.drafting),
        ("use-draft", _) => {
            if let Some(Ok(draft)) = untrack(|| lab.open_rule()).map(|(_, rule)| draft_of(&rule)) {
                rules::use_pattern(lab, draft.pattern);
            }
        }
        ("sample", list) => choose(&List::ALL, List::name, list, |list| {
            rules::add_url(lab, list, usize::MAX, String::new());
            focus(&format!("[data-sample={}]:last-of-type textarea", list.name()));
        }),
        ("edge", list) => choose(&List::ALL, List::name, list, |list| rules::add_url(lab, list, usize::MAX, data("data-url"))),
        ("rule-open", _) => {
            if let Some(index) =
                closest(button, "[data-rule-row]").and_then(|row| row.get_attribute("data-rule-row")?.parse().ok())
            {
                rules::open(lab, index);
            }
        }
        ("sample-remove" | "sample-show" | "expect", _) => with_url(lab, button, |list, at, url| match action {
            "sample-remove" => rules::remove_url(lab, list, at),
            "sample-show" => rules::show_sample(lab, url),
            _ => rules::toggle_expected(lab, url),
        }),
        ("all-problems", _) => lab.screen.update(|screen| screen.all_problems = true),
        (group, name) => integration::run(lab, group, name, button),
    }
}

fn choose<T: Copy>(all: &[T], name: fn(T) -> &'static str, chosen: &str, act: impl FnOnce(T)) {
    if let Some(value) = all.iter().copied().find(|value| name(*value) == chosen) {
        act(value);
    }
}

/// The URL of the row that an element stands in.
fn with_url(lab: Lab, element: &Element, act: impl FnOnce(List, usize, &str)) {
    let Some((list, at)) = group_of(element) else { return };
    if let Some((_, rule)) = untrack(|| lab.open_rule())
        && let Some(url) = list.of(&rule).get(at)
    {
        act(list, at, url);
    }
}

/// What is typed into a field of the frame or of a list.
fn typed(lab: Lab, target: &Element) {
    let Some(field) = target.get_attribute("data-field") else { return };
    let value = dom::typed(target);
    match &*field {
        "link" => actions::set_link(lab, value),
        "domain" => actions::set_domain(lab, value),
        "rule-name" => rules::rename(lab, value),
        "url" => {
            if let Some((list, at)) = group_of(target) {
                rules::type_url(lab, list, at, &value);
            }
        }
        "expected" => with_url(lab, target, |_, _, url| {
            let group = target.get_attribute("data-group").unwrap_or_default();
            rules::type_expected(lab, url, &group, value);
        }),
        field => integration::typed(lab, field, value),
    }
}

/// After what is pressed has changed the page.
fn focus(selector: &str) {
    let selector = selector.to_owned();
    document::soon(move || dom::focus(&selector));
}

/// The problem of the row that a button stands in.
fn with_problem(lab: Lab, button: &Element, act: impl FnOnce(&Diagnostic)) {
    let of_settings = |index| lab.around.with_untracked(|around| around.diagnostics.get::<usize>(index).cloned());
    let problem = match closest(button, "[data-told]") {
        Some(told) => told.get_attribute("data-index").and_then(|index| of_settings(index.parse().ok()?)),
        None => closest(button, "[data-problem]").and_then(|row| {
            let index = std::iter::successors(row.previous_element_sibling(), Element::previous_element_sibling).count();
            problems::listed(lab, index)
        }),
    };
    if let Some(problem) = problem {
        act(&problem);
    }
}

impl Theme {
    fn next(self) -> Self {
        match self {
            Self::System => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::System,
        }
    }
}
