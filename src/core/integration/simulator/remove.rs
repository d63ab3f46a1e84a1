//! Previews and connections come to an end.

use std::sync::Arc;

use super::stage::Stage;
use super::step::Step;
use crate::core::integration::callback;
use crate::core::state::State;

/// So many previews of the link are removed from pages.
pub(super) fn delete(stage: &Stage, step: &mut Step, count: u32) {
    let project = stage.scene.project;
    let connected = step.after.connected();
    step.after.previews = step.after.previews.saturating_sub(count);
    if connected {
        step.exchanges.extend(callback::delete_tokens(&project.settings));
    }
    if step.after.previews > 0 {
        let left = step.after.previews;
        step.say(&format!(
            "{left} {} of this link {} left",
            if left == 1 { "preview" } else { "previews" },
            if left == 1 { "is" } else { "are" }
        ));
        step.say(if step.exchanges.is_empty() { "" } else { ". The Deleted Token Callback was called" });
        step.say(". The Unfurl Callback is called with the last one");
        return;
    }
    step.exchanges.push(callback::delete(&project.settings, &project.link, connected));
    step.after.shown = State::Deleted;
    step.after.ids = Arc::default();
    step.say("no preview of this link is left, so Notion tells your Unfurl Callback");
}

/// The person removes the integration from the workspace.
pub(super) fn disconnect(stage: &Stage, step: &mut Step) {
    let told = callback::delete_tokens(&stage.scene.project.settings);
    step.say("all tokens of the user become invalid");
    step.say(if told.is_some() { "" } else { "; without a Deleted Token Callback URL your service is not told" });
    step.exchanges.extend(told);
    step.after.token = None;
    step.after.connections.clear();
    if step.after.previews > 0 {
        step.after.shown = State::Connect;
    }
}
