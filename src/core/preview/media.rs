//! Media in a drawing: what identifies one, and how much of it is shown.

use super::{Part, PartKind};

/// What identifies a medium: its kind and its address. What a reader allowed for a video holds for no page at that address.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct MediaKey {
    pub kind: PartKind,
    pub src_url: String,
}

impl MediaKey {
    /// `None` where a part has no address.
    pub fn of(part: &Part) -> Option<Self> {
        Some(Self { kind: part.kind, src_url: part.src_url.clone()? })
    }
}

/// How much of a medium is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MediaState {
    /// Nothing loads: the drawing is a thumbnail.
    Inert,
    /// The address is still being typed.
    Waiting,
    /// It could not be loaded.
    Broken,
    /// Pictures load; players and frames wait for a press.
    Ready,
    /// The reader pressed: it may load and run.
    Opened,
}
