//! Events of a preview: pasted, seen again, updated.

use std::collections::HashSet;
use std::sync::Arc;

use super::stage::Stage;
use super::step::Step;
use super::world::Origin;
use super::{connect, time};
use crate::core::event::Event;
use crate::core::integration::{callback, update as message};
use crate::core::state::State;

/// The link is pasted.
pub(super) fn paste(stage: &Stage, step: &mut Step) {
    if !stage.scene.taken {
        step.after.shown = State::Plain;
        step.say("no link rule matches the link: it stays a plain link, and nobody is asked");
    } else if step.after.connected() {
        step.after.previews += 1;
        if step.event == Event::FirstPaste {
            step.say("the user is connected already: ");
        }
        time::refresh_if_expired(stage, step);
        load(stage, step);
    } else {
        if step.event == Event::Paste {
            step.say("nobody is connected yet: ");
        }
        step.after.asked = Some(connect::ask(stage, step));
        step.after.shown = State::Connect;
        step.say("the user is sent to your form, which asks to allow");
    }
}

/// A page with the preview is reopened.
pub(super) fn revisit(stage: &Stage, step: &mut Step) {
    if step.after.connected() {
        time::refresh_if_expired(stage, step);
        load(stage, step);
        if let Some(exchange) = step.exchanges.last_mut() {
            exchange.notes.push("How often pages ask again is not documented".to_owned());
        }
    } else {
        step.after.shown = State::Connect;
        step.say("nobody is connected, so the preview asks to connect: paste the link to begin");
    }
}

/// Notion asks the callback and shows the answer.
pub(super) fn load(stage: &Stage, step: &mut Step) {
    let project = stage.scene.project;
    let (answer, origin) =
        if step.after.updated { (stage.update(Event::Update), Origin::Update) } else { (stage.answer(), Origin::Answer) };
    let mut exchange = callback::ask(&project.settings, &project.link, answer.body.clone());
    if answer.error {
        exchange.notes.push("Which status a response with an error has is not documented".to_owned());
    }
    step.exchanges.push(exchange);
    step.after.shown = answer.state(State::Loaded).unwrap_or(State::Placeholder);
    (step.after.attributes, step.after.error) = (origin, origin);
    if answer.attributes {
        step.after.ids.clone_from(&answer.ids);
    }
    match step.after.shown {
        State::Loaded => step.say("the preview shows your response"),
        State::Error => step.say("your response is an error"),
        State::LoadedWithError => step.say("your response has attributes and an error: which one Notion shows is not documented"),
        _ => {
            step.say("your response ");
            step.say(answer.lacks());
            step.say(": what Notion shows then is not documented");
        }
    }
}

/// The service sends an update to Notion.
pub(super) fn update(stage: &Stage, step: &mut Step) {
    let update = stage.update(step.event);
    let Some(shown) = update.state(State::Updated) else {
        step.refuse(&format!("the update {}: fix it first", update.lacks()));
        return;
    };
    step.exchanges.push(message::patch(update.body.clone()));
    let had_error = matches!(step.after.shown, State::Error | State::LoadedWithError);
    step.after.shown = shown;
    step.after.error = if step.event == Event::Update { Origin::Update } else { Origin::Service };
    match shown {
        State::Error => step.say("the preview shows the error"),
        State::LoadedWithError => step.say("attributes and an error are set: which one Notion shows is not documented"),
        _ if had_error => step.say("the preview is updated, and its error is cleared, since the update sends none"),
        _ => step.say("the preview is updated"),
    }
    if update.attributes {
        step.after.updated = true;
        step.after.attributes = Origin::Update;
        let before = std::mem::replace(&mut step.after.ids, update.ids.clone());
        // The second update in a row sends the same.
        if !Arc::ptr_eq(&before, &update.ids) {
            let sent: HashSet<&String> = update.ids.iter().collect();
            step.vanished = before.iter().filter(|id| !sent.contains(id)).cloned().collect();
        }
    }
    if !step.vanished.is_empty() {
        step.say(": an update replaces all attributes, so what it omits disappears");
    }
}
