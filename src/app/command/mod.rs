//! Everything that can be pressed: one variant a command, and one table that says of each how it is called and shown.
//!
//! Buttons, keys and menus read the table. The names are public, as `data-action`; the program itself never reads them
//! back.

mod button;
mod choice;
mod entry;
mod keys;

use leptos::prelude::*;

use super::actions::form::{Deed, HiddenDeed};
use super::actions::problems::Direction;
use super::actions::versions::VersionDeed;
use super::actions::{board, call, document, form, navigation, problems, projects, rules, setup, timeline, versions};
use super::lab::Lab;
use super::store::{
    self, CallStoreFields, Canvas, Design, Dialog, DrawingTheme, Opening, Pane, PreferencesStoreFields, RuleScreenStoreFields,
    ScreenStoreFields, Width,
};
use super::store::{Stage, ToolsStoreFields, Zoom, is_unmatched};
use crate::core::edit::Fix;
use crate::core::event::Event;
use crate::core::form::{WORDS, Word};
use crate::core::integration::copy_as::Language;
use crate::core::method::Method;
use crate::core::place::{Setting, Where};
use crate::core::preview::Stress;
use crate::core::profile::Profile;
use crate::core::project::{RuleId, UrlId, UrlList};
use crate::core::state::State;
use crate::core::text::Span;
use crate::core::unfurl::Section;

pub use button::{CommandButton, Face};
pub use choice::CommandChoice;
pub use entry::{Entry, entry, list_name, page_theme};
pub use keys::{Key, for_key};

