//! The Link Preview.

use leptos::prelude::*;

use super::part::{line, part};
use super::{Surroundings, ink};
use crate::app::icon::{LuTriangleAlert, icon};
use crate::core::preview::{Part, Preview, Render, State};
use crate::core::unfurl::{ErrorReply, Section};

/// Body text longer than this can be cut by the card, so it can be focused to show whole.
const LONG_BODY: usize = 150;

/// The card in its state. `hint`: what a card that shows nothing says instead.
pub fn card(render: &Render, link: &str, hint: Option<String>, around: Surroundings) -> AnyView {
    match render.state {
        State::Error => error_card(render.error.as_ref(), link),
        State::Plain => plain_card(hint),
        _ => loaded_card(render, around),
    }
}

fn loaded_card(render: &Render, around: Surroundings) -> AnyView {
    let preview = &render.preview;
    let has_subheading = !(preview.entity.is_empty() && preview.primary.is_empty() && preview.secondary.is_empty());
    let has_bottom = !(preview.avatar.is_empty() && preview.identifier.is_empty());
    view! {
        <article class="card" style=ink::card(preview.background, around.dark)>
            {preview.title.first().map(|title| heading(title, around))}
            {has_subheading.then(|| subheading(preview, around))}
            {preview.body.first().map(|body| body_text(body, around))}
            {preview.embed.first().map(|embed| view! { <div class="embed">{part(embed, Section::Embed, around)}</div> })}
            {has_bottom.then(|| bottom(preview, around))}
        </article>
        {(render.state == State::LoadedWithError).then(|| error_strip(render.error.as_ref()))}
    }
    .into_any()
}

fn heading(title: &Part, around: Surroundings) -> impl IntoView + use<> {
    view! { <h3 class="title">{part(title, Section::Title, around)}</h3> }
}

/// The entity stands before the first part; the sections are joined as their parts are.
fn subheading(preview: &Preview, around: Surroundings) -> impl IntoView + use<> {
    view! {
        <div class="subheading">
            {line(&preview.entity, Section::Entity, around)}
            <span class="joined">
                {line(&preview.primary, Section::Primary, around)}
                {line(&preview.secondary, Section::Secondary, around)}
            </span>
        </div>
    }
}

fn body_text(body: &Part, around: Surroundings) -> impl IntoView + use<> {
    let text = body.text.as_deref().unwrap_or_default();
    let long = text.len() > LONG_BODY || text.matches('\n').count() > 2;
    view! { <p class="body" tabindex=long.then_some("0")>{part(body, Section::Body, around)}</p> }
}

fn bottom(preview: &Preview, around: Surroundings) -> impl IntoView + use<> {
    view! {
        <div class="bottom">
            {line(&preview.avatar, Section::Avatar, around)}
            <span class="joined">{line(&preview.identifier, Section::Identifier, around)}</span>
        </div>
    }
}

/// `404: Content not found`
pub fn error_words(error: Option<&ErrorReply>) -> String {
    let status = error.and_then(|error| error.status).map(|status| status.to_string());
    let message = error.and_then(|error| error.message.clone()).filter(|message| !message.trim().is_empty());
    match (status, message) {
        (Some(status), Some(message)) => format!("{message} (status {status})"),
        (Some(status), None) => format!("status {status}, without a message"),
        (None, Some(message)) => message,
        (None, None) => "an error without status and message".to_owned(),
    }
}

fn error_card(error: Option<&ErrorReply>, link: &str) -> AnyView {
    view! {
        <article class="card error-card">
            {icon(LuTriangleAlert)}
            <div>
                <p class="domain">{domain(link)}</p>
                <p class="error-words">{error_words(error)}</p>
            </div>
            <span class="try-again">"Try again"</span>
        </article>
    }
    .into_any()
}

fn error_strip(error: Option<&ErrorReply>) -> impl IntoView + use<> {
    view! { <p class="error-strip">{icon(LuTriangleAlert)}{error_words(error)}</p> }
}

fn plain_card(hint: Option<String>) -> AnyView {
    view! {
        <article class="card nothing">
            <p>"nothing to draw yet"</p>
            {hint.map(|hint| view! { <p class="hint">{hint}</p> })}
        </article>
    }
    .into_any()
}

/// The host of a link, as a card of another's content names it.
pub fn domain(link: &str) -> String {
    link.split_once("://").map_or(link, |(_, rest)| rest).split(['/', '?', '#']).next().unwrap_or(link).to_owned()
}
