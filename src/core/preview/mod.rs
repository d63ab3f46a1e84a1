//! The drawing model: what card and Mention show, section by section, as plain data.

mod card;
mod change;
mod draw;
pub mod format;
mod media;
mod mention;
mod model;
mod part;
mod placeholder;
mod rgb;
mod states;
mod stress;

pub use draw::{draw, draw_text};
pub use media::{MediaKey, MediaState};
pub use model::{Changes, Mention, NotDrawn, Part, PartKind, Preview, Render};
pub use placeholder::placeholder;
pub use rgb::Rgb;
pub use stress::Stress;
