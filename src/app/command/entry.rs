//! The table of commands: what each one is called and how it is shown.

use std::borrow::Cow;

use super::Command;
use crate::app::actions::form::{Deed, HiddenDeed};
use crate::app::actions::versions::VersionDeed;
use crate::app::components::IconName;
use crate::app::store::{Canvas, Design, Dialog, DrawingTheme, PageTheme, Pane, Width, Zoom};
use crate::core::event::Event;
use crate::core::method::Method;
use crate::core::preview::Stress;
use crate::core::profile::Profile;
use crate::core::project::UrlList;
use crate::core::state::State;

/// A row of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Public: the value of `data-action`.
    pub name: Cow<'static, str>,
    /// What a button says, as a verb where it changes something.
    pub label: Cow<'static, str>,
    /// What the command does, where the label does not say all of it.
    pub hint: &'static str,
    pub icon: Option<IconName>,
    /// The keys that run it, as a person reads them.
    pub keys: &'static str,
}

impl Entry {
    fn new(name: impl Into<Cow<'static, str>>, label: impl Into<Cow<'static, str>>) -> Self {
        Self { name: name.into(), label: label.into(), hint: "", icon: None, keys: "" }
    }

    fn hint(self, hint: &'static str) -> Self {
        Self { hint, ..self }
    }

    fn icon(self, icon: IconName) -> Self {
        Self { icon: Some(icon), ..self }
    }

    fn keys(self, keys: &'static str) -> Self {
        Self { keys, ..self }
    }

    /// The tooltip: what the command does, and its keys.
    pub fn title(&self) -> String {
        let says = if self.hint.is_empty() { &*self.label } else { self.hint };
        if self.keys.is_empty() { says.to_owned() } else { format!("{says} ({})", self.keys) }
    }
}

const PLAY: &str = "Play what a paste shows: the placeholder, then the response";
const BIN: &str = "Move it to the bin for 30 days";

