//! The Link Preview.

use super::part::{line, part};
use super::{Drawing, Surroundings, ink};
use crate::core::html::{Html, element, icon, prose, text};
use crate::core::preview::{Part, Preview, Render, State};
use crate::core::text::cut;
use crate::core::unfurl::{ErrorReply, Section};

/// Body text longer than this can be cut by the card, so it can be focused to show whole.
const LONG_BODY: usize = 150;

/// The card in its state. `hint`: what a card that shows nothing says instead.
pub fn card(render: &Render, link: &str, hint: Option<&str>, around: &Surroundings) -> Drawing {
    match render.state {
        State::Error => error_card(render.error.as_ref(), link),
        State::Plain => nothing_card(hint),
        State::Placeholder => placeholder_card(&render.preview, link, around),
        _ => loaded_card(render, around),
    }
}

fn loaded_card(render: &Render, around: &Surroundings) -> Drawing {
    let preview = &render.preview;
    let mut pieces = Vec::new();
    if let Some(title) = preview.title.first() {
        pieces.push(element("h3", &[("class", "title")], &[part(title, Section::Title, around)]));
    }
    if !(preview.entity.is_empty() && preview.primary.is_empty() && preview.secondary.is_empty()) {
        pieces.push(subheading(preview, around));
    }
    pieces.extend(preview.body.first().map(|body| body_text(body, around)));
    if let Some(embed) = preview.embed.first() {
        pieces.push(element("div", &[("class", "embed")], &[part(embed, Section::Embed, around)]));
    }
    if !(preview.avatar.is_empty() && preview.identifier.is_empty()) {
        pieces.push(bottom(preview, around));
    }
    let error = render.error.as_ref().filter(|_| render.state == State::LoadedWithError);
    let strip =
        error.map(|error| element("p", &[("class", "error-strip")], &[icon("triangle-alert"), text(&error_words(Some(error)))]));
    Drawing { class: "card", style: ink::card(preview.background, around.dark), pieces, below: strip.into_iter().collect() }
}

/// The entity stands before the first part; the sections are joined as their parts are.
fn subheading(preview: &Preview, around: &Surroundings) -> Html {
    let mut joined = line(&preview.primary, Section::Primary, around);
    joined.extend(line(&preview.secondary, Section::Secondary, around));
    let mut inside = line(&preview.entity, Section::Entity, around);
    inside.push(element("span", &[("class", "joined")], &joined));
    element("div", &[("class", "subheading")], &inside)
}

fn body_text(body: &Part, around: &Surroundings) -> Html {
    let words = body.text.as_deref().unwrap_or_default();
    let long = words.len() > LONG_BODY || words.matches('\n').count() > 2;
    let focusable = if long { "0" } else { "" };
    element("p", &[("class", "body"), ("tabindex", focusable)], &[part(body, Section::Body, around)])
}

fn bottom(preview: &Preview, around: &Surroundings) -> Html {
    let mut inside = line(&preview.avatar, Section::Avatar, around);
    inside.push(element("span", &[("class", "joined")], &line(&preview.identifier, Section::Identifier, around)));
    element("div", &[("class", "bottom")], &inside)
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

fn error_card(error: Option<&ErrorReply>, link: &str) -> Drawing {
    let says = [
        element("p", &[("class", "domain")], &[text(domain(link))]),
        element("p", &[("class", "error-words")], &[text(&error_words(error))]),
    ];
    let again = element("span", &[("class", "try-again")], &[text("Try again")]);
    let pieces = vec![icon("triangle-alert"), element("div", &[], &says), again];
    Drawing { class: "card error-card", pieces, ..Drawing::default() }
}

/// A link that no rule takes: an ordinary link, and why.
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

/// What is known before the answer has come, and a shimmer where more will stand.
fn placeholder_card(preview: &Preview, link: &str, around: &Surroundings) -> Drawing {
    let shimmer = |class: &str| element("span", &[("class", class)], &[]);
    let mut pieces = Vec::new();
    pieces.push(match preview.title.first() {
        Some(title) => element("h3", &[("class", "title")], &[part(title, Section::Title, around)]),
        None => element("h3", &[("class", "title link")], &[text(link)]),
    });
    if preview.entity.is_empty() && preview.primary.is_empty() && preview.secondary.is_empty() {
        pieces.push(shimmer("shimmer half"));
    } else {
        pieces.push(subheading(preview, around));
    }
    pieces.push(preview.body.first().map_or_else(|| shimmer("shimmer"), |body| body_text(body, around)));
    if preview.avatar.is_empty() && preview.identifier.is_empty() {
        pieces.push(shimmer("shimmer quarter"));
    } else {
        pieces.push(bottom(preview, around));
    }
    Drawing { class: "card waiting", style: ink::card(preview.background, around.dark), pieces, ..Drawing::default() }
}

fn nothing_card(hint: Option<&str>) -> Drawing {
    let mut pieces = vec![element("p", &[], &[text("nothing to draw yet")])];
    pieces.extend(hint.map(|hint| element("p", &[("class", "hint")], &[prose(hint)])));
    Drawing { class: "card nothing", pieces, ..Drawing::default() }
}

/// The host of a link, as a card of another's content names it.
pub(super) fn domain(link: &str) -> &str {
    cut(link, "://").map_or(link, |(_, rest)| rest).split(['/', '?', '#']).next().unwrap_or(link)
}
