//! The inside of a Mention: one link in a line of text.

use std::sync::Arc;

use leptos::prelude::*;

use super::line::{Line, has};
use super::notice::error_words;
use super::surroundings::Surroundings;
use crate::app::components::{Icon, IconName};
use crate::core::preview::{Part, Render};
use crate::core::state::State;
use crate::core::unfurl::Section;
use crate::core::url::host_shown;

const ENTITY: &[Section] = &[Section::Entity];
const IDENTIFIER: &[Section] = &[Section::Identifier];
const TITLE: &[Section] = &[Section::Title];

/// What a Mention is made of; within one of these a change of state keeps the elements.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Layout {
    Link,
    Connect,
    Error,
    Content,
    /// Struck through.
    Deleted,
}

impl Layout {
    fn of(render: &Render) -> Self {
        match render.state {
            State::Plain => Self::Link,
            State::Placeholder if render.mention.title.is_empty() => Self::Link,
            State::Connect => Self::Connect,
            State::Error => Self::Error,
            State::Deleted => Self::Deleted,
            State::Placeholder | State::Loaded | State::LoadedWithError | State::Updated => Self::Content,
        }
    }
}

#[component]
pub fn Mention(
    #[prop(into)] render: Signal<Arc<Render>>,
    #[prop(into)] link: Signal<String>,
    around: Surroundings,
) -> impl IntoView {
    let layout = Memo::new(move |_| render.with(|render| Layout::of(render)));
    let host = move || link.with(|link| host_shown(link).to_owned());
    let warned = Memo::new(move |_| render.with(|render| render.state == State::LoadedWithError));
    move || match layout.get() {
        Layout::Link => view! { <span class="mention-title">{link}</span> }.into_any(),
        Layout::Connect => view! {
            <span class="mention-provider">{host}</span>
            <Icon name=IconName::Lock/>
            <Title render=render instead=link around=around/>
        }
        .into_any(),
        Layout::Error => view! {
            <span class="mention-provider">{host}</span>
            <Icon name=IconName::Warning/>
            <span class="mention-title">{move || render.with(|render| error_words(render.error.as_ref()))}</span>
        }
        .into_any(),
        Layout::Content => view! {
            <Attributes render=render link=link around=around/>
            <Show when=move || warned.get()><Icon name=IconName::Warning/></Show>
        }
        .into_any(),
        Layout::Deleted => view! { <s><Attributes render=render link=link around=around/></s> }.into_any(),
    }
}

/// The three sections of a Mention. A link of which nothing else is known, or whose title is blank, is its own words.
#[component]
fn Attributes(render: Signal<Arc<Render>>, link: Signal<String>, around: Surroundings) -> impl IntoView {
    let known = move || render.with(|render| !has(render, TITLE) && (has(render, ENTITY) || has(render, IDENTIFIER)));
    let instead = Signal::derive(move || if known() { String::new() } else { link.get() });
    view! {
        <Line render=render sections=ENTITY around=around/>
        <span class="mention-provider joined"><Line render=render sections=IDENTIFIER around=around/></span>
        <span class="unseen">" "</span>
        <Title render=render instead=instead around=around/>
    }
}

/// Whether there is a title that can be read.
fn is_titled(render: &Render) -> bool {
    let titles = &render.preview.title;
    let is_blank = |part: &Part| part.text.as_deref().is_some_and(|text| text.trim().is_empty());
    has(render, TITLE) && (titles.is_empty() || titles.iter().any(|part| !is_blank(part)))
}

#[component]
fn Title(render: Signal<Arc<Render>>, instead: Signal<String>, around: Surroundings) -> impl IntoView {
    view! {
        <span class="mention-title">
            <Show when=move || render.with(|render| is_titled(render)) fallback=move || instead.get()>
                <Line render=render sections=TITLE around=around/>
            </Show>
        </span>
    }
}
