//! Pictures, players, frames and documents, with no more trust in their addresses than they deserve.
//!
//! Core lets only http and https through. Pictures load without a referrer once their address has stood still; video,
//! audio and html load when pressed; html gets a frame that may run scripts and nothing else.

use leptos::prelude::*;

use super::Surroundings;
use crate::app::icon::{LuCirclePlay, LuExternalLink, LuFileText, LuImageOff, icon};
use crate::app::state::Media;
use crate::core::preview::{Part, PartKind};
use crate::core::templates::media_name;

/// The address to load: a template's media from beside the page.
fn address(src_url: &str) -> String {
    media_name(src_url).map_or_else(|| src_url.to_owned(), |name| format!("media/{name}"))
}

fn host(src_url: &str) -> String {
    src_url.split('/').nth(2).unwrap_or(src_url).to_owned()
}

#[derive(Clone, Copy, PartialEq)]
enum Picture {
    Waiting,
    Shown,
    Broken,
}

fn picture(src_url: &str, around: Surroundings) -> Picture {
    match around.live {
        _ if src_url.is_empty() => Picture::Broken,
        Some(live) if live.media.broken.with(|broken| broken.contains(src_url)) => Picture::Broken,
        Some(live) if media_name(src_url).is_none() && !live.media.settled.with(|settled| settled.contains(src_url)) => {
            Picture::Waiting
        }
        // A thumbnail asks the network for nothing.
        None if media_name(src_url).is_none() => Picture::Waiting,
        _ => Picture::Shown,
    }
}

fn loaded_image(src_url: &str, name: &str, around: Surroundings) -> AnyView {
    let broken = around.live.map(|live| live.media.broken);
    let url = src_url.to_owned();
    let on_error = move |_| {
        if let Some(broken) = broken {
            broken.update(|broken| {
                broken.insert(url.clone());
            });
        }
    };
    view! { <img src=address(src_url) alt=name.to_owned() referrerpolicy="no-referrer" decoding="async" on:error=on_error/> }
        .into_any()
}

/// A picture in a line of text.
pub fn small_image(part: &Part, name: &str, around: Surroundings) -> AnyView {
    let src_url = part.src_url.clone().unwrap_or_default();
    match picture(&src_url, around) {
        Picture::Shown => loaded_image(&src_url, name, around),
        Picture::Waiting => view! { <span class="picture-waiting" role="img" aria-label=format!("{name}, loading")></span> }.into_any(),
        Picture::Broken => {
            view! { <span class="picture-broken" role="img" aria-label=format!("{name}, could not be loaded")>{icon(LuImageOff)}</span> }
                .into_any()
        }
    }
}

/// A picture in the large space.
pub fn image(part: &Part, name: &str, around: Surroundings) -> AnyView {
    let src_url = part.src_url.clone().unwrap_or_default();
    match picture(&src_url, around) {
        Picture::Shown => loaded_image(&src_url, name, around),
        Picture::Waiting => view! { <span class="tile">{format!("a picture from {}", host(&src_url))}</span> }.into_any(),
        Picture::Broken => {
            view! { <span class="tile">{icon(LuImageOff)}{format!("the picture from {} could not be loaded", host(&src_url))}</span> }.into_any()
        }
    }
}

/// Video, audio and html: a press loads them.
pub fn player(part: &Part, name: &str, around: Surroundings) -> AnyView {
    let src_url = part.src_url.clone().unwrap_or_default();
    let opened = around.live.is_some_and(|live| live.media.opened.with(|opened| opened.contains(&src_url)));
    if opened { running(part.kind, &src_url, name) } else { closed(part.kind, src_url, around) }
}

fn running(kind: PartKind, src_url: &str, name: &str) -> AnyView {
    let (source, name) = (address(src_url), name.to_owned());
    match kind {
        PartKind::Video => view! { <video src=source controls=true aria-label=name></video> }.into_any(),
        PartKind::Audio => view! { <audio src=source controls=true aria-label=name></audio> }.into_any(),
        _ => view! { <iframe src=source title=name sandbox="allow-scripts" referrerpolicy="no-referrer"></iframe> }.into_any(),
    }
}

fn closed(kind: PartKind, src_url: String, around: Surroundings) -> AnyView {
    let what = match kind {
        PartKind::Video => "video",
        PartKind::Audio => "audio",
        _ => "page",
    };
    let from = host(&src_url);
    let Some(live) = around.live else {
        return view! { <span class="tile">{icon(LuCirclePlay)}{format!("{what} from {from}")}</span> }.into_any();
    };
    let open = move |_| open(live.media, &src_url);
    view! {
        <button type="button" class="tile" data-action="load-embed" on:click=open>
            {icon(LuCirclePlay)}
            {format!("load the {what} from {from}")}
        </button>
    }
    .into_any()
}

fn open(media: Media, src_url: &str) {
    media.opened.update(|opened| {
        opened.insert(src_url.to_owned());
    });
}

/// A PDF opens in a tab of its own.
pub fn document(part: &Part, name: &str) -> AnyView {
    let src_url = part.src_url.clone().unwrap_or_default();
    view! {
        <a class="tile" href=address(&src_url) target="_blank" rel="noopener noreferrer">
            {icon(LuFileText)}
            {format!("{name}, a PDF from {}", host(&src_url))}
            {icon(LuExternalLink)}
        </a>
    }
    .into_any()
}
