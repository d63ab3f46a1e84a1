//! Card and Mention, made of the drawing model that core hands over. The styles are those of `style/drawing.css`.

mod anatomy;
mod card;
mod content;
mod ink;
mod line;
mod media;
mod mention;
mod notice;
mod part;
mod surroundings;
mod words;

pub use anatomy::{AnatomyCard, AnatomyMention, Around};
pub use card::{Card, PlainLink, is_web};
pub use mention::Mention;
pub use notice::developer;
pub use surroundings::{Live, Surroundings};

#[cfg(test)]
mod tests;
