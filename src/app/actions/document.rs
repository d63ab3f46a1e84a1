//! What is done to the project as a whole and to its payload.

use std::sync::Arc;

use leptos::prelude::*;

use super::delivery::settle;
use super::{copy, rules, setup, timeline};
use crate::app::browser::{clock, download};
use crate::app::lab::Lab;
use crate::app::store::{EditorName, ScreenStoreFields, Step, Target, Undoable};
use crate::core::analysis::{fix_all as fixed_payload, fix_all_links};
use crate::core::edit::{Fix, apply};
use crate::core::history::{History, what_differs};
use crate::core::json::format::format;
use crate::core::place::Where;
use crate::core::preview::format::written;
use crate::core::profile::Profile;
use crate::core::project::Project;
use crate::core::state::State;

/// Replaces the project with a changed copy. Applies pending keystrokes first, because they belong to the project before
/// the change.
pub fn change(lab: Lab, step: Step, edit: impl FnOnce(&mut Project)) {
    settle(lab);
    record(lab, step, edit);
}

fn record(lab: Lab, step: Step, edit: impl FnOnce(&mut Project)) {
    let mut project = Project::clone(&lab.project());
    edit(&mut project);
    lab.document.record(project, step, clock::milliseconds());
}

/// Takes the payload as the editor sends it.
pub fn type_payload(lab: Lab, text: Arc<str>) {
    let owner = lab.derived.answer.with_untracked(|answer| answer.owner);
    record(lab, Step::Typed(Target::Editor(EditorName::Payload)), |project| put_payload(project, owner, text));
}

/// Replaces the whole payload.
pub fn set_payload(lab: Lab, text: String) {
    put(lab, Step::Whole, text);
}

/// The payload as a change makes it.
pub fn put(lab: Lab, step: Step, text: String) {
    let owner = lab.derived.answer.with_untracked(|answer| answer.owner);
    change(lab, step, |project| put_payload(project, owner, text.into()));
}

/// The payload that answers is the project's, or that of the rule that matches the link.
pub fn put_payload(project: &mut Project, owner: Option<usize>, text: Arc<str>) {
    match owner.and_then(|rule| project.rules.get_mut(rule)) {
        Some(rule) => Arc::make_mut(rule).payload = Some(text),
        None => project.payload = text,
    }
}

pub fn set_link(lab: Lab, link: String) {
    lab.screen.anyway().set(false);
    // Blanks around a link come along when it is copied; no rule would match it.
    let bare = link.trim().to_owned();
    change(lab, Step::Typed(Target::Link), |project| project.link = bare);
}

/// Takes a link from the list.
pub fn choose_link(lab: Lab, link: String) {
    lab.screen.anyway().set(false);
    change(lab, Step::Whole, |project| project.link = link);
}

/// Chooses the state to look at.
pub fn set_state(lab: Lab, state: State) {
    lab.screen.playing().set(false);
    change(lab, Step::Whole, |project| project.state = state);
}

/// Draws the payload although no rule matches the link.
pub fn draw_anyway(lab: Lab) {
    lab.screen.anyway().set(true);
    lab.announce("Drawing the payload. Notion would show a plain link, since no rule matches it");
}

/// Fixes the clock of relative times, or lets it run.
pub fn set_clock(lab: Lab, now: Option<String>) {
    change(lab, Step::Whole, |project| project.now = now);
}

/// Fixes the clock at the present moment.
pub fn fix_clock(lab: Lab) {
    set_clock(lab, Some(written(lab.now())));
}

/// A link that was pasted plays, if a rule matches it, as it does in Notion.
pub fn paste_link(lab: Lab, link: String) {
    set_link(lab, link);
    if lab.derived.taken.with_untracked(|taken| taken.rule.is_some()) {
        play(lab);
    }
}

/// Plays what happens when the link is pasted: the placeholder, then the answer.
pub fn play(lab: Lab) {
    set_state(lab, State::Loaded);
    lab.screen.playing().set(true);
}

