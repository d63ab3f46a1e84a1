//! Everything a person can do, by name. Nothing else changes the project. `rules`: what is done to link rules,
//! `problems`: going from one to the next.

pub mod integration;
mod problems;
pub mod rules;

use std::cell::RefCell;
use std::sync::Arc;

use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::Element;

use super::large;
use super::platform::editor::Name;
use super::platform::{self, clock, storage};
use super::state::{Dialog, Lab, Lower, Pane, Source, Tools};
use crate::core::diagnostic::{Fix, Profile, apply};
use crate::core::history::History;
use crate::core::json::format::format;
use crate::core::preview::State;
use crate::core::project::{Project, Where};
use crate::core::rules::{fix_all as fix_all_of, fix_all_links};
use crate::core::templates;
use crate::core::text::Span;
use crate::core::utf16::Utf16;

pub use problems::next_problem;

/// Puts a changed project in the place of the present one. What was typed before and is not delivered yet comes first: it
/// belongs to the project as it was. `typed`: it is typing.
fn change(lab: Lab, typed: bool, edit: impl FnOnce(&mut Project)) {
    large::settle(lab);
    let mut project = own(lab);
    edit(&mut project);
    take(lab, *project, typed);
}

/// The payload as the editor sends it.
pub fn type_payload(lab: Lab, text: Arc<str>) {
    let owner = lab.answer.with_untracked(|answer| answer.owner);
    let mut project = own(lab);
    put_payload(&mut project, owner, text);
    take(lab, *project, true);
}

thread_local! {
    /// What is typed into another field is another step of undo.
    static FIELD: RefCell<Option<Element>> = const { RefCell::new(None) };
}

/// The project, to be changed.
#[inline(never)]
fn own(lab: Lab) -> Box<Project> {
    Box::new(lab.project.get_untracked().as_ref().clone())
}

#[inline(never)]
fn take(lab: Lab, project: Project, typed: bool) {
    let before = lab.project.get_untracked();
    if project == *before {
        return;
    }
    let (after, field) = (Arc::new(project), document().active_element());
    let goes_on = FIELD.replace(field.clone()) == field;
    lab.history.update(|history| {
        if !goes_on {
            history.part();
        }
        history.record(&before, &after, typed.then(clock::milliseconds));
    });
    lab.project.set(after);
    storage::save_soon(lab);
}

/// Replaces the whole payload.
pub fn set_payload(lab: Lab, text: String) {
    let owner = lab.answer.with_untracked(|answer| answer.owner);
    change(lab, false, |project| put_payload(project, owner, text.into()));
}

/// The payload that answers is the project's, or that of the rule that takes the link.
fn put_payload(project: &mut Project, owner: Option<usize>, text: Arc<str>) {
    match owner.and_then(|rule| project.rules.get_mut(rule)) {
        Some(rule) => Arc::make_mut(rule).payload = Some(text),
        None => project.payload = text,
    }
}

pub fn set_link(lab: Lab, link: String) {
    change(lab, true, |project| project.link = link);
}

pub fn set_domain(lab: Lab, domain: String) {
    change(lab, true, |project| project.settings.domain = domain);
}

/// What the person wishes to see.
pub fn set_state(lab: Lab, state: State) {
    lab.screen.update(|screen| screen.playing = false);
    change(lab, false, |project| project.state = state);
}

/// How long the placeholder stands before the answer comes.
const ANSWERS_AFTER: u32 = 1500;

/// Plays what happens when the link is pasted: the placeholder, then the answer.
pub fn play(lab: Lab) {
    set_state(lab, State::Loaded);
    lab.screen.update(|screen| screen.playing = true);
    Timeout::new(ANSWERS_AFTER, move || lab.screen.update(|screen| screen.playing = false)).forget();
}

pub fn set_profile(lab: Lab, profile: Profile) {
    change(lab, false, |project| project.profile = profile);
}

pub fn rename(lab: Lab, name: String) {
    change(lab, true, |project| project.name = name);
}

