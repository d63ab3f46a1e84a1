//! Changes of the payload that need no JSON: in the form, and on the card.

mod hidden;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::wasm_split;

use super::delivery::settle;
use super::document::put;
use super::navigation::{bring_forward, mark, reveal};
use crate::app::browser::document::is_narrow;
use crate::app::browser::fetch::NotLoaded;
use crate::app::browser::frame::next_frame;
use crate::app::lab::Lab;
use crate::app::store::{Design, Pane, PreferencesStoreFields, ScreenStoreFields, Step, Target, Undoable};
use crate::core::edit::apply;
use crate::core::form::{Change, DEVELOPER, Field, Layers, Refused, Word, change};
use crate::core::place::Where;
use crate::core::preview::Preview;
use crate::core::unfurl::Section;
use crate::core::utf16::Utf16;
use hidden::{leave_out, put_back};

pub use hidden::{HiddenDeed, run_hidden};

/// What is done to one attribute.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    /// Selects it; clears the selection if it is selected already.
    Select,
    Duplicate,
    /// Leaves it out of the payload, and keeps it in the project.
    Hide,
    Delete,
    Up,
    Down,
    /// Shows it in the JSON.
    Reveal,
}

impl Deed {
    pub const ALL: [Self; 7] = [Self::Select, Self::Duplicate, Self::Hide, Self::Delete, Self::Up, Self::Down, Self::Reveal];
}

pub fn show(lab: Lab, design: Design) {
    lab.screen.preferences().design().set(design);
}

/// Lists what can be added.
pub fn offer(lab: Lab) {
    open(lab);
    let adding = lab.screen.adding();
    adding.update(|adding| *adding = !*adding);
    if adding.get_untracked() {
        lab.focus(Target::Word);
    }
}

/// Opens the form beside what is open.
fn open(lab: Lab) {
    bring_forward(lab, Pane::Payload);
    let design = lab.screen.preferences().design();
    if !design.get_untracked().has_form() {
        design.set(if is_narrow() { Design::Form } else { Design::Both });
    }
}

/// Selects an attribute, in the form and on the card.
pub fn select(lab: Lab, index: usize) {
    if lab.screen.selected().get_untracked() != Some(index) {
        lab.screen.selected().set(Some(index));
    }
    open(lab);
    mark(lab, Some(index), true);
}

/// Selects the attribute at the cursor of the JSON editor. The offset is in UTF-16 units.
pub fn point_at(lab: Lab, offset: usize) {
    let index = lab.derived.payload.with_untracked(|payload| {
        let place = Utf16::new(&payload.text).to_byte(offset);
        payload.analysis.render.as_ref()?.attribute_at(place)
    });
    if lab.screen.selected().get_untracked() != index {
        lab.screen.selected().set(index);
        mark(lab, index, false);
    }
}

/// Selects the next part of the card, or the one before.
pub fn walk(lab: Lab, preview: &Preview, forwards: bool) {
    let order: Vec<usize> = preview.parts().map(|part| part.index).collect();
    let at = lab.screen.selected().get_untracked().and_then(|index| order.iter().position(|one| *one == index));
    let next = match at {
        None => 0,
        Some(at) if forwards => at + 1,
        Some(at) => at.checked_sub(1).unwrap_or(order.len()),
    };
    if let Some(index) = order.get(next % order.len().max(1)) {
        select(lab, *index);
    }
}

/// Goes to the text of the selected attribute in the form.
pub fn edit_selected(lab: Lab) {
    let Some(index) = lab.screen.selected().get_untracked() else { return };
    open(lab);
    lab.focus(Target::Attribute(index, Field::Value));
}

pub fn delete_selected(lab: Lab) {
    if let Some(index) = lab.screen.selected().get_untracked() {
        run(lab, Deed::Delete, index);
    }
}

pub fn run(lab: Lab, deed: Deed, index: usize) {
    match deed {
        Deed::Select if lab.screen.selected().get_untracked() == Some(index) => lab.screen.selected().set(None),
        Deed::Select => select(lab, index),
        Deed::Reveal => {
            let span = lab.derived.payload.with_untracked(|payload| payload.analysis.render.as_ref()?.place_of(index));
            let design = lab.screen.preferences().design();
            if !design.get_untracked().has_json() {
                design.set(Design::Both);
            }
            if let Some(span) = span {
                reveal(lab, Where::Payload, span);
            }
        }
        Deed::Duplicate => make_soon(lab, Change::Duplicate { index }),
        Deed::Hide => soon(lab, move |form| (form.leave_out)(lab, index)),
        Deed::Delete => make_soon(lab, Change::Delete { index }),
        Deed::Up => make_soon(lab, Change::Move { index, to: index.saturating_sub(1) }),
        Deed::Down => make_soon(lab, Change::Move { index, to: index + 1 }),
    }
}

