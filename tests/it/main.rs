//! The one integration binary: what the parts do together.

mod draw;
mod draw_properties;
