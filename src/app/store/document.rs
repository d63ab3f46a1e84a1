//! The project that is open, with its history and its place in the browser's storage.

use std::sync::Arc;

use leptos::prelude::*;

use super::Target;
use crate::core::history::{History, Join};
use crate::core::project::Project;

/// A handle that is passed by copy. Equality, saving and undo are pointer work: a change makes a new project.
#[derive(Clone, Copy)]
pub struct Document {
    pub project: RwSignal<Arc<Project>>,
    pub history: RwSignal<History>,
    /// The last payload that parsed: drawn while the present one does not.
    pub last_valid: RwSignal<Arc<str>>,
    place: StoredValue<Place>,
    /// The project as it was opened or handed to the storage last.
    kept: StoredValue<Arc<Project>>,
    /// Nothing was changed since it was made of a template.
    untouched: StoredValue<bool>,
    /// An input method composes text.
    composing: StoredValue<bool>,
    /// The field that was typed into last.
    typed_into: StoredValue<Option<Target>>,
}

/// Where the browser keeps the project.
#[derive(Clone)]
struct Place {
    id: Arc<str>,
    /// `edited` of its record, as this page read or wrote it last; 0 where there is no record.
    edited: f64,
}

/// A project as it comes onto the page.
pub struct Opened {
    pub id: String,
    pub project: Project,
    pub last_valid: Arc<str>,
    /// `edited` of its record; 0 where the browser has none.
    pub edited: f64,
    /// It was made of a template, and nothing was changed since.
    pub untouched: bool,
}

/// How a change joins the history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// A step of its own.
    Whole,
    /// Typing: it joins what was typed into the same field just before.
    Typed(Target),
}

impl Document {
    pub fn new(opened: Opened) -> Self {
        let project = Arc::new(opened.project);
        Self {
            project: RwSignal::new(project.clone()),
            history: RwSignal::new(History::default()),
            last_valid: RwSignal::new(opened.last_valid),
            place: StoredValue::new(Place { id: opened.id.into(), edited: opened.edited }),
            kept: StoredValue::new(project),
            untouched: StoredValue::new(opened.untouched),
            composing: StoredValue::new(false),
            typed_into: StoredValue::new(None),
        }
    }

    /// A composition begins or ends: it is a step of its own.
    pub fn compose(self, composing: bool) {
        self.composing.set_value(composing);
        self.history.update_untracked(History::part);
    }

    /// Replaces the project with a changed copy, and records the step. `now`: milliseconds since 1970.
    pub fn record(self, project: Project, step: Step, now: f64) {
        let before = self.project.get_untracked();
        if project == *before {
            return;
        }
        let after = Arc::new(project);
        let field = match step {
            Step::Typed(field) => Some(field),
            Step::Whole => None,
        };
        let same_field = self.typed_into.with_value(|last| *last == field);
        self.typed_into.set_value(field);
        self.history.update(|history| {
            if !same_field {
                history.part();
            }
            let join = match field {
                None => Join::Never,
                Some(_) if self.composing.get_value() => Join::Composed,
                Some(_) => Join::Typed(now),
            };
            history.record(&before, &after, join);
        });
        self.untouched.set_value(false);
        self.project.set(after);
    }

    /// Goes back or forward in the history. Whether there was a step.
    pub fn travel(self, way: fn(&mut History, &Arc<Project>) -> Option<Arc<Project>>) -> bool {
        let present = self.project.get_untracked();
        let project = self.history.try_update(|history| way(history, &present)).flatten();
        let found = project.is_some();
        if let Some(project) = project {
            self.project.set(project);
        }
        found
    }

    /// Opens another project; its history begins empty.
    pub fn open(self, opened: Opened) {
        self.place.set_value(Place { id: opened.id.into(), edited: opened.edited });
        self.typed_into.set_value(None);
        self.untouched.set_value(opened.untouched);
        self.last_valid.set(opened.last_valid);
        self.history.set(History::default());
        let project = Arc::new(opened.project);
        self.kept.set_value(project.clone());
        self.project.set(project);
    }

    /// Takes over what another page has saved, in a step of its own.
    pub fn take_over(self, opened: Opened, now: f64) {
        self.record(opened.project, Step::Whole, now);
        self.last_valid.set(opened.last_valid);
        self.keep();
        self.stored(opened.edited);
    }

    /// Whether nothing was changed since it was made of a template.
    pub fn is_untouched(self) -> bool {
        self.untouched.get_value()
    }

    /// It is worth keeping from now on.
    pub fn touch(self) {
        self.untouched.set_value(false);
    }

    /// Whether the storage was not given the present project.
    pub fn is_changed(self) -> bool {
        self.project.with_untracked(|project| self.kept.with_value(|kept| !Arc::ptr_eq(project, kept)))
    }

    /// The storage was given the present project.
    pub fn keep(self) {
        self.kept.set_value(self.project.get_untracked());
    }

    /// The id of the project's record.
    pub fn id(self) -> Arc<str> {
        self.place.with_value(|place| place.id.clone())
    }

    pub fn edited(self) -> f64 {
        self.place.with_value(|place| place.edited)
    }

    /// A record of the project was stored.
    pub fn stored(self, edited: f64) {
        self.place.update_value(|place| place.edited = edited);
    }

    /// The project lives on under another id.
    pub fn moved(self, id: String) {
        self.place.update_value(|place| place.id = id.into());
    }
}
