//! "Call my callback": asks a URL of the person's as Notion would, and shows what comes back.

use leptos::prelude::*;

use super::Section;
use super::answer::AnswerView;
use super::needs::BrowserNeeds;
use crate::app::command::{Command, CommandButton, Face, entry};
use crate::app::components::{Icon, IconName, TextField, take_focus};
use crate::app::lab::Lab;
use crate::app::store::{CallStoreFields, Stage, Target, ToolsStoreFields};
use crate::core::method::Method;

#[component]
pub fn CallbackSection() -> impl IntoView {
    let lab = Lab::of_page();
    view! {
        <Section id="callback-section" title="Call my callback" note="from this browser">
            <p class="note">
                "Sends the request that Notion would send to a URL of yours, such as a development server, and draws the response. Nothing is \
                 sent before you press the button"
            </p>
            <Fields/>
            <p class="note" id="call-goes">{move || destination(lab)}</p>
            <Buttons/>
            <BrowserNeeds/>
            <div id="call-answer" role="status"><AnswerView/></div>
        </Section>
    }
}

#[component]
fn Fields() -> impl IntoView {
    let lab = Lab::of_page();
    let (url, link, token) = (lab.tools.call().url(), lab.tools.call().link(), lab.tools.call().token());
    let usual_url = Signal::derive(move || {
        let url = lab.derived.setup.with(|project| project.settings.callback_url.clone());
        if url.is_empty() { "http://localhost:3000/unfurl".to_owned() } else { url }
    });
    view! {
        <label class="field">
            "Callback URL"
            <TextField
                field="call-url"
                id="call-url"
                input_type="url"
                placeholder=usual_url
                value=Signal::derive(move || url.get())
                on_input=move |text| url.set(text)
                beside_project=true
                focus=lab.focus_request(Target::CallUrl)
            />
        </label>
        <label class="field">
            "Link"
            <TextField
                field="call-link"
                id="call-link"
                input_type="url"
                placeholder=Signal::derive(move || lab.derived.setup.with(|project| project.link.clone()))
                value=Signal::derive(move || link.get())
                on_input=move |text| link.set(text)
                beside_project=true
                focus=lab.focus_request(Target::CallLink)
            />
        </label>
        <label class="field">
            <span>"Bearer token, kept in memory only"</span>
            <TextField
                field="call-token"
                id="call-token"
                input_type="password"
                value=Signal::derive(move || token.get())
                on_input=move |text| token.set(text)
                beside_project=true
                focus=lab.focus_request(Target::CallToken)
            />
        </label>
    }
}

/// Where the request goes, and with what.
fn destination(lab: Lab) -> String {
    let call = lab.tools.call();
    let (url, token) = (call.url().get(), call.token().get());
    let own = lab.derived.setup.with(|project| project.settings.callback_url.trim().to_owned());
    let url = if url.trim().is_empty() { own } else { url.trim().to_owned() };
    let with = if token.trim().is_empty() { "without a bearer token" } else { "with the bearer token" };
    if url.is_empty() { String::new() } else { format!("It goes to {url}, {with}.") }
}

#[component]
fn Buttons() -> impl IntoView {
    let lab = Lab::of_page();
    let waiting = Memo::new(move |_| matches!(lab.tools.call().stage().get(), Stage::Waiting(_)));
    let post = Command::Call(Method::Post);
    let row = entry(&post);
    view! {
        <div class="row">
            <button
                type="button"
                class="button primary"
                data-action=row.name.to_string()
                disabled=move || waiting.get()
                on:click=move |_| post.clone().run(lab)
                use:take_focus=lab.focus_request(Target::SendCall)
            >
                <Icon name=IconName::Send/>
                {row.label.to_string()}
            </button>
            <CommandButton command=Command::Call(Method::Delete) class="button" face=Face::Label/>
            <Show when=move || waiting.get()><CommandButton command=Command::StopCall/></Show>
        </div>
    }
}
