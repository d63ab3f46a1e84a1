//! Payload to drawing model.
//!
//! In: a payload and the moment that relative times count from. Out: every attribute either drawn or listed with the
//! reason why not. Nothing here asks the rules: whatever can be drawn is drawn.

use std::collections::HashMap;

use jiff::Timestamp;

use super::part::{self, Drawn};
use super::{Mention, NotDrawn, Preview, Render, State};
use crate::core::unfurl::{Attribute, Payload, Section};

/// Draws what can be drawn. `now` is what relative times count from.
pub fn draw(payload: &Payload, now: Timestamp) -> Render {
    let mut sheet = Sheet::default();
    for attribute in effective(&payload.attributes, &mut sheet.not_drawn) {
        match part::draw(attribute, now) {
            Ok(drawn) => sheet.place(drawn, attribute),
            Err(reason) => sheet.leave_out(attribute, reason),
        }
    }
    sheet.not_drawn.sort_by_key(|left_out| pointer_order(&left_out.pointer));
    let preview = sheet.preview;
    let mention =
        Mention { entity: preview.entity.clone(), identifier: preview.identifier.clone(), title: preview.title.clone() };
    let state = match (payload.error.is_some(), preview.is_empty()) {
        (true, true) => State::Error,
        (true, false) => State::LoadedWithError,
        (false, true) => State::Plain,
        (false, false) => State::Loaded,
    };
    Render { state, preview, mention, error: payload.error.clone(), not_drawn: sheet.not_drawn }
}

/// The attributes that count, in order: a later one with the same id takes the place of the earlier one.
fn effective<'a, 'n>(attributes: &'a [Attribute<'n>], not_drawn: &mut Vec<NotDrawn>) -> Vec<&'a Attribute<'n>> {
    let mut places: HashMap<&str, usize> = HashMap::new();
    let mut counted: Vec<&Attribute> = Vec::with_capacity(attributes.len());
    for attribute in attributes {
        match attribute.id.and_then(|id| places.get(id)) {
            Some(place) => {
                let earlier = std::mem::replace(&mut counted[*place], attribute);
                not_drawn.push(NotDrawn {
                    pointer: earlier.pointer.clone(),
                    reason: format!("a later attribute has the same id `{}`", attribute.id.unwrap_or_default()),
                });
            }
            None => {
                attribute.id.map(|id| places.insert(id, counted.len()));
                counted.push(attribute);
            }
        }
    }
    counted
}

/// `/operations/0/set/12` by its numbers, so that 12 follows 2.
fn pointer_order(pointer: &str) -> usize {
    pointer.rsplit('/').next().and_then(|index| index.parse().ok()).unwrap_or(0)
}

#[derive(Default)]
struct Sheet {
    preview: Preview,
    not_drawn: Vec<NotDrawn>,
    /// The pointers of the parts in sections with room for one.
    alone: HashMap<&'static str, String>,
}

impl Sheet {
    fn leave_out(&mut self, attribute: &Attribute, reason: String) {
        self.not_drawn.push(NotDrawn { pointer: attribute.pointer.clone(), reason });
    }

    fn place(&mut self, drawn: Drawn, attribute: &Attribute) {
        let Drawn { section, part } = drawn;
        if section == Section::Background && part.color.is_none() {
            return self.leave_out(attribute, "`background` takes a colour".to_owned());
        }
        let earlier = if section.holds_several() { None } else { self.alone.insert(section.name(), attribute.pointer.clone()) };
        if let Some(pointer) = &earlier {
            let reason = format!("`{}` has room for one attribute; the later `{}` is drawn", section.name(), part.attribute);
            self.not_drawn.push(NotDrawn { pointer: pointer.clone(), reason });
        }
        match self.preview.slot(section) {
            None => self.preview.background = part.color,
            Some(slot) => {
                if earlier.is_some() {
                    slot.clear();
                }
                slot.push(part);
            }
        }
    }
}

impl Preview {
    fn is_empty(&self) -> bool {
        self.background.is_none() && Section::ALL.into_iter().all(|section| self.section(section).is_empty())
    }
}
