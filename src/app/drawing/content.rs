//! The card that shows attributes: placeholder, answer, update, and the last drawing of what was deleted.

use std::sync::Arc;

use leptos::prelude::*;

use super::ink;
use super::line::{Line, has};
use super::notice::error_words;
use super::surroundings::Surroundings;
use crate::app::components::{Icon, IconName};
use crate::core::preview::Render;
use crate::core::state::State;
use crate::core::unfurl::Section;

const TITLE: &[Section] = &[Section::Title];
const ENTITY: &[Section] = &[Section::Entity];
const LINES: &[Section] = &[Section::Primary, Section::Secondary];
const SUBHEADING: &[Section] = &[Section::Entity, Section::Primary, Section::Secondary];
const BODY: &[Section] = &[Section::Body];
const EMBED: &[Section] = &[Section::Embed];
const AVATAR: &[Section] = &[Section::Avatar];
const IDENTIFIER: &[Section] = &[Section::Identifier];
const BOTTOM: &[Section] = &[Section::Avatar, Section::Identifier];

/// Body text longer than this can be cut by the card, so it takes the focus to show whole.
const LONG_BODY: usize = 150;

#[component]
pub fn Content(render: Signal<Arc<Render>>, link: Signal<String>, around: Surroundings) -> impl IntoView {
    let state = Memo::new(move |_| render.with(|render| render.state));
    let background = Memo::new(move |_| render.with(|render| render.preview.background));
    let class = move || match state.get() {
        State::Placeholder => "card waiting",
        State::Deleted => "card deleted",
        _ if render.with(|render| render.changes.background) => "card changed",
        _ => "card",
    };
    let waiting = move || state.get() == State::Placeholder;
    let is_there = move |sections| move || render.with(|render| has(render, sections));
    let shimmer = move |class| move || waiting().then(|| view! { <span class=class></span> });
    view! {
        <article class=class dir="auto" style=move || ink::card(background.get())>
            <Show when=is_there(TITLE) fallback=move || view! { <Address state=state render=render link=link/> }>
                <h3 class="title"><Line render=render sections=TITLE around=around/></h3>
            </Show>
            <Show when=is_there(SUBHEADING) fallback=shimmer("shimmer half")>
                <div class="subheading">
                    // The entity stands before the first part.
                    <Line render=render sections=ENTITY around=around/>
                    <Joined render=render sections=LINES around=around/>
                </div>
            </Show>
            <Show when=is_there(BODY) fallback=shimmer("shimmer")>
                <p class="body" tabindex=move || render.with(|render| is_long(render)).then_some("0")>
                    <Line render=render sections=BODY around=around/>
                </p>
            </Show>
            <Show when=is_there(EMBED)>
                <div class="embed"><Line render=render sections=EMBED around=around/></div>
            </Show>
            <Show when=is_there(BOTTOM) fallback=shimmer("shimmer quarter")>
                <div class="bottom">
                    <Line render=render sections=AVATAR around=around/>
                    <Joined render=render sections=IDENTIFIER around=around/>
                </div>
            </Show>
        </article>
        <div class="below"><Below state=state render=render/></div>
    }
}

/// Parts with a dot between them.
#[component]
fn Joined(render: Signal<Arc<Render>>, sections: &'static [Section], around: Surroundings) -> impl IntoView {
    view! {
        <Show when=move || render.with(|render| has(render, sections))>
            <span class="joined"><Line render=render sections=sections around=around/></span>
        </Show>
    }
}

/// The link, shown while the title is not known yet, or when no attribute is left.
#[component]
fn Address(state: Memo<State>, render: Signal<Arc<Render>>, link: Signal<String>) -> impl IntoView {
    let shown = move || match state.get() {
        State::Placeholder => true,
        State::Deleted => render.with(|render| !has(render, &Section::ALL)),
        _ => false,
    };
    move || shown().then(|| view! { <h3 class="title link">{link}</h3> })
}

/// What stands under the card.
#[component]
fn Below(state: Memo<State>, render: Signal<Arc<Render>>) -> impl IntoView {
    move || match state.get() {
        State::LoadedWithError => Some(
            view! {
                <p class="strip alarming">
                    <Icon name=IconName::Warning/>
                    {move || render.with(|render| error_words(render.error.as_ref()))}
                </p>
            }
            .into_any(),
        ),
        State::Deleted => Some(
            view! {
                <p class="strip"><Icon name=IconName::Trash/>"Deleted everywhere: your service was told"</p>
            }
            .into_any(),
        ),
        _ => None,
    }
}

fn is_long(render: &Render) -> bool {
    let body = &render.preview.body;
    let cut = |words: &str| words.len() > LONG_BODY || words.matches('\n').count() > 2;
    body.len() > 1 || body.iter().any(|part| cut(part.text.as_deref().unwrap_or_default()))
}