pub fn set_profile(lab: Lab, profile: Profile) {
    change(lab, Step::Whole, |project| project.profile = profile);
}

pub fn rename(lab: Lab, name: String) {
    change(lab, Step::Typed(Target::ProjectName), |project| project.name = name);
}

/// Applies a fix of the current analysis to its text.
pub fn apply_fix(lab: Lab, source: Where, fix: &Fix) {
    let before = lab.project();
    settle(lab);
    // Text that is delivered only now moves the places of the fix.
    if !Arc::ptr_eq(&before, &lab.project()) {
        return lab.announce("The text has just changed. Look at the problem again");
    }
    match source {
        Where::Payload => set_payload(lab, apply(&lab.payload(), &fix.edits)),
        Where::Rule { index, text } => rules::apply_fix(lab, index, text, fix),
        Where::Update => {
            let text = apply(&lab.derived.update.get_untracked(), &fix.edits);
            setup::set_update(lab, text);
        }
        Where::Setting(setting) => change(lab, Step::Whole, |project| {
            let text = apply(project.settings.text(setting), &fix.edits);
            project.settings.put(setting, text);
        }),
        Where::Service(field) => change(lab, Step::Whole, |project| {
            let text = apply(project.service.text(field), &fix.edits);
            project.service.put(field, text);
        }),
        Where::Message => {}
    }
    lab.announce_undoable(format!("Done: {}", fix.title), Undoable::Change);
}

/// Applies every fix that cannot lose anything.
pub fn fix_all(lab: Lab, problems: usize) {
    settle(lab);
    let owner = lab.derived.answer.with_untracked(|answer| answer.owner);
    let payload = lab.payload();
    change(lab, Step::Whole, |project| {
        put_payload(project, owner, fixed_payload(&payload, project.profile).into());
        fix_all_links(project);
    });
    let plural = if problems == 1 { "" } else { "s" };
    lab.announce_undoable(format!("Fixed {problems} problem{plural}"), Undoable::Change);
}

pub fn format_payload(lab: Lab) {
    settle(lab);
    match format(&lab.payload()) {
        Some(text) => {
            set_payload(lab, text);
            lab.announce("Formatted");
        }
        None => lab.announce("The payload does not parse yet. Fix the first problem, then format"),
    }
}

pub fn undo(lab: Lab) {
    travel(lab, History::undo, "Undo");
}

pub fn redo(lab: Lab) {
    travel(lab, History::redo, "Redo");
}

fn travel(lab: Lab, way: fn(&mut History, &Arc<Project>) -> Option<Arc<Project>>, done: &str) {
    settle(lab);
    let before = lab.project();
    if lab.document.travel(way) {
        timeline::find_step(lab);
        lab.announce(format!("{done}: {}", what_differs(&before, &lab.project())));
    }
}

/// Replaces the project with one from outside, in a single undo step.
pub fn replace_project(lab: Lab, project: Project) {
    change(lab, Step::Whole, |present| *present = project);
    timeline::look_again(lab);
    lab.media.clear();
}

pub fn copy_payload(lab: Lab) {
    settle(lab);
    copy(lab, &lab.payload(), "JSON copied");
}

pub fn download_payload(lab: Lab) {
    settle(lab);
    let name = file_name(&lab.project().name);
    download::save(&name, "application/json", &lab.payload());
    lab.announce(format!("Saved as {name}"));
}

/// `Acme items` → `acme-items.json`
pub(super) fn file_name(project: &str) -> String {
    let words = project.split(|c: char| c.is_ascii() && !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let words: Vec<String> = words.map(str::to_ascii_lowercase).collect();
    if words.is_empty() { "payload.json".to_owned() } else { format!("{}.json", words.join("-")) }
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn a_file_is_named_after_the_project() {
        assert_eq!(
            ["Acme items", "  ", "Über/uns: 2", "日本"].map(file_name),
            ["acme-items.json", "payload.json", "Über-uns-2.json", "日本.json"]
        );
    }
}
