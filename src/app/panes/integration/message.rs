//! A message in hand: what it is, what is in it, and what is wrong with it.

use leptos::prelude::*;

use super::Section;
use crate::app::actions::setup::basic_header;
use crate::app::command::{Command, CommandButton};
use crate::app::components::{Icon, IconName, Prose, own_undo};
use crate::app::lab::Lab;
use crate::app::panes::diagnostic::ProblemNotes;
use crate::app::panes::timeline::DialogueBox;
use crate::app::store::{ScreenStoreFields, ToolsStoreFields, place};
use crate::core::analysis::ids;
use crate::core::integration::message::{self, Fact, Known, MessageKind, understand};

#[component]
pub fn MessageSection() -> impl IntoView {
    let lab = Lab::of_page();
    let message = lab.tools.message();
    view! {
        <Section id="message-section" title="Check a message" note="URL, header, request or response">
            <KindChoice/>
            <textarea
                class="pasted"
                id="message"
                data-field="message"
                rows="6"
                aria-label="A message of the conversation"
                placeholder="Paste an authorization URL, the URL that your service redirected to, an Authorization header, a token \
                             request or response, a callback request or response, an update, or code that sends a request: cURL, fetch, \
                             PowerShell, HTTPie, Python or Rust…"
                spellcheck="false"
                autocomplete="off"
                prop:value=move || message.get()
                on:input=move |event| message.set(event_target_value(&event))
                on:keydown=|event| own_undo(&event)
            ></textarea>
            <div id="message-read"><Understood/></div>
            <div class="form-head">
                <h4>"Basic header " <span class="soft">"for Notion’s token URL"</span></h4>
            </div>
            <div id="basic-header"><BasicHeader/></div>
        </Section>
    }
}

/// What the person says the message is.
#[component]
fn KindChoice() -> impl IntoView {
    let kind = Lab::of_page().tools.kind();
    let chosen = move || kind.get().map_or("", MessageKind::name);
    let choose = move |event| {
        let value = event_target_value(&event);
        kind.set(MessageKind::ALL.into_iter().find(|kind| kind.name() == value));
    };
    // An option holds text alone, so names lose their backticks.
    let option = |kind: MessageKind| view! { <option value=kind.name()>{kind.label().replace('`', "")}</option> };
    view! {
        <div class="row">
            <label class="inline-field">
                "It is"
                <select id="message-kind" data-field="message-kind" prop:value=chosen on:change=choose>
                    <option value="">"Detect automatically"</option>
                    {MessageKind::ALL.map(option).collect_view()}
                </select>
            </label>
        </div>
    }
}

#[component]
fn Understood() -> impl IntoView {
    let lab = Lab::of_page();
    move || {
        let (message, kind) = (lab.tools.message().get(), lab.tools.kind().get());
        if message.trim().is_empty() {
            return ().into_any();
        }
        view! { <ReadMessage read=understood(lab, kind, &message)/> }.into_any()
    }
}

fn understood(lab: Lab, kind: Option<MessageKind>, message: &str) -> message::Read {
    let state = timeline_state(lab);
    let answer = lab.derived.answer.with(|answer| answer.text.clone());
    let now = lab.now();
    lab.derived.setup.with(|project| {
        let known = Known {
            settings: &project.settings,
            link: &project.link,
            state: state.as_deref(),
            base_ids: ids(&answer).ok(),
            profile: project.profile,
            now,
        };
        understand(message, kind, &known)
    })
}

/// The state that the authorization URL of the timeline carries, once it was played.
fn timeline_state(lab: Lab) -> Option<String> {
    let last = place(lab.screen.played().get(), lab.derived.steps.with(Vec::len)).checked_sub(1)?;
    lab.derived.steps.with(|steps| steps.get(last).and_then(|step| step.after.state()))
}

#[component]
fn ReadMessage(read: message::Read) -> impl IntoView {
    let message::Read { kind, dialogue, diagnostics, facts, .. } = read;
    let verdict = if diagnostics.is_empty() {
        view! { <p class="all-well"><Icon name=IconName::Check/>"No problems found in this message"</p> }.into_any()
    } else {
        view! { <ProblemNotes diagnostics=Signal::derive(move || diagnostics.clone())/> }.into_any()
    };
    let read_as = match kind {
        Some(kind) => view! { "Read as " <strong><Prose text=kind.label()/></strong> }.into_any(),
        None => "The Lab does not recognize this message. Choose its kind above".into_any(),
    };
    view! {
        <p class="read-as" data-message-kind=kind.map_or("unknown", MessageKind::name)>{read_as}</p>
        {dialogue.map(|dialogue| view! { <DialogueBox dialogue=dialogue/> })}
        {verdict}
        {(!facts.is_empty()).then(|| view! { <FactTable facts=facts/> })}
    }
}

#[component]
fn FactTable(facts: Vec<Fact>) -> impl IntoView {
    let row = |fact: Fact| {
        let value = view! { <code>{fact.value}</code> };
        let value = if fact.secret {
            view! { <span class="secret" tabindex="0" title="Hover or focus to read">{value}</span> }.into_any()
        } else {
            value.into_any()
        };
        let says = (!fact.says.is_empty()).then(|| view! { <span class="note"><Prose text=fact.says/></span> });
        view! { <tr><th scope="row">{fact.name}</th><td>{value}{says}</td></tr> }
    };
    view! { <table class="facts"><tbody>{facts.into_iter().map(row).collect_view()}</tbody></table> }
}

#[component]
fn BasicHeader() -> impl IntoView {
    let lab = Lab::of_page();
    let header = Memo::new(move |_| basic_header(lab, lab.tools));
    move || {
        match header.get() {
        None => view! { <p class="note">"Fill in the client ID and secret that Notion shows under View integration to see the header of your request for Notion’s token"</p> }.into_any(),
        Some(header) => view! {
            <pre class="header-line" tabindex="0">{format!("Authorization: {header}")}</pre>
            <CommandButton command=Command::CopyBasicHeader/>
        }
        .into_any(),
    }
    }
}