/// The row of a command.
pub fn entry(command: &Command) -> Entry {
    match command {
        Command::Undo => Entry::new("undo", "Undo").icon(IconName::Undo).keys("Ctrl Z"),
        Command::Redo => Entry::new("redo", "Redo").icon(IconName::Redo).keys("Ctrl Shift Z"),
        Command::Save => Entry::new("save", "Save").hint("Every change is saved in this browser anyway").keys("Ctrl S"),
        Command::NextProblem => Entry::new("next-problem", "Next problem").keys("F8"),
        Command::PreviousProblem => Entry::new("previous-problem", "Previous problem").keys("Shift F8"),

        Command::SkipToEditor => Entry::new("skip", "Skip to the payload"),
        Command::Show(dialog) => show(*dialog),
        Command::CloseDialog => Entry::new("close", "Close").icon(IconName::X).keys("Escape"),
        Command::Pane(pane) => self::pane(*pane),
        Command::PageTheme => Entry::new("page-theme", "Page theme").icon(IconName::Contrast),
        Command::DrawIn(theme) => draw_in(*theme),
        Command::Width(width) => self::width(*width),
        Command::Canvas(canvas) => self::canvas(*canvas),
        Command::Zoom(zoom) => self::zoom(*zoom),
        Command::OpenDrawing(_) => Entry::new("board:open", "Open this drawing"),
        Command::Stress(stress) => self::stress(*stress),
        Command::Stresses => Entry::new("stresses", "Stress").hint("Draw with long, foreign or missing content"),
        Command::StressAll => Entry::new("stress:all", "All").hint("Draw the card under every stress on the board"),

        Command::Design(design) => self::design(*design),
        Command::AddAttribute => {
            Entry::new("add-attribute", "Add").hint("Add a status, a date, a picture…").icon(IconName::Plus).keys("Alt Shift A")
        }
        Command::AddAt(word, _) => Entry::new("add-at", word.word).icon(IconName::Plus),
        Command::AddWord(word) => Entry::new(format!("add:{}", word.word.to_lowercase().replace(' ', "-")), word.word),
        Command::Attribute(deed, _) => attribute(*deed),
        Command::Hidden(deed, _) => hidden(*deed),

        Command::Format => Entry::new("format", "Format").hint("Format the JSON").keys("Alt Shift F"),
        Command::FixAll => {
            Entry::new("fix-all", "Fix all").hint("Apply every fix that cannot lose anything").icon(IconName::Wand)
        }
        Command::CopyJson => Entry::new("copy-json", "Copy JSON").icon(IconName::Copy),
        Command::Download => Entry::new("download", "Download").hint("Download the payload as a file").icon(IconName::Download),
        Command::Profile(profile) => self::profile(*profile),
        Command::AllProblems => Entry::new("all-problems", "Show all"),
        Command::Reveal(..) => Entry::new("jump", "Go to the place"),
        Command::Fix(_, fix) => Entry::new("fix", fix.title.clone()),

        Command::State(state) => self::state(*state),
        Command::Play => Entry::new("play", "Play").hint(PLAY).icon(IconName::CirclePlay),
        Command::DrawAnyway => Entry::new("draw-anyway", "Draw the card anyway"),
        Command::MakeRule => Entry::new("make-rule", "Make a rule for this link").icon(IconName::Wand),
        Command::FixClock => Entry::new("clock:fix", "Fix the clock").hint("Draw relative times as of a fixed moment"),
        Command::FreeClock => Entry::new("clock:free", "Use the real time").hint("Draw relative times as of now"),
        Command::Marks => Entry::new("marks", "Show changes").hint("Show what the update changed and removed"),

        Command::NewProject => Entry::new("project:new", "New project").icon(IconName::Plus),
        Command::CopyProject => Entry::new("project:copy", "Copy this project").icon(IconName::Copy),
        Command::OpenProject(_) => Entry::new("project:open", "Open this project"),
        Command::DeleteProject => Entry::new("project:delete-open", "Delete this project").hint(BIN).icon(IconName::Trash),
        Command::DeleteKept(..) => Entry::new("project:delete", "Delete").hint(BIN).icon(IconName::Trash),
        Command::RestoreProject(_) => Entry::new("project:restore", "Restore").icon(IconName::Undo),
        Command::DeleteForGood(_) => Entry::new("project:delete-for-good", "Delete for good").icon(IconName::Trash),
        Command::DownloadKept(_) => Entry::new("project:download", "Save as a file").icon(IconName::Download),
        Command::Version(deed) => version(*deed),

        Command::AddRule => Entry::new("rule:add", "Add rule").icon(IconName::Plus),
        Command::CopyRule => Entry::new("rule:copy", "Duplicate").hint("Duplicate this rule").icon(IconName::Copy),
        Command::DeleteRule => Entry::new("rule:delete", "Delete").hint("Delete this rule").icon(IconName::Trash),
        Command::OpenRule(_) => Entry::new("rule-open", "Open this rule"),
        Command::GoToRule(_) => Entry::new("rule:go", "Go to this rule"),
        Command::OwnAnswer(own) => answer(*own),
        Command::FormatPlaceholders => Entry::new("format-placeholders", "Format").hint("Format the placeholder attributes"),
        Command::StartPlaceholders => {
            Entry::new("placeholders:start", "Start from the payload").hint("Take title, developer and identifier of the payload")
        }
        Command::SuggestUrls => Entry::new("suggest", "Suggest edge cases")
            .hint("Suggest variants of the first sample to try")
            .icon(IconName::ListPlus),
        Command::Draft => {
            Entry::new("draft", "Draft from the samples").hint("Draft a pattern that matches all samples").icon(IconName::Wand)
        }
        Command::UseDraft(_) => Entry::new("use-draft", "Use this pattern"),
        Command::AddUrl(list) => Entry::new(format!("sample:{}", list_name(*list)), "Add URL").icon(IconName::Plus),
        Command::AddEdge(list, _) => Entry::new(format!("edge:{}", list_name(*list)), edge(*list)),
        Command::RemoveUrl(_) => Entry::new("sample-remove", "Remove this URL").icon(IconName::X),
        Command::ShowSample(_) => Entry::new("sample-show", "Show the placeholder for this URL").icon(IconName::Eye),
        Command::Expect(_) => Entry::new("expect", "Expect these values").icon(IconName::Pin),

        Command::Event(event) | Command::EventHere(event) => self::event(*event),
        Command::GoToStep(_) => Entry::new("step:go", "Go to this step").icon(IconName::ArrowRight),
        Command::RemoveStep(_) => Entry::new("step:remove", "Remove this step").icon(IconName::X),
        Command::StepBack => Entry::new("step:back", "Back").hint("Go one step back").icon(IconName::StepBack),
        Command::StepForward => Entry::new("step:on", "Next step").hint("Go one step forward").icon(IconName::StepForward),
        Command::Replay => Entry::new("step:replay", "Replay").hint("Play all steps again").icon(IconName::CirclePlay),
        Command::ClearSteps => Entry::new("step:clear", "Remove all steps").icon(IconName::Trash),
        Command::CopyAs(language, ..) => Entry::new(format!("copy-as:{}", language.name()), language.label()),

        Command::Tick(_) => Entry::new("tick", "Done"),
        Command::GoToSetting(setting) => Entry::new(format!("setting:{}", setting.key()), setting.label()),
        Command::EditUpdate => Entry::new("update:edit", "Edit the update…").hint("Opens “How your service acts”"),
        Command::DraftUpdate => {
            Entry::new("update:draft", "Start again from the payload").hint("Take the payload again, with a changed title")
        }
        Command::CopyBasicHeader => Entry::new("copy-basic", "Copy").hint("Copy the header").icon(IconName::Copy),
        Command::Call(method) => self::call(*method),
        Command::StopCall => Entry::new("call:stop", "Stop"),
        Command::CopyCurl => Entry::new("call:copy", "Copy the cURL").icon(IconName::Copy),
        Command::UseAnswer => Entry::new("call:use", "Use it as the payload"),
    }
}

