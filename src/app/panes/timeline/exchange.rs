//! A request with its response.

use leptos::prelude::*;

use crate::app::command::{Command, CommandButton};
use crate::app::components::{Details, DisagreementNote, Icon, IconName, Prose};
use crate::core::integration::copy_as::Language;
use crate::core::integration::{Dialogue, Exchange};

/// `POST https://… your service → Notion 200`; opened, both in full.
#[component]
pub fn ExchangeItem(step: usize, at: usize, exchange: Memo<Option<Exchange>>) -> impl IntoView {
    let of = move |read: fn(&Exchange) -> String| {
        Memo::new(move |_| exchange.with(|exchange| exchange.as_ref().map(read).unwrap_or_default()))
    };
    let method = of(|exchange| exchange.request.method.name().to_owned());
    let url = of(|exchange| exchange.request.url.clone());
    let status = of(|exchange| exchange.response.status.to_string());
    let (from, to) = (of(|one| one.request.from.name().to_owned()), of(|one| one.request.to.name().to_owned()));
    let (request, response) = (of(|exchange| exchange.request.written()), of(|exchange| exchange.response.written()));
    let title = of(|exchange| exchange.title.to_string());
    let notes = Memo::new(move |_| exchange.with(|exchange| exchange.as_ref().map(|one| one.notes.clone())).unwrap_or_default());
    let is_good = Memo::new(move |_| exchange.with(|exchange| exchange.as_ref().is_some_and(|one| one.response.status < 400)));
    let open = RwSignal::new(false);
    let summary = move || {
        view! {
            <span class="exchange-title">{title}</span>
            <span class="method">{method}</span>
            <span class="exchange-url">{url}</span>
            <span class="from-to">{from}<Icon name=IconName::ArrowRight/>{to}</span>
            <span class=move || if is_good.get() { "status good" } else { "status bad" }>{status}</span>
        }
    };
    view! {
        <li data-exchange=format!("{step}:{at}") data-method=method data-url=url data-status=status>
            <Details class="exchange" open=open on_toggle=move |is_open| open.set(is_open) summary=summary>
                {move || notes.get().into_iter().map(|note| view! { <Note text=note.clone()/> }).collect_view()}
                {move || view! { <DisagreementNote place=format!("exchange:{}", title.get())/> }}
                <div class="messages">
                    <Message heading="Request" text=request/>
                    <Message heading="Response" text=response/>
                </div>
                <div class="copies">
                    <span class="soft">"Copy as"</span>
                    {Language::ALL
                        .map(|language| view! { <CommandButton command=Command::CopyAs(language, step, at)/> })
                        .collect_view()}
                </div>
            </Details>
        </li>
    }
}

#[component]
fn Note(text: String) -> impl IntoView {
    view! { <p class="note doc-note"><Icon name=IconName::Info/><span><Prose text=text/></span></p> }
}

#[component]
fn Message(heading: &'static str, text: Memo<String>) -> impl IntoView {
    view! {
        <figure>
            <figcaption>{heading}</figcaption>
            <pre tabindex="0">{text}</pre>
        </figure>
    }
}

/// What Notion tells the user.
#[component]
pub fn DialogueBox(dialogue: Dialogue) -> impl IntoView {
    view! { <p class="dialogue"><Icon name=IconName::Info/><span><Prose text=dialogue.says()/></span></p> }
}
