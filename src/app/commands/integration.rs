//! What can be pressed and typed around the preview: settings, timeline, tools.

use leptos::prelude::*;
use web_sys::Element;

use crate::app::actions::integration as actions;
use crate::app::actions::{self as all, announce};
use crate::app::panes::integration as pane;
use crate::app::platform::clipboard;
use crate::app::state::{Lab, Lower, Tools};
use crate::core::integration::copy_as::{Language, code};
use crate::core::integration::message::Kind;
use crate::core::integration::{Event, Method, basic};
use crate::core::project::{ServiceField, Setting, Where};
use crate::core::text::Span;

/// A command of the form `group:name`.
pub fn run(lab: Lab, group: &str, name: &str, button: &Element) {
    let data = |name: &str| button.get_attribute(name).unwrap_or_default();
    let index = || data("data-index").parse().unwrap_or_default();
    match (group, name) {
        ("play", event) => {
            if let Some(event) = Event::parse(event) {
                play(lab, event, button);
            }
        }
        ("step", "go") => actions::go_to_step(lab, index()),
        ("step", "remove") => {
            actions::remove_event(lab, index());
            super::focus(STEP);
        }
        ("step", "back") => actions::go_to_step(lab, actions::shown(lab).saturating_sub(1)),
        ("step", "on") => actions::go_to_step(lab, actions::shown(lab) + 1),
        ("step", "replay") => actions::replay(lab),
        ("step", "clear") => actions::clear_events(lab),
        ("tick", _) => actions::tick(lab, &data("data-step")),
        ("update", "edit") => {
            let start = Span::new(0, 0);
            all::reveal(lab, Where::Update, start);
        }
        ("update", _) => actions::draft_update(lab),
        ("setting", key) => {
            if let Some(setting) = Setting::ALL.into_iter().find(|setting| setting.key() == key) {
                all::reveal(lab, Where::Setting(setting), Span::new(0, 0));
            }
        }
        ("copy-as", language) => copy_as(lab, language, &data("data-at")),
        ("copy-basic", _) => {
            let id = lab.project.with_untracked(|project| project.settings.client_id.clone());
            let header = lab.tools.with_untracked(|tools| basic::encode(&id, &tools.secret));
            clipboard::copy(lab, &header, "header copied");
        }
        ("call", "post") => pane::send(lab, Method::Post),
        ("call", "delete") => pane::send(lab, Method::Delete),
        ("call", "stop") => {
            pane::stop();
            super::focus("[data-action='call:post']");
        }
        ("call", "copy") => clipboard::copy(lab, &pane::as_curl(lab), "cURL copied"),
        ("call", "use") => {
            if let Some(text) = pane::answer_text(lab) {
                all::set_payload(lab, text);
                announce(lab, "the answer is the payload now".to_owned());
            }
        }
        _ => {}
    }
}

/// The step that is shown, or the first event.
const STEP: &str = "[aria-current=step] .step-go, .event";

/// Plays an event. A button that goes away with it hands the focus on to the step.
fn play(lab: Lab, event: Event, button: &Element) {
    let on_card = button.matches(".card-button").unwrap_or_default();
    if on_card && event == Event::FirstPaste && actions::is_asked(lab) {
        // The form waits for the person already.
        all::bring_below(lab, Lower::Timeline);
        return super::focus(".interstitial .primary");
    }
    actions::play_event(lab, event);
    if on_card || button.closest(".interstitial").is_ok_and(|form| form.is_some()) {
        super::focus(if event == Event::FirstPaste { ".interstitial .primary" } else { STEP });
    }
}

/// A request of the timeline as code, by its step and place: `2:0`.
fn copy_as(lab: Lab, language: &str, at: &str) {
    let Some(language) = Language::ALL.into_iter().find(|one| one.name() == language) else { return };
    let Some((step, place)) = exchange_at(at) else { return };
    let code = lab.steps.with_untracked(|steps| Some(code(&steps.get(step)?.exchanges.get(place)?.request, language)));
    if let Some(code) = code {
        clipboard::copy(lab, &code, "copied; secrets are variables in it");
    }
}

fn exchange_at(at: &str) -> Option<(usize, usize)> {
    let (step, place) = at.split_once(':')?;
    Some((step.parse().ok()?, place.parse().ok()?))
}

/// An exchange was opened or closed.
pub fn toggled(lab: Lab, details: &Element) {
    let row = details.parent_element().and_then(|row| row.get_attribute("data-exchange"));
    let Some(at) = row.as_deref().and_then(exchange_at) else { return };
    lab.screen.update(|screen| {
        screen.exchanges.retain(|open| *open != at);
        if details.has_attribute("open") {
            screen.exchanges.push(at);
        }
    });
}

/// What is typed into a field of the form `group:name`, or into a tool.
pub fn typed(lab: Lab, field: &str, value: String) {
    let (group, name) = field.split_once(':').unwrap_or((field, ""));
    let tool = |put: fn(&mut Tools) -> &mut String, value: String| lab.tools.update(|tools| *put(tools) = value);
    match group {
        "setting" => {
            if let Some(setting) = Setting::ALL.into_iter().find(|setting| setting.key() == name) {
                actions::type_setting(lab, setting, value);
            }
        }
        "service" => {
            if let Some(field) = ServiceField::ALL.into_iter().find(|field| field.key() == name) {
                actions::type_service(lab, field, value);
            }
        }
        "secret" => tool(|tools| &mut tools.secret, value),
        "message" => tool(|tools| &mut tools.message, value),
        "message-kind" => {
            lab.tools.update(|tools| tools.kind = Kind::ALL.into_iter().find(|kind| kind.name() == value));
        }
        "call-url" => tool(|tools| &mut tools.call.url, value),
        "call-link" => tool(|tools| &mut tools.call.link, value),
        "call-token" => tool(|tools| &mut tools.call.token, value),
        _ => {}
    }
}