fn show(dialog: Dialog) -> Entry {
    match dialog {
        Dialog::Start => Entry::new("start", "Start from a link, JSON or a page")
            .hint("Make a project from what you paste or drop")
            .icon(IconName::Wand),
        Dialog::Templates => Entry::new("templates", "Templates").icon(IconName::Templates),
        Dialog::Projects => Entry::new("projects", "Projects").icon(IconName::Folder),
        Dialog::Versions => Entry::new("versions", "Versions")
            .hint("Name versions of the project, compare them, go back to one")
            .icon(IconName::History),
        Dialog::Help => Entry::new("help", "Help").icon(IconName::CircleHelp).keys("?"),
        Dialog::Palette => Entry::new("palette", "Search commands").icon(IconName::Search).keys("Ctrl K"),
    }
}

fn version(deed: VersionDeed) -> Entry {
    match deed {
        VersionDeed::Keep => {
            Entry::new("version:keep", "Keep this version").hint("Keep the project as it is now as a version").icon(IconName::Pin)
        }
        VersionDeed::Compare(_) => Entry::new("version:compare", "Compare").hint("See it beside another version"),
        VersionDeed::TakeOver(_) => {
            Entry::new("version:take-over", "Take over").hint("Make the project what it was in this version")
        }
        VersionDeed::Delete(_) => Entry::new("version:delete", "Delete").hint("Delete this version").icon(IconName::Trash),
        VersionDeed::List => Entry::new("version:list", "All versions").icon(IconName::ArrowLeft),
    }
}

fn pane(pane: Pane) -> Entry {
    let name = format!("pane:{}", pane.name());
    match pane {
        Pane::Payload => Entry::new(name, "Payload").keys("Alt Shift P"),
        Pane::Rules => Entry::new(name, "Link rules").keys("Alt Shift L"),
        Pane::Integration => Entry::new(name, "Integration").keys("Alt Shift I"),
        Pane::Preview => Entry::new(name, "Preview").keys("Alt Shift V"),
        Pane::Problems => Entry::new(name, "Problems").keys("Alt Shift E"),
        Pane::Timeline => {
            let hint = "Play what happens to a link: connect, update, delete";
            Entry::new(name, "Timeline").hint(hint).icon(IconName::ListVideo).keys("Alt Shift T")
        }
    }
}

fn draw_in(theme: DrawingTheme) -> Entry {
    let name = format!("theme:{}", theme.name());
    match theme {
        DrawingTheme::Page => Entry::new(name, "Draw in the theme of the page").icon(IconName::SunMoon),
        DrawingTheme::Light => Entry::new(name, "Draw in light").icon(IconName::Sun),
        DrawingTheme::Dark => Entry::new(name, "Draw in dark").icon(IconName::Moon),
        DrawingTheme::Both => Entry::new(name, "Draw in both").icon(IconName::Contrast),
    }
}

