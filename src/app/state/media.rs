//! The addresses that may be loaded. Text that is being typed must not turn into a request at every key.

use gloo::timers::callback::Timeout;
use leptos::prelude::*;

use super::Views;
use crate::app::derived::Derived;
use crate::app::platform::dom::follow;
use crate::core::names::Names;
use crate::core::preview::html::{Media, media_key};
use crate::core::unfurl::Section;

/// The table that core has; what number a key has does not matter.
type Keys = Names<'static>;

#[derive(Default)]
pub struct Addresses {
    /// Unchanged for long enough.
    pub settled: Keys,
    /// Players and frames that the person opened: few.
    pub opened: Vec<String>,
    /// Could not be loaded.
    pub broken: Vec<String>,
}

/// How long an address must stand still before it is loaded.
const SETTLES_AFTER: u32 = 400;

/// Follows what is on screen.
pub fn follow_addresses(views: Derived<Views>) -> RwSignal<Addresses> {
    let present = move || views.with(addresses);
    let media = RwSignal::new(Addresses { settled: untrack(present), ..Addresses::default() });
    let mut last = Keys::default();
    let mut pending = None;
    follow(Box::new(move || {
        let present = present();
        if present != last {
            last.clone_from(&present);
            // What is known counts for as long as what it is known of is there.
            media.update_untracked(|media| {
                media.opened.retain(|opened| present.has(opened));
                media.broken.retain(|broken| present.has(broken));
            });
            // Time passes between the change and what follows from it.
            pending = Some(Timeout::new(SETTLES_AFTER, move || media.update(|media| media.settled = present)));
        }
        let _ = &pending;
    }));
    media
}

impl Addresses {
    /// Of a [`media_key`].
    pub fn state(&self, media: &str) -> Media {
        let is = |known: &String| known == media;
        if self.broken.iter().any(is) {
            Media::Broken
        } else if !self.settled.has(media) {
            Media::Waiting
        } else if self.opened.iter().any(is) {
            Media::Opened
        } else {
            Media::Ready
        }
    }
}

fn addresses(views: &Views) -> Keys {
    let mut urls = Keys::default();
    for view in views {
        for section in Section::ALL {
            for part in view.render.preview.section(section).iter().filter(|part| part.src_url.is_some()) {
                urls.insert(media_key(part).into(), 0);
            }
        }
    }
    urls
}