#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    Undo,
    Redo,
    Save,
    NextProblem,
    PreviousProblem,

    /// Goes past the header to the payload.
    SkipToEditor,
    Show(Dialog),
    CloseDialog,
    Pane(Pane),
    /// The theme of the page: system, light, dark.
    PageTheme,
    DrawIn(DrawingTheme),
    Width(Width),
    /// What the result shows of the link.
    Canvas(Canvas),
    Zoom(Zoom),
    /// Opens a drawing of the board.
    OpenDrawing(Opening),
    /// The stress that every drawing is under, if any.
    Stress(Option<Stress>),
    /// Lists the stresses.
    Stresses,
    /// Every stress on the board.
    StressAll,

    /// How the payload is edited.
    Design(Design),
    /// Lists what can be added to the payload.
    AddAttribute,
    AddWord(&'static Word),
    /// Adds what a word names, in another section.
    AddAt(&'static Word, Section),
    /// By its place in the payload.
    Attribute(Deed, usize),
    /// By its place among the hidden ones.
    Hidden(HiddenDeed, usize),

    Format,
    FixAll,
    CopyJson,
    Download,
    Profile(Profile),
    AllProblems,
    /// Goes to the place of a problem.
    Reveal(Where, Span),
    Fix(Where, Fix),

    State(State),
    /// The placeholder, then the answer.
    Play,
    DrawAnyway,
    /// Makes a rule that matches the link.
    MakeRule,
    /// Fixes the clock of relative times at the present moment, or lets it run.
    FixClock,
    FreeClock,
    /// Shows what an update changed, or hides it.
    Marks,

    NewProject,
    CopyProject,
    OpenProject(String),
    /// The project that is open goes into the bin.
    DeleteProject,
    /// Puts a project of the list into the bin: its id and its name.
    DeleteKept(String, String),
    /// Takes a project out of the bin.
    RestoreProject(String),
    /// Deletes a project of the bin.
    DeleteForGood(String),
    /// Saves a project of the list as a file, readable or not.
    DownloadKept(String),

    Version(VersionDeed),

    AddRule,
    CopyRule,
    DeleteRule,
    OpenRule(RuleId),
    /// Opens a rule from another pane.
    GoToRule(RuleId),
    /// Whether the open rule answers with a payload of its own.
    OwnAnswer(bool),
    FormatPlaceholders,
    /// Begins the placeholder attributes with those of the payload.
    StartPlaceholders,
    SuggestUrls,
    Draft,
    UseDraft(String),
    AddUrl(UrlList),
    /// Adds a suggested URL.
    AddEdge(UrlList, String),
    RemoveUrl(UrlId),
    ShowSample(UrlId),
    Expect(UrlId),

    /// Plays an event after the step that is shown.
    Event(Event),
    /// Plays an event from a button that disappears with it: on the card, or in the form that asks the user.
    EventHere(Event),
    GoToStep(usize),
    RemoveStep(usize),
    StepBack,
    StepForward,
    Replay,
    ClearSteps,
    /// Copies a request: its step, and its place there.
    CopyAs(Language, usize, usize),

    Tick(&'static str),
    GoToSetting(Setting),
    EditUpdate,
    DraftUpdate,
    CopyBasicHeader,
    Call(Method),
    StopCall,
    CopyCurl,
    UseAnswer,
}

impl Command {
    /// The commands that need no argument from a row of a list.
    pub fn all() -> Vec<Self> {
        let mut all = vec![
            Self::Undo,
            Self::Redo,
            Self::Save,
            Self::NextProblem,
            Self::PreviousProblem,
            Self::SkipToEditor,
            Self::CloseDialog,
            Self::PageTheme,
            Self::Stresses,
            Self::StressAll,
            Self::Stress(None),
            Self::AddAttribute,
            Self::Format,
            Self::FixAll,
            Self::CopyJson,
            Self::Download,
            Self::AllProblems,
            Self::Play,
            Self::DrawAnyway,
            Self::MakeRule,
            Self::FixClock,
            Self::FreeClock,
            Self::Marks,
            Self::NewProject,
            Self::CopyProject,
            Self::DeleteProject,
            Self::Version(VersionDeed::Keep),
            Self::Version(VersionDeed::List),
            Self::AddRule,
            Self::CopyRule,
            Self::DeleteRule,
            Self::FormatPlaceholders,
            Self::StartPlaceholders,
            Self::SuggestUrls,
            Self::Draft,
            Self::UseDraft(String::new()),
            Self::StepBack,
            Self::StepForward,
            Self::Replay,
            Self::ClearSteps,
            Self::EditUpdate,
            Self::DraftUpdate,
            Self::CopyBasicHeader,
            Self::Call(Method::Post),
            Self::Call(Method::Delete),
            Self::StopCall,
            Self::CopyCurl,
            Self::UseAnswer,
            Self::OwnAnswer(true),
            Self::OwnAnswer(false),
        ];
        all.extend(Dialog::ALL.map(Self::Show));
        all.extend(Pane::ALL.map(Self::Pane));
        all.extend(DrawingTheme::ALL.map(Self::DrawIn));
        all.extend(Width::ALL.map(Self::Width));
        all.extend(Canvas::ALL.map(Self::Canvas));
        all.extend(Zoom::ALL.map(Self::Zoom));
        all.extend(Stress::ALL.map(|stress| Self::Stress(Some(stress))));
        all.extend(Design::ALL.map(Self::Design));
        all.extend(WORDS.iter().map(Self::AddWord));
        all.extend(Deed::ALL.map(|deed| Self::Attribute(deed, 0)));
        all.extend(HiddenDeed::ALL.map(|deed| Self::Hidden(deed, 0)));
        all.extend(Profile::ALL.map(Self::Profile));
        all.extend(State::ALL.map(Self::State));
        all.extend(UrlList::ALL.map(Self::AddUrl));
        all.extend(Event::ALL.map(Self::Event));
        all.extend(Setting::ALL.map(Self::GoToSetting));
        all
    }

    /// Whether it cannot run now; followed.
    pub fn is_disabled(&self, lab: Lab) -> bool {
        match self {
            Self::Undo => lab.document.history.with(|history| !history.can_undo()),
            Self::Redo => lab.document.history.with(|history| !history.can_redo()),
            Self::FixAll => fixable(lab) == 0,
            Self::StepBack => place(lab) == 0,
            Self::StepForward => place(lab) == events(lab),
            Self::Replay | Self::ClearSteps => events(lab) == 0,
            Self::Call(_) => matches!(lab.tools.call().stage().get(), Stage::Waiting(_)),
            _ => self.why_disabled(lab).is_some(),
        }
    }

    /// Why it cannot run now, where that is not plain to see; followed.
    pub fn why_disabled(&self, lab: Lab) -> Option<&'static str> {
        let unmatched = || lab.derived.setup.with(|project| is_unmatched(project, lab.derived.taken));
        let is_fixed = || lab.derived.setup.with(|project| project.now.is_some());
        let anyway = lab.screen.anyway();
        match self {
            Self::State(State::Plain) => None,
            Self::DrawAnyway | Self::MakeRule if !unmatched() => Some("A rule matches the link"),
            Self::FixClock if is_fixed() => Some("The clock is fixed already"),
            Self::FreeClock if !is_fixed() => Some("The clock runs already"),
            Self::State(_) | Self::Play if !anyway.get() && unmatched() => Some("No rule matches the link"),
            _ => None,
        }
    }

    pub fn run(self, lab: Lab) {
        let preferences = lab.screen.preferences();
        match self {
            Self::Undo => document::undo(lab),
            Self::Redo => document::redo(lab),
            Self::Save => lab.autosave.save_aloud(),
            Self::NextProblem => problems::next(lab, Direction::Forwards),
            Self::PreviousProblem => problems::next(lab, Direction::Backwards),

            Self::SkipToEditor => navigation::skip_to_editor(lab),
            Self::Show(dialog) => navigation::show(lab, dialog),
            Self::CloseDialog => navigation::close_dialog(lab),
            Self::Pane(pane) => navigation::bring_forward(lab, pane),
            Self::PageTheme => preferences.theme().update(|theme| *theme = theme.next()),
            Self::DrawIn(theme) => preferences.drawing().set(theme),
            Self::Width(width) => preferences.width().set(width),
            Self::Canvas(canvas) => navigation::show_canvas(lab, canvas),
            Self::Zoom(zoom) => lab.screen.zoom().set(zoom),
            Self::OpenDrawing(opening) => board::open(lab, opening),
            Self::Stress(stress) => board::stress(lab, stress),
            Self::Stresses => lab.screen.stressing().update(|open| *open = !*open),
            Self::StressAll => board::stress_all(lab),

            Self::Design(design) => form::show(lab, design),
            Self::AddAttribute => form::offer(lab),
            Self::AddWord(word) => form::add(lab, word),
            Self::AddAt(word, section) => form::add_at(lab, word, section),
            Self::Attribute(deed, index) => form::run(lab, deed, index),
            Self::Hidden(deed, number) => form::run_hidden(lab, deed, number),

            Self::Format => document::format_payload(lab),
            Self::FixAll => document::fix_all(lab, untrack(|| fixable(lab))),
            Self::CopyJson => document::copy_payload(lab),
            Self::Download => document::download_payload(lab),
            Self::Profile(profile) => document::set_profile(lab, profile),
            Self::AllProblems => lab.screen.all_problems().set(true),
            Self::Reveal(place, span) => navigation::reveal(lab, place, span),
            Self::Fix(place, fix) => document::apply_fix(lab, place, &fix),

            Self::State(state) => document::set_state(lab, state),
            Self::Play => document::play(lab),
            Self::DrawAnyway => document::draw_anyway(lab),
            Self::MakeRule => rules::make_for_link(lab),
            Self::FixClock => document::fix_clock(lab),
            Self::FreeClock => document::set_clock(lab, None),
            Self::Marks => lab.screen.marks().update(|shown| *shown = !*shown),

            Self::NewProject => projects::create(lab),
            Self::CopyProject => projects::duplicate(lab),
            Self::OpenProject(id) => projects::open_kept(lab, id),
            Self::DeleteProject => projects::delete_open(lab),
            Self::DeleteKept(id, name) => projects::delete(lab, id, name),
            Self::RestoreProject(id) => projects::restore(lab, id),
            Self::DeleteForGood(id) => projects::delete_for_good(lab, id),
            Self::DownloadKept(id) => projects::download_kept(lab, id),

            Self::Version(deed) => versions::run(lab, deed),

            Self::AddRule => rules::add(lab),
            Self::CopyRule => rules::duplicate(lab),
            Self::DeleteRule => rules::delete(lab),
            Self::OpenRule(rule) => rules::open(lab, rule),
            Self::GoToRule(rule) => rules::go_to(lab, rule),
            Self::OwnAnswer(own) => rules::set_own_payload(lab, own),
            Self::FormatPlaceholders => rules::format_placeholders(lab),
            Self::StartPlaceholders => rules::start_placeholders(lab),
            Self::SuggestUrls => rules::toggle_suggestions(lab),
            Self::Draft => lab.screen.rule().drafting().update(|open| *open = !*open),
            Self::UseDraft(pattern) => rules::use_draft(lab, pattern),
            Self::AddUrl(list) => rules::add_url(lab, list, String::new()),
            Self::AddEdge(list, url) => rules::add_url(lab, list, url),
            Self::RemoveUrl(url) => rules::remove_url(lab, url),
            Self::ShowSample(url) => rules::show_sample(lab, url),
            Self::Expect(url) => rules::toggle_expected(lab, url),

            Self::Event(event) => timeline::play_event(lab, event),
            Self::EventHere(event) => timeline::play_and_follow(lab, event),
            Self::GoToStep(step) => timeline::go_to_step(lab, step),
            Self::RemoveStep(step) => timeline::remove_step(lab, step),
            Self::StepBack => timeline::go_to_step(lab, timeline::shown(lab).saturating_sub(1)),
            Self::StepForward => timeline::go_to_step(lab, timeline::shown(lab) + 1),
            Self::Replay => timeline::replay(lab),
            Self::ClearSteps => timeline::clear(lab),
            Self::CopyAs(language, step, exchange) => timeline::copy_as(lab, language, step, exchange),

            Self::Tick(step) => setup::tick(lab, step),
            Self::GoToSetting(setting) => navigation::reveal(lab, Where::Setting(setting), Span::default()),
            Self::EditUpdate => navigation::reveal(lab, Where::Update, Span::default()),
            Self::DraftUpdate => setup::draft_update(lab),
            Self::CopyBasicHeader => setup::copy_basic_header(lab),
            Self::Call(method) => call::send(lab, method),
            Self::StopCall => call::stop(lab),
            Self::CopyCurl => call::copy_curl(lab),
            Self::UseAnswer => call::use_answer(lab),
        }
    }
}

fn events(lab: Lab) -> usize {
    lab.derived.setup.with(|project| project.events.len())
}

/// The number of events that are played; followed.
fn place(lab: Lab) -> usize {
    store::place(lab.screen.played().get(), events(lab))
}

/// The number of problems that "Fix all" would fix; followed.
pub fn fixable(lab: Lab) -> usize {
    lab.derived.payload.with(|payload| {
        lab.derived.rules.with(|rules| {
            let diagnostics = payload.analysis.diagnostics.iter().chain(rules.analysis.problems());
            diagnostics.filter(|diagnostic| diagnostic.fixes.iter().any(|fix| fix.safe)).count()
        })
    })
}
