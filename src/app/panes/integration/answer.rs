//! What came back from the callback.

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::actions::call::as_curl;
use crate::app::command::{Command, CommandButton};
use crate::app::components::{Icon, IconName, Prose};
use crate::app::drawing::{Card, Surroundings};
use crate::app::lab::Lab;
use crate::app::panes::diagnostic::ProblemNotes;
use crate::app::store::{CallStoreFields, Called, PreferencesStoreFields, ScreenStoreFields, Stage, ToolsStoreFields};
use crate::core::diagnostic::Diagnostic;
use crate::core::method::Method;
use crate::core::place::Where;
use crate::core::preview::Render;
use crate::core::text::beginning;
use crate::core::unfurl::PayloadKind;

/// Bytes of an answer's text that are shown.
const MOST_SHOWN: usize = 4000;

#[component]
pub fn AnswerView() -> impl IntoView {
    let stage = Lab::of_page().tools.call().stage();
    move || match stage.get() {
        Stage::Unasked => ().into_any(),
        Stage::Refused(reason) => {
            let words = format!(
                "Nothing was sent to the callback URL, {reason}. Enter a complete URL, such as `http://localhost:3000/unfurl`"
            );
            view! { <p class="told" role="alert"><Icon name=IconName::CircleX/><span><Prose text=words/></span></p> }.into_any()
        }
        Stage::Waiting(_) => view! { <p class="note">"Waiting for the response, at most 30 seconds…"</p> }.into_any(),
        Stage::Answered(called) => view! { <Answered called=called/> }.into_any(),
    }
}

#[component]
fn Answered(called: Arc<Called>) -> impl IntoView {
    let problems = problems(&called);
    let verdict = if problems.is_empty() {
        view! { <p class="all-well"><Icon name=IconName::Check/>{fine(&called)}</p> }.into_any()
    } else {
        view! { <ProblemNotes diagnostics=Signal::derive(move || problems.clone())/> }.into_any()
    };
    let rest = if called.status.is_none() {
        view! { <Unanswered/> }.into_any()
    } else {
        view! { <Received called=called.clone()/> }.into_any()
    };
    view! { <Summary called=called/> {verdict} {rest} }
}

/// What is said of an answer without problems.
fn fine(called: &Called) -> String {
    match (called.method, called.status) {
        (Method::Delete, Some(status)) => {
            format!(
                "The callback responded with {status}. The documents do not say what a DELETE carries or how to respond to it"
            )
        }
        _ => "No problems found in this response".to_owned(),
    }
}

/// The answer is in no project, so there is nothing to fix it in.
fn problems(called: &Called) -> Vec<Diagnostic> {
    let of_body = called.verdict.analysis.iter().flat_map(|analysis| &analysis.diagnostics);
    let all = called.verdict.about.iter().chain(of_body);
    all.map(|one| Diagnostic { source: Where::Message, ..one.clone() }).collect()
}

/// `POST 200 after 34 ms, 1204 bytes`
#[component]
fn Summary(called: Arc<Called>) -> impl IntoView {
    let status = called.status.map_or_else(|| "no response".to_owned(), |status| status.to_string());
    let hook = status.clone();
    let tone = if called.status.is_some_and(|status| status < 400) { "status good" } else { "status bad" };
    view! {
        <p class="call-summary">
            <span class="method">{called.method.name()}</span>
            <span class=tone data-status=hook>{status}</span>
            <span class="soft">{format!("after {} ms, {} bytes", called.milliseconds, called.size)}</span>
        </p>
    }
}

/// The browser shows no answer to the page: the same request without a browser.
#[component]
fn Unanswered() -> impl IntoView {
    let curl = as_curl(Lab::of_page());
    view! {
        <p class="note">"This asks the same without a browser:"</p>
        <pre tabindex="0">{curl}</pre>
        <CommandButton command=Command::CopyCurl/>
    }
}

#[component]
fn Received(called: Arc<Called>) -> impl IntoView {
    let render = called.verdict.analysis.as_ref().and_then(|analysis| analysis.render.clone());
    // What holds neither attributes nor an error would only lose the payload that is there.
    let useful = called.verdict.analysis.as_ref().is_some_and(|analysis| analysis.kind != PayloadKind::Unknown);
    let text = &called.verdict.text;
    let body = (!text.is_empty()).then(|| view! { <Text heading="Body" text=beginning(text, MOST_SHOWN).to_owned()/> });
    let link = called.link.clone();
    view! {
        {render.map(|render| view! { <Drawing render=render link=link/> })}
        {useful.then(|| view! { <CommandButton command=Command::UseAnswer class="button"/> })}
        <Text heading="Headers that the browser shows to the page" text=lines(&called.headers)/>
        {body}
    }
}

#[component]
fn Drawing(render: Arc<Render>, link: String) -> impl IntoView {
    let lab = Lab::of_page();
    let ground = lab.screen.preferences().drawing().get_untracked().ground();
    view! {
        <div class="drawing call-drawing" data-drawing=ground>
            <Card
                render=Signal::stored(render)
                link=link
                hint=Signal::stored(None::<String>)
                around=Surroundings::still()
            />
        </div>
    }
}

#[component]
fn Text(heading: &'static str, text: String) -> impl IntoView {
    view! {
        <details class="words">
            <summary>{heading}</summary>
            <pre tabindex="0">{text}</pre>
        </details>
    }
}

fn lines(headers: &[(String, String)]) -> String {
    let lines: Vec<String> = headers.iter().map(|(name, value)| format!("{name}: {value}")).collect();
    lines.join("\n")
}
