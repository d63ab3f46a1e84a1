//! What is done around the preview: the settings, how the service acts, and the events of the timeline.

use std::sync::Arc;

use gloo::timers::callback::Timeout;
use leptos::prelude::*;

use super::{announce, change};
use crate::app::large;
use crate::app::platform::{document, dom, storage};
use crate::app::state::{Lab, Lower, scene};
use crate::core::integration::Event;
use crate::core::integration::simulator::{Scene, Step, World, play, step};
use crate::core::preview::State;
use crate::core::project::{Project, ServiceField, Setting};

pub fn type_setting(lab: Lab, setting: Setting, text: String) {
    change(lab, true, |project| setting.put(&mut project.settings, text));
}

pub fn type_service(lab: Lab, field: ServiceField, text: String) {
    change(lab, true, |project| field.put(&mut project.service, text));
}

pub fn type_update(lab: Lab, text: Arc<str>) {
    change(lab, true, |project| project.update = Some(text));
}

/// The update follows from the payload again.
pub fn draft_update(lab: Lab) {
    change(lab, false, |project| project.update = None);
}

/// A step of the readiness checklist that only the person knows of.
pub fn tick(lab: Lab, step: &str) {
    change(lab, false, |project| match project.done.iter().position(|done| done == step) {
        Some(at) => _ = project.done.remove(at),
        None => project.done.push(step.to_owned()),
    });
}

/// What happens next: after the step that is shown, before those that follow. What cannot happen is no step; it is said
/// what has to come first.
pub fn play_event(lab: Lab, event: Event) {
    large::settle(lab);
    let at = shown(lab);
    let step = lab.project.with_untracked(|project| scene(lab, project, |scene| step(scene, &world_after(scene, at), event)));
    if step.idle {
        return lab.screen.update(|screen| {
            screen.lower = Lower::Timeline;
            screen.refused = Some(step.says);
        });
    }
    change(lab, false, |project| {
        project.events.insert(at, event);
        project.state = step.after.shown;
    });
    show(lab, at + 1);
}

pub fn remove_event(lab: Lab, at: usize) {
    large::settle(lab);
    let shown = shown(lab);
    let then = if at < shown { shown - 1 } else { shown };
    change(lab, false, |project| {
        if at < project.events.len() {
            project.events.remove(at);
            project.state = state_after(lab, project, then);
        }
    });
    show(lab, then);
}

/// Shows what is to be seen after so many events.
pub fn go_to_step(lab: Lab, steps: usize) {
    large::settle(lab);
    let state = lab.project.with_untracked(|project| state_after(lab, project, steps));
    // Looking at another step is no change that somebody would undo.
    lab.project.update(|project| Arc::make_mut(project).state = state);
    storage::save_soon(lab);
    show(lab, steps);
}

/// Takes all events away.
pub fn clear_events(lab: Lab) {
    change(lab, false, |project| {
        project.events.clear();
        project.state = State::Loaded;
    });
    show(lab, 0);
    announce(lab, "the timeline is empty".to_owned());
}

/// How long each step is looked at.
const STEP: u32 = 1200;

/// Plays all events again, one after the other.
pub fn replay(lab: Lab) {
    go_to_step(lab, 0);
    replay_from(lab, 0);
}

/// Ends where somebody else has gone to another step.
fn replay_from(lab: Lab, at: usize) {
    Timeout::new(STEP, move || {
        let all = lab.project.with_untracked(|project| project.events.len());
        if at < all && shown(lab) == at {
            go_to_step(lab, at + 1);
            replay_from(lab, at + 1);
        }
    })
    .forget();
}

/// So many events are played.
pub fn shown(lab: Lab) -> usize {
    let all = lab.project.with_untracked(|project| project.events.len());
    lab.screen.with_untracked(|screen| screen.played).map_or(all, |played| played.min(all))
}

fn show(lab: Lab, steps: usize) {
    let all = lab.project.with_untracked(|project| project.events.len());
    lab.screen.update(|screen| {
        screen.playing = false;
        screen.refused = None;
        screen.lower = Lower::Timeline;
        screen.played = (steps < all).then_some(steps);
    });
    document::soon(|| dom::into_view("[aria-current=step]"));
}

/// Another project is open: the last step that shows its state is marked, and what was open of the other's is closed.
pub fn look_anew(lab: Lab) {
    lab.screen.update(|screen| {
        (screen.played, screen.refused) = (None, None);
        screen.exchanges.clear();
    });
    find_step(lab);
}

/// Whether the person was sent to the form of the service, at the step that is shown.
pub fn is_asked(lab: Lab) -> bool {
    let at = shown(lab);
    lab.project.with_untracked(|project| scene(lab, project, |scene| world_after(scene, at).asked.is_some()))
}

/// Undo and redo bring back what was to be seen: the last step that shows it is marked, unless the marked one does.
pub fn find_step(lab: Lab) {
    let at = shown(lab);
    let found = lab.project.with_untracked(|project| {
        if project.events.is_empty() {
            return None;
        }
        let steps = scene(lab, project, |scene| play(scene, &project.events));
        let shows = |step: &Step| step.after.shown == project.state;
        let marked = at.checked_sub(1).and_then(|last| steps.get(last)).is_some_and(shows);
        if marked { Some(at) } else { steps.iter().rposition(shows).map(|last| last + 1) }
    });
    if let Some(steps) = found {
        let all = lab.project.with_untracked(|project| project.events.len());
        lab.screen.update(|screen| screen.played = (steps < all).then_some(steps));
    }
}

fn state_after(lab: Lab, project: &Project, steps: usize) -> State {
    scene(lab, project, |scene| world_after(scene, steps).shown)
}

fn world_after(scene: &Scene, steps: usize) -> World {
    let events = &scene.project.events;
    play(scene, events.get(..steps).unwrap_or(events)).pop().map_or_else(World::default, |step| step.after)
}
