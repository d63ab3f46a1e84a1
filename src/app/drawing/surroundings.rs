//! What a drawing needs besides the model.

use leptos::prelude::*;

use super::carry::Carry;
use super::tag::Tags;
use crate::core::preview::{MediaKey, MediaState};

/// Passed by copy.
#[derive(Clone, Copy)]
pub struct Surroundings {
    /// What a reader can do with the drawing; `None`: it is a thumbnail, which can stand in a button and so holds no other.
    pub live: Option<Live>,
}

#[derive(Clone, Copy)]
pub struct Live {
    /// How much of a medium is shown; followed.
    pub media: Callback<MediaKey, MediaState>,
    /// The reader pressed a player or a frame.
    pub open: Callback<MediaKey>,
    /// A picture could not be loaded.
    pub failed: Callback<MediaKey>,
    /// The attribute under the pointer, by its place in the payload.
    pub hover: Callback<Option<usize>>,
    /// The attribute that is selected, by its place in the payload; followed.
    pub selected: Signal<Option<usize>>,
    /// A part was pressed.
    pub select: Callback<usize>,
    /// The tags of outlined parts, if the drawing has any.
    pub tags: Option<Tags>,
    /// How texts are edited in place, if they can be.
    pub editing: Option<Editing>,
    /// How parts are dragged, if they can be.
    pub carry: Option<Carry>,
    /// The button of a card that asks to connect.
    pub connect: Callback<(), AnyView>,
    /// The button of a card that shows an error.
    pub retry: Callback<(), AnyView>,
}

/// Editing the text of a part in place.
#[derive(Clone, Copy)]
pub struct Editing {
    /// The attribute whose text is being edited, by its place in the payload.
    pub attribute: RwSignal<Option<usize>>,
    pub write: Callback<(usize, String)>,
    /// Enter or Escape ended it: the focus goes back to the card.
    pub ended: Callback<()>,
}

impl Live {
    /// Nothing can be pressed, edited or outlined; media load.
    pub fn shown(media: Callback<MediaKey, MediaState>, failed: Callback<MediaKey>, button: fn(&'static str) -> AnyView) -> Self {
        Self {
            media,
            open: Callback::new(|_| {}),
            failed,
            hover: Callback::new(|_| {}),
            selected: Signal::stored(None),
            select: Callback::new(|_| {}),
            tags: None,
            editing: None,
            carry: None,
            connect: Callback::new(move |()| button("Connect")),
            retry: Callback::new(move |()| button("Try again")),
        }
    }
}

impl Surroundings {
    /// A drawing that only shows: nothing in it loads or can be pressed.
    pub fn still() -> Self {
        Self { live: None }
    }

    /// How much of a medium is shown; one without an address is broken.
    pub fn media(self, key: Option<&MediaKey>) -> MediaState {
        match (key, self.live) {
            (None, _) => MediaState::Broken,
            (Some(_), None) => MediaState::Inert,
            (Some(key), Some(live)) => live.media.run(key.clone()),
        }
    }
}
