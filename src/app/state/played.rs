//! What has happened to the link: the events of the project, played.

use std::sync::Arc;

use leptos::prelude::*;

use super::{Answer, Lab, Lower, Screen};
use crate::app::derived::Derived;
use crate::core::integration::simulator::{Origin, Scene, Step, play};
use crate::core::links::Taken;
use crate::core::preview::State;
use crate::core::project::Project;

/// The steps of the timeline, all of them; none while nobody looks.
pub fn played(
    setup: Derived<Arc<Project>>,
    taken: Derived<Taken>,
    answer: Derived<Answer>,
    screen: RwSignal<Screen>,
) -> Derived<Vec<Step>> {
    // Besides, these states show what an event has brought.
    let told = |state| matches!(state, State::Error | State::LoadedWithError | State::Deleted);
    let looked_at = Derived::new(move |_| {
        screen.with(|screen| screen.lower == Lower::Timeline)
            || setup.with(|project| told(project.state) && !project.events.is_empty())
    });
    Derived::new(move |_| {
        if !looked_at.get() {
            return Vec::new();
        }
        let (taken, answer) = (taken.with(|taken| taken.rule.is_some()), answer.get());
        setup.with(|project| {
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

/// Whose attributes and whose error are to be seen: those of the step that is shown, where the person wishes for its state.
pub fn origins(setup: Derived<Arc<Project>>, steps: Derived<Vec<Step>>, screen: RwSignal<Screen>) -> Derived<(Origin, Origin)> {
    Derived::new(move |_| {
        let (played, state) = (screen.with(|screen| screen.played), setup.with(|project| project.state));
        steps.with(|steps| {
            let last = steps.get(..played.unwrap_or(steps.len())).unwrap_or(steps).last().map(|step| &step.after);
            let world = last.filter(|world| world.shown == state);
            world.map_or((Origin::Answer, Origin::Answer), |world| (world.attributes, world.error))
        })
    })
}