/// Applies a fix of the present analysis to the text that it is about.
pub fn apply_fix(lab: Lab, source: Where, fix: &Fix) {
    let before = lab.project.get_untracked();
    large::settle(lab);
    // What was typed and not delivered yet moves the places of the fix.
    if !Arc::ptr_eq(&before, &lab.project.get_untracked()) {
        return announce(lab, "the text has just changed: look at the problem again".to_owned());
    }
    match source {
        Where::Payload => set_payload(lab, apply(&lab.payload(), &fix.edits)),
        Where::Rule { index, text } => rules::apply_fix(lab, index, text, fix),
        Where::Update => {
            let text = apply(&lab.update.get_untracked(), &fix.edits);
            change(lab, false, |project| project.update = Some(text.into()));
        }
        Where::Setting(setting) => change(lab, false, |project| {
            let text = apply(setting.of(&project.settings), &fix.edits);
            setting.put(&mut project.settings, text);
        }),
        Where::Service(_) | Where::Message => {}
    }
    announce(lab, format!("done: {}", fix.title));
}

/// Applies every fix that cannot lose anything.
pub fn fix_all(lab: Lab) {
    large::settle(lab);
    let owner = lab.answer.with_untracked(|answer| answer.owner);
    let payload = lab.payload();
    change(lab, false, |project| {
        put_payload(project, owner, fix_all_of(&payload, project.profile).into());
        fix_all_links(project);
    });
    announce(lab, "all safe fixes applied".to_owned());
}

pub fn format_payload(lab: Lab) {
    large::settle(lab);
    match format(&lab.payload()) {
        Some(text) => {
            set_payload(lab, text);
            announce(lab, "formatted".to_owned());
        }
        None => announce(lab, "the payload does not parse yet: mend the first problem, then format".to_owned()),
    }
}

pub fn undo(lab: Lab) {
    travel(lab, History::undo, "undone");
}

pub fn redo(lab: Lab) {
    travel(lab, History::redo, "done again");
}

fn travel(lab: Lab, way: fn(&mut History, &Arc<Project>) -> Option<Arc<Project>>, said: &str) {
    large::settle(lab);
    let present = lab.project.get_untracked();
    if let Some(project) = lab.history.try_update(|history| way(history, &present)).flatten() {
        lab.project.set(project);
        integration::find_step(lab);
        storage::save_soon(lab);
        announce(lab, said.to_owned());
    }
}

/// Opens another project in the place of the present one, which stays in the list.
pub fn open(lab: Lab, opened: storage::Opened) {
    large::settle(lab);
    storage::save_changes(lab);
    lab.held.update_value(|held| {
        held.last_valid = opened.last_valid;
        held.edited = opened.edited;
        held.id = opened.id.into();
    });
    lab.history.set(History::default());
    lab.project.set(Arc::new(opened.project));
    close_media(lab);
    integration::look_anew(lab);
    // Secrets and what was pasted belong to the project that was open.
    lab.tools.set(Tools::default());
    close_dialog(lab);
    bring_forward(lab, Pane::Preview);
    storage::save_changes(lab);
}

/// Opens a template as a project of its own.
pub fn use_template(lab: Lab, id: &str) {
    let id = id.to_owned();
    spawn_local(async move {
        match platform::fetch::templates().await.into_iter().find(|template| template.id == id) {
            Some(template) => {
                open(lab, storage::Opened::fresh(template.project));
                announce(lab, format!("opened the template “{}”", template.title));
            }
            None => announce(lab, "the templates could not be loaded".to_owned()),
        }
    });
}

/// Puts a project from outside in the place of the present one, as one step that can be undone.
pub fn replace_project(lab: Lab, project: Project) {
    change(lab, false, |present| *present = project);
    integration::look_anew(lab);
    close_media(lab);
}

/// Selects the place of a diagnostic in the text that it is about.
pub fn reveal(lab: Lab, source: Where, span: Span) {
    match source {
        Where::Payload => {
            bring_forward(lab, Pane::Payload);
            reveal_in(Name::Payload, &lab.payload(), span);
        }
        Where::Rule { index, text } => {
            bring_forward(lab, Pane::Rules);
            rules::open(lab, index);
            rules::reveal(lab, text, span);
        }
        Where::Update => {
            bring_forward(lab, Pane::Integration);
            platform::dom::set("#service-section", "open", Some(""));
            reveal_in(Name::Update, &lab.update.get_untracked(), span);
        }
        Where::Setting(setting) => reveal_field(lab, ["#setting-", setting.key()].concat()),
        Where::Service(field) => reveal_field(lab, ["#service-", field.key()].concat()),
        Where::Message => {}
    }
}

