//! A message in hand: where it is pasted, and its kind. What is in it says [`super::reading`].

use leptos::prelude::*;

use super::Section;
use super::reading::PART;
use crate::app::actions::setup::basic_header;
use crate::app::command::{Command, CommandButton};
use crate::app::components::{Loaded, own_undo};
use crate::app::lab::Lab;
use crate::app::store::ToolsStoreFields;
use crate::core::integration::message::MessageKind;
use crate::core::text::capitalized;

#[component]
pub fn MessageSection() -> impl IntoView {
    let lab = Lab::of_page();
    let message = lab.tools.message();
    let has_message = move || message.with(|message| !message.trim().is_empty());
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
            <div id="message-read"><Show when=has_message><Loaded part=PART/></Show></div>
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
    let option = |kind: MessageKind| view! { <option value=kind.name()>{capitalized(&kind.label().replace('`', ""))}</option> };
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
