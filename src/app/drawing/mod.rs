//! Card and Mention as they are drawn, from the drawing model alone.

mod card;
mod ink;
mod media;
mod mention;
mod part;

pub use card::card;
pub use mention::mention;

use crate::app::platform::preferences::Drawing;
use crate::app::state::Media;

/// What a drawing needs to know besides the model.
#[derive(Clone, Copy)]
pub struct Surroundings {
    /// The theme it is drawn in.
    pub dark: bool,
    /// `None` for a thumbnail: nothing in it loads from elsewhere or can be pressed.
    pub live: Option<Live>,
}

/// The drawing of the open project.
#[derive(Clone, Copy)]
pub struct Live {
    pub media: Media,
    pub hovered: leptos::prelude::RwSignal<Option<crate::core::text::Span>>,
}

impl Drawing {
    /// The themes to draw in, each with whether it is dark.
    pub fn themes(self) -> &'static [bool] {
        match self {
            Self::Light => &[false],
            Self::Dark => &[true],
            Self::Both => &[false, true],
        }
    }
}
