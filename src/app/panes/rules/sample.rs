//! One URL of the open rule: its text with the groups in their colors, the verdict, and what was captured or why it does not
//! match.

use leptos::ev::{Event, KeyboardEvent};
use leptos::html;
use leptos::prelude::*;
use serde_json::Value;

use super::expected::ExpectedCaptures;
use super::marks::{Captures, Marked, Piece, captured, reached};
use crate::app::actions::rules::{add_url_below, remove_url_backwards, type_url};
use crate::app::command::{Command, CommandButton, Face, list_name};
use crate::app::components::{Icon, IconName, Prose, take_focus};
use crate::app::lab::Lab;
use crate::app::store::{RuleScreenStoreFields, ScreenStoreFields, Target};
use crate::core::links::{Capture, Compiled, Verdict};
use crate::core::pattern::Answer;
use crate::core::pattern::syntax::Syntax;
use crate::core::project::{LinkRule, Sample, UrlId, UrlList};

/// What a row shows.
#[derive(Clone, PartialEq)]
pub struct UrlState {
    pub id: UrlId,
    at: usize,
    url: String,
    /// `None`: the pattern has an error, or there is no URL yet.
    matched: Option<bool>,
    /// The verdict is the one that it must be, and the groups captured what is expected.
    right: bool,
    pieces: Vec<Piece>,
    /// The groups can be expected to capture what they do now.
    can_expect: bool,
    expects: bool,
    below: Below,
}

/// What stands under the URL.
#[derive(Clone, PartialEq)]
enum Below {
    Nothing,
    Captures(Vec<Capture>),
    /// The captures with what is expected of them, and the names of groups that the pattern does not have.
    Expected {
        captures: Vec<Capture>,
        expected: Value,
        verdict: Verdict,
    },
    Words(String),
}

impl UrlState {
    pub fn new(list: UrlList, at: usize, url: &Sample, rule: &LinkRule, compiled: &Compiled, known: Option<Verdict>) -> Self {
        let Sample { id, url } = url;
        let expected = rule.expected.get(url);
        // The analysis skips blank URLs. White space still gets a verdict, because a pattern can match it.
        let verdict = known.or_else(|| compiled.verdict(url, expected).filter(|_| !url.is_empty()));
        let matched = verdict.as_ref().and_then(Verdict::matched);
        let must_match = list == UrlList::Samples;
        let right = matched == Some(must_match) && verdict.as_ref().is_none_or(|verdict| verdict.differences.is_empty());
        let (pieces, below) = read(must_match, url, compiled, verdict, expected);
        let can_expect = must_match && matched == Some(true) && compiled.syntax().is_some_and(Syntax::has_names);
        Self { id: *id, at, url: url.clone(), matched, right, pieces, can_expect, expects: expected.is_some(), below }
    }
}

fn read(
    must_match: bool,
    url: &str,
    compiled: &Compiled,
    verdict: Option<Verdict>,
    expected: Option<&Value>,
) -> (Vec<Piece>, Below) {
    let plain = || vec![Piece { text: url.to_owned(), class: "" }];
    match verdict.as_ref().map(|verdict| &verdict.answer) {
        Some(Answer::Matched(found)) => {
            let captures = compiled.captures(url, found);
            let pieces = captured(url, &captures);
            let below = match (must_match, expected, verdict) {
                (false, ..) => Below::Nothing,
                (true, Some(expected @ Value::Object(_)), Some(verdict)) => {
                    Below::Expected { captures, expected: expected.clone(), verdict }
                }
                _ => Below::Captures(captures),
            };
            (pieces, below)
        }
        Some(Answer::NotMatched(furthest)) if must_match => match compiled.why_not(url, furthest) {
            Some(why) if url.trim().is_empty() => (reached(url, why.span.start), Below::Nothing),
            Some(why) => (reached(url, why.span.start), Below::Words(why.text)),
            None => (plain(), Below::Nothing),
        },
        Some(Answer::Unknown) => {
            (plain(), Below::Words("Too slow to tell: the pattern backtracks too much on this URL".to_owned()))
        }
        _ => (plain(), Below::Nothing),
    }
}

#[component]
pub fn UrlRow(id: UrlId, list: UrlList, state: RwSignal<UrlState>) -> impl IntoView {
    let lab = Lab::of_page();
    let is_chosen = Memo::new(move |_| {
        let chosen = lab.screen.rule().sample().get();
        chosen.is_some_and(|chosen| state.with(|state| state.url == chosen))
    });
    let below = Memo::new(move |_| state.with(|state| (state.url.clone(), state.below.clone())));
    view! {
        <li
            class="sample"
            data-sample=list_name(list)
            data-matched=move || if state.with(|state| state.matched == Some(true)) { "true" } else { "false" }
            data-row=move || state.with(|state| state.at)
            data-chosen=move || is_chosen.get().then_some("true")
            on:focusin=move |_| lab.note_focus(Target::Url(id), true)
            on:focusout=move |_| lab.note_focus(Target::Url(id), false)
        >
            <VerdictSign list=list state=state/>
            <UrlField id=id list=list state=state/>
            <RowButtons id=id list=list state=state is_chosen=is_chosen/>
            <div class="row-more">{move || below_view(id, below.get())}</div>
        </li>
    }
}

