//! The Mention: one link in a line of text.

use leptos::prelude::*;

use super::Surroundings;
use super::card::{domain, error_words};
use super::part::line;
use crate::app::icon::{LuTriangleAlert, icon};
use crate::core::preview::{Render, State};
use crate::core::unfurl::Section;

/// The inside of the link, in its state.
pub fn mention(render: &Render, link: &str, around: Surroundings) -> AnyView {
    match render.state {
        State::Plain => view! { <span class="mention-title">{link.to_owned()}</span> }.into_any(),
        State::Error => {
            let words = error_words(render.error.as_ref());
            view! {
                <span class="mention-provider">{domain(link)}</span>
                {icon(LuTriangleAlert)}
                <span class="mention-title">{words}</span>
            }
            .into_any()
        }
        _ => loaded(render, around),
    }
}

fn loaded(render: &Render, around: Surroundings) -> AnyView {
    let mention = &render.mention;
    view! {
        {line(&mention.entity, Section::Entity, around)}
        <span class="mention-provider joined">{line(&mention.identifier, Section::Identifier, around)}</span>
        <span class="mention-title">{line(&mention.title, Section::Title, around)}</span>
        {(render.state == State::LoadedWithError).then(|| icon(LuTriangleAlert))}
    }
    .into_any()
}
