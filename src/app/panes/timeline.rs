//! The timeline: every event with the requests that it causes, and what is to be seen after it.

use leptos::prelude::*;

use crate::app::platform::dom;
use crate::app::state::{Lab, Lower, scene};
use crate::core::html::{Html, element, icon, joined, prose, text, worded};
use crate::core::integration::copy_as::Language;
use crate::core::integration::simulator::{Step, World, possible};
use crate::core::integration::{Dialogue, Event, Exchange};
use crate::core::preview::State;

pub fn follow(lab: Lab) {
    dom::list("steps", move || {
        let at = place(lab);
        let (open, refused) = lab.screen.with(|screen| (screen.exchanges.clone(), screen.refused.clone()));
        let asks = lab.setup.with(|project| project.settings.domain.clone());
        lab.steps.with(|steps| {
            let mut rows: Vec<Html> = steps.iter().enumerate().map(|(index, step)| row(index, step, at, &open, &asks)).collect();
            if let Some(why) = refused {
                let inside = [icon("info"), element("span", &[("role", "alert")], &[prose(&why)])];
                rows.insert(at.min(rows.len()), element("li", &[("class", "refused")], &inside));
            } else if rows.is_empty() {
                rows.push(nothing_yet());
            }
            rows
        })
    });
    dom::list("world", move || {
        let at = place(lab);
        lab.steps.with(|steps| world(at.checked_sub(1).and_then(|last| steps.get(last)).map(|step| &step.after)))
    });
    dom::follow(Box::new(move || mute(lab)));
    dom::flag("[data-action='step:back']", "disabled", move || place(lab) == 0);
    dom::flag("[data-action='step:on']", "disabled", move || place(lab) == lab.steps.with(Vec::len));
    dom::flag("[data-action='step:replay'], [data-action='step:clear']", "disabled", move || lab.steps.with(Vec::is_empty));
}

/// So many events are played.
fn place(lab: Lab) -> usize {
    let all = lab.steps.with(Vec::len);
    lab.screen.with(|screen| screen.played).map_or(all, |played| played.min(all))
}

/// Events that cannot happen now are muted; pressed all the same, they tell what has to come first.
fn mute(lab: Lab) {
    // What nobody sees costs nothing at a key.
    if lab.screen.with(|screen| screen.lower != Lower::Timeline) {
        return;
    }
    let (at, project) = (place(lab), lab.setup.get());
    lab.steps.with(|steps| {
        let here = World::default();
        let world = at.checked_sub(1).and_then(|last| steps.get(last)).map_or(&here, |step| &step.after);
        for button in dom::all(".event") {
            let event = button.get_attribute("data-action").and_then(|action| Event::parse(action.strip_prefix("play:")?));
            let idle = event.is_some_and(|event| !scene(lab, &project, |scene| possible(scene, world, event)));
            for name in ["data-idle", "aria-disabled"] {
                button.set_attribute(name, if idle { "true" } else { "false" }).ok();
            }
        }
    });
}

fn nothing_yet() -> Html {
    let words = "Nothing has happened yet. Begin with “Paste for the first time”: every request that follows is shown here, and the drawing \
                 shows what the person sees.";
    worded("li", "note nothing-yet", words)
}

fn row(index: usize, step: &Step, at: usize, open: &[(usize, usize)], asks: &str) -> Html {
    let number = (index + 1).to_string();
    let name = label(step.event);
    let go = [("type", "button"), ("class", "step-go"), ("data-action", "step:go"), ("data-index", number.as_str())];
    let head = [
        element(
            "button",
            &go,
            &[
                worded("span", "number", &number),
                worded("span", "step-name", &name),
                icon("arrow-right"),
                element(
                    "span",
                    &[("class", "state-name"), ("data-state-name", step.after.shown.name())],
                    &[text(words(step.after.shown))],
                ),
            ],
        ),
        element(
            "button",
            &[
                ("type", "button"),
                ("class", "quiet"),
                ("data-action", "step:remove"),
                ("data-index", &index.to_string()),
                ("aria-label", &["Remove step ", &number, ": ", &name].concat()),
            ],
            &[icon("x")],
        ),
    ];
    let mut inside =
        vec![element("div", &[("class", "step-head")], &head), element("p", &[("class", "step-says")], &[prose(&step.says)])];
    if !step.vanished.is_empty() {
        let ids: Vec<Html> = step.vanished.iter().flat_map(|id| [text(" "), worded("code", "", id)]).collect();
        let inside_warning = [icon("triangle-alert"), element("span", &[], &[text("Gone with this update:"), joined(&ids)])];
        inside.push(element("p", &[("class", "vanished")], &inside_warning));
    }
    inside.extend(step.dialogue.as_ref().map(dialogue_box));
    let exchanges = step.exchanges.iter().enumerate();
    let rows: Vec<Html> = exchanges.map(|(place, one)| exchange(index, place, one, open.contains(&(index, place)))).collect();
    inside.push(element("ul", &[("class", "exchanges")], &rows));
    if index + 1 == at && step.after.asked.is_some() {
        inside.push(interstitial(asks));
    }
    let current = if index + 1 == at { "step" } else { "" };
    // What has not been played again yet is dimmed.
    let (idle, ahead) = (if step.idle { "true" } else { "" }, if index < at { "" } else { "true" });
    element("li", &[("class", "step"), ("data-idle", idle), ("data-ahead", ahead), ("aria-current", current)], &inside)
}

