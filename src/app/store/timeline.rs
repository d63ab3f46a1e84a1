//! What has happened to the link: the events of the project, played.

use std::sync::Arc;

use leptos::prelude::*;
use reactive_stores::Store;

use super::{Answer, Lower, Screen, ScreenStoreFields};
use crate::core::event::Event;
use crate::core::integration::simulator::{Origin, Scene, Step, play};
use crate::core::links::Taken;
use crate::core::project::Project;
use crate::core::state::State;

/// The steps of the timeline, all of them; none while nothing on screen follows from them.
pub fn steps(setup: Memo<Arc<Project>>, taken: Memo<Taken>, answer: Memo<Answer>, screen: Store<Screen>) -> Memo<Vec<Step>> {
    // These states show what an event brought: `Loaded` does where the service has sent an update before.
    let shows_events = |project: &Project| match project.state {
        State::Error | State::LoadedWithError | State::Deleted => !project.events.is_empty(),
        State::Loaded => project.events.contains(&Event::Update) || project.events.contains(&Event::UpdateWithError),
        _ => false,
    };
    let needed = Memo::new(move |_| screen.lower().get() == Lower::Timeline || setup.with(|project| shows_events(project)));
    Memo::new(move |_| {
        if !needed.get() {
            return Vec::new();
        }
        let answer = answer.get();
        let taken = taken.with(|taken| taken.rule.is_some());
        setup.with(|project| scene(project, taken, &answer.text, |scene| play(scene, &project.events)))
    })
}

/// What events are played against. `taken`: whether a rule matches the link.
pub fn scene<T>(project: &Project, taken: bool, answer: &str, read: impl FnOnce(&Scene) -> T) -> T {
    read(&Scene { project, taken: taken || project.rules.is_empty(), answer })
}

/// The number of events that are played.
pub fn place(played: Option<usize>, all: usize) -> usize {
    played.map_or(all, |played| played.min(all))
}

/// Whose attributes and whose error are drawn: those of the step that is shown, where it led to the chosen state.
pub fn origins(setup: Memo<Arc<Project>>, steps: Memo<Vec<Step>>, screen: Store<Screen>) -> Memo<(Origin, Origin)> {
    Memo::new(move |_| {
        let (played, state) = (screen.played().get(), setup.with(|project| project.state));
        steps.with(|steps| {
            let last = steps.get(..played.unwrap_or(steps.len())).unwrap_or(steps).last().map(|step| &step.after);
            let world = last.filter(|world| world.shown == state);
            world.map_or((Origin::Answer, Origin::Answer), |world| (world.attributes, world.error))
        })
    })
}
