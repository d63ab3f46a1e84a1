//! The states around an answer: what is drawn before it, instead of it and after it.
//!
//! In: the drawing of an answer, of an update or of a placeholder. Out: the drawing in the state. The conversation or the
//! person decides which state to draw.

use super::change;
use super::model::Render;
use crate::core::state::State;
use crate::core::unfurl::ErrorReply;

impl Render {
    /// The placeholder of a person who has to connect first.
    pub fn connecting(self) -> Self {
        Self { state: State::Connect, ..self }
    }

    /// An error instead of the answer: the answer's own, or else the one that the service reports.
    pub fn failed(&self, reported: ErrorReply) -> Self {
        let error = self.error.clone().or(Some(reported));
        Self { state: State::Error, error, ..Self::default() }
    }

    /// The answer together with an error: the answer's own, or else the one that the service reports.
    pub fn with_error(self, reported: ErrorReply) -> Self {
        let state = if self.preview.is_blank() { State::Error } else { State::LoadedWithError };
        let error = self.error.or(Some(reported));
        Self { state, error, ..self }
    }

    /// The drawing of an update, with marks on what it changed. An update without an error clears the error before it.
    pub fn after(mut self, before: &Self) -> Self {
        change::mark(before, &mut self);
        if self.error.is_none() {
            self.state = State::Updated;
        }
        self
    }

    /// The last preview of the link was removed.
    pub fn deleted(self) -> Self {
        Self { state: State::Deleted, error: None, ..self }
    }
}

#[cfg(test)]
mod tests {
    use time::UtcDateTime;

    use crate::core::analysis::analyze;
    use crate::core::preview::Render;
    use crate::core::profile::Profile;
    use crate::core::project::Service;
    use crate::core::state::State;

    const TITLE: &str = r#"[{"id":"title","name":"Title","type":"inline","inline":{"title":{"value":"A","section":"title"}}}]"#;
    const ERROR: &str = r#"{"uri":"u","operations":[{"path":["error"],"set":{"status":410,"message":"Gone"}}]}"#;

    fn drawn(text: &str) -> Render {
        analyze(text, Profile::Documented, UtcDateTime::UNIX_EPOCH).render.unwrap().as_ref().clone()
    }

    fn error(render: &Render) -> (Option<i64>, &str) {
        let error = render.error.as_ref().unwrap();
        (error.status, error.message.as_deref().unwrap())
    }

    #[test]
    fn the_service_names_the_error_where_the_answer_has_none() {
        let service = Service::default();
        let broken = Service { error_status: "soon".into(), ..Service::default() };
        for (render, state, told) in [
            (drawn(TITLE).failed(service.error_reply()), State::Error, (Some(404), "Content not found")),
            (drawn(ERROR).failed(service.error_reply()), State::Error, (Some(410), "Gone")),
            (drawn(TITLE).failed(broken.error_reply()), State::Error, (None, "Content not found")),
            (drawn(TITLE).with_error(service.error_reply()), State::LoadedWithError, (Some(404), "Content not found")),
            (drawn(ERROR).with_error(service.error_reply()), State::Error, (Some(410), "Gone")),
        ] {
            assert_eq!((render.state, error(&render)), (state, told));
            assert_eq!(render.preview.title.is_empty(), state == State::Error);
        }
    }

    #[test]
    fn an_update_without_an_error_clears_it() {
        let service = Service::default();
        let update = drawn(TITLE).after(&drawn(TITLE).with_error(service.error_reply()));
        assert_eq!((update.state, update.error), (State::Updated, None));
        let update = drawn(ERROR).after(&drawn(TITLE));
        assert_eq!((update.state, update.changes.gone.len()), (State::Error, 1));
        let update = drawn("[]").after(&drawn(TITLE));
        assert_eq!((update.state, update.changes.gone.len()), (State::Updated, 1));
    }

    #[test]
    fn what_is_deleted_keeps_its_drawing() {
        let deleted = drawn(TITLE).with_error(Service::default().error_reply()).deleted();
        assert_eq!((deleted.state, deleted.preview.title.len(), deleted.error), (State::Deleted, 1, None));
    }
}