/// The person's turn.
fn interstitial(asks: &str) -> Html {
    let asks = if asks.trim().is_empty() { "Your service" } else { asks };
    let button = |action: &str, class: &str, words: &str| {
        element("button", &[("type", "button"), ("class", class), ("data-action", action)], &[text(words)])
    };
    let says = [worded("strong", "", asks), text(" asks: may Notion show what you can see here in previews of links?")];
    let buttons = [button("play:allow", "button primary", "Allow"), button("play:deny", "button", "Deny")];
    let note = worded("p", "note", "Your form, as an example: show one like it at your Authorize URL.");
    element("div", &[("class", "interstitial")], &[element("p", &[], &says), element("div", &[("class", "row")], &buttons), note])
}

/// What Notion tells the person.
pub fn dialogue_box(dialogue: &Dialogue) -> Html {
    element("p", &[("class", "dialogue")], &[icon("info"), element("span", &[], &[prose(&dialogue.says())])])
}

/// `POST https://… your service → Notion 200`; opened, both in full.
fn exchange(step: usize, place: usize, exchange: &Exchange, open: bool) -> Html {
    let Exchange { title, request, response, notes } = exchange;
    let (status, at) = (response.status.to_string(), format!("{step}:{place}"));
    let tone = if response.status < 400 { "good" } else { "bad" };
    let from_to = [text(request.from.name()), icon("arrow-right"), text(request.to.name())];
    let summary = [
        worded("span", "method", request.method.name()),
        worded("span", "exchange-url", &request.url),
        element("span", &[("class", "from-to")], &from_to),
        element("span", &[("class", &["status ", tone].concat())], &[text(&status)]),
    ];
    let mut inside = vec![worded("p", "exchange-title", title)];
    inside.extend(
        notes
            .iter()
            .map(|note| element("p", &[("class", "note doc-note")], &[icon("info"), element("span", &[], &[prose(note)])])),
    );
    let message = |heading: &str, words: &str| {
        element("figure", &[], &[worded("figcaption", "", heading), element("pre", &[("tabindex", "0")], &[text(words)])])
    };
    inside.push(element(
        "div",
        &[("class", "messages")],
        &[message("Request", &request.written()), message("Response", &response.written())],
    ));
    inside.push(copies(&at));
    let attributes = [
        ("data-exchange", at.as_str()),
        ("data-method", request.method.name()),
        ("data-url", &request.url),
        ("data-status", &status),
    ];
    let open = if open { "open" } else { "" };
    let details = [("class", "exchange"), ("open", open)];
    element("li", &attributes, &[element("details", &details, &[element("summary", &[], &summary), joined(&inside)])])
}

fn copies(at: &str) -> Html {
    let button = |language: &Language| {
        let action = ["copy-as:", language.name()].concat();
        let attributes = [("type", "button"), ("class", "quiet"), ("data-action", action.as_str()), ("data-at", at)];
        element("button", &attributes, &[text(language.label())])
    };
    let mut inside = vec![worded("span", "soft", "Copy as")];
    inside.extend(Language::ALL.iter().map(button));
    element("div", &[("class", "copies")], &inside)
}

/// The words of the button that plays an event stand in the frame.
fn label(event: Event) -> String {
    let written = event.written();
    let button = dom::all(&["[data-action='play:", &written, "'].event"].concat());
    button.first().and_then(|button| button.text_content()).unwrap_or_else(|| match event {
        Event::Wait(seconds) => format!("{} passes", clock(u64::from(seconds))),
        _ => written,
    })
}

/// What is to be seen, in words.
fn words(state: State) -> &'static str {
    match state {
        State::Plain => "a plain link",
        State::Placeholder => "the placeholder",
        State::Connect => "asks to connect",
        State::Loaded => "loaded",
        State::Error => "an error",
        State::LoadedWithError => "loaded, with an error",
        State::Updated => "updated",
        State::Deleted => "deleted",
    }
}

/// The clock, what stands on pages, whose tokens there are.
fn world(world: Option<&World>) -> Vec<Html> {
    let Some(world) = world else { return Vec::new() };
    let fact = |name: &str, value: &str| {
        element("p", &[("class", "fact")], &[worded("span", "soft", name), text(" "), worded("span", "", value)])
    };
    let left = |until: u64| match until.checked_sub(world.clock) {
        Some(left) if left > 0 => format!("valid for {}", clock(left)),
        _ => "expired".to_owned(),
    };
    let mut facts = vec![fact("Clock", &clock(world.clock)), fact("Previews of the link", &world.previews.to_string())];
    if let Some(asked) = &world.asked {
        facts.push(fact("Notion’s code", &left(asked.code_until)));
    }
    let token = world.token.as_ref().map(|token| token.until.map_or_else(|| "long-living".to_owned(), left));
    facts.push(fact("Your access token", token.as_deref().unwrap_or("none yet")));
    facts.push(worded("h3", "", "My connections"));
    facts.extend(world.connections.iter().map(|one| {
        let key = worded("code", "", &one.key);
        element("p", &[("class", "fact connection"), ("data-connection", &one.key)], &[text(&one.name), text(" "), key])
    }));
    if world.connections.is_empty() {
        facts.push(worded("p", "note", "nobody is connected"));
    }
    facts
}

/// `10:00`, `16:40:00`, `2 days 0:00:00`
fn clock(seconds: u64) -> String {
    let (days, hours, minutes, rest) = (seconds / 86_400, seconds / 3_600 % 24, seconds / 60 % 60, seconds % 60);
    let two = |number: u64| if number < 10 { format!("0{number}") } else { number.to_string() };
    let days = match days {
        0 => String::new(),
        1 => "1 day ".to_owned(),
        days => format!("{days} days "),
    };
    if hours == 0 && days.is_empty() {
        format!("{minutes}:{}", two(rest))
    } else {
        format!("{days}{hours}:{}:{}", two(minutes), two(rest))
    }
}
