//! The events of the timeline.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::wasm_split;

use super::delivery::settle;
use super::document::change;
use super::{copy, navigation};
use crate::app::browser::fetch::NotLoaded;
use crate::app::lab::Lab;
use crate::app::store::{Lower, ScreenStoreFields, Step, Target, place, scene};
use crate::core::event::Event;
use crate::core::integration::copy_as::{Language, code};
use crate::core::integration::http::Request;
use crate::core::integration::simulator::{Scene, Step as Played, World, play, step};
use crate::core::project::Project;
use crate::core::state::State;

/// Plays an event after the step that is shown, before those that follow. An event that cannot happen is no step: the
/// timeline says what has to come first.
pub fn play_event(lab: Lab, event: Event) {
    settle(lab);
    let at = shown(lab);
    let step = against(lab, &lab.project(), |scene| step(scene, &world_after(scene, at), event));
    if step.idle {
        lab.screen.lower().set(Lower::Timeline);
        return lab.screen.refused().set(Some(step.says));
    }
    change(lab, Step::Whole, |project| {
        project.events.insert(at, event);
        project.state = step.after.shown;
    });
    show(lab, at + 1);
}

/// Plays an event from the drawing or from the form that asks the user: that button goes away, so the focus moves on to
/// what the event leads to.
pub fn play_and_follow(lab: Lab, event: Event) {
    if event == Event::FirstPaste && is_asked(lab) {
        // The form waits for the user already.
        navigation::bring_below(lab, Lower::Timeline);
        return lab.focus(Target::Allow);
    }
    if event == Event::Revisit && lab.project().events.is_empty() {
        // The error was chosen to look at, so there is no preview yet that a revisit could refresh.
        return super::document::play(lab);
    }
    play_event(lab, event);
    lab.focus(if event == Event::FirstPaste { Target::Allow } else { Target::Step });
}

pub fn remove_step(lab: Lab, at: usize) {
    settle(lab);
    let shown = shown(lab);
    let then = if at < shown { shown - 1 } else { shown };
    change(lab, Step::Whole, |project| {
        if at < project.events.len() {
            project.events.remove(at);
            project.state = state_after(lab, project, then);
        }
    });
    show(lab, then);
    lab.focus(Target::Step);
}

/// Shows what is on screen after this many events.
pub fn go_to_step(lab: Lab, steps: usize) {
    lab.screen.replaying().set(false);
    look_at(lab, steps);
}

fn look_at(lab: Lab, steps: usize) {
    settle(lab);
    let state = state_after(lab, &lab.project(), steps);
    // Looking at another step is no change to undo, so it goes past the history.
    lab.document.project.update(|project| std::sync::Arc::make_mut(project).state = state);
    show(lab, steps);
}

/// Takes all events away.
pub fn clear(lab: Lab) {
    change(lab, Step::Whole, |project| {
        project.events.clear();
        project.state = State::Loaded;
    });
    show(lab, 0);
    lab.announce("All steps removed");
}

/// Plays all events again, one after the other.
pub fn replay(lab: Lab) {
    look_at(lab, 0);
    lab.screen.replaying().set(true);
}

/// The next step of a replay.
pub fn replay_on(lab: Lab) {
    let at = shown(lab);
    if at < lab.project().events.len() {
        look_at(lab, at + 1);
    }
    if shown(lab) == lab.project().events.len() {
        lab.screen.replaying().set(false);
    }
}

/// The number of events that are played.
pub fn shown(lab: Lab) -> usize {
    place(lab.screen.played().get_untracked(), lab.project().events.len())
}

fn show(lab: Lab, steps: usize) {
    let all = lab.project().events.len();
    lab.screen.playing().set(false);
    lab.screen.refused().set(None);
    lab.screen.lower().set(Lower::Timeline);
    lab.screen.played().set((steps < all).then_some(steps));
}

/// Another project is open: the last step that led to its state is marked.
pub fn look_again(lab: Lab) {
    lab.screen.played().set(None);
    lab.screen.refused().set(None);
    lab.screen.replaying().set(false);
    find_step(lab);
}

/// Marks the last step that led to the project's state, unless the marked one did: undo and redo bring back a state.
pub fn find_step(lab: Lab) {
    let (at, project) = (shown(lab), lab.project());
    if project.events.is_empty() {
        return;
    }
    let steps = against(lab, &project, |scene| play(scene, &project.events));
    let shows = |step: &Played| step.after.shown == project.state;
    let marked = at.checked_sub(1).and_then(|last| steps.get(last)).is_some_and(shows);
    let found = if marked { Some(at) } else { steps.iter().rposition(shows).map(|last| last + 1) };
    if let Some(found) = found {
        lab.screen.played().set((found < project.events.len()).then_some(found));
    }
}

/// Whether the user is at the form of the service, at the step that is shown.
fn is_asked(lab: Lab) -> bool {
    let at = shown(lab);
    against(lab, &lab.project(), |scene| world_after(scene, at).asked.is_some())
}

/// Copies a request of the timeline as code.
pub fn copy_as(lab: Lab, language: Language, step: usize, exchange: usize) {
    let request = lab.derived.steps.with_untracked(|steps| Some(steps.get(step)?.exchanges.get(exchange)?.request.clone()));
    let Some(request) = request else { return };
    spawn_local(async move {
        // The button is in the same part, so this resolves within the click, as browsers demand for copying.
        if let Ok(code) = coder().await {
            copy(lab, &code(&request, language), "Copied. Secrets are left as variables");
        }
    });
}

/// What writes a request as code; only this part of the page needs it.
#[wasm_split(timeline, wasm_split_path = ::leptos::wasm_split, fallible)]
fn coder() -> Result<fn(&Request, Language) -> String, NotLoaded> {
    Ok(code)
}

fn against<T>(lab: Lab, project: &Project, read: impl FnOnce(&Scene) -> T) -> T {
    let taken = lab.derived.taken.with_untracked(|taken| taken.rule.is_some());
    scene(project, taken, &lab.payload(), read)
}

fn state_after(lab: Lab, project: &Project, steps: usize) -> State {
    against(lab, project, |scene| world_after(scene, steps).shown)
}

fn world_after(scene: &Scene, steps: usize) -> World {
    let events = &scene.project.events;
    play(scene, events.get(..steps).unwrap_or(events)).pop().map_or_else(World::default, |step| step.after)
}
