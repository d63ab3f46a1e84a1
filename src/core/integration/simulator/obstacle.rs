//! Why an event cannot happen now, and what must happen first.

use super::scene::Scene;
use super::world::World;
use crate::core::event::Event;

/// `None`: it can happen. It reads no payload, so it is fast enough to ask for every button.
pub(super) fn obstacle(scene: &Scene, world: &World, event: Event) -> Option<String> {
    use Event::{
        Allow, AllowOther, Delete, DeleteAll, Deny, Disconnect, Error, ExpireCode, ExpireToken, FirstPaste, Paste, Refresh,
        Revisit, Update, UpdateWithError,
    };
    let (asked, connected) = (world.asked.is_some(), world.connected());
    let why = match event {
        FirstPaste | Paste if scene.project.link.trim().is_empty() => return Some("there is no link to paste: type one".into()),
        ExpireCode if world.code_expired() => return Some("the code has expired already".into()),
        ExpireToken if world.token_expired() => return Some("the token has expired already: paste, revisit or refresh".into()),
        Allow | AllowOther if !asked && !connected => "nobody was asked to allow",
        Deny | ExpireCode if !asked => "nobody was asked to allow",
        Update | Error | UpdateWithError | Disconnect | ExpireToken | Refresh if !connected => "nobody is connected",
        ExpireToken | Refresh if world.token.as_ref().is_some_and(|token| token.until.is_none()) => {
            return Some("the token is long-living: give `expires_in` whole seconds, and it comes with a `refresh_token`".into());
        }
        Revisit | Update | Error | UpdateWithError | Delete | DeleteAll if world.previews == 0 => {
            "no page has a preview of the link"
        }
        _ => return None,
    };
    Some(format!("{why}: {}", first(scene, world, event)))
}

/// The event that continues the conversation.
fn first(scene: &Scene, world: &World, event: Event) -> &'static str {
    if !scene.taken {
        "no link rule matches the link, so it stays plain"
    } else if world.asked.is_some() {
        "allow first"
    } else if world.connected() && matches!(event, Event::Deny | Event::ExpireCode) {
        "disconnect and paste the link first"
    } else {
        "paste the link first"
    }
}
