//! URLs to try: variants of the first sample.

use leptos::prelude::*;

use crate::app::command::{Command, CommandButton};
use crate::app::components::{Icon, IconName, Prose};
use crate::app::lab::Lab;
use crate::app::store::{RuleScreenStoreFields, ScreenStoreFields};
use crate::core::links::Compiled;
use crate::core::links::edges::edge_cases;
use crate::core::project::{LinkRule, UrlList};

/// What there is to suggest.
#[derive(Clone, PartialEq)]
enum Suggestions {
    None,
    Note(&'static str),
    Urls(Vec<Suggestion>),
}

#[derive(Clone, PartialEq)]
struct Suggestion {
    url: String,
    why: String,
    /// `None`: not known.
    matched: Option<bool>,
}

#[component]
pub fn EdgeCases() -> impl IntoView {
    let lab = Lab::of_page();
    let suggestions = Memo::new(move |_| {
        if !lab.screen.rule().suggesting().get() {
            return Suggestions::None;
        }
        let Some(open) = lab.derived.open_rule.get() else { return Suggestions::None };
        lab.derived
            .rules
            .with(|rules| rules.links.rules.get(open.index).map_or(Suggestions::None, |compiled| suggest(&open.rule, compiled)))
    });
    move || match suggestions.get() {
        Suggestions::None => ().into_any(),
        Suggestions::Note(note) => view! { <li class="note">{note}</li> }.into_any(),
        Suggestions::Urls(urls) => {
            urls.into_iter().map(|suggestion| view! { <SuggestedUrl suggestion=suggestion/> }).collect_view().into_any()
        }
    }
}

fn suggest(rule: &LinkRule, compiled: &Compiled) -> Suggestions {
    let listed: Vec<&str> = rule.samples.iter().chain(&rule.excluded).map(|url| &*url.url).collect();
    let Some(sample) = rule.samples.iter().find(|sample| !sample.url.trim().is_empty()) else {
        return Suggestions::Note("Add a sample URL first. Edge cases are variants of it");
    };
    let cases = edge_cases(&sample.url, &listed);
    if cases.is_empty() {
        return Suggestions::Note("Every edge case of the first sample is listed already");
    }
    let suggestion = |case: crate::core::links::edges::EdgeCase| {
        let matched = compiled.verdict(&case.url, None).and_then(|verdict| verdict.matched());
        Suggestion { url: case.url, why: case.why.to_owned(), matched }
    };
    Suggestions::Urls(cases.into_iter().map(suggestion).collect())
}

#[component]
fn SuggestedUrl(suggestion: Suggestion) -> impl IntoView {
    let Suggestion { url, why, matched } = suggestion;
    let (icon, words) = match matched {
        Some(true) => (IconName::Check, "matches"),
        Some(false) => (IconName::X, "does not match"),
        None => (IconName::Info, "not known"),
    };
    view! {
        <li class="suggestion">
            <div class="edge">
                <code class="edge-url">{url.clone()}</code>
                <span class="soft"><span><Prose text=why/></span><Icon name=icon/>{words}</span>
            </div>
            <div class="row-buttons">
                <CommandButton command=Command::AddEdge(UrlList::Samples, url.clone()) class="fix"/>
                <CommandButton command=Command::AddEdge(UrlList::Excluded, url) class="fix"/>
            </div>
        </li>
    }
}
