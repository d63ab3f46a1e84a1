//! What answers and updates hold, read once however often they are played.

use std::cell::OnceCell;
use std::sync::Arc;

use super::scene::Scene;
use crate::core::event::Event;
use crate::core::integration::{callback, update};
use crate::core::json::Source;
use crate::core::state::State;
use crate::core::unfurl::Payload;

pub(super) struct Stage<'p> {
    pub(super) scene: Scene<'p>,
    answer: OnceCell<Message>,
    /// Update, error, update with error.
    updates: [OnceCell<Message>; 3],
}

/// A body with what Notion finds in it.
#[derive(Default)]
pub(super) struct Message {
    pub(super) body: Arc<str>,
    /// Whether it is JSON.
    pub(super) readable: bool,
    pub(super) attributes: bool,
    pub(super) error: bool,
    pub(super) ids: Arc<[String]>,
}

impl<'p> Stage<'p> {
    pub(super) fn new(scene: Scene<'p>) -> Self {
        Self { scene, answer: OnceCell::new(), updates: Default::default() }
    }

    pub(super) fn answer(&self) -> &Message {
        self.answer.get_or_init(|| Message::read(callback::envelope(self.scene.answer, &self.scene.project.link), false))
    }

    /// What an event of the service's sends; of other events, the update.
    pub(super) fn update(&self, event: Event) -> &Message {
        let (project, answer) = (self.scene.project, self.scene.answer);
        let [update, error, both] = &self.updates;
        let body = || update::body(project, answer);
        match event {
            Event::Error => error.get_or_init(|| Message::read(update::error(&project.service, &project.link), true)),
            Event::UpdateWithError => both.get_or_init(|| {
                let body = body();
                Message::read(update::with_error(&body, &project.service, &project.link).unwrap_or(body), true)
            }),
            _ => update.get_or_init(|| Message::read(body(), true)),
        }
    }
}

impl Message {
    fn read(body: String, update: bool) -> Self {
        let mut message = Self::default();
        if let Ok(root) = Source::new(&body).parse() {
            let payload = Payload::new(&body, &root, update);
            message.readable = true;
            message.attributes = payload.list.is_some();
            message.error = payload.error.is_some();
            message.ids = payload.ids().into();
        }
        message.body = body.into();
        message
    }

    /// What is to be seen after it, where it holds anything; `whole`: the state of attributes without an error.
    pub(super) fn state(&self, whole: State) -> Option<State> {
        match (self.attributes, self.error) {
            (true, false) => Some(whole),
            (true, true) => Some(State::LoadedWithError),
            (false, true) => Some(State::Error),
            (false, false) => None,
        }
    }

    /// What is wrong with one that shows nothing.
    pub(super) fn lacks(&self) -> &'static str {
        if self.readable { "sets neither attributes nor an error" } else { "is no JSON" }
    }
}
