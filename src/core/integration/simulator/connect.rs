//! The authorization: asked, allowed, denied.

use super::show;
use super::stage::Stage;
use super::step::Step;
use super::world::{Asked, Connection, Token, World};
use crate::core::event::Event;
use crate::core::integration::oauth::{self, Flow};
use crate::core::integration::{Dialogue, example};
use crate::core::project::Service;
use crate::core::rules::settings::wrong_lifetime;
use crate::core::state::State;

/// Notion sends the person to the form of the service.
pub(super) fn ask(stage: &Stage, step: &mut Step) -> Asked {
    let run = step.after.flows;
    step.exchanges.push(oauth::authorize(&stage.scene.project.settings, &Flow::new(run)));
    step.after.flows += 1;
    Asked { run, code_until: step.after.clock.saturating_add(example::CODE_LIVES) }
}

/// The person allows. A person who is already connected connects again, in "My connections", where no link is pasted.
pub(super) fn allow(stage: &Stage, step: &mut Step) {
    let settings = &stage.scene.project.settings;
    let service = &stage.scene.project.service;
    let expired = step.after.code_expired();
    let pasted = step.after.asked.take();
    let asked = pasted.unwrap_or_else(|| ask(stage, step));
    let flow = Flow::new(asked.run);
    let account = account(service, step.event);
    step.exchanges.push(oauth::notion_token(settings, &flow, (&account.key, &account.name), expired));
    if expired {
        step.say("Notion’s code was valid for 10 minutes and is refused: paste the link to start again");
        return;
    }
    step.exchanges.push(oauth::redirect(&flow));
    step.exchanges.push(oauth::service_token(settings, service, &flow, step.after.tokens));
    give_token(service, step, account.key.clone());
    let new = connect(&mut step.after, account);
    if pasted.is_some() {
        step.after.previews += 1;
        step.say("both sides have their tokens, and ");
        show::load(stage, step);
    } else {
        step.say("the user connects again, in “My connections”: ");
        step.say(if new { "another `key`, so another entry" } else { "the same `key`, so no new entry" });
    }
}

/// The person does not allow.
pub(super) fn deny(stage: &Stage, step: &mut Step) {
    let service = &stage.scene.project.service;
    let Some(asked) = step.after.asked.take() else { return };
    let dialogue = Dialogue::new(&service.denial, &service.denial_description);
    step.exchanges.push(oauth::refusal(&Flow::new(asked.run), service));
    step.after.shown = State::Connect;
    step.say("the user denies, and your service sends them back with an error");
    step.dialogue = Some(dialogue);
}

/// Notion has a new token of the service's. One whose life is no number of seconds is taken as one that lives for long.
pub(super) fn give_token(service: &Service, step: &mut Step, key: String) {
    if let Some(wrong) = wrong_lifetime(service) {
        step.say(&wrong);
        step.say("; ");
    }
    let world = &mut step.after;
    let until = service.lifetime().map(|seconds| world.clock.saturating_add(seconds));
    world.token = Some(Token { until, key });
    world.tokens += 1;
}

/// One entry for each key; returned is whether it is a new one.
fn connect(world: &mut World, account: Connection) -> bool {
    let known = world.connections.iter_mut().find(|entry| entry.key == account.key);
    let new = known.is_none();
    match known {
        Some(entry) => *entry = account,
        None => world.connections.push(account),
    }
    new
}

/// The account of the service that the person allows; the other one looks alike.
fn account(service: &Service, event: Event) -> Connection {
    let mut account = Connection { key: service.account_key.clone(), name: service.account_name.clone() };
    if event == Event::AllowOther {
        account.key.push_str("-2");
        account.name.push_str(" (2)");
    }
    account
}
