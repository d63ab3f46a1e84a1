//! Cards of words about content that is not shown.

use std::sync::Arc;

use leptos::prelude::*;

use super::surroundings::{Live, Surroundings};
use crate::app::components::{Icon, IconName, Prose};
use crate::core::preview::Render;
use crate::core::unfurl::{ErrorReply, Section};
use crate::core::url::host_shown;

/// `Content not found (status 404)`
pub fn error_words(error: Option<&ErrorReply>) -> String {
    let status = error.and_then(|error| error.status);
    let message = error.and_then(|error| error.message.as_deref()).filter(|message| !message.trim().is_empty());
    match (status, message) {
        (Some(status), Some(message)) => format!("{message} (status {status})"),
        (Some(status), None) => format!("Status {status}, without a message"),
        (None, Some(message)) => message.to_owned(),
        (None, None) => "An error without status and message".to_owned(),
    }
}

/// An icon, two lines, and what can be done.
#[component]
fn Notice(
    class: &'static str,
    icon: IconName,
    #[prop(into)] first: Signal<String>,
    #[prop(into)] second: Signal<String>,
    children: Children,
) -> impl IntoView {
    view! {
        <article class=class>
            <Icon name=icon/>
            <div>
                <p class="notice-words">{first}</p>
                <p class="notice-more">{second}</p>
            </div>
            {children()}
        </article>
        <div class="below"></div>
    }
}

/// A live card has a button; a thumbnail has only its look.
fn button(around: Surroundings, live: fn(Live) -> Callback<(), AnyView>, words: &'static str) -> AnyView {
    match around.live {
        Some(surroundings) => live(surroundings).run(()),
        None => view! { <span class="card-button">{words}</span> }.into_any(),
    }
}

#[component]
pub fn ErrorCard(render: Signal<Arc<Render>>, link: Signal<String>, around: Surroundings) -> impl IntoView {
    let host = Signal::derive(move || link.with(|link| host_shown(link).to_owned()));
    let words = Signal::derive(move || render.with(|render| error_words(render.error.as_ref())));
    view! {
        <Notice class="card notice alarming" icon=IconName::Warning first=host second=words>
            {button(around, |live| live.retry, "Try again")}
        </Notice>
    }
}

#[component]
pub fn ConnectCard(render: Signal<Arc<Render>>, link: Signal<String>, around: Surroundings) -> impl IntoView {
    let host = Signal::derive(move || link.with(|link| host_shown(link).to_owned()));
    let wants = Signal::derive(move || {
        let service = render.with(|render| developer(render).map(str::to_owned));
        format!("Connect to {} to show this preview", service.unwrap_or_else(|| host.get()))
    });
    view! {
        <Notice class="card notice" icon=IconName::Lock first=wants second=host>
            {button(around, |live| live.connect, "Connect")}
        </Notice>
    }
}

/// The name of the integration's developer, from the required attribute `dev`.
pub fn developer(render: &Render) -> Option<&str> {
    let mut parts = Section::ALL.into_iter().flat_map(|section| render.preview.section(section));
    parts.find(|part| part.attribute == "dev")?.text.as_deref().filter(|name| !name.trim().is_empty())
}

#[component]
pub fn NothingCard(#[prop(into)] hint: Signal<Option<String>>) -> impl IntoView {
    view! {
        <article class="card nothing">
            <p>"Nothing to draw yet"</p>
            {move || hint.get().map(|hint| view! { <p class="hint"><Prose text=hint/></p> })}
        </article>
        <div class="below"></div>
    }
}
