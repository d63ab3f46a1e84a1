//! The state of the page: one project, one history, and what follows from them.

use std::collections::HashSet;
use std::sync::Arc;

use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use time::UtcDateTime;

use super::platform::clock;
use super::platform::preferences::{self, Preferences};
use super::platform::storage::Opened;
use crate::core::analysis::{Analysis, analyze};
use crate::core::diagnostic::Profile;
use crate::core::history::History;
use crate::core::preview::Render;
use crate::core::preview::format::instant;
use crate::core::project::Project;
use crate::core::text::Span;
use crate::core::unfurl::Section;

/// Everything the page knows; a handle that is passed by copy.
#[derive(Clone, Copy)]
pub struct Lab {
    pub project: RwSignal<Arc<Project>>,
    /// Under which name the browser keeps the project.
    pub id: RwSignal<String>,
    pub history: RwSignal<History>,
    /// The payload that the editor last sent or was given, so that its own edits do not come back to it.
    pub in_editor: StoredValue<Arc<str>>,
    pub analysis: Memo<Checked>,
    pub shown: Memo<Shown>,
    /// The last payload that parsed: what is drawn while the present one does not.
    pub last_valid: StoredValue<Arc<str>>,
    pub media: Media,
    pub preferences: RwSignal<Preferences>,
    pub dialog: RwSignal<Option<Dialog>>,
    /// The pane in front where there is room for one.
    pub pane: RwSignal<Pane>,
    /// The attribute under the pointer in the drawing, or the one that holds the cursor in the editor.
    pub hovered: RwSignal<Option<Span>>,
    pub cursor: RwSignal<usize>,
    /// What was just done, and how many times something was said: the same words again are news again.
    pub announcement: RwSignal<(u32, String)>,
    /// Why the browser does not keep the work, where it does not.
    pub unsaved: RwSignal<Option<String>>,
}

/// The project's analysis with the texts it was made of.
#[derive(Clone)]
pub struct Checked {
    pub text: Arc<str>,
    pub analysis: Arc<Analysis>,
}

impl PartialEq for Checked {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.analysis, &other.analysis)
    }
}

/// What is on screen: the present drawing, or the last one that could be made.
#[derive(Clone, PartialEq)]
pub struct Shown {
    pub render: Arc<Render>,
    pub stale: bool,
}

/// The addresses that may be loaded. Text that is being typed must not turn into a request at every key.
#[derive(Clone, Copy)]
pub struct Media {
    /// Unchanged for long enough.
    pub settled: RwSignal<HashSet<String>>,
    /// Players and frames that the person opened.
    pub opened: RwSignal<HashSet<String>>,
    /// Could not be loaded.
    pub broken: RwSignal<HashSet<String>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialog {
    Templates,
    Projects,
    Help,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pane {
    Payload,
    Preview,
    Problems,
}

impl Lab {
    pub fn new(opened: Opened) -> Self {
        let project = RwSignal::new(Arc::new(opened.project));
        let last_valid = StoredValue::new(opened.last_valid);
        let preferences = RwSignal::new(preferences::load());
        let now = clock::ticking();
        let analysis = checked(project, now);
        let shown = shown(project, analysis, last_valid, now);
        Self {
            project,
            id: RwSignal::new(opened.id),
            history: RwSignal::new(History::default()),
            in_editor: StoredValue::new(Arc::from("")),
            analysis,
            shown,
            last_valid,
            media: Media::new(shown),
            preferences,
            dialog: RwSignal::new(None),
            pane: RwSignal::new(Pane::Payload),
            hovered: RwSignal::new(None),
            cursor: RwSignal::new(0),
            announcement: RwSignal::default(),
            unsaved: RwSignal::default(),
        }
    }

    /// The handle that [`super::mount`] put into the context.
    pub fn here() -> Self {
        expect_context()
    }

    pub fn payload(self) -> Arc<str> {
        self.project.with_untracked(|project| project.payload.clone())
    }
}

/// The clock of relative times: the project's own, else the real one.
fn moment(project: &Project, now: UtcDateTime) -> UtcDateTime {
    project.now.as_deref().and_then(instant).unwrap_or(now)
}

/// A memo and not an effect: whoever reads it after a change reads the new one, at whatever point of the update.
fn checked(project: RwSignal<Arc<Project>>, now: RwSignal<UtcDateTime>) -> Memo<Checked> {
    let inputs: Memo<(Arc<str>, Profile, UtcDateTime)> = Memo::new(move |_| {
        let now = now.get();
        project.with(|project| (project.payload.clone(), project.profile, moment(project, now)))
    });
    Memo::new(move |_| {
        inputs.with(|(text, profile, now)| Checked { text: text.clone(), analysis: Arc::new(analyze(text, *profile, *now)) })
    })
}

fn shown(
    project: RwSignal<Arc<Project>>,
    analysis: Memo<Checked>,
    last_valid: StoredValue<Arc<str>>,
    now: RwSignal<UtcDateTime>,
) -> Memo<Shown> {
    Memo::new(move |_| {
        let checked = analysis.get();
        if let Some(render) = &checked.analysis.render {
            last_valid.set_value(checked.text);
            return Shown { render: Arc::new(render.clone()), stale: false };
        }
        let (profile, now) = project.with_untracked(|project| (project.profile, moment(project, now.get_untracked())));
        let last = analyze(&last_valid.get_value(), profile, now);
        Shown { render: Arc::new(last.render.unwrap_or_default()), stale: true }
    })
}

/// How long an address must stand still before it is loaded.
const SETTLES_AFTER: u32 = 400;

impl Media {
    fn new(shown: Memo<Shown>) -> Self {
        let media = Self { settled: RwSignal::default(), opened: RwSignal::default(), broken: RwSignal::default() };
        let addresses = Memo::new(move |_| shown.with(|shown| addresses(&shown.render)));
        media.settled.set(addresses.get_untracked());
        let pending: StoredValue<Option<Timeout>, LocalStorage> = StoredValue::new_local(None);
        // An effect: time passes between the change and what follows from it.
        Effect::new(move || {
            let addresses = addresses.get();
            pending.set_value(Some(Timeout::new(SETTLES_AFTER, move || media.settled.set(addresses))));
        });
        media
    }

    /// Lets what is on screen load: it was not typed but opened.
    pub fn load_at_once(self, shown: Memo<Shown>) {
        self.broken.update(HashSet::clear);
        self.opened.update(HashSet::clear);
        self.settled.set(shown.with_untracked(|shown| addresses(&shown.render)));
    }
}

fn addresses(render: &Render) -> HashSet<String> {
    let parts = Section::ALL.into_iter().flat_map(|section| render.preview.section(section));
    parts.filter_map(|part| part.src_url.clone()).collect()
}
