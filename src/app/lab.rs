//! The handle that everything on the page is given: the state, and the parts of the browser that have state of their own.

use std::ops::Deref;
use std::sync::Arc;

use leptos::prelude::*;
use reactive_stores::Store;
use time::UtcDateTime;

use super::autosave::Autosave;
use super::browser::call::Calls;
use super::browser::editor::Editors;
use super::components::{EditorFocus, EditorPlace, FocusRequest};
use super::store::{
    Delivery, Derived, Document, EditorName, Focus, Media, OpenRule, Opened, Preferences, Screen, ScreenStoreFields, Target,
    Tools, Undoable, announce, moment,
};
use crate::core::project::Project;

/// Passed by copy; components take it from the context by [`Lab::of_page`]. It is a reference that lives as long as the
/// program, so that a closure captures one pointer.
#[derive(Clone, Copy)]
pub struct Lab(&'static State);

/// What [`Lab`] leads to.
pub struct State {
    pub document: Document,
    pub screen: Store<Screen>,
    pub tools: Store<Tools>,
    pub derived: Derived,
    pub media: Media,
    pub editors: Editors,
    /// Texts on their way into the project.
    pub delivery: Delivery,
    pub calls: Calls,
    pub autosave: Autosave,
}

impl Deref for Lab {
    type Target = State;

    fn deref(&self) -> &State {
        self.0
    }
}

impl Lab {
    pub fn new(opened: Opened, preferences: Preferences, now: UtcDateTime) -> Self {
        let document = Document::new(opened);
        let screen = Store::new(Screen { preferences, ..Screen::default() });
        let derived = Derived::new(document, screen, now);
        let state = State {
            document,
            screen,
            tools: Store::new(Tools::default()),
            derived,
            media: Media::new(derived.views),
            editors: Editors::default(),
            delivery: Delivery::default(),
            calls: Calls::default(),
            autosave: Autosave::new(document, screen),
        };
        // A program has one page.
        Self(Box::leak(Box::new(state)))
    }

    /// The page that a component is part of.
    pub fn of_page() -> Self {
        expect_context()
    }

    pub fn project(self) -> Arc<Project> {
        self.document.project.get_untracked()
    }

    /// The payload that answers for the link.
    pub fn payload(self) -> Arc<str> {
        self.derived.answer.with_untracked(|answer| answer.text.clone())
    }

    pub fn open_rule(self) -> Option<OpenRule> {
        self.derived.open_rule.get_untracked()
    }

    /// The moment that relative times count from.
    pub fn now(self) -> UtcDateTime {
        let now = self.derived.now.get_untracked();
        self.document.project.with_untracked(|project| moment(project, now))
    }

    pub fn announce(self, text: impl Into<String>) {
        announce(self.screen, text, None);
    }

    /// Says what was done, with a button that takes it back.
    pub fn announce_undoable(self, text: impl Into<String>, undoable: Undoable) {
        announce(self.screen, text, Some(undoable));
    }

    /// Requests the focus for a target; the component that shows the target takes it.
    pub fn focus(self, target: Target) {
        self.screen.focus().set(Some(Focus::on(target)));
    }

    /// Asks for the focus in an editor, with a range selected in UTF-16 units.
    pub fn select(self, editor: EditorName, from: usize, to: usize) {
        self.screen.focus().set(Some(Focus { target: Target::Editor(editor), range: Some((from, to)) }));
    }

    /// For the element that shows a target; see [`take_focus`](super::components::take_focus).
    pub fn focus_request(self, target: Target) -> FocusRequest {
        let focus = self.screen.focus();
        FocusRequest {
            wanted: Signal::derive(move || focus.get().is_some_and(|focus| focus.target == target)),
            done: Callback::new(move |()| focus.set(None)),
        }
    }

    /// The same for an editor, which also tells where the focus is.
    pub fn editor_focus(self, editor: EditorName) -> EditorFocus {
        let (focus, target) = (self.screen.focus(), Target::Editor(editor));
        EditorFocus {
            wanted: Signal::derive(move || {
                let range = focus.get().filter(|focus| focus.target == target)?.range;
                Some(range.map_or(EditorPlace::Cursor, |(from, to)| EditorPlace::Range(from, to)))
            }),
            done: Callback::new(move |()| focus.set(None)),
            moved: Callback::new(move |on: bool| self.note_focus(target, on)),
        }
    }

    /// Notes that a target has gained or lost the focus.
    pub fn note_focus(self, target: Target, on: bool) {
        self.screen.focused().set(on.then_some(target));
    }
}
