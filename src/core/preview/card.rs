//! Placed parts to the card: who stays where there is room for one.

use std::sync::Arc;

use super::model::{NotDrawn, Part, Preview};
use super::part::Placed;
use crate::core::unfurl::{Attribute, Section};

/// Puts the parts into their sections, in their order; where there is room for one, the last stays. Also returned:
/// those that had to give way, each with the index of its attribute.
pub(super) fn assemble(placed: Vec<Placed>, attributes: &[Attribute]) -> (Preview, Vec<(usize, NotDrawn)>) {
    let last = last_of_each(&placed);
    let mut preview = Preview::default();
    let mut crowded_out = Vec::new();
    for (at, Placed { index, section, part }) in placed.into_iter().enumerate() {
        match last[section as usize].as_ref().filter(|(last, _)| !section.holds_several() && *last != at) {
            Some((_, winner)) => {
                let pointer = attributes[index].pointer.clone();
                crowded_out.push((index, NotDrawn::new(pointer, &no_room(section, winner))));
            }
            None => match preview.section_mut(section) {
                Some(parts) => parts.push(part),
                None => preview.background = part.color,
            },
        }
    }
    (preview, crowded_out)
}

/// Of each section the position and the id of its last part.
fn last_of_each(placed: &[Placed]) -> [Option<(usize, String)>; Section::ALL.len()] {
    let mut last: [Option<usize>; Section::ALL.len()] = [None; Section::ALL.len()];
    for (at, part) in placed.iter().enumerate() {
        last[part.section as usize] = Some(at);
    }
    last.map(|at| at.map(|at| (at, placed[at].part.attribute.clone())))
}

fn no_room(section: Section, winner: &str) -> String {
    let section = section.name();
    match winner {
        "" => format!("`{section}` has room for one; a later attribute is drawn"),
        id => format!("`{section}` has room for one; the later `{id}` is drawn"),
    }
}

impl Preview {
    /// Whether nothing at all is drawn.
    pub fn is_blank(&self) -> bool {
        self.background.is_none() && Section::ALL.into_iter().all(|section| self.section(section).is_empty())
    }

    /// Of the background, nothing: it is a colour and no list.
    pub(super) fn section_mut(&mut self, section: Section) -> Option<&mut Vec<Arc<Part>>> {
        match section {
            Section::Title => Some(&mut self.title),
            Section::Entity => Some(&mut self.entity),
            Section::Primary => Some(&mut self.primary),
            Section::Secondary => Some(&mut self.secondary),
            Section::Body => Some(&mut self.body),
            Section::Embed => Some(&mut self.embed),
            Section::Avatar => Some(&mut self.avatar),
            Section::Identifier => Some(&mut self.identifier),
            Section::Background => None,
        }
    }
}
