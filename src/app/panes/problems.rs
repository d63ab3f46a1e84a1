//! The Problems panel: everything that is wrong, and what to do about it.

use leptos::html;
use leptos::prelude::*;
use leptos_use_timeout_fn::{UseTimeoutFnReturn, use_timeout_fn};

use super::broken::{BrokenPictures, broken};
use super::diagnostic::{Problem, ProblemRow, number};
use super::fit::fit;
use crate::app::command::{Command, CommandButton};
use crate::app::components::{Icon, IconName, Rows, Sign};
use crate::app::lab::Lab;
use crate::app::store::{Pane, PayloadCheck, RulesCheck, ScreenStoreFields, SetupCheck, Source};
use crate::core::diagnostic::Diagnostic;
use crate::core::place::{RuleText, Where};
use crate::core::position::LineIndex;
use crate::core::severity::Severity;

/// The rows that are drawn before the person asks for the rest.
const MOST_ROWS: usize = 100;
/// The rows that a browser shows at once without a pause that anybody notices.
const ALL_ROWS: usize = 1000;

#[component]
pub fn ProblemsPane() -> impl IntoView {
    let lab = Lab::of_page();
    let most = move || if lab.screen.all_problems().get() { ALL_ROWS } else { MOST_ROWS };
    let all = Memo::new(move |_| listed(lab, |listed| listed.diagnostics.len()));
    let broken = Memo::new(move |_| broken(lab));
    let list = NodeRef::<html::Ul>::new();
    fit(lab, list);
    view! {
        <div class="problems-scroll"><ul class="problems" id="problems" node_ref=list>
            <Rows
                items=move || listed(lab, |listed| listed.problems(most()))
                key=Problem::key
                row=|_, problem| view! { <ProblemRow problem=problem/> }.into_any()
            />
            {move || further(most(), all.get())}
            <BrokenPictures broken=broken/>
        </ul></div>
    }
}

/// What leads to the rows that are not shown.
fn further(most: usize, all: usize) -> Option<AnyView> {
    if all <= most {
        return None;
    }
    if most == ALL_ROWS {
        let words = format!("And {} more. Fix some of these first", all - most);
        return Some(view! { <li class="note">{words}</li> }.into_any());
    }
    let words = if all > ALL_ROWS { format!("Show {ALL_ROWS} of {all}") } else { format!("Show all {all}") };
    Some(view! { <li><CommandButton command=Command::AllProblems>{words}</CommandButton></li> }.into_any())
}

fn notes_on_rules(notes: usize) -> String {
    if notes == 1 { "1 note on link rules".to_owned() } else { format!("{notes} notes on link rules") }
}

/// Leads to the notes that wait until the link rules are edited.
#[component]
pub fn WaitingNotes() -> impl IntoView {
    let lab = Lab::of_page();
    let notes = Memo::new(move |_| listed(lab, |listed| listed.notes));
    view! {
        <Show when=move || notes.get() != 0>
            <CommandButton command=Command::Pane(Pane::Rules) class="quiet waiting">{move || notes_on_rules(notes.get())}</CommandButton>
        </Show>
    }
}

/// The numbers of problems, by severity.
#[component]
pub fn Counts() -> impl IntoView {
    let lab = Lab::of_page();
    #[expect(clippy::redundant_closure_for_method_calls, reason = "the method alone is not general enough in its lifetime")]
    let listed_counts = Memo::new(move |_| listed(lab, |list| list.counts()));
    let counts = Memo::new(move |_| with_notes(listed_counts.get(), broken(lab).len()));
    let badge = move |(severity, count): (Severity, usize)| {
        let words = counted(severity, count);
        view! { <span class="badge"><Sign severity=severity/>{words}</span> }
    };
    let none = move || {
        counts
            .with(Vec::is_empty)
            .then(|| view! { <span class="badge no-problems"><Icon name=IconName::Check/>"No problems found"</span> })
    };
    view! { <span class="counts" id="counts">{move || counts.get().into_iter().map(badge).collect_view()}{none}</span> }
}

/// The counts, with some notes more.
fn with_notes(mut counts: Vec<(Severity, usize)>, notes: usize) -> Vec<(Severity, usize)> {
    match counts.iter_mut().find(|(severity, _)| *severity == Severity::Info) {
        Some((_, count)) => *count += notes,
        None if notes > 0 => counts.push((Severity::Info, notes)),
        None => {}
    }
    counts
}

/// Milliseconds without a change until the counts are read out: nobody wants to hear them at every key.
const SPOKEN_AFTER: f64 = 1500.0;

/// Tells who hears the page when the payload stops parsing, and when problems come and go.
#[component]
pub fn Spoken() -> impl IntoView {
    let lab = Lab::of_page();
    let state = Memo::new(move |_| listed(lab, |list| (list.broken().map(str::to_owned), list.counts())));
    let spoken = RwSignal::new(String::new());
    let UseTimeoutFnReturn { start, .. } = use_timeout_fn(move |words: String| spoken.set(words), SPOKEN_AFTER);
    Effect::new(move |first: Option<()>| {
        let (broken, counts) = state.get();
        // What was there from the start is read with the page.
        if first.is_some() {
            start(said(broken, &counts));
        }
    });
    view! { <p class="unseen" role="status">{spoken}</p> }
}

