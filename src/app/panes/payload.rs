//! The payload and its editor.

use crate::app::editors::{self, Edited};
use crate::app::platform::editor::{self, Language, Name};
use crate::app::state::Lab;
use crate::app::{actions, large};
use crate::core::project::Where;

pub fn follow(lab: Lab) {
    let read = move || lab.answer.with(|answer| answer.text.clone());
    let write = move |text| large::receive(lab, text);
    editors::follow(
        lab,
        Edited {
            over: Box::new(move || lab.analysis.with(|checked| editor::over(&checked.text, &checked.analysis.diagnostics, &[]))),
            fix: Box::new(move |problem, fix| {
                let checked = lab.analysis.get_untracked();
                if let Some(fix) = checked.analysis.diagnostics.get(problem).and_then(|diagnostic| diagnostic.fixes.get(fix)) {
                    actions::apply_fix(lab, Where::Payload, fix);
                }
            }),
            complete: Box::new(move |offset| {
                large::settle(lab);
                editor::completions(&lab.payload(), offset, &[])
            }),
            pending: large::is_pending,
            ..Edited::new(Name::Payload, Language::Json, "Payload (JSON)", read, write)
        },
    );
}
