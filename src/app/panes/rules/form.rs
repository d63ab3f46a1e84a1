//! The form of the open rule.

use leptos::prelude::*;

use super::draft::DraftedPattern;
use super::edges::EdgeCases;
use super::pattern::PatternEditor;
use super::pattern_words::{PatternState, PatternWords};
use super::placeholders::PlaceholdersEditor;
use super::samples::UrlRows;
use crate::app::actions::rules::rename;
use crate::app::command::{Command, CommandButton, CommandChoice, Face, list_name};
use crate::app::components::{DisagreementNote, Icon, IconName, NameField, take_focus};
use crate::app::lab::Lab;
use crate::app::store::{EditorName, OpenRule, RuleScreenStoreFields, RulesCheck, ScreenStoreFields, Target};
use crate::core::project::{Sample, UrlList};

#[component]
pub fn RuleForm() -> impl IntoView {
    let lab = Lab::of_page();
    let is_open = Memo::new(move |_| lab.derived.open_rule.with(Option::is_some));
    let drafting = Memo::new(move |_| lab.screen.rule().drafting().get());
    let suggesting = Signal::derive(move || lab.screen.rule().suggesting().get());
    let unfilled = Memo::new(move |_| {
        lab.derived.open_rule.with(|open| open.as_ref().is_some_and(|open| open.rule.placeholders.trim().is_empty()))
    });
    view! {
        <div class="rule-form" id="rule-form" hidden=move || !is_open.get()>
            <Title/>
            <section aria-labelledby="pattern-title">
                <div class="form-head">
                    <h3 id="pattern-title">"Pattern"</h3>
                    <CommandButton command=Command::Draft/>
                </div>
                <PatternEditor/>
                <div class="pattern-state" id="pattern-state"><PatternState/></div>
                <div id="draft"><Show when=move || drafting.get()><DraftedPattern/></Show></div>
                <PatternWords/>
                <DisagreementNote place="link-rule:pattern"/>
            </section>
            <section aria-labelledby="samples-title">
                <div class="form-head">
                    <h3 id="samples-title">"Sample URLs " <span class="soft">"must match"</span></h3>
                    <CommandButton command=Command::SuggestUrls expanded=suggesting/>
                </div>
                <UrlRows id="samples" list=UrlList::Samples/>
                <AddUrlButton list=UrlList::Samples/>
                <SaveCheck/>
                <ul
                    class="suggestions"
                    id="suggestions"
                    tabindex="-1"
                    aria-label="Edge cases to try"
                    use:take_focus=lab.focus_request(Target::Suggestions)
                >
                    <EdgeCases/>
                </ul>
                <DisagreementNote place="link-rule:samples"/>
            </section>
            <section aria-labelledby="excluded-title">
                <div class="form-head">
                    <h3 id="excluded-title">"Must not match " <span class="soft">"URLs that the pattern must leave alone"</span></h3>
                </div>
                <UrlRows id="excluded" list=UrlList::Excluded/>
                <AddUrlButton list=UrlList::Excluded/>
            </section>
            <section aria-labelledby="placeholders-title">
                <div class="form-head">
                    <h3 id="placeholders-title">
                        "Placeholder attributes " <span class="soft">"shown while Notion waits for your service"</span>
                    </h3>
                    <Show
                        when=move || unfilled.get()
                        fallback=|| view! { <CommandButton command=Command::FormatPlaceholders face=Face::Label/> }
                    >
                        <CommandButton command=Command::StartPlaceholders face=Face::Label/>
                    </Show>
                </div>
                <PlaceholdersEditor/>
                <DisagreementNote place="link-rule:placeholders"/>
            </section>
            <AnswerChoice/>
        </div>
    }
}

/// Whether Notion would save the rule. The guide: an error appears on save if the pattern "fails to match any sample URL",
/// which can be read in two ways.
///
/// It comes and goes at nearly every key in a pattern or a sample URL, so it stands below both: no field that is typed into
/// moves for it.
#[component]
fn SaveCheck() -> impl IntoView {
    let lab = Lab::of_page();
    let words = Memo::new(move |_| {
        let open = lab.derived.open_rule.get()?;
        lab.derived.rules.with(|rules| save_error(&open, rules))
    });
    view! {
        <div class="save-check" id="save-check" role="status">
            {move || words.get().map(|words| view! { <p class="banner"><Icon name=IconName::CircleX/><span>{words}</span></p> })}
        </div>
    }
}

fn save_error(open: &OpenRule, rules: &RulesCheck) -> Option<String> {
    let (compiled, analysis) = rules.links.rules.get(open.index).zip(rules.analysis.rules.get(open.index))?;
    let samples = &open.rule.samples;
    // The analysis has no verdict on a blank sample.
    let verdict = |at: usize, url: &str| analysis.samples.get(at).cloned().flatten().or_else(|| compiled.verdict(url, None));
    let fits = |at: usize, url: &str| verdict(at, url).and_then(|verdict| verdict.matched()) != Some(false);
    let is_taken = |(at, sample): &(usize, &Sample)| fits(*at, &sample.url);
    let matched = if compiled.pattern.is_ok() { samples.iter().enumerate().filter(is_taken).count() } else { 0 };
    let all = samples.len();
    if all == matched {
        return None;
    }
    // Whether one that is not matched is enough for the error is not documented.
    let shows = if matched > 0 { "may show" } else { "shows" };
    let mut words = format!("Saving this in Notion {shows} an error: {} of {all} sample URLs are not matched.", all - matched);
    if matched > 0 {
        words.push_str(" The guide says “fails to match any sample URL”, which can mean one of them or all of them.");
    }
    Some(words)
}

#[component]
fn Title() -> impl IntoView {
    let lab = Lab::of_page();
    let name = Signal::derive(move || {
        lab.derived.open_rule.with(|open| open.as_ref().map(|open| open.rule.name.clone())).unwrap_or_default()
    });
    view! {
        <div class="rule-title">
            <label class="inline-field">
                "Rule name"
                <NameField
                    field="rule-name"
                    id="rule-name"
                    placeholder="item"
                    value=name
                    on_input=move |name| rename(lab, name)
                    on_done=move |()| lab.focus(Target::Editor(EditorName::Pattern))
                    focus=lab.focus_request(Target::RuleName)
                />
            </label>
            <CommandButton command=Command::CopyRule/>
            <CommandButton command=Command::DeleteRule class="quiet danger"/>
        </div>
    }
}

#[component]
fn AddUrlButton(list: UrlList) -> impl IntoView {
    let lab = Lab::of_page();
    let run = move |_| Command::AddUrl(list).run(lab);
    let target = match list {
        UrlList::Samples => Target::AddUrl,
        UrlList::Excluded => Target::AddExcluded,
    };
    view! {
        <button
            type="button"
            class="quiet accent add"
            data-action=format!("sample:{}", list_name(list))
            on:click=run
            use:take_focus=lab.focus_request(target)
        >
            <Icon name=IconName::Plus/>
            "Add URL"
        </button>
    }
}

/// Which payload answers for the rule.
#[component]
fn AnswerChoice() -> impl IntoView {
    let lab = Lab::of_page();
    let own =
        Memo::new(move |_| lab.derived.open_rule.with(|open| open.as_ref().is_some_and(|open| open.rule.payload.is_some())));
    let chosen = Signal::derive(move || Some(usize::from(own.get())));
    view! {
        <section aria-labelledby="answer-title">
            <div class="form-head">
                <h3 id="answer-title">"Response"</h3>
                <CommandChoice label="Which payload this rule responds with" commands=[false, true].map(Command::OwnAnswer).into() chosen=chosen/>
            </div>
        </section>
    }
}
