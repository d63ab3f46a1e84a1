//! The Link Preview.

use super::part::line;
use super::{Drawing, Surroundings, ink};
use crate::core::html::{Html, element, icon, prose, text, worded};
use crate::core::preview::Render;
use crate::core::state::State;
use crate::core::unfurl::{ErrorReply, Section};
pub(super) use crate::core::url::host_shown as domain;

/// Body text longer than this can be cut by the card, so it can be focused to show whole.
const LONG_BODY: usize = 150;

/// The card in its state. `hint`: what a card that shows nothing says instead.
pub fn card(render: &Render, link: &str, hint: Option<&str>, around: &Surroundings) -> Drawing {
    match render.state {
        State::Plain => nothing_card(hint),
        State::Placeholder => placeholder_card(render, link, around),
        State::Connect => connect_card(render, link, around),
        State::Error => error_card(render.error.as_ref(), link, around),
        State::Deleted => deleted_card(render, link, around),
        State::Loaded | State::LoadedWithError | State::Updated => loaded_card(render, around),
    }
}

fn loaded_card(render: &Render, around: &Surroundings) -> Drawing {
    let pieces = [
        title(render, around),
        subheading(render, around),
        body(render, around),
        wrapped("div", "embed", &line(render, Section::Embed, around)),
        bottom(render, around),
    ];
    let error = render.error.as_ref().filter(|_| render.state == State::LoadedWithError);
    let below = error.map(|error| strip("strip alarming", "triangle-alert", &error_words(Some(error))));
    Drawing {
        class: if render.changes.background { "card changed" } else { "card" },
        style: ink::card(render.preview.background, around.dark),
        pieces: pieces.into_iter().flatten().collect(),
        below: below.into_iter().collect(),
    }
}

/// An element around what there is, if there is anything.
fn wrapped(tag: &'static str, class: &'static str, inside: &[Html]) -> Option<Html> {
    (!inside.is_empty()).then(|| element(tag, &[("class", class)], inside))
}

fn title(render: &Render, around: &Surroundings) -> Option<Html> {
    wrapped("h3", "title", &line(render, Section::Title, around))
}

/// The entity stands before the first part; the sections are joined as their parts are.
fn subheading(render: &Render, around: &Surroundings) -> Option<Html> {
    let mut joined = line(render, Section::Primary, around);
    joined.extend(line(render, Section::Secondary, around));
    let mut inside = line(render, Section::Entity, around);
    inside.extend(wrapped("span", "joined", &joined));
    wrapped("div", "subheading", &inside)
}

fn body(render: &Render, around: &Surroundings) -> Option<Html> {
    let inside = line(render, Section::Body, around);
    let long = inside.len() > 1 || render.preview.body.iter().any(|body| is_long(body.text.as_deref().unwrap_or_default()));
    let focusable = if long { "0" } else { "" };
    (!inside.is_empty()).then(|| element("p", &[("class", "body"), ("tabindex", focusable)], &inside))
}

fn is_long(words: &str) -> bool {
    words.len() > LONG_BODY || words.matches('\n').count() > 2
}

fn bottom(render: &Render, around: &Surroundings) -> Option<Html> {
    let mut inside = line(render, Section::Avatar, around);
    inside.extend(wrapped("span", "joined", &line(render, Section::Identifier, around)));
    wrapped("div", "bottom", &inside)
}

/// A sign and words under the card.
fn strip(class: &str, sign: &str, words: &str) -> Html {
    element("p", &[("class", class)], &[icon(sign), text(words)])
}

/// `Content not found (status 404)`
pub(super) fn error_words(error: Option<&ErrorReply>) -> String {
    let status = error.and_then(|error| error.status);
    let message = error.and_then(|error| error.message.as_deref()).filter(|message| !message.trim().is_empty());
    match (status, message) {
        (Some(status), Some(message)) => format!("{message} (status {status})"),
        (Some(status), None) => format!("status {status}, without a message"),
        (None, Some(message)) => message.to_owned(),
        (None, None) => "an error without status and message".to_owned(),
    }
}

/// A card of words about another's content: a sign, two lines and what can be done.
fn notice(class: &'static str, sign: &str, [first, second]: [&str; 2], button: Html) -> Drawing {
    let says = [worded("p", "notice-words", first), worded("p", "notice-more", second)];
    let pieces = vec![icon(sign), element("div", &[], &says), button];
    Drawing { class, pieces, ..Drawing::default() }
}

fn error_card(error: Option<&ErrorReply>, link: &str, around: &Surroundings) -> Drawing {
    let again = around.button("play:revisit", "Try again");
    notice("card notice alarming", "triangle-alert", [domain(link), &error_words(error)], again)
}

fn connect_card(render: &Render, link: &str, around: &Surroundings) -> Drawing {
    let domain = domain(link);
    let wants = format!("Connect to {} to show this preview", service(render).unwrap_or(domain));
    notice("card notice", "lock", [&wants, domain], around.button("play:first-paste", "Connect"))
}

/// The name of whoever made the integration: `dev` is required to hold it.
fn service(render: &Render) -> Option<&str> {
    let mut parts = Section::ALL.into_iter().flat_map(|section| render.preview.section(section));
    parts.find(|part| part.attribute == "dev")?.text.as_deref().filter(|name| !name.trim().is_empty())
}

/// The last drawing, on its way out.
fn deleted_card(render: &Render, link: &str, around: &Surroundings) -> Drawing {
    let mut drawing = loaded_card(render, around);
    if drawing.pieces.is_empty() {
        drawing.pieces.push(address(link));
    }
    Drawing {
        class: "card deleted",
        below: vec![strip("strip", "trash-2", "deleted everywhere: your service was told")],
        ..drawing
    }
}

/// A link that stays an ordinary link, and why.
pub fn plain(link: &str, why: Option<&str>) -> Drawing {
    let href = if is_web(link) { link } else { "" };
    let attributes = [("class", "plain-link"), ("href", href), ("target", "_blank"), ("rel", "noopener noreferrer")];
    let below = why.map(|why| element("p", &[("class", "hint")], &[prose(why)]));
    Drawing {
        class: "plain",
        pieces: vec![element("a", &attributes, &[text(link)])],
        below: below.into_iter().collect(),
        ..Drawing::default()
    }
}

/// Whether a link may be followed: nothing that runs.
pub fn is_web(link: &str) -> bool {
    link.starts_with("https://") || link.starts_with("http://")
}

/// In place of a title that is not known.
fn address(link: &str) -> Html {
    worded("h3", "title link", link)
}

/// What is known before the answer has come, and a shimmer where more will stand.
fn placeholder_card(render: &Render, link: &str, around: &Surroundings) -> Drawing {
    let shimmer = |class: &str| element("span", &[("class", class)], &[]);
    let pieces = vec![
        title(render, around).unwrap_or_else(|| address(link)),
        subheading(render, around).unwrap_or_else(|| shimmer("shimmer half")),
        body(render, around).unwrap_or_else(|| shimmer("shimmer")),
        bottom(render, around).unwrap_or_else(|| shimmer("shimmer quarter")),
    ];
    Drawing { class: "card waiting", style: ink::card(render.preview.background, around.dark), pieces, ..Drawing::default() }
}

fn nothing_card(hint: Option<&str>) -> Drawing {
    let mut pieces = vec![worded("p", "", "nothing to draw yet")];
    pieces.extend(hint.map(|hint| element("p", &[("class", "hint")], &[prose(hint)])));
    Drawing { class: "card nothing", pieces, ..Drawing::default() }
}
