//! One problem: as a row of the Problems panel, and as a note beside the field or message that it is about.

use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::Value;

use crate::app::browser::fetch::load;
use crate::app::command::{Command, CommandButton};
use crate::app::components::{Details, Disagreements, Prose, Rows, Sign};
use crate::core::diagnostic::Diagnostic;
use crate::core::edit::Fix;
use crate::core::json::{self, to_serde};
use crate::core::place::Where;

/// A problem with what names its place.
#[derive(Clone)]
pub struct Problem {
    pub diagnostic: Diagnostic,
    /// `12:3`; of a link rule, which text of it.
    pub place: String,
    /// Among the problems of the same rule, source and pointer.
    pub ordinal: usize,
}

impl PartialEq for Problem {
    fn eq(&self, other: &Self) -> bool {
        self.place == other.place && same(&self.diagnostic, &other.diagnostic)
    }
}

fn same(one: &Diagnostic, other: &Diagnostic) -> bool {
    one.rule.name == other.rule.name
        && one.severity == other.severity
        && one.span == other.span
        && one.source == other.source
        && one.message == other.message
        && one.help == other.help
        && one.fixes == other.fixes
}

/// What makes a problem the same one while its text is edited.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct ProblemKey {
    rule: &'static str,
    source: Where,
    pointer: Option<String>,
    ordinal: usize,
}

impl Problem {
    pub fn key(&self) -> ProblemKey {
        ProblemKey {
            rule: self.diagnostic.rule.name,
            source: self.diagnostic.source,
            pointer: self.diagnostic.pointer.clone(),
            ordinal: self.ordinal,
        }
    }
}

/// Numbers the problems that nothing else tells apart.
pub fn number(problems: impl Iterator<Item = (Diagnostic, String)>) -> Vec<Problem> {
    let mut seen = std::collections::HashMap::new();
    let number = |(diagnostic, place): (Diagnostic, String)| {
        let same = seen.entry((diagnostic.rule.name, diagnostic.source, diagnostic.pointer.clone())).or_insert(0);
        *same += 1;
        Problem { diagnostic, place, ordinal: *same }
    };
    problems.map(number).collect()
}

/// A row of the Problems panel.
#[component]
pub fn ProblemRow(problem: RwSignal<Problem>) -> impl IntoView {
    let diagnostic = Signal::derive(move || problem.with(|problem| problem.diagnostic.clone()));
    let severity = Signal::derive(move || problem.with(|problem| problem.diagnostic.severity));
    let rule = problem.with_untracked(|problem| problem.diagnostic.rule.name);
    view! {
        <li data-problem="true" data-rule=rule data-severity=move || severity.get().name()>
            <JumpButton problem=problem>
                <Sign severity=severity/>
                <span class="word">{move || severity.get().word()}</span>
                <code class="rule">{rule}</code>
                <span class="message"><Message diagnostic=diagnostic/></span>
                <span class="place">{move || problem.with(|problem| problem.place.clone())}</span>
            </JumpButton>
            <Remedy diagnostic=diagnostic/>
        </li>
    }
}

/// The problem itself, which leads to its place.
#[component]
fn JumpButton(problem: RwSignal<Problem>, children: Children) -> impl IntoView {
    let lab = crate::app::lab::Lab::of_page();
    let go = move |_| {
        let (source, span) = problem.with_untracked(|problem| (problem.diagnostic.source, problem.diagnostic.span));
        Command::Reveal(source, span).run(lab);
    };
    view! {
        <button type="button" class="problem" data-action="jump" title="Go to the place" on:click=go>
            {children()}
        </button>
    }
}

#[component]
fn Message(diagnostic: Signal<Diagnostic>) -> impl IntoView {
    let message = Memo::new(move |_| diagnostic.with(|diagnostic| diagnostic.message.clone()));
    view! { <Prose text=message/> }
}

/// The notes that are drawn at first, and with each further press: an answer can have a hundred thousand.
const MOST_NOTES: usize = 50;

/// Problems where they are: beside a field or a message.
#[component]
pub fn ProblemNotes(
    #[prop(optional)] id: Option<String>,
    /// They follow their text.
    #[prop(into)]
    diagnostics: Signal<Vec<Diagnostic>>,
) -> impl IntoView {
    let most = RwSignal::new(MOST_NOTES);
    let drawn = move || {
        let drawn = diagnostics.with(|all| all.iter().take(most.get()).cloned().collect::<Vec<_>>());
        number(drawn.into_iter().map(|one| (one, String::new())))
    };
    let further = Memo::new(move |_| diagnostics.with(Vec::len).saturating_sub(most.get()));
    view! {
        <ul class="wrong" id=id>
            <Rows items=drawn key=Problem::key row=|_, problem| view! { <ProblemNote problem=problem/> }.into_any()/>
            <Show when=move || further.get() != 0>
                <li>
                    <button type="button" class="quiet accent" on:click=move |_| most.update(|most| *most += MOST_NOTES)>
                        {move || format!("Show more ({} left)", further.get())}
                    </button>
                </li>
            </Show>
        </ul>
    }
}

