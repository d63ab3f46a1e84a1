//! Previews and connections come to an end.

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
        step.say(&step.after.previews.to_string());
        step.say(" of the link’s previews left: your callback is told when the last one is removed");
        return;
    }
    step.exchanges.push(callback::delete(&project.settings, &project.link, connected));
    step.after.shown = State::Deleted;
    step.after.ids.clear();
    step.say("no preview of the link is left: your callback is told");
}

/// The person removes the integration from the workspace.
pub(super) fn disconnect(stage: &Stage, step: &mut Step) {
    let told = callback::delete_tokens(&stage.scene.project.settings);
    step.say("all tokens of the person end");
    step.say(if told.is_some() { "" } else { "; without a Deleted Token Callback URL you are not told" });
    step.exchanges.extend(told);
    step.after.token = None;
    step.after.connections.clear();
    if step.after.previews > 0 {
        step.after.shown = State::Connect;
    }
}
