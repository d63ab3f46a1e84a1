//! What has happened to the link: the events of the project, played.

use leptos::prelude::*;

use super::{Answer, Lab, Lower, Screen};
use crate::app::derived::Derived;
use crate::core::integration::simulator::{Scene, Step, play};
use crate::core::links::Taken;
use crate::core::project::Project;
use std::sync::Arc;

/// The steps of the timeline, all of them; none while nobody looks.
pub fn played(
    project: RwSignal<Arc<Project>>,
    taken: Derived<Taken>,
    answer: Derived<Answer>,
    screen: RwSignal<Screen>,
) -> Derived<Vec<Step>> {
    let looked_at = Derived::new(move |_| screen.with(|screen| screen.lower == Lower::Timeline));
    Derived::new(move |_| {
        if !looked_at.get() {
            return Vec::new();
        }
        let (taken, answer) = (taken.with(|taken| taken.rule.is_some()), answer.get());
        project.with(|project| {
            play(&Scene { project, taken: taken || project.rules.is_empty(), answer: &answer.text }, &project.events)
        })
    })
}

/// What events are played against, now.
pub fn scene<T>(lab: Lab, project: &Project, read: impl FnOnce(&Scene) -> T) -> T {
    let answer = lab.payload();
    let taken = project.rules.is_empty() || lab.taken.with_untracked(|taken| taken.rule.is_some());
    read(&Scene { project, taken, answer: &answer })
}
