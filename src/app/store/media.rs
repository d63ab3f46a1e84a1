//! What may be loaded of the media in the drawings. An address that is being typed must not turn into a request at every
//! key.

use std::collections::HashSet;

use leptos::prelude::*;

use super::View;
use crate::core::preview::{MediaKey, MediaState};
use crate::core::unfurl::Section;

/// What is known of the media on screen; a handle that is passed by copy.
#[derive(Clone, Copy)]
pub struct Media {
    /// Addresses that did not change for long enough.
    settled: RwSignal<HashSet<MediaKey>>,
    /// Players and frames that the person opened.
    opened: RwSignal<HashSet<MediaKey>>,
    /// Media that could not be loaded.
    broken: RwSignal<HashSet<MediaKey>>,
}

impl Media {
    /// The media of the first views count as settled.
    pub fn new(views: Memo<Vec<View>>) -> Self {
        let present = untrack(|| views.with(|views| present(views)));
        Self { settled: RwSignal::new(present), opened: RwSignal::default(), broken: RwSignal::default() }
    }

    pub fn state(self, key: &MediaKey) -> MediaState {
        if self.broken.with(|broken| broken.contains(key)) {
            MediaState::Broken
        } else if !self.settled.with(|settled| settled.contains(key)) {
            MediaState::Waiting
        } else if self.opened.with(|opened| opened.contains(key)) {
            MediaState::Opened
        } else {
            MediaState::Ready
        }
    }

    /// The views show these media from now on: what was known of others is forgotten.
    pub fn retain(self, present: &HashSet<MediaKey>) {
        for known in [self.opened, self.broken] {
            if known.with_untracked(|known| !known.is_subset(present)) {
                known.update(|known| known.retain(|key| present.contains(key)));
            }
        }
    }

    /// These addresses did not change for long enough.
    pub fn settle(self, present: HashSet<MediaKey>) {
        self.settled.set(present);
    }

    /// The person pressed a player or a frame.
    pub fn open(self, key: MediaKey) {
        self.opened.update(|opened| _ = opened.insert(key));
    }

    pub fn failed(self, key: MediaKey) {
        self.broken.update(|broken| _ = broken.insert(key));
    }

    /// Another project is open.
    pub fn clear(self) {
        self.opened.update(HashSet::clear);
        self.broken.update(HashSet::clear);
    }
}

/// The media of all views.
pub fn present(views: &[View]) -> HashSet<MediaKey> {
    let renders = views.iter().map(|view| &view.render.preview);
    let parts = renders.flat_map(|preview| Section::ALL.into_iter().flat_map(|section| preview.section(section)));
    parts.filter_map(|part| MediaKey::of(part)).collect()
}
