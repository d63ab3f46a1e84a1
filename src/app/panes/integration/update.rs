//! The editor of the update's body.

use leptos::prelude::*;

use crate::app::actions::{self, integration};
use crate::app::editors::{self, Edited};
use crate::app::platform::dom;
use crate::app::platform::editor::{self, Language, Name};
use crate::app::state::{Lab, Source};
use crate::core::diagnostic::Diagnostic;
use crate::core::project::Where;

pub fn follow(lab: Lab) {
    // An editor that nobody has seen yet would only delay the others.
    let (owner, mut made) = (Owner::current(), false);
    dom::follow(Box::new(move || {
        if !made && lab.screen.with(|screen| screen.source == Source::Integration) {
            made = true;
            if let Some(owner) = &owner {
                owner.with(|| edit(lab));
            }
        }
    }));
}

fn edit(lab: Lab) {
    let (read, write) = (move || lab.update.get(), move |text| integration::type_update(lab, text));
    editors::follow(
        lab,
        Edited {
            over: Box::new(move || lab.around.with(|_| editor::over(&lab.update.get(), &problems(lab), &[]))),
            fix: Box::new(move |problem, fix| {
                if let Some(fix) = problems(lab).get(problem).and_then(|problem| problem.fixes.get(fix)) {
                    actions::apply_fix(lab, Where::Update, fix);
                }
            }),
            complete: Box::new(move |offset| editor::completions(&lab.update.get_untracked(), offset, &[])),
            ..Edited::new(Name::Update, Language::Json, "Update (JSON)", read, write)
        },
    );
}

fn problems(lab: Lab) -> Vec<Diagnostic> {
    lab.around.with_untracked(|around| around.diagnostics.iter().filter(|one| one.source == Where::Update).cloned().collect())
}
