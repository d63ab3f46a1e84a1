//! What is open and chosen on screen. No project holds it.

use leptos::prelude::*;
use reactive_stores::Store;

use super::{DrawingTheme, Focus, Preferences, Target, Width};
use crate::core::place::Where;
use crate::core::preview::Stress;
use crate::core::project::{RuleId, VersionId};
use crate::core::state::State;
use crate::core::text::Span;

/// One field a concern: who reads one does not run again for another.
#[expect(clippy::struct_excessive_bools, reason = "each is a concern of its own")]
#[derive(Clone, Default, Store)]
pub struct Screen {
    pub dialog: Option<Dialog>,
    /// The pane in front where there is room for one.
    pub pane: Pane,
    pub source: Source,
    pub lower: Lower,
    pub canvas: Canvas,
    /// How large the board is drawn.
    pub zoom: Zoom,
    /// The stress that every drawing is under.
    pub stress: Option<Stress>,
    /// The stresses are listed.
    pub stressing: bool,
    /// The board has a row for every stress.
    pub stress_all: bool,
    pub preferences: Preferences,
    pub rule: RuleScreen,
    pub versions: VersionsScreen,
    /// The number of events of the timeline that are played; `None`: all.
    pub played: Option<usize>,
    /// Why the event that was pressed last cannot happen now.
    pub refused: Option<String>,
    /// The placeholder is shown for a moment, as after a paste.
    pub playing: bool,
    /// The payload is drawn although no rule matches the link.
    pub anyway: bool,
    /// The drawing of an update shows what it changed, also after a while.
    pub marks: bool,
    /// The timeline plays its events again, one after the other.
    pub replaying: bool,
    /// All problems are listed, however many.
    pub all_problems: bool,
    /// The problem that was visited last.
    pub visited: Option<(Where, Span)>,
    /// The attribute under the pointer in the drawing, by its place in the payload.
    pub hovered: Option<usize>,
    /// The attribute that is selected, by its place in the payload.
    pub selected: Option<usize>,
    /// What can be added to the payload is listed.
    pub adding: bool,
    pub announcement: Announcement,
    /// How often the list of projects has changed.
    pub projects_changed: u32,
    /// Why the browser does not keep the work, where it does not.
    pub unsaved: Option<String>,
    /// Where the program wants the focus.
    pub focus: Option<Focus>,
    /// Where the focus is, as far as the program needs to know.
    pub focused: Option<Target>,
}

/// The form of the link rule that is open.
#[derive(Clone, Default, Store)]
pub struct RuleScreen {
    /// `None`: the first one.
    pub id: Option<RuleId>,
    /// The sample URL that the placeholder is shown for.
    pub sample: Option<String>,
    /// Its pattern is explained in words.
    pub in_words: bool,
    /// Edge cases are suggested for it.
    pub suggesting: bool,
    /// A pattern was drafted for it.
    pub drafting: bool,
}

/// The dialog of the versions.
#[derive(Clone, Default, Store)]
pub struct VersionsScreen {
    /// The name that is typed for the next one.
    pub name: String,
    /// The two that are compared; `None`: all are listed.
    pub compared: Option<Compared>,
}

/// Two states of the project, side by side. `None`: the project as it is now.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Compared {
    pub left: Option<VersionId>,
    pub right: Option<VersionId>,
}

/// What was just done.
#[derive(Clone, Default)]
pub struct Announcement {
    /// How often something was said: the same words again are news again.
    pub count: u32,
    pub text: String,
    /// What its button takes back.
    pub undoable: Option<Undoable>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Undoable {
    /// The last change of the project.
    Change,
    /// The deletion of a project, by its id.
    Deletion(String),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialog {
    Start,
    Templates,
    Projects,
    Versions,
    Help,
    Palette,
}

impl Dialog {
    pub const ALL: [Self; 6] = [Self::Start, Self::Templates, Self::Projects, Self::Versions, Self::Help, Self::Palette];
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

/// What the result shows of the link.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Canvas {
    /// The card and the Mention.
    #[default]
    Card,
    /// Both with the names of their sections, and the matrix.
    Anatomy,
    /// All states at once.
    Board,
}

impl Canvas {
    pub const ALL: [Self; 3] = [Self::Card, Self::Anatomy, Self::Board];

    pub fn name(self) -> &'static str {
        match self {
            Self::Card => "card",
            Self::Anatomy => "anatomy",
            Self::Board => "board",
        }
    }
}

/// How large the board is drawn.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Zoom {
    #[default]
    Half,
    ThreeQuarters,
    Full,
}

impl Zoom {
    pub const ALL: [Self; 3] = [Self::Half, Self::ThreeQuarters, Self::Full];

    pub fn percent(self) -> u32 {
        match self {
            Self::Half => 50,
            Self::ThreeQuarters => 75,
            Self::Full => 100,
        }
    }
}

/// A drawing of the board, as the single drawing that it opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Opening {
    pub state: State,
    pub theme: DrawingTheme,
    pub width: Width,
    /// Of a row that has a stress of its own.
    pub stress: Option<Stress>,
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

impl Pane {
    /// The id of the element that holds it.
    pub fn panel(self) -> &'static str {
        match self {
            Self::Payload => "panel-payload",
            Self::Rules => "panel-rules",
            Self::Integration => "panel-integration",
            Self::Preview => "panel-preview",
            Self::Problems => "panel-problems",
            Self::Timeline => "panel-timeline",
        }
    }
}

impl Source {
    pub fn pane(self) -> Pane {
        match self {
            Self::Payload => Pane::Payload,
            Self::Rules => Pane::Rules,
            Self::Integration => Pane::Integration,
        }
    }
}

impl Lower {
    pub fn pane(self) -> Pane {
        match self {
            Self::Problems => Pane::Problems,
            Self::Timeline => Pane::Timeline,
        }
    }
}

/// Says what was just done, in the live region.
pub fn announce(screen: Store<Screen>, text: impl Into<String>, undoable: Option<Undoable>) {
    let text = text.into();
    screen.announcement().update(|last| *last = Announcement { count: last.count + 1, text, undoable });
}