/// Puts an attribute into a section, and beside another one if the spot is there.
pub fn place(lab: Lab, index: usize, section: Section, beside: Option<(usize, bool)>) {
    soon(lab, move |form| {
        let set = Change::Set { index, field: Field::Section, to: section.name() };
        let to = beside.map(|(other, after)| place_beside(index, other, after));
        let changes: Vec<Change> = [Some(set), to.map(|to| Change::Move { index, to })].into_iter().flatten().collect();
        (form.make)(lab, Step::Whole, &changes);
        lab.screen.selected().set(Some(to.unwrap_or(index)));
    });
}

/// Taken out first, an attribute leaves a gap.
fn place_beside(index: usize, other: usize, after: bool) -> usize {
    let place = other + usize::from(after);
    if place > index { place - 1 } else { place }
}

/// Moves an attribute to the place of another one.
pub fn move_to(lab: Lab, index: usize, to: usize) {
    make_soon(lab, Change::Move { index, to });
}

/// Adds what a word names. If the card has room for only one and has it already, selects that one.
pub fn add(lab: Lab, word: &'static Word) {
    lab.screen.adding().set(false);
    if let Some(index) = there(lab, word) {
        select(lab, index);
        return edit_selected(lab);
    }
    make_soon(lab, Change::Add { word, section: None, now: lab.now() });
}

/// Adds what a word names, in another section than its own.
pub fn add_at(lab: Lab, word: &'static Word, section: Section) {
    make_soon(lab, Change::Add { word, section: Some(section), now: lab.now() });
}

fn there(lab: Lab, word: &Word) -> Option<usize> {
    let analysis = lab.derived.payload.with_untracked(|payload| payload.analysis.render.clone())?;
    let parts = analysis.preview.section(word.section);
    let one = parts
        .iter()
        .find(|part| if word.id() == DEVELOPER { part.attribute == DEVELOPER } else { !word.section.holds_several() });
    one.map(|part| part.index)
}

/// Sets a field to the text that somebody is typing.
pub fn type_in(lab: Lab, index: usize, field: Field, to: &str) {
    make(lab, Step::Typed(Target::Attribute(index, field)), &[Change::Set { index, field, to }]);
}

/// Sets the value of an attribute to the text that somebody is typing on the card, where the form may not have loaded.
pub fn write(lab: Lab, index: usize, to: String) {
    let field = Field::Value;
    soon(lab, move |form| {
        (form.make)(lab, Step::Typed(Target::Attribute(index, field)), &[Change::Set { index, field, to: &to }]);
    });
}

/// Sets a field to a value that somebody chose.
pub fn set(lab: Lab, index: usize, field: Field, to: &str) {
    make(lab, Step::Whole, &[Change::Set { index, field, to }]);
}

/// Makes a change as soon as the part of the form has loaded.
fn make_soon(lab: Lab, change: Change<'static>) {
    soon(lab, move |form| (form.make)(lab, Step::Whole, &[change]));
}

fn soon(lab: Lab, then: impl FnOnce(Loaded) + 'static) {
    spawn_local(async move {
        match load().await {
            Ok(form) => then(form),
            Err(NotLoaded) => lab.announce("This part could not be loaded. Check your connection and try again"),
        }
    });
}

/// What loads with the form.
struct Loaded {
    make: fn(Lab, Step, &[Change]),
    leave_out: fn(Lab, usize),
    put_back: fn(Lab, usize),
}

#[wasm_split(form, wasm_split_path = ::leptos::wasm_split, fallible)]
fn load() -> Result<Loaded, NotLoaded> {
    Ok(Loaded { make, leave_out, put_back })
}

/// Changes the payload in one step, and says why where it cannot. Each change builds upon the one before.
fn make(lab: Lab, step: Step, changes: &[Change]) {
    settle(lab);
    let before = lab.payload();
    match changed(&before, changes) {
        Ok(text) if *text == *before => {}
        Ok(text) => {
            put(lab, step, text);
            for this in changes {
                follow(lab, this);
            }
        }
        Err(refused) => lab.announce(refused.to_string()),
    }
}

fn changed(text: &str, changes: &[Change]) -> Result<String, Refused> {
    changes.iter().try_fold(text.to_owned(), |text, this| Ok(apply(&text, &change(&text, this)?)))
}

/// Keeps the selection on the attribute that was changed.
fn follow(lab: Lab, this: &Change) {
    let selected = lab.screen.selected();
    match *this {
        Change::Set { .. } | Change::Insert { .. } => {}
        Change::Move { to, .. } => selected.set(Some(to)),
        Change::Duplicate { index } => selected.set(Some(index + 1)),
        Change::Delete { .. } => {
            selected.set(None);
            lab.announce_undoable("Attribute deleted", Undoable::Change);
        }
        Change::Add { .. } => {
            let last = Layers::of(&lab.payload()).and_then(|layers| layers.len().checked_sub(1));
            if let Some(last) = last {
                select(lab, last);
                lab.focus(Target::Attribute(last, Field::Value));
                // The editor gets the new text before the next frame.
                next_frame(move || mark(lab, Some(last), true));
            }
        }
    }
}
