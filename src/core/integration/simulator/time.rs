//! Time passes: codes and tokens expire, tokens are refreshed.

use super::connect;
use super::stage::Stage;
use super::step::Step;
use crate::core::event::Event;
use crate::core::integration::oauth;

/// The clock moves, as the event has it.
pub(super) fn pass(step: &mut Step) {
    let world = &mut step.after;
    let code = world.asked.map(|asked| asked.code_until);
    let token = world.token.as_ref().and_then(|token| token.until);
    let until = match step.event {
        Event::ExpireCode => code,
        Event::ExpireToken => token.map(|until| until.saturating_add(1)),
        Event::Wait(seconds) => Some(world.clock.saturating_add(seconds.into())),
        _ => None,
    };
    let (code, token) = (world.code_expired(), world.token_expired());
    let before = world.clock;
    world.clock = until.unwrap_or(before);
    let passed = passed(world.clock - before);
    let (code, token) = (world.code_expired() && !code, world.token_expired() && !token);
    step.say(&passed);
    step.say(if code { ": Notion’s code has expired" } else { "" });
    step.say(if token { ": your token has expired" } else { "" });
}

/// `5 minutes pass`; what is less than the smallest unit is left out.
fn passed(seconds: u64) -> String {
    let (days, hours, minutes) = (seconds / 86_400, seconds / 3_600 % 24, seconds / 60 % 60);
    let counted = |count: u64, unit: &str| format!("{count} {unit}{}", if count == 1 { " passes" } else { "s pass" });
    match (days, hours, minutes) {
        (0, 0, 0) => counted(seconds, "second"),
        (0, 0, minutes) => counted(minutes, "minute"),
        (0, hours, 0) => counted(hours, "hour"),
        (0, hours, minutes) => format!("{hours} h {minutes} min pass"),
        (days, 0, 0) => counted(days, "day"),
        (days, hours, minutes) => format!("{days} d {hours} h {minutes} min pass"),
    }
}

/// Before Notion calls the service.
pub(super) fn refresh_if_expired(stage: &Stage, step: &mut Step) {
    if step.after.token_expired() {
        refresh(stage, step);
        step.say("your token had expired, so Notion refreshes it first; ");
    }
}

/// Now, whether the token has expired or not.
pub(super) fn refresh_now(stage: &Stage, step: &mut Step) {
    let early = !step.after.token_expired();
    refresh(stage, step);
    step.say("Notion has a new access token of your service");
    if let Some(exchange) = step.exchanges.last_mut().filter(|_| early) {
        exchange.notes.push("Notion would refresh only once the token has expired, when it calls you".to_owned());
    }
}

fn refresh(stage: &Stage, step: &mut Step) {
    let project = stage.scene.project;
    let Some(token) = &step.after.token else { return };
    let key = token.key.clone();
    step.exchanges.push(oauth::refresh(&project.settings, &project.service, step.after.tokens));
    connect::give_token(&project.service, step, key);
}