fn width(width: Width) -> Entry {
    let name = format!("width:{}", width.name());
    match width {
        Width::Column => Entry::new(name, "Half page").hint("Draw as wide as half a page").icon(IconName::Columns),
        Width::Page => Entry::new(name, "Page").hint("Draw as wide as a page").icon(IconName::Rectangle),
        Width::Phone => Entry::new(name, "Phone").hint("Draw as wide as a phone").icon(IconName::Smartphone),
    }
}

fn canvas(canvas: Canvas) -> Entry {
    let name = canvas.name();
    match canvas {
        Canvas::Card => Entry::new(name, "Card").hint("The card and the Mention"),
        Canvas::Anatomy => Entry::new(name, "Anatomy").hint("The nine sections, and what each one may hold"),
        Canvas::Board => Entry::new(name, "Board").hint("All states in light and dark, in three widths"),
    }
}

fn zoom(zoom: Zoom) -> Entry {
    let percent = zoom.percent();
    Entry::new(format!("zoom:{percent}"), format!("{percent} %")).hint("Zoom of the board")
}

fn stress(stress: Option<Stress>) -> Entry {
    match stress {
        None => Entry::new("stress:none", "None").hint("Draw the payload as it is"),
        Some(stress) => {
            Entry::new(format!("stress:{}", stress.name()), stress.label()).hint("Change what is drawn, not the payload")
        }
    }
}

fn call(method: Method) -> Entry {
    match method {
        Method::Delete => Entry::new("call:delete", "Send DELETE"),
        _ => Entry::new("call:post", "Send POST").icon(IconName::Send),
    }
}

fn design(design: Design) -> Entry {
    let name = design.name();
    match design {
        Design::Form => Entry::new(name, "Form").hint("Edit the attributes in a form"),
        Design::Json => Entry::new(name, "JSON").hint("Edit the payload as JSON"),
        Design::Both => Entry::new(name, "Both").hint("The form above the JSON"),
    }
}

fn attribute(deed: Deed) -> Entry {
    match deed {
        Deed::Select => Entry::new("attribute:select", "Edit").hint("Show all fields of this attribute"),
        Deed::Duplicate => Entry::new("attribute:duplicate", "Duplicate").icon(IconName::Copy),
        Deed::Hide => {
            Entry::new("attribute:hide", "Hide").hint("Leave it out of the payload, and keep it here").icon(IconName::EyeOff)
        }
        Deed::Delete => Entry::new("attribute:delete", "Delete").icon(IconName::Trash),
        Deed::Up => Entry::new("attribute:up", "Move up").icon(IconName::ArrowUp),
        Deed::Down => Entry::new("attribute:down", "Move down").icon(IconName::ArrowDown),
        Deed::Reveal => Entry::new("attribute:json", "Show in JSON").icon(IconName::Braces),
    }
}

fn hidden(deed: HiddenDeed) -> Entry {
    match deed {
        HiddenDeed::Show => Entry::new("hidden:show", "Show").hint("Put it back into the payload").icon(IconName::Eye),
        HiddenDeed::Delete => Entry::new("hidden:delete", "Delete").icon(IconName::Trash),
    }
}

fn profile(profile: Profile) -> Entry {
    let name = format!("profile:{}", profile.name());
    match profile {
        Profile::Documented => Entry::new(name, "Strict").hint("Report everything that departs from the documents"),
        Profile::Wild => Entry::new(name, "Lenient").hint("Report what integrations in production are known to do as notes only"),
    }
}

fn state(state: State) -> Entry {
    let name = format!("state:{}", state.name());
    match state {
        State::Plain => Entry::new(name, "Plain").hint("The link as an ordinary link").keys("Alt Shift 1"),
        State::Connect => Entry::new(name, "Connect").hint("The user has not connected your service yet").keys("Alt Shift 2"),
        State::Placeholder => {
            Entry::new(name, "Placeholder").hint("Shown while Notion waits for your service").keys("Alt Shift 3")
        }
        State::Loaded => Entry::new(name, "Loaded").hint("What your service responded").keys("Alt Shift 4"),
        State::Updated => Entry::new(name, "Updated").hint("What an update changed and removed").keys("Alt Shift 5"),
        State::Error => Entry::new(name, "Error").hint("An error instead of a response").keys("Alt Shift 6"),
        State::LoadedWithError => Entry::new(name, "With error").hint("The response, with an error").keys("Alt Shift 7"),
        State::Deleted => Entry::new(name, "Deleted").hint("The last preview of the link was removed").keys("Alt Shift 8"),
    }
}

