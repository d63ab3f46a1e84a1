//! The state of the page: one project, one history, and what follows from them.

use std::collections::HashSet;
use std::sync::Arc;

use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use time::UtcDateTime;

use super::platform::dom::follow;
use super::platform::preferences::{self, Preferences};
use super::platform::storage::Opened;
use super::platform::{clock, editor};
use crate::core::analysis::{Analysis, analyze};
use crate::core::diagnostic::Profile;
use crate::core::history::History;
use crate::core::preview::Render;
use crate::core::preview::format::instant;
use crate::core::project::Project;
use crate::core::unfurl::Section;
use crate::core::utf16::Utf16;

/// Everything the page knows; a handle that is passed by copy.
#[derive(Clone, Copy)]
pub struct Lab {
    pub project: RwSignal<Arc<Project>>,
    pub history: RwSignal<History>,
    pub analysis: Memo<Checked>,
    pub shown: Memo<Shown>,
    pub media: RwSignal<Addresses>,
    pub preferences: RwSignal<Preferences>,
    pub screen: RwSignal<Screen>,
    /// What nothing on screen follows.
    pub held: StoredValue<Held>,
}

/// What is open, and what was said.
#[derive(Clone, Default)]
pub struct Screen {
    pub dialog: Option<Dialog>,
    /// The pane in front where there is room for one.
    pub pane: Pane,
    /// All problems are listed, however many.
    pub all_problems: bool,
    /// What was just done, and how many times something was said: the same words again are news again.
    pub announcement: (u32, String),
    /// Why the browser does not keep the work, where it does not.
    pub unsaved: Option<String>,
}

pub struct Held {
    /// Under which name the browser keeps the project.
    pub id: Arc<str>,
    /// The last payload that parsed: what is drawn while the present one does not.
    pub last_valid: Arc<str>,
    pub cursor: usize,
    /// The attribute under the pointer in the drawing.
    pub hovered: Option<usize>,
    /// The analysis of a text that becomes the payload now: it was made before, in slices.
    pub ready: Option<Checked>,
    now: RwSignal<UtcDateTime>,
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
#[derive(Default)]
pub struct Addresses {
    /// Unchanged for long enough.
    pub settled: HashSet<String>,
    /// Players and frames that the person opened.
    pub opened: HashSet<String>,
    /// Could not be loaded.
    pub broken: HashSet<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialog {
    Templates,
    Projects,
    Help,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Pane {
    Payload,
    /// In front at first: a card is to be seen before anything is typed.
    #[default]
    Preview,
    Problems,
}

impl Pane {
    pub const ALL: [Self; 3] = [Self::Payload, Self::Preview, Self::Problems];

    pub fn name(self) -> &'static str {
        match self {
            Self::Payload => "payload",
            Self::Preview => "preview",
            Self::Problems => "problems",
        }
    }
}

impl Lab {
    pub fn new(opened: Opened) -> Self {
        let project = RwSignal::new(Arc::new(opened.project));
        let now = clock::ticking();
        let held = StoredValue::new(Held {
            id: opened.id.into(),
            last_valid: opened.last_valid,
            cursor: 0,
            hovered: None,
            ready: None,
            now,
        });
        let analysis = checked(project, held, now);
        let shown = shown(project, analysis, held, now);
        Self {
            project,
            history: RwSignal::new(History::default()),
            analysis,
            shown,
            media: media(shown),
            preferences: RwSignal::new(preferences::load()),
            screen: RwSignal::new(Screen::default()),
            held,
        }
    }

    pub fn payload(self) -> Arc<str> {
        self.project.with_untracked(|project| project.payload.clone())
    }

    /// The clock of relative times.
    pub fn now(self) -> UtcDateTime {
        let now = self.held.with_value(|held| held.now).get_untracked();
        self.project.with_untracked(|project| moment(project, now))
    }

    /// Marks the attribute in the text that the pointer is on in the drawing.
    pub fn hover(self, attribute: Option<usize>) {
        if self.held.with_value(|held| held.hovered) == attribute {
            return;
        }
        self.held.update_value(|held| held.hovered = attribute);
        let place = self.shown.with_untracked(|shown| shown.render.place_of(attribute?).filter(|_| !shown.stale));
        let (from, to) = place.map_or((0, 0), |span| {
            let text = self.payload();
            let utf16 = Utf16::new(&text);
            (utf16.from_byte(span.start), utf16.from_byte(span.end))
        });
        editor::highlight(from, to);
    }
}

/// The clock of relative times: the project's own, else the real one.
fn moment(project: &Project, now: UtcDateTime) -> UtcDateTime {
    project.now.as_deref().and_then(instant).unwrap_or(now)
}

/// A memo and not an effect: whoever reads it after a change reads the new one, at whatever point of the update.
fn checked(project: RwSignal<Arc<Project>>, held: StoredValue<Held>, now: RwSignal<UtcDateTime>) -> Memo<Checked> {
    let inputs: Memo<(Arc<str>, Profile, UtcDateTime)> = Memo::new(move |_| {
        let now = now.get();
        project.with(|project| (project.payload.clone(), project.profile, moment(project, now)))
    });
    Memo::new(move |_| {
        inputs.with(|(text, profile, now)| {
            let ready = held.try_update_value(|held| held.ready.take()).flatten();
            ready
                .filter(|ready| Arc::ptr_eq(&ready.text, text))
                .unwrap_or_else(|| Checked { text: text.clone(), analysis: Arc::new(analyze(text, *profile, *now)) })
        })
    })
}

fn shown(
    project: RwSignal<Arc<Project>>,
    analysis: Memo<Checked>,
    held: StoredValue<Held>,
    now: RwSignal<UtcDateTime>,
) -> Memo<Shown> {
    Memo::new(move |_| {
        let checked = analysis.get();
        if let Some(render) = &checked.analysis.render {
            held.update_value(|held| held.last_valid = checked.text);
            return Shown { render: render.clone(), stale: false };
        }
        let (profile, now) = project.with_untracked(|project| (project.profile, moment(project, now.get_untracked())));
        let last = analyze(&held.with_value(|held| held.last_valid.clone()), profile, now);
        Shown { render: last.render.unwrap_or_default(), stale: true }
    })
}

/// How long an address must stand still before it is loaded.
const SETTLES_AFTER: u32 = 400;

fn media(shown: Memo<Shown>) -> RwSignal<Addresses> {
    let present = move || shown.with(|shown| addresses(&shown.render));
    let media = RwSignal::new(Addresses { settled: untrack(present), ..Addresses::default() });
    let mut last = HashSet::new();
    let mut pending = None;
    follow(Box::new(move || {
        let present = present();
        if present != last {
            last.clone_from(&present);
            // Time passes between the change and what follows from it.
            pending = Some(Timeout::new(SETTLES_AFTER, move || media.update(|media| media.settled = present)));
        }
        let _ = &pending;
    }));
    media
}

impl Addresses {
    /// What is on screen was not typed but opened: it may load.
    pub fn opened_at_once(shown: Memo<Shown>) -> Self {
        Self { settled: shown.with_untracked(|shown| addresses(&shown.render)), ..Self::default() }
    }
}

fn addresses(render: &Render) -> HashSet<String> {
    let parts = Section::ALL.into_iter().flat_map(|section| render.preview.section(section));
    parts.filter_map(|part| part.src_url.clone()).collect()
}
