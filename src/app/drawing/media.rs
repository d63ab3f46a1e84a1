//! Pictures, players, frames and documents, with no more trust in their addresses than they deserve.
//!
//! The model lets only http and https through. Pictures load without a referrer once their address has settled; video,
//! audio and html load when pressed; html gets a frame that may run scripts and nothing else.

use leptos::prelude::*;

use super::surroundings::Surroundings;
use crate::app::components::{Icon, IconName};
use crate::core::preview::{MediaKey, MediaState, PartKind};
use crate::core::templates::media_name;
use crate::core::unfurl::Section;
use crate::core::url::host_shown;

/// The address to load: the media of a template lie beside the page.
fn address(src_url: &str) -> String {
    media_name(src_url).map_or_else(|| src_url.to_owned(), |name| format!("media/{name}"))
}

/// A medium, as far as it may be shown.
#[component]
pub fn Medium(
    kind: PartKind,
    /// `None`: it has no address.
    media: Option<MediaKey>,
    section: Section,
    #[prop(into)] name: Signal<String>,
    around: Surroundings,
) -> impl IntoView {
    let key = media.clone();
    let state = Memo::new(move |_| around.media(key.as_ref()));
    let media = media.unwrap_or(MediaKey { kind, src_url: String::new() });
    move || {
        let (media, state) = (media.clone(), state.get());
        match kind {
            PartKind::Pdf => view! { <Document media=media name=name state=state/> }.into_any(),
            PartKind::Image if section == Section::Embed => {
                view! { <Picture media=media name=name state=state around=around/> }.into_any()
            }
            PartKind::Image => view! { <SmallPicture media=media name=name state=state around=around/> }.into_any(),
            _ => view! { <Player media=media name=name state=state around=around/> }.into_any(),
        }
    }
}

/// What stands where a medium is not shown: an icon and words.
#[component]
fn Tile(icon: IconName, #[prop(into)] text: String) -> impl IntoView {
    view! { <span class="tile"><Icon name=icon/>{text}</span> }
}

/// The picture of a template lies beside the page; any other is loaded only once it may be.
fn loads(media: &MediaKey, state: MediaState) -> bool {
    media_name(&media.src_url).is_some() || !matches!(state, MediaState::Inert | MediaState::Waiting)
}

#[component]
fn Loaded(media: MediaKey, name: Signal<String>, around: Surroundings) -> impl IntoView {
    let alt = move || Some(name.get()).filter(|name| !name.is_empty()).unwrap_or_else(|| "picture".to_owned());
    let source = address(&media.src_url);
    let failed = move |_| {
        if let Some(live) = around.live {
            live.failed.run(media.clone());
        }
    };
    view! { <img src=source alt=alt referrerpolicy="no-referrer" decoding="async" on:error=failed/> }
}

/// A picture in a line of text.
#[component]
fn SmallPicture(media: MediaKey, name: Signal<String>, state: MediaState, around: Surroundings) -> impl IntoView {
    if state == MediaState::Broken {
        let label = move || format!("{}, could not be loaded", name.get());
        view! { <span class="picture-broken" role="img" aria-label=label><Icon name=IconName::ImageOff/></span> }.into_any()
    } else if loads(&media, state) {
        view! { <Loaded media=media name=name around=around/> }.into_any()
    } else {
        let label = move || format!("{}, loading", name.get());
        view! { <span class="picture-waiting" role="img" aria-label=label></span> }.into_any()
    }
}

/// A picture in the large space.
#[component]
fn Picture(media: MediaKey, name: Signal<String>, state: MediaState, around: Surroundings) -> impl IntoView {
    let host = host_shown(&media.src_url).to_owned();
    if state == MediaState::Broken {
        view! { <Tile icon=IconName::ImageOff text=format!("The picture from {host} could not be loaded")/> }.into_any()
    } else if loads(&media, state) {
        view! { <Loaded media=media name=name around=around/> }.into_any()
    } else {
        view! { <span class="tile">{format!("A picture from {host}")}</span> }.into_any()
    }
}

/// Video, audio and html: a press loads them.
#[component]
fn Player(media: MediaKey, name: Signal<String>, state: MediaState, around: Surroundings) -> impl IntoView {
    let what = match media.kind {
        PartKind::Video => "video",
        PartKind::Audio => "audio",
        _ => "page",
    };
    let host = host_shown(&media.src_url).to_owned();
    match (state, around.live) {
        (MediaState::Opened, _) => running(&media, name),
        (MediaState::Inert, _) | (_, None) => {
            let words = format!("A {what} from {host}");
            view! { <Tile icon=IconName::CirclePlay text=words/> }.into_any()
        }
        (_, Some(live)) => view! {
            <button type="button" class="tile" data-action="load-embed" on:click=move |_| live.open.run(media.clone())>
                <Icon name=IconName::CirclePlay/>
                {format!("Load the {what} from {host}")}
            </button>
        }
        .into_any(),
    }
}

fn running(media: &MediaKey, name: Signal<String>) -> AnyView {
    let source = address(&media.src_url);
    match media.kind {
        PartKind::Video => view! { <video src=source controls=true aria-label=name></video> }.into_any(),
        PartKind::Audio => view! { <audio src=source controls=true aria-label=name></audio> }.into_any(),
        _ => view! { <iframe src=source title=name sandbox="allow-scripts" referrerpolicy="no-referrer"></iframe> }.into_any(),
    }
}

/// A PDF opens in a tab of its own.
#[component]
fn Document(media: MediaKey, name: Signal<String>, state: MediaState) -> impl IntoView {
    let host = host_shown(&media.src_url).to_owned();
    let words = move || format!("{}, a PDF from {host}", name.get());
    if state == MediaState::Inert {
        return view! { <span class="tile"><Icon name=IconName::FileText/>{words}</span> }.into_any();
    }
    view! {
        <a class="tile" href=address(&media.src_url) target="_blank" rel="noopener noreferrer">
            <Icon name=IconName::FileText/>
            {words}
            <Icon name=IconName::ExternalLink/>
        </a>
    }
    .into_any()
}
