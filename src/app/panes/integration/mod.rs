//! The integration around the preview: whether it is ready, its settings, how its service acts, and two tools: a
//! message checked, and a callback called.

mod callback;
mod message;
mod ready;
mod settings;
mod update;

use crate::app::state::Lab;

pub use callback::{answer_text, as_curl, send, stop};

pub fn follow(lab: Lab) {
    ready::follow(lab);
    settings::follow(lab);
    update::follow(lab);
    message::follow(lab);
    callback::follow(lab);
}
