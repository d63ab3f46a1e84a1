//! The Link Preview, in every state.

use std::sync::Arc;

use leptos::prelude::*;

use super::content::Content;
use super::notice::{ConnectCard, ErrorCard, NothingCard};
use super::surroundings::Surroundings;
use crate::app::components::Prose;
use crate::core::preview::Render;
use crate::core::state::State;

/// Whether a link may be followed: nothing that runs.
pub fn is_web(link: &str) -> bool {
    link.starts_with("https://") || link.starts_with("http://")
}

/// What a card is made of; within one of these a change of state keeps the elements.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Layout {
    Nothing,
    Connect,
    Error,
    Content,
}

impl Layout {
    fn of(state: State) -> Self {
        match state {
            State::Plain => Self::Nothing,
            State::Connect => Self::Connect,
            State::Error => Self::Error,
            State::Placeholder | State::Loaded | State::LoadedWithError | State::Updated | State::Deleted => Self::Content,
        }
    }
}

/// The card in its state, and what stands under it.
#[component]
pub fn Card(
    #[prop(into)] render: Signal<Arc<Render>>,
    #[prop(into)] link: Signal<String>,
    /// Shown on a card that has no content.
    #[prop(into)]
    hint: Signal<Option<String>>,
    around: Surroundings,
) -> impl IntoView {
    let layout = Memo::new(move |_| render.with(|render| Layout::of(render.state)));
    move || match layout.get() {
        Layout::Nothing => view! { <NothingCard hint=hint/> }.into_any(),
        Layout::Connect => view! { <ConnectCard render=render link=link around=around/> }.into_any(),
        Layout::Error => view! { <ErrorCard render=render link=link around=around/> }.into_any(),
        Layout::Content => view! { <Content render=render link=link around=around/> }.into_any(),
    }
}

/// A link that stays an ordinary link, and why.
#[component]
pub fn PlainLink(#[prop(into)] link: Signal<String>, #[prop(into)] why: Signal<Option<String>>) -> impl IntoView {
    let href = move || Some(link.get()).filter(|link| is_web(link));
    view! {
        <article class="plain">
            <a class="plain-link" href=href target="_blank" rel="noopener noreferrer">{link}</a>
        </article>
        <div class="below">
            {move || why.get().map(|why| view! { <p class="hint"><Prose text=why/></p> })}
        </div>
    }
}