#[component]
fn ProblemNote(problem: RwSignal<Problem>) -> impl IntoView {
    let diagnostic = Signal::derive(move || problem.with(|problem| problem.diagnostic.clone()));
    let severity = Signal::derive(move || problem.with(|problem| problem.diagnostic.severity));
    let rule = problem.with_untracked(|problem| problem.diagnostic.rule.name);
    view! {
        <li data-told="true" data-rule=rule data-severity=move || severity.get().name()>
            <p class="told">
                <Sign severity=severity/>
                <span class="unseen">{move || severity.get().name()}": "</span>
                <span class="message"><Message diagnostic=diagnostic/></span>
            </p>
            <Remedy diagnostic=diagnostic/>
        </li>
    }
}

/// What to do, the fixes, and why.
#[component]
fn Remedy(diagnostic: Signal<Diagnostic>) -> impl IntoView {
    let help = Memo::new(move |_| diagnostic.with(help));
    let fixes = Memo::new(move |_| diagnostic.with(fixes));
    let rule = diagnostic.with_untracked(|diagnostic| diagnostic.rule.name);
    view! {
        <div class="remedy">
            {move || help.get().map(|help| view! { <span class="help"><Prose text=help/></span> })}
            {move || fixes.get().into_iter().map(|(source, fix)| view! { <FixButton source=source fix=fix/> }).collect_view()}
            <Why rule=rule/>
        </div>
    }
}

/// A fix with the same words says it already.
fn help(diagnostic: &Diagnostic) -> Option<String> {
    diagnostic.help.clone().filter(|help| diagnostic.fixes.iter().all(|fix| fix.title != *help))
}

/// A message is in no project, so there is nothing to fix it in.
fn fixes(diagnostic: &Diagnostic) -> Vec<(Where, Fix)> {
    match diagnostic.source {
        Where::Message => Vec::new(),
        source => diagnostic.fixes.iter().map(|fix| (source, fix.clone())).collect(),
    }
}

#[component]
fn FixButton(source: Where, fix: Fix) -> impl IntoView {
    let title = fix.title.clone();
    view! {
        <CommandButton command=Command::Fix(source, fix) class="fix">
            <Prose text=title/>
        </CommandButton>
    }
}

/// The rule's page in small. Its texts are loaded when it is opened.
#[component]
fn Why(rule: &'static str) -> impl IntoView {
    let open = RwSignal::new(false);
    let explained = RwSignal::new(None::<Explained>);
    let toggled = move |is_open| {
        open.set(is_open);
        if is_open && explained.with_untracked(|explained| !matches!(explained, Some(Explained::Rule(_)))) {
            spawn_local(async move { explained.set(Some(explain(rule).await)) });
        }
    };
    view! {
        <Details class="why" open=open on_toggle=toggled summary=|| "Why">
            <div class="why-text">{move || explained.get().map_or_else(|| "…".into_any(), Explained::view)}</div>
        </Details>
    }
}

/// What there is to read about a rule.
#[derive(Clone)]
enum Explained {
    Rule(RuleText),
    NotLoaded,
}

/// A row of `rules.json`, the table that `link-preview-lab rules --format json` prints.
#[derive(Clone, Default)]
struct RuleText {
    name: String,
    summary: String,
    why: String,
    bad: String,
    good: String,
    document: String,
}

async fn explain(rule: &str) -> Explained {
    match load("rules.json").await {
        Ok(table) => Explained::Rule(rule_text(&table, rule)),
        Err(_) => Explained::NotLoaded,
    }
}

fn rule_text(table: &str, name: &str) -> RuleText {
    let table = json::Source::new(table).parse().map_or(Value::Null, |root| to_serde(&root));
    let mut rows = table["rules"].as_array().into_iter().flatten();
    let Some(rule) = rows.find(|rule| rule["name"] == name) else { return RuleText::default() };
    let words = |key: &str| rule[key].as_str().unwrap_or_default().to_owned();
    RuleText {
        name: words("name"),
        summary: words("summary"),
        why: words("why"),
        bad: words("bad"),
        good: words("good"),
        document: words("document"),
    }
}

impl Explained {
    fn view(self) -> AnyView {
        let Self::Rule(text) = self else {
            return "The texts of the rules could not be loaded. Close and reopen it to try again.".into_any();
        };
        let examples = (!text.bad.is_empty()).then(|| {
            view! {
                <div class="examples">
                    <Example caption="Reported" example=text.bad/>
                    <Example caption="Fixed" example=text.good/>
                </div>
            }
        });
        view! {
            <p><Prose text=text.summary/>" "<Prose text=text.why/></p>
            {examples}
            <p class="document">{text.document}</p>
            <Disagreements place=format!("rule:{}", text.name) heading="The documents disagree here"/>
        }
        .into_any()
    }
}

#[component]
fn Example(caption: &'static str, example: String) -> impl IntoView {
    view! {
        <figure>
            <figcaption>{caption}</figcaption>
            <pre tabindex="0">{example}</pre>
        </figure>
    }
}
