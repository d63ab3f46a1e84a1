//! Card and Mention, made of the drawing model that core hands over. The styles are those of `style/drawing.css`.

mod anatomy;
mod card;
mod carry;
mod content;
mod in_place;
mod ink;
mod line;
mod media;
mod mention;
mod notice;
mod part;
mod surroundings;
mod tag;
mod words;

pub use anatomy::{AnatomyCard, AnatomyMention, Around};
pub use card::{Card, PlainLink, is_web};
pub use carry::{Carry, DropZones, Spot};
pub use in_place::editable_text;
pub use mention::Mention;
pub use notice::developer;
pub use surroundings::{Editing, Live, Surroundings};
pub use tag::{TagView, Tags};

#[cfg(test)]
mod tests;