fn said(broken: Option<String>, counts: &[(Severity, usize)]) -> String {
    if let Some(message) = broken {
        return format!("The JSON does not parse: {message}");
    }
    let counts: Vec<String> = counts.iter().map(|(severity, count)| counted(*severity, *count)).collect();
    if counts.is_empty() { "No problems".to_owned() } else { counts.join(", ") }
}

/// `2 errors`
fn counted(severity: Severity, count: usize) -> String {
    let name = if severity == Severity::Info { "note" } else { severity.name() };
    format!("{count} {name}{}", if count == 1 { "" } else { "s" })
}

/// The number of all errors, warnings and notes on the payload, and of errors and warnings elsewhere.
pub fn count(lab: Lab) -> usize {
    let of_payload = lab.derived.payload.with(|payload| payload.analysis.diagnostics.len());
    let of_rules = lab.derived.rules.with(|rules| rules.analysis.problems().count());
    of_payload + of_rules + lab.derived.around.with(|around| around.problems().count())
}

/// The problems that are listed: of the payload, of the link rules, of the settings, of how the service acts, of the
/// update. Notes wait until their place is edited.
struct Listed<'l> {
    payload: &'l str,
    rules: &'l RulesCheck,
    diagnostics: Vec<&'l Diagnostic>,
    /// Notes on link rules that wait.
    notes: usize,
}

/// Reads the list, and follows it.
fn listed<T>(lab: Lab, read: impl FnOnce(&Listed) -> T) -> T {
    let (derived, edited) = (lab.derived, lab.screen.source().get());
    derived.payload.with(|payload| {
        derived.rules.with(|rules| derived.around.with(|around| read(&Listed::new(payload, rules, around, edited))))
    })
}

impl<'l> Listed<'l> {
    fn new(payload: &'l PayloadCheck, rules: &'l RulesCheck, around: &'l SetupCheck, edited: Source) -> Self {
        let (of_payload, of_rules) = (&payload.analysis.diagnostics, &rules.analysis.diagnostics);
        let of = |place: Source| move |diagnostic: &&Diagnostic| edited == place || diagnostic.severity != Severity::Info;
        let mut diagnostics: Vec<&Diagnostic> = of_payload.iter().chain(of_rules.iter().filter(of(Source::Rules))).collect();
        let notes = of_payload.len() + of_rules.len() - diagnostics.len();
        diagnostics.extend(around.diagnostics.iter().filter(of(Source::Integration)));
        // The worst first; those of one severity keep the order of their texts.
        diagnostics.sort_by_key(|diagnostic| match diagnostic.severity {
            Severity::Error => 0,
            Severity::Warning => 1,
            Severity::Info => 2,
        });
        Self { payload: &payload.text, rules, diagnostics, notes }
    }

    fn problems(&self, most: usize) -> Vec<Problem> {
        let lines = LineIndex::new(self.payload);
        number(self.diagnostics.iter().take(most).map(|one| ((*one).clone(), self.place(one, &lines))))
    }

    /// Why the payload does not parse, if it does not.
    fn broken(&self) -> Option<&str> {
        let first = self.diagnostics.first().filter(|first| first.source == Where::Payload);
        first.filter(|first| first.rule.name == "json-syntax").map(|first| &*first.message)
    }

    fn counts(&self) -> Vec<(Severity, usize)> {
        let count = |severity| self.diagnostics.iter().filter(|one| one.severity == severity).count();
        let severities = [Severity::Error, Severity::Warning, Severity::Info];
        severities.map(|severity| (severity, count(severity))).into_iter().filter(|(_, count)| *count > 0).collect()
    }

    /// `Line 12, column 3`; of a link rule, which text of it: `item · pattern, column 13`.
    fn place(&self, diagnostic: &Diagnostic, lines: &LineIndex) -> String {
        let (index, text) = match diagnostic.source {
            Where::Rule { index, text } => (index, text),
            Where::Setting(setting) => return setting.label().to_owned(),
            Where::Service(field) => return format!("Your service: {}", field.label()),
            Where::Update => return "Update".to_owned(),
            Where::Payload | Where::Message => {
                let place = lines.position(diagnostic.span.start);
                return format!("Line {}, column {}", place.line, place.column);
            }
        };
        let Some(rule) = self.rules.rules.get(index) else { return String::new() };
        let place = LineIndex::new(rule.text(text)).position(diagnostic.span.start);
        let inside = match text {
            RuleText::Name => "name".to_owned(),
            RuleText::Pattern => format!("pattern, column {}", place.column),
            RuleText::Samples => "sample URLs".to_owned(),
            RuleText::Sample(number) => format!("sample {}", number + 1),
            RuleText::Excluded(number) => format!("must not match {}", number + 1),
            RuleText::Expected(_) => "expected values".to_owned(),
            RuleText::Placeholders => format!("placeholders, line {}", place.line),
            RuleText::Payload => format!("payload, line {}", place.line),
        };
        format!("{} · {inside}", rule.shown_name())
    }
}