/// Public: a list of URLs in `data-action` and `data-sample`.
pub fn list_name(list: UrlList) -> &'static str {
    match list {
        UrlList::Samples => "required",
        UrlList::Excluded => "excluded",
    }
}

fn edge(list: UrlList) -> &'static str {
    match list {
        UrlList::Samples => "Must match",
        UrlList::Excluded => "Must not match",
    }
}

fn answer(own: bool) -> Entry {
    if own { Entry::new("answer:own", "Its own payload") } else { Entry::new("answer:shared", "The project's payload") }
}

fn event(event: Event) -> Entry {
    let name = format!("play:{}", event.written());
    match event {
        Event::FirstPaste => Entry::new(name, "First paste").hint("A user who is not connected pastes the link"),
        Event::Allow => Entry::new(name, "Allow").hint("The user lets your service and Notion talk"),
        Event::AllowOther => Entry::new(name, "Allow, as another account").hint("With another account of your service"),
        Event::Deny => Entry::new(name, "Deny").hint("The user refuses"),
        Event::Paste => Entry::new(name, "Paste again").hint("The user pastes the link once more"),
        Event::Revisit => Entry::new(name, "Revisit the page").hint("A page with the preview is opened again"),
        Event::Delete => Entry::new(name, "Delete one preview").hint("One preview of the link is removed"),
        Event::DeleteAll => Entry::new(name, "Delete all").hint("The last preview of the link is removed"),
        Event::Disconnect => Entry::new(name, "Disconnect").hint("In “My connections”"),
        Event::Update => Entry::new(name, "Update").hint("PATCH with all attributes"),
        Event::Error => Entry::new(name, "Report an error").hint("PATCH with an error"),
        Event::UpdateWithError => Entry::new(name, "Update with an error").hint("PATCH with attributes and an error"),
        Event::ExpireCode => Entry::new(name, "Code expires").hint("Notion’s code is valid for 10 minutes"),
        Event::ExpireToken => Entry::new(name, "Token expires").hint("The expires_in of your access token has passed"),
        Event::Refresh => Entry::new(name, "Refresh").hint("Notion asks for a new access token"),
        Event::Wait(seconds) => Entry::new(name, format!("Wait {}", duration(seconds))).hint("The clock moves on"),
    }
}

/// `5 minutes`, `1 day`, `90 seconds`
fn duration(seconds: u32) -> String {
    let (many, unit) = match seconds {
        0 => (0, "second"),
        seconds if seconds % 86_400 == 0 => (seconds / 86_400, "day"),
        seconds if seconds % 3_600 == 0 => (seconds / 3_600, "hour"),
        seconds if seconds % 60 == 0 => (seconds / 60, "minute"),
        seconds => (seconds, "second"),
    };
    format!("{many} {unit}{}", if many == 1 { "" } else { "s" })
}

/// The page theme that is chosen: its name for the button, and its icon.
pub fn page_theme(theme: PageTheme) -> (&'static str, IconName) {
    match theme {
        PageTheme::System => ("Page theme: system", IconName::Contrast),
        PageTheme::Light => ("Page theme: light", IconName::Sun),
        PageTheme::Dark => ("Page theme: dark", IconName::Moon),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn no_two_commands_share_a_name() {
        let all = Command::all();
        let names: HashSet<String> = all.iter().map(|command| entry(command).name.into_owned()).collect();
        assert_eq!(names.len(), all.len());
    }

    #[test]
    fn every_command_has_a_name_for_people() {
        for command in Command::all() {
            let entry = entry(&command);
            assert!(!entry.label.trim().is_empty() && !entry.title().ends_with('.'), "{entry:?}");
        }
    }

    #[test]
    fn durations_read_as_people_say_them() {
        assert_eq!([300, 86_400, 3_600, 90, 1].map(duration), ["5 minutes", "1 day", "1 hour", "90 seconds", "1 second"]);
    }
}
