//! The board, and the stress that drawings are under.

use leptos::prelude::*;

use super::document::set_state;
use super::navigation::show_canvas;
use crate::app::lab::Lab;
use crate::app::store::{Canvas, Opening, PreferencesStoreFields, ScreenStoreFields, Target, is_unmatched};
use crate::core::preview::Stress;
use crate::core::state::State;

/// Makes a drawing of the board the single one.
pub fn open(lab: Lab, opening: Opening) {
    let Opening { state, theme, width, stress } = opening;
    let preferences = lab.screen.preferences();
    preferences.drawing().set(theme);
    preferences.width().set(width);
    if stress.is_some() {
        lab.screen.stress().set(stress);
    }
    // The board draws each state, also where no rule matches the link.
    let unmatched = untrack(|| lab.derived.setup.with(|project| is_unmatched(project, lab.derived.taken)));
    if unmatched && state != State::Plain {
        lab.screen.anyway().set(true);
    }
    set_state(lab, state);
    show_canvas(lab, Canvas::Card);
    lab.focus(Target::Card);
}

pub fn stress(lab: Lab, stress: Option<Stress>) {
    lab.screen.stress().set(stress);
    if stress.is_none() {
        lab.screen.stress_all().set(false);
    }
}

/// Adds a row for every stress to the board, or removes them.
pub fn stress_all(lab: Lab) {
    let all = lab.screen.stress_all();
    all.update(|all| *all = !*all);
    if all.get_untracked() {
        show_canvas(lab, Canvas::Board);
    }
}
