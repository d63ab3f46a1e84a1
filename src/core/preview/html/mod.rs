//! Card and Mention as HTML, from the drawing model alone.
//!
//! A drawing is a list of pieces, each one element: whoever shows it replaces only those that have changed, so a film
//! plays on while the title is typed. Styles are those of `style/drawing.css`.

mod card;
mod ink;
mod media;
mod mention;
mod part;
#[cfg(test)]
mod tests;

pub use card::{card, is_web, plain};
pub use media::media_key;
pub use mention::mention;

use super::Part;
use crate::core::html::{Html, element, joined, text};

/// What a drawing needs to know besides the model.
pub struct Surroundings<'s> {
    /// The theme it is drawn in.
    pub dark: bool,
    pub media: &'s dyn Fn(&str) -> Media,
    /// The words of a `date` or `datetime`, and its tooltip, where they are others than the model's.
    pub words: &'s dyn Fn(&Part) -> Option<Words>,
}

impl Surroundings<'_> {
    /// A button, or in a thumbnail its look: a thumbnail can stand in a button, which holds no other.
    fn button(&self, action: &str, words: &str) -> Html {
        let inside = [text(words)];
        match (self.media)("") {
            Media::Inert => element("span", &[("class", "card-button")], &inside),
            _ => element("button", &[("type", "button"), ("class", "card-button"), ("data-action", action)], &inside),
        }
    }
}

/// A date in another language.
pub struct Words {
    pub text: String,
    pub tooltip: Option<String>,
}

/// What is shown of the media at an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Media {
    /// Nothing loads: the drawing is a thumbnail.
    Inert,
    /// The address is still being typed.
    Waiting,
    /// It could not be loaded.
    Broken,
    /// Pictures load; players and frames wait for a press.
    Ready,
    /// The press has come.
    Opened,
}

/// A drawing: an element with a class, a style and its pieces.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Drawing {
    pub class: &'static str,
    pub style: String,
    pub pieces: Vec<Html>,
    /// What stands under it.
    pub below: Vec<Html>,
}

impl Drawing {
    /// In one piece.
    pub fn whole(&self) -> Html {
        let card = element("article", &[("class", self.class), ("style", &self.style)], &self.pieces);
        joined(&[&[card], self.below.as_slice()].concat())
    }
}
