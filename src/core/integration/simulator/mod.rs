//! What happens to a link, played: pasting, allowing, updating, removing; time passes.
//!
//! In: the project, what answers for its link, and events. Out: for each event every request with its answer, what is to
//! be seen afterwards, and in a sentence what happened. Pure: the clock is a number in the world that is played.
//!
//! An event that cannot happen changes nothing and says what must happen first, so no order of events is wrong.

mod connect;
mod obstacle;
mod remove;
mod scene;
mod show;
mod stage;
mod step;
#[cfg(test)]
mod tests;
mod time;
mod world;

use crate::core::event::Event;
use stage::Stage;

pub use scene::Scene;
pub use step::Step;
pub use world::{Asked, Connection, Origin, Token, World};

/// One event after what was before.
pub fn step(scene: &Scene, before: &World, event: Event) -> Step {
    next(&Stage::new(*scene), before, event)
}

/// The events in order, from a world in which nothing happened yet.
pub fn play(scene: &Scene, events: &[Event]) -> Vec<Step> {
    let stage = Stage::new(*scene);
    let mut world = World::default();
    let mut steps = Vec::with_capacity(events.len());
    for event in events {
        let step = next(&stage, &world, *event);
        world.clone_from(&step.after);
        steps.push(step);
    }
    steps
}

/// Whether an event can happen. An update that can may still turn out to hold nothing that Notion could show.
pub fn possible(scene: &Scene, world: &World, event: Event) -> bool {
    obstacle::obstacle(scene, world, event).is_none()
}

fn next(stage: &Stage, before: &World, event: Event) -> Step {
    let after = before.clone();
    let mut step =
        Step { event, after, exchanges: Vec::new(), says: String::new(), idle: false, vanished: Vec::new(), dialogue: None };
    if let Some(why) = obstacle::obstacle(&stage.scene, before, event) {
        step.refuse(&why);
        return step;
    }
    match event {
        Event::FirstPaste | Event::Paste => show::paste(stage, &mut step),
        Event::Allow | Event::AllowOther => connect::allow(stage, &mut step),
        Event::Deny => connect::deny(stage, &mut step),
        Event::Revisit => show::revisit(stage, &mut step),
        Event::Update | Event::Error | Event::UpdateWithError => show::update(stage, &mut step),
        Event::Delete => remove::delete(stage, &mut step, 1),
        Event::DeleteAll => remove::delete(stage, &mut step, before.previews),
        Event::Disconnect => remove::disconnect(stage, &mut step),
        Event::ExpireCode | Event::ExpireToken | Event::Wait(_) => time::pass(&mut step),
        Event::Refresh => time::refresh_now(stage, &mut step),
    }
    step
}
