//! Attributes that are left out of the payload for now.

use leptos::prelude::*;

use super::{changed, soon};
use crate::app::actions::delivery::settle;
use crate::app::actions::document::{change, put_payload};
use crate::app::lab::Lab;
use crate::app::store::{ScreenStoreFields, Step, Undoable};
use crate::core::form::{Change, Layers, Refused};
use crate::core::project::HiddenAttribute;

/// What is done to an attribute that is left out of the payload.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HiddenDeed {
    /// Puts it back to its place.
    Show,
    Delete,
}

impl HiddenDeed {
    pub const ALL: [Self; 2] = [Self::Show, Self::Delete];
}

pub fn run_hidden(lab: Lab, deed: HiddenDeed, number: usize) {
    match deed {
        HiddenDeed::Show => soon(lab, move |form| (form.put_back)(lab, number)),
        HiddenDeed::Delete => delete_hidden(lab, number),
    }
}

fn delete_hidden(lab: Lab, number: usize) {
    let owner = lab.derived.answer.with_untracked(|answer| answer.owner);
    change(lab, Step::Whole, |project| {
        let hidden = project.hidden_mut(owner);
        if number < hidden.len() {
            hidden.remove(number);
        }
    });
    lab.announce_undoable("Attribute deleted", Undoable::Change);
}

pub fn leave_out(lab: Lab, index: usize) {
    settle(lab);
    let before = lab.payload();
    let span = Layers::of(&before).and_then(|layers| layers.span(index));
    match (changed(&before, &[Change::Delete { index }]), span) {
        (Ok(text), Some(span)) => {
            let hidden =
                HiddenAttribute { place: index, text: before[span.start..span.end].to_owned(), ..HiddenAttribute::default() };
            swap(lab, text, |list| list.push(hidden));
            lab.screen.selected().set(None);
            lab.announce_undoable("Attribute hidden. The form keeps it below its list", Undoable::Change);
        }
        (Err(refused), _) => lab.announce(refused.to_string()),
        (Ok(_), None) => lab.announce(Refused::Nothing.to_string()),
    }
}

pub fn put_back(lab: Lab, number: usize) {
    settle(lab);
    let owner = lab.derived.answer.with_untracked(|answer| answer.owner);
    let hidden = lab.derived.setup.with_untracked(|project| project.hidden(owner).get(number).cloned());
    let Some(HiddenAttribute { place, text, .. }) = hidden else { return };
    match changed(&lab.payload(), &[Change::Insert { place, attribute: &text }]) {
        Ok(text) => {
            swap(lab, text, |list| _ = list.remove(number));
            lab.screen.selected().set(Some(place));
        }
        Err(refused) => lab.announce(refused.to_string()),
    }
}

/// Changes the payload and what is left out of it in one step.
fn swap(lab: Lab, payload: String, edit: impl FnOnce(&mut Vec<HiddenAttribute>)) {
    let owner = lab.derived.answer.with_untracked(|answer| answer.owner);
    change(lab, Step::Whole, |project| {
        put_payload(project, owner, payload.into());
        edit(project.hidden_mut(owner));
    });
}
