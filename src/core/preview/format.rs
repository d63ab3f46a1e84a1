//! Dates, colours and initials as people read them.
//!
//! In: the texts and numbers of a payload, and `now`. Out: English text, [`Relative`] for a page that words it in
//! another language, inks that can be read. No locale and no table of time zones.

mod color;
mod date;
mod initials;

pub(super) use color::channel;
pub use color::{BLACK, WHITE, contrast, ink_on, over};
pub use date::{Relative, Unit, civil_date, date, distance, full, instant, relative, written};
pub use initials::initials;
