//! The one integration binary: what the parts do together.

mod callback;
mod cli;
mod copy_as;
mod draw;
mod draw_properties;
mod examples;
mod json_corpus;
mod layers;
mod locales;
mod message;
mod patterns;
mod program;
mod repair;
mod sizes;
mod snapshots;
mod usage;
