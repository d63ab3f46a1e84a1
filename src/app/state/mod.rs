//! The state of the page: one project, one history, and what follows from them.

mod around;
mod checked;
mod media;
mod played;
mod tools;
mod views;

use std::sync::Arc;

use leptos::prelude::*;
use time::UtcDateTime;

use super::derived::Derived;
use super::platform::preferences::{self, Preferences};
use super::platform::storage::Opened;
use super::platform::{clock, editor};
use crate::core::history::History;
use crate::core::integration::simulator::Step;
use crate::core::links::Taken;
use crate::core::project::{LinkRule, Project, Where};
use crate::core::text::Span;
use crate::core::utf16::Utf16;

pub use around::Around;
pub use checked::{Answer, Checked, Linked};
pub use media::Addresses;
pub use played::scene;
pub use tools::{Call, Called, Stage, Tools};
pub use views::{View, ViewKind, Views};

/// Everything the page knows; a handle that is passed by copy.
#[derive(Clone, Copy)]
pub struct Lab {
    pub project: RwSignal<Arc<Project>>,
    /// The project without its payload: what nothing typed there changes. Whoever does not need the payload follows this.
    pub setup: Derived<Arc<Project>>,
    pub history: RwSignal<History>,
    /// Of the link rules.
    pub linked: Derived<Linked>,
    /// Which rule takes the link.
    pub taken: Derived<Taken>,
    /// The payload that answers for the link.
    pub answer: Derived<Answer>,
    /// Of that payload.
    pub analysis: Derived<Checked>,
    /// Of the settings and of the update.
    pub around: Derived<Around>,
    /// The body of the update.
    pub update: Derived<Arc<str>>,
    pub views: Derived<Views>,
    /// The steps of the timeline.
    pub steps: Derived<Vec<Step>>,
    pub media: RwSignal<Addresses>,
    pub preferences: RwSignal<Preferences>,
    pub screen: RwSignal<Screen>,
    /// What the tools beside the project hold.
    pub tools: RwSignal<Tools>,
    /// What nothing on screen follows.
    pub held: StoredValue<Held>,
}

/// What is open, and what was said.
#[derive(Clone, Default)]
pub struct Screen {
    pub dialog: Option<Dialog>,
    /// The pane in front where there is room for one.
    pub pane: Pane,
    pub source: Source,
    pub lower: Lower,
    /// So many events of the timeline are played; `None`: all.
    pub played: Option<usize>,
    /// Why the event that was pressed last cannot happen now.
    pub refused: Option<String>,
    /// The exchanges of the timeline that are open, by step and place.
    pub exchanges: Vec<(usize, usize)>,
    pub open: OpenRule,
    /// The placeholder is shown for a moment, as when a URL was just pasted.
    pub playing: bool,
    /// All problems are listed, however many.
    pub all_problems: bool,
    /// What was just done, and how many times something was said: the same words again are news again.
    pub announcement: (u32, String),
    /// Why the browser does not keep the work, where it does not.
    pub unsaved: Option<String>,
}

/// The link rule that is open for editing.
#[derive(Clone, Default)]
pub struct OpenRule {
    /// By its place in the list.
    pub rule: usize,
    /// The sample URL that the placeholder is shown for.
    pub sample: Option<String>,
    /// Its pattern is said in words.
    pub in_words: bool,
    /// Edge cases are suggested for it.
    pub suggesting: bool,
    /// A pattern was drafted for it.
    pub drafting: bool,
}

pub struct Held {
    /// Under which name the browser keeps the project.
    pub id: Arc<str>,
    /// `edited` of its record, as this page read or wrote it last.
    pub edited: f64,
    /// The last payload that parsed: what is drawn while the present one does not.
    pub last_valid: Arc<str>,
    /// The problem of link rules that was gone to last.
    pub problem: Option<(Where, Span)>,
    /// The attribute under the pointer in the drawing.
    pub hovered: Option<usize>,
    /// The analysis of a text that becomes the payload now: it was made before, in slices.
    pub ready: Option<Checked>,
    now: RwSignal<UtcDateTime>,
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
    Rules,
    Integration,
    /// In front at first: a card is to be seen before anything is typed.
    #[default]
    Preview,
    Problems,
    Timeline,
}

/// What the pane at the left holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Source {
    #[default]
    Payload,
    Rules,
    Integration,
}

/// What the pane below holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Lower {
    #[default]
    Problems,
    Timeline,
}

impl Screen {
    pub fn editing_rules(&self) -> bool {
        self.source == Source::Rules
    }
}

impl Pane {
    pub const ALL: [Self; 6] = [Self::Payload, Self::Rules, Self::Integration, Self::Preview, Self::Problems, Self::Timeline];

    pub fn name(self) -> &'static str {
        match self {
            Self::Payload => "payload",
            Self::Rules => "rules",
            Self::Integration => "integration",
            Self::Preview => "preview",
            Self::Problems => "problems",
            Self::Timeline => "timeline",
        }
    }
}

impl Lab {
    pub fn new(opened: Opened) -> Self {
        let project = RwSignal::new(Arc::new(opened.project));
        let now = clock::ticking();
        let held = StoredValue::new(Held {
            id: opened.id.into(),
            edited: opened.edited,
            last_valid: opened.last_valid,
            problem: None,
            hovered: None,
            ready: None,
            now,
        });
        let screen = RwSignal::new(Screen::default());
        let setup = checked::setup(project);
        let linked = checked::linked(setup);
        let taken = checked::taken(setup, linked);
        let answer = checked::answer(project, taken);
        let analysis = checked::checked(setup, answer, held, now);
        let steps = played::played(setup, taken, answer, screen);
        let origins = played::origins(setup, steps, screen);
        let views = views::views(views::Sources { origins, setup, linked, taken, checked: analysis, screen, held, now });
        Self {
            project,
            setup,
            history: RwSignal::new(History::default()),
            linked,
            taken,
            answer,
            analysis,
            around: around::around(setup, answer, now),
            update: around::update_body(setup, answer, screen),
            views,
            steps,
            media: media::follow_addresses(views),
            preferences: RwSignal::new(preferences::load()),
            screen,
            tools: RwSignal::new(Tools::default()),
            held,
        }
    }

    /// The payload that answers for the link.
    pub fn payload(self) -> Arc<str> {
        self.answer.with_untracked(|answer| answer.text.clone())
    }

    /// The link rule that is open, and its place in the list.
    pub fn open_rule(self) -> Option<(usize, Arc<LinkRule>)> {
        let open = self.screen.with(|screen| screen.open.rule);
        self.setup.with(|project| {
            let index = open.min(project.rules.len().checked_sub(1)?);
            Some((index, project.rules.get(index)?.clone()))
        })
    }

    /// The clock of relative times.
    pub fn now(self) -> UtcDateTime {
        let now = self.held.with_value(|held| held.now).get_untracked();
        self.project.with_untracked(|project| checked::moment(project, now))
    }

    /// Marks the attribute in the text that the pointer is on in the drawing.
    pub fn hover(self, attribute: Option<usize>) {
        if self.held.with_value(|held| held.hovered) == attribute {
            return;
        }
        self.held.update_value(|held| held.hovered = attribute);
        let place = self.views.with_untracked(|views| {
            let view = views.iter().find(|view| view.kind == ViewKind::Answer && !view.stale)?;
            view.render.place_of(attribute?)
        });
        let (from, to) = place.map_or((0, 0), |span| {
            let text = self.payload();
            let utf16 = Utf16::new(&text);
            (utf16.from_byte(span.start), utf16.from_byte(span.end))
        });
        editor::highlight(from, to);
    }
}
