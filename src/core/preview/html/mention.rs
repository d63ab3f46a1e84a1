//! The Mention: one link in a line of text.

use super::Surroundings;
use super::card::{domain, error_words};
use super::part::line;
use crate::core::html::{Html, element, icon, text};
use crate::core::preview::{Render, State};
use crate::core::unfurl::Section;

/// The inside of the link, in its state.
pub fn mention(render: &Render, link: &str, around: &Surroundings) -> Vec<Html> {
    match render.state {
        State::Plain => vec![titled(&[text(link)])],
        State::Error => {
            let provider = element("span", &[("class", "mention-provider")], &[text(domain(link))]);
            vec![provider, icon("triangle-alert"), titled(&[text(&error_words(render.error.as_ref()))])]
        }
        State::Placeholder if render.mention.title.is_empty() => vec![titled(&[text(link)])],
        _ => loaded(render, around),
    }
}

fn titled(inside: &[Html]) -> Html {
    element("span", &[("class", "mention-title")], inside)
}

fn loaded(render: &Render, around: &Surroundings) -> Vec<Html> {
    let mention = &render.mention;
    let mut pieces = line(&mention.entity, Section::Entity, around);
    let identifier = line(&mention.identifier, Section::Identifier, around);
    pieces.push(element("span", &[("class", "mention-provider joined")], &identifier));
    pieces.push(titled(&line(&mention.title, Section::Title, around)));
    if render.state == State::LoadedWithError {
        pieces.push(icon("triangle-alert"));
    }
    pieces
}
