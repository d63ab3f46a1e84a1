//! The problems: rule, message, place, what to do, why, and the fixes.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, MouseEvent};

use super::payload::FixAll;
use crate::app::actions;
use crate::app::erased::{live, press};
use crate::app::icon::{LuCheck, icon};
use crate::app::state::{Checked, Lab, Pane};
use crate::app::widgets::choice::{Item, choice};
use crate::app::widgets::prose::prose;
use crate::app::widgets::severity::sign;
use crate::core::diagnostic::{Diagnostic, Profile, Severity};
use crate::core::text::LineIndex;

/// As many rows as are drawn before the person asks for the rest.
const MOST_ROWS: usize = 100;

static PROFILES: [Item<Profile>; 2] = [
    Item { value: Profile::Documented, action: "profile:documented", name: "As documented", icon: None },
    Item { value: Profile::Wild, action: "profile:wild", name: "As seen in the wild", icon: None },
];

/// What a row shows; equal rows are not drawn again at the next key.
#[derive(Clone, PartialEq)]
struct Row {
    index: usize,
    rule: &'static str,
    severity: Severity,
    message: String,
    help: Option<String>,
    line: usize,
    column: usize,
    fixes: Vec<String>,
}

#[component]
pub fn ProblemsPane() -> impl IntoView {
    let lab = Lab::here();
    let all = RwSignal::new(false);
    let rows = Memo::new(move |_| lab.analysis.with(|checked| rows(checked, if all.get() { usize::MAX } else { MOST_ROWS })));
    let count = Memo::new(move |_| lab.analysis.with(|checked| checked.analysis.diagnostics.len()));
    let profile = move || lab.project.with(|project| project.profile);
    view! {
        <section class="pane lower" aria-label="Problems">
            <div class="toolbar">
                <button type="button" class="tab" data-action="pane:problems" aria-pressed="true" on:click=press(move || actions::bring_forward(lab, Pane::Problems))>
                    "Problems"
                </button>
                <Counts/>
                <div class="toolbar-actions">
                    <span class="narrow"><FixAll/></span>
                    {choice("How strictly the documents are taken", &PROFILES, profile, move |profile| actions::set_profile(lab, profile))}
                </div>
            </div>
            <ul class="problems" on:click=move |event| pressed(lab, &event)>
                {live(move || rows.with(|rows| rows.iter().map(row).collect_view()))}
                {live(move || (count.get() == 0).then(|| view! { <li class="no-problems">{icon(LuCheck)}"No problems: this is as the documents say."</li> }))}
            </ul>
            {live(move || {
                (!all.get() && count.get() > MOST_ROWS).then(|| view! {
                    <button type="button" class="quiet more" on:click=press(move || all.set(true))>{format!("Show all {}", count.get())}</button>
                })
            })}
        </section>
    }
}

fn rows(checked: &Checked, most: usize) -> Vec<Row> {
    let lines = LineIndex::new(&checked.text);
    let diagnostics = checked.analysis.diagnostics.iter().take(most).enumerate();
    diagnostics.map(|(index, diagnostic)| Row::new(index, diagnostic, &lines)).collect()
}

impl Row {
    fn new(index: usize, diagnostic: &Diagnostic, lines: &LineIndex) -> Self {
        let place = lines.position(diagnostic.span.start);
        Self {
            index,
            rule: diagnostic.rule.name,
            severity: diagnostic.severity,
            message: diagnostic.message.clone(),
            help: diagnostic.help.clone(),
            line: place.line,
            column: place.column,
            fixes: diagnostic.fixes.iter().map(|fix| fix.title.clone()).collect(),
        }
    }
}

/// `2 errors · 1 warning`
#[component]
fn Counts() -> impl IntoView {
    let lab = Lab::here();
    let of = move |severity: Severity| {
        lab.analysis
            .with(|checked| checked.analysis.diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity).count())
    };
    let badge = move |severity: Severity, one: &'static str, many: &'static str| {
        let count = Memo::new(move |_| of(severity));
        move || {
            let count = count.get();
            let word = if count == 1 { one } else { many };
            (count > 0).then(|| view! { <span class="badge">{sign(severity)}{format!("{count} {word}")}</span> })
        }
    };
    view! {
        <span class="counts">
            {badge(Severity::Error, "error", "errors")}
            {badge(Severity::Warning, "warning", "warnings")}
            {badge(Severity::Info, "info", "infos")}
        </span>
    }
}

fn row(row: &Row) -> impl IntoView + use<> {
    let fix = |(index, title): (usize, &String)| {
        view! { <button type="button" class="fix" data-action="fix" data-fix=index.to_string()>{prose(title)}</button> }
    };
    view! {
        <li data-problem="" data-rule=row.rule data-severity=row.severity.name() data-index=row.index.to_string()>
            <button type="button" class="problem" data-action="jump" title="Go to the place">
                {sign(row.severity)}
                <span class="word">{row.severity.name()}</span>
                <code class="rule">{row.rule}</code>
                <span class="message">{prose(&row.message)}</span>
                <span class="place">{format!("{}:{}", row.line, row.column)}</span>
            </button>
            <div class="remedy">
                {row.help.as_deref().map(|help| view! { <span class="help">{prose(help)}</span> })}
                {row.fixes.iter().enumerate().map(fix).collect_view()}
            </div>
        </li>
    }
}

/// One listener for all rows: a long list is drawn again without touching any.
fn pressed(lab: Lab, event: &MouseEvent) {
    let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
    let closest = |selector: &str| target.closest(selector).ok().flatten();
    let number = |element: Option<Element>, name: &str| element?.get_attribute(name)?.parse::<usize>().ok();
    let checked = lab.analysis.get_untracked();
    let index = number(closest("[data-problem]"), "data-index");
    let Some(diagnostic) = index.and_then(|index| checked.analysis.diagnostics.get(index)) else { return };
    if let Some(fix) = number(closest("[data-fix]"), "data-fix").and_then(|fix| diagnostic.fixes.get(fix)) {
        actions::apply_fix(lab, fix);
    } else if closest("[data-action=jump]").is_some() {
        actions::reveal(lab, diagnostic.span);
    }
}
