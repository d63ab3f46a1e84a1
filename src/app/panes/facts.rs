//! Facts about the drawings: which text they are drawn from, and as of when.

use leptos::ev::Event;
use leptos::prelude::*;

use crate::app::actions::document::set_clock;
use crate::app::command::{Command, CommandButton, Face};
use crate::app::lab::Lab;
use crate::app::store::{ScreenStoreFields, Source, ViewKind, is_unmatched};
use crate::core::place::{RuleText, ServiceField, Where};
use crate::core::preview::format::instant;
use crate::core::preview::{Part, PartKind, Render};
use crate::core::state::State;
use crate::core::text::Span;
use crate::core::unfurl::Section;

/// Where the first drawing comes from.
#[derive(Clone, PartialEq)]
enum Origin {
    Unmatched,
    /// The answer, whether the project has no rule at all, and whether its text can be edited now.
    Payload {
        unruled: bool,
        editing: bool,
    },
    Placeholders {
        rule: Option<usize>,
        name: String,
    },
    /// What it changed, in the state that shows that.
    Update(Option<String>),
    Error,
    Nothing,
}

fn origin(lab: Lab) -> Origin {
    let Some(first) = lab.derived.views.with(|views| views.first().cloned()) else { return Origin::Nothing };
    let rule = lab.derived.taken.with(|taken| taken.rule);
    lab.derived.setup.with(|project| match (first.kind, first.wish) {
        (ViewKind::Plain, _) if is_unmatched(project, lab.derived.taken) => Origin::Unmatched,
        (ViewKind::Plain, _) => Origin::Nothing,
        (ViewKind::Placeholder, _) => {
            Origin::Placeholders { rule, name: rule.map(|rule| project.rule_name(rule)).unwrap_or_default() }
        }
        (_, State::Error) => Origin::Error,
        (ViewKind::Update, _) => Origin::Update(first.changes.as_ref().map(|marked| changes(marked))),
        (ViewKind::Answer, _) => Origin::Payload {
            unruled: project.rules.is_empty() && !project.link.trim().is_empty(),
            editing: lab.screen.source().get() == Source::Payload,
        },
    })
}

/// In a line of fixed height: what it says changes with the state, and the drawing stays where it is.
#[component]
pub fn DrawnFrom() -> impl IntoView {
    let lab = Lab::of_page();
    let origin = Memo::new(move |_| origin(lab));
    let edit = |place| view! { <CommandButton command=Command::Reveal(place, Span::default()) class="quiet accent" face=Face::Label>"Edit"</CommandButton> };
    let make_rule = || view! { <CommandButton command=Command::MakeRule class="quiet accent" face=Face::Label/> };
    let words = move || {
        match origin.get() {
        Origin::Unmatched => view! {
            <span class="origin">"No rule matches this link"</span>
            {make_rule()}
            <CommandButton command=Command::DrawAnyway class="quiet accent" face=Face::Label/>
        }
        .into_any(),
        Origin::Payload { unruled: true, .. } => {
            view! { <span class="origin">"Drawn from the payload. There is no link rule yet"</span>{make_rule()} }.into_any()
        }
        Origin::Payload { editing, .. } => {
            view! { <span class="origin">"Drawn from the payload"</span>{(!editing).then(|| edit(Where::Payload))} }.into_any()
        }
        Origin::Placeholders { rule, name } => view! {
            <span class="origin">
                {if name.is_empty() { "There are no placeholder attributes".to_owned() } else { format!("Drawn from the placeholder attributes of rule {name}") }}
            </span>
            {rule.map(|index| edit(Where::Rule { index, text: RuleText::Placeholders }))}
        }
        .into_any(),
        Origin::Update(changes) => view! {
            <span class="origin" title=changes.clone()>"Drawn from the update" {changes.clone()}</span>
            {edit(Where::Update)}
            {changes.map(|_| view! { <MarksButton/> })}
        }
        .into_any(),
        Origin::Error => {
            view! { <span class="origin">"Drawn from the error that your service sends"</span>{edit(Where::Service(ServiceField::ErrorStatus))} }
                .into_any()
        }
        Origin::Nothing => view! { <span class="origin">"An ordinary link"</span> }.into_any(),
    }
    };
    view! { <div class="drawn-from">{words}</div> }
}

#[component]
fn MarksButton() -> impl IntoView {
    let marks = Lab::of_page().screen.marks();
    let shown = Signal::derive(move || marks.get());
    view! {
        <CommandButton command=Command::Marks class="quiet accent" face=Face::Label expanded=shown>
            {move || if shown.get() { "Hide changes" } else { "Show changes" }}
        </CommandButton>
    }
}

/// `: changed State; removed Label`
fn changes(marked: &Render) -> String {
    let said = |word: &str, names: Vec<&str>| (!names.is_empty()).then(|| format!("{word} {}", names.join(", ")));
    let parts: Vec<String> =
        [said("changed", marked.changed_names()), said("removed", marked.gone_names())].into_iter().flatten().collect();
    if parts.is_empty() { String::new() } else { format!(": {}", parts.join("; ")) }
}

/// The clock of relative times: the real one, or a fixed one.
#[component]
pub fn Clock() -> impl IntoView {
    let lab = Lab::of_page();
    let fixed = Memo::new(move |_| lab.derived.setup.with(|project| project.now.clone()));
    let ahead = Memo::new(move |_| lab.derived.views.with(|views| views.first().and_then(|view| future(&view.render))));
    let warning = move || ahead.get().map(|name| view! { <span class="ahead">{format!("{name} is in the future")}</span> });
    let change = move |event: Event| {
        // As `<input type="datetime-local">` gives it: without seconds and without a zone.
        let moment = format!("{}:00Z", event_target_value(&event));
        if instant(&moment).is_some() {
            set_clock(lab, Some(moment));
        }
    };
    let clock = move || {
        match fixed.get() {
        Some(now) => view! {
            <label class="clock-field">
                "Dates as of "
                <input type="datetime-local" data-field="clock" aria-label="The time in UTC that dates are drawn as of" prop:value=local(&now) value=local(&now) on:change=change/>
                " UTC"
            </label>
            <CommandButton command=Command::FreeClock class="quiet accent" face=Face::Label/>
        }
        .into_any(),
        None => view! { <span>"Dates as of now"</span><CommandButton command=Command::FixClock class="quiet accent" face=Face::Label/> }.into_any(),
    }
    };
    view! { <div class="clock">{warning}{clock}</div> }
}

/// `2022-01-14T20:00:00Z` → `2022-01-14T20:00`
fn local(moment: &str) -> String {
    moment.get(..16).unwrap_or_default().to_owned()
}

/// The name of a moment that the drawing shows and that has not come yet.
fn future(render: &Render) -> Option<String> {
    let is_ahead = |part: &Part| part.kind == PartKind::Datetime && part.relative.is_some_and(|relative| relative.value > 0);
    let mut parts = Section::ALL.into_iter().flat_map(|section| render.preview.section(section));
    parts.find(|part| is_ahead(part)).map(|part| part.shown_name().to_owned())
}