/// Goes to a field of the integration, in its section.
fn reveal_field(lab: Lab, field: String) {
    bring_forward(lab, Pane::Integration);
    platform::dom::set(&[".section:has(", &field, ")"].concat(), "open", Some(""));
    platform::document::next_frame(move || platform::dom::focus(&field));
}

/// Selects a place in an editor.
fn reveal_in(name: Name, text: &str, span: Span) {
    let utf16 = Utf16::new(text);
    let (from, to) = (utf16.from_byte(span.start), utf16.from_byte(span.end));
    // After the pane is on screen: a hidden editor cannot scroll.
    platform::document::next_frame(move || platform::editor::reveal(name, from, to));
}

pub fn copy_payload(lab: Lab) {
    large::settle(lab);
    platform::clipboard::copy(lab, &lab.payload(), "JSON copied");
}

pub fn download_payload(lab: Lab) {
    large::settle(lab);
    let name = lab.project.with_untracked(|project| file_name(&project.name));
    platform::download::save(&name, "application/json", &lab.payload());
    announce(lab, format!("saved as {name}"));
}

/// `Acme items` → `acme-items.json`
fn file_name(project: &str) -> String {
    let words = project.split(|c: char| c.is_ascii() && !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let words: Vec<String> = words.map(str::to_ascii_lowercase).collect();
    if words.is_empty() { "payload.json".to_owned() } else { format!("{}.json", words.join("-")) }
}

pub fn show(lab: Lab, dialog: Dialog) {
    lab.screen.update(|screen| screen.dialog = Some(dialog));
}

pub fn close_dialog(lab: Lab) {
    lab.screen.update(|screen| screen.dialog = None);
}

/// A press on a player or frame: it may load.
pub fn open_media(lab: Lab, media: String) {
    lab.media.update(|known| known.opened.push(media));
}

/// What was pressed was pressed in another project, and what could not be loaded then may be there now.
fn close_media(lab: Lab) {
    lab.media.update(|known| {
        known.opened.clear();
        known.broken.clear();
    });
}

pub fn break_picture(lab: Lab, media: String) {
    lab.media.update(|known| known.broken.push(media));
}

/// Says what was done in the live region.
pub fn announce(lab: Lab, text: String) {
    lab.screen.update(|screen| screen.announcement = (screen.announcement.0 + 1, text));
}

/// Shows something in the pane below, where that has a place of its own.
pub fn bring_below(lab: Lab, lower: Lower) {
    lab.screen.update(|screen| screen.lower = lower);
}

/// Brings a pane to the front, where there is room for one only.
pub fn bring_forward(lab: Lab, pane: Pane) {
    lab.screen.update(|screen| {
        screen.pane = pane;
        match pane {
            Pane::Payload => screen.source = Source::Payload,
            Pane::Rules => screen.source = Source::Rules,
            Pane::Integration => screen.source = Source::Integration,
            Pane::Problems => screen.lower = Lower::Problems,
            Pane::Timeline => screen.lower = Lower::Timeline,
            Pane::Preview => {}
        }
    });
}

/// Starts a project with the smallest payload that is valid.
pub fn new_project(lab: Lab) {
    let mut project = templates::smallest();
    "Untitled".clone_into(&mut project.name);
    open(lab, storage::Opened::fresh(project));
    announce(lab, "new project".to_owned());
}

/// Goes on in a copy; the project as it was stays in the list.
pub fn copy_project(lab: Lab) {
    large::settle(lab);
    let mut project = lab.project.get_untracked().as_ref().clone();
    project.name = format!("{} (copy)", project.name);
    open(lab, storage::Opened::fresh(project));
    announce(lab, "this is the copy".to_owned());
}
