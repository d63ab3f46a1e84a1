//! Pictures, players, frames and documents, with no more trust in their addresses than they deserve.
//!
//! The model lets only http and https through. Pictures load without a referrer once their address has stood still;
//! video, audio and html load when pressed; html gets a frame that may run scripts and nothing else.

use super::card::domain;
use super::{Media, Surroundings};
use crate::core::html::{Html, element, icon, text, worded};
use crate::core::preview::{Part, PartKind};
use crate::core::templates::media_name;
use crate::core::unfurl::Section;

/// The address to load: a template's media from beside the page.
fn address(src_url: &str) -> String {
    media_name(src_url).map_or_else(|| src_url.to_owned(), |name| format!("media/{name}"))
}

/// What is known of a part's media is known of its kind and address: a film that was pressed is no page that was.
pub fn media_key(part: &Part) -> String {
    [part.kind.name(), " ", part.src_url.as_deref().unwrap_or_default()].concat()
}

fn tile(sign: &str, words: &str) -> Html {
    element("span", &[("class", "tile")], &[icon(sign), text(words)])
}

pub(super) fn media(part: &Part, section: Section, name: &str, around: &Surroundings) -> Html {
    let src_url = part.src_url.as_deref().unwrap_or_default();
    let key = media_key(part);
    let state = if src_url.is_empty() { Media::Broken } else { (around.media)(&key) };
    match part.kind {
        PartKind::Pdf => document(src_url, name, state),
        PartKind::Image if section == Section::Embed => image(src_url, &key, name, state),
        PartKind::Image => small_image(src_url, &key, name, state),
        _ => player(part, &key, name, state),
    }
}

/// `data-media` tells whoever hears that it could not be loaded which one that was.
fn loaded_image(src_url: &str, key: &str, name: &str) -> Html {
    let alt = if name.is_empty() { "picture" } else { name };
    let source = address(src_url);
    let attributes =
        [("src", source.as_str()), ("alt", alt), ("referrerpolicy", "no-referrer"), ("decoding", "async"), ("data-media", key)];
    element("img", &attributes, &[])
}

/// A picture of a template is beside the page; nothing of any other is loaded before its time.
fn shows(src_url: &str, state: Media) -> bool {
    media_name(src_url).is_some() || !matches!(state, Media::Inert | Media::Waiting)
}

/// A picture in a line of text.
fn small_image(src_url: &str, key: &str, name: &str, state: Media) -> Html {
    let stand_in = |class: &str, words: &str, inside: &[Html]| {
        element("span", &[("class", class), ("role", "img"), ("aria-label", &format!("{name}, {words}"))], inside)
    };
    match state {
        Media::Broken => stand_in("picture-broken", "could not be loaded", &[icon("image-off")]),
        _ if shows(src_url, state) => loaded_image(src_url, key, name),
        _ => stand_in("picture-waiting", "loading", &[]),
    }
}

/// A picture in the large space.
fn image(src_url: &str, key: &str, name: &str, state: Media) -> Html {
    match state {
        Media::Broken => tile("image-off", &format!("the picture from {} could not be loaded", domain(src_url))),
        _ if shows(src_url, state) => loaded_image(src_url, key, name),
        _ => worded("span", "tile", &format!("a picture from {}", domain(src_url))),
    }
}

/// Video, audio and html: a press loads them.
fn player(part: &Part, key: &str, name: &str, state: Media) -> Html {
    let (kind, src_url) = (part.kind, part.src_url.as_deref().unwrap_or_default());
    let what = match kind {
        PartKind::Video => "video",
        PartKind::Audio => "audio",
        _ => "page",
    };
    let from = domain(src_url);
    match state {
        Media::Opened => running(kind, &address(src_url), name),
        Media::Inert => tile("circle-play", &format!("{what} from {from}")),
        _ => {
            let inside = [icon("circle-play"), text(&format!("load the {what} from {from}"))];
            let attributes = [("type", "button"), ("class", "tile"), ("data-action", "load-embed"), ("data-media", key)];
            element("button", &attributes, &inside)
        }
    }
}

fn running(kind: PartKind, source: &str, name: &str) -> Html {
    match kind {
        PartKind::Video => element("video", &[("src", source), ("controls", "controls"), ("aria-label", name)], &[]),
        PartKind::Audio => element("audio", &[("src", source), ("controls", "controls"), ("aria-label", name)], &[]),
        _ => {
            let attributes = [("src", source), ("title", name), ("sandbox", "allow-scripts"), ("referrerpolicy", "no-referrer")];
            element("iframe", &attributes, &[])
        }
    }
}

/// A PDF opens in a tab of its own.
fn document(src_url: &str, name: &str, state: Media) -> Html {
    let words = format!("{name}, a PDF from {}", domain(src_url));
    if state == Media::Inert {
        return tile("file-text", &words);
    }
    let source = address(src_url);
    let attributes = [("class", "tile"), ("href", &source), ("target", "_blank"), ("rel", "noopener noreferrer")];
    element("a", &attributes, &[icon("file-text"), text(&words), icon("external-link")])
}
