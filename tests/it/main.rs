//! The one integration binary: what the parts do together.

mod callback;
mod cli;
mod copy_as;
mod draw;
mod draw_properties;
mod examples;
mod json_corpus;
mod layers;
mod message;
mod patterns;
mod program;
mod repair;
mod snapshots;
mod usage;
