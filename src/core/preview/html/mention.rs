//! The Mention: one link in a line of text.

use super::Surroundings;
use super::card::{domain, error_words};
use super::part::line;
use crate::core::html::{Html, element, icon, text, worded};
use crate::core::preview::Render;
use crate::core::state::State;
use crate::core::unfurl::Section;

/// The inside of the link, in its state.
pub fn mention(render: &Render, link: &str, around: &Surroundings) -> Vec<Html> {
    match render.state {
        State::Plain => vec![titled(&[text(link)])],
        State::Connect => vec![provider(link), icon("lock"), title_or(link, render, around)],
        State::Placeholder if render.mention.title.is_empty() => vec![titled(&[text(link)])],
        State::Error => vec![provider(link), icon("triangle-alert"), titled(&[text(&error_words(render.error.as_ref()))])],
        State::Deleted => vec![element("s", &[], &loaded(render, link, around))],
        State::LoadedWithError => {
            let mut pieces = loaded(render, link, around);
            pieces.push(icon("triangle-alert"));
            pieces
        }
        State::Placeholder | State::Loaded | State::Updated => loaded(render, link, around),
    }
}

fn titled(inside: &[Html]) -> Html {
    element("span", &[("class", "mention-title")], inside)
}

fn provider(link: &str) -> Html {
    worded("span", "mention-provider", domain(link))
}

fn title_or(link: &str, render: &Render, around: &Surroundings) -> Html {
    let title = line(render, Section::Title, around);
    if title.is_empty() { titled(&[text(link)]) } else { titled(&title) }
}

/// A link of which nothing else is known is its own words.
fn loaded(render: &Render, link: &str, around: &Surroundings) -> Vec<Html> {
    let mut pieces = line(render, Section::Entity, around);
    let identifier = line(render, Section::Identifier, around);
    let instead = if pieces.is_empty() && identifier.is_empty() { link } else { "" };
    pieces.push(element("span", &[("class", "mention-provider joined")], &identifier));
    pieces.push(title_or(instead, render, around));
    pieces
}
