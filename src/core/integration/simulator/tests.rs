//! The documented conversation as an exact transcript, and what holds of every order of events.

mod any;
mod behaviour;
mod transcript;

use super::{Scene, Step, play};
use crate::core::event::Event;
use crate::core::project::Project;
use crate::core::templates;

/// The documents' example values throughout.
fn documented() -> Project {
    templates::first()
}

fn scene(project: &Project) -> Scene<'_> {
    Scene { project, taken: true, answer: &project.payload }
}

/// Plays events by their names.
fn played(project: &Project, events: &str) -> Vec<Step> {
    play(&scene(project), &events.split_whitespace().map(|name| Event::parse(name).unwrap()).collect::<Vec<_>>())
}