fn below_view(id: UrlId, (url, below): (String, Below)) -> AnyView {
    match below {
        Below::Nothing => ().into_any(),
        Below::Words(words) => view! { <Prose text=words/> }.into_any(),
        Below::Captures(captures) => view! { <ul class="captures"><Captures url=url captures=captures/></ul> }.into_any(),
        Below::Expected { captures, expected, verdict } => {
            view! { <ExpectedCaptures id=id url=url captures=captures expected=expected verdict=verdict/> }.into_any()
        }
    }
}

/// Whether the verdict is the one that it must be.
#[component]
fn VerdictSign(list: UrlList, state: RwSignal<UrlState>) -> impl IntoView {
    let look = Memo::new(move |_| state.with(|state| verdict_look(list, state)));
    view! {
        <span class=move || format!("verdict {}", look.get().1) title=move || look.get().2>
            <Icon name=Signal::derive(move || look.get().0)/>
            <span class="unseen">{move || look.get().2}</span>
        </span>
    }
}

fn verdict_look(list: UrlList, state: &UrlState) -> (IconName, &'static str, &'static str) {
    match (state.url.trim().is_empty(), state.matched, state.right) {
        (true, ..) => (IconName::Info, "soft", "No URL yet"),
        (_, None, _) => (IconName::Warning, "soft", "Not known"),
        (_, Some(true), true) => (IconName::Check, "good", "Matches, as it must"),
        (_, Some(false), true) => (IconName::Check, "good", "Does not match, as it must not"),
        (_, Some(true), false) if list == UrlList::Samples => {
            (IconName::CircleX, "bad", "Matches with other values than expected")
        }
        (_, Some(true), false) => (IconName::CircleX, "bad", "Matches, but must not"),
        (_, Some(false), false) => (IconName::CircleX, "bad", "Does not match, but must"),
    }
}

/// A transparent field over a colored copy of its text, so that typed text has its colors at once. Enter adds a URL below;
/// Backspace in an empty field removes its URL.
#[component]
fn UrlField(id: UrlId, list: UrlList, state: RwSignal<UrlState>) -> impl IntoView {
    let lab = Lab::of_page();
    let field = NodeRef::<html::Textarea>::new();
    let kind = if list == UrlList::Samples { "Sample URL" } else { "URL that must not match" };
    let label = move || format!("{kind} {}", state.with(|state| state.at) + 1);
    let pieces = Memo::new(move |_| state.with(|state| state.pieces.clone()));
    let url = Memo::new(move |_| state.with(|state| state.url.clone()));
    let typed = move |event: Event| {
        let text = event_target_value(&event);
        type_url(lab, id, &text);
        // The project keeps one line of what was pasted here.
        if let Some(field) = field.get_untracked().filter(|_| text.contains(['\n', '\r'])) {
            field.set_value(text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default());
        }
    };
    let press = move |event: KeyboardEvent| {
        if event.is_composing() {
            return;
        }
        match &*event.key() {
            "Enter" => add_url_below(lab, id),
            "Backspace" if url.with_untracked(String::is_empty) => remove_url_backwards(lab, id),
            _ => return,
        }
        event.prevent_default();
    };
    view! {
        <div class="url">
            <div class="url-colours" aria-hidden="true"><Marked pieces=pieces/></div>
            <textarea
                rows="1"
                data-field="url"
                aria-label=label
                placeholder="https://"
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                node_ref=field
                prop:value=move || url.get()
                on:input=typed
                on:keydown=press
                use:take_focus=lab.focus_request(Target::Url(id))
            >
                {url.get_untracked()}
            </textarea>
        </div>
    }
}

#[component]
fn RowButtons(id: UrlId, list: UrlList, state: RwSignal<UrlState>, is_chosen: Memo<bool>) -> impl IntoView {
    let can_expect = Memo::new(move |_| state.with(|state| state.can_expect));
    let expects = Signal::derive(move || state.with(|state| state.expects));
    let can_show = Memo::new(move |_| list == UrlList::Samples && state.with(|state| state.matched == Some(true)));
    view! {
        <div class="row-buttons">
            <Show when=move || can_expect.get()>
                <CommandButton command=Command::Expect(id) face=Face::Icon pressed=expects/>
            </Show>
            <Show when=move || can_show.get()>
                <CommandButton command=Command::ShowSample(id) face=Face::Icon pressed=Signal::from(is_chosen)/>
            </Show>
            <CommandButton command=Command::RemoveUrl(id) face=Face::Icon/>
        </div>
    }
}
