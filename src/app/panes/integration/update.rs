//! The editor of the update's body.

use leptos::prelude::*;

use crate::app::actions::document::apply_fix;
use crate::app::actions::setup::type_update;
use crate::app::browser::editor::Language;
use crate::app::command::{Command, CommandButton};
use crate::app::components::{CodeEditor, EditorHost, overlay};
use crate::app::lab::Lab;
use crate::app::panes::payload::{completions, editor_host};
use crate::app::store::EditorName;
use crate::core::place::Where;

#[component]
pub fn UpdateEditor() -> impl IntoView {
    let lab = Lab::of_page();
    let host = EditorHost {
        change: Callback::new(move |text| type_update(lab, text)),
        fix: Callback::new(move |(problem, fix): (usize, usize)| {
            let problems = lab.derived.around.with_untracked(|around| around.of(Where::Update));
            if let Some(fix) = problems.get(problem).and_then(|problem| problem.fixes.get(fix)) {
                apply_fix(lab, Where::Update, fix);
            }
        }),
        complete: Callback::new(move |offset| completions(&lab.derived.update.get_untracked(), offset, &[], lab.now())),
        ..editor_host(lab)
    };
    let over = move || lab.derived.around.with(|around| overlay(&lab.derived.update.get(), &around.of(Where::Update), &[]));
    view! {
        <div class="form-head">
            <h4 id="update-title">"Update " <span class="soft">"replaces all attributes"</span></h4>
            <CommandButton command=Command::DraftUpdate/>
        </div>
        <CodeEditor
            editors=lab.editors
            name=EditorName::Update.name()
            class="placeholders"
            language=Language::Json
            label="Update (JSON)"
            rows=8
            text=lab.derived.update
            overlay=Signal::derive(over)
            host=host
            focus=lab.editor_focus(EditorName::Update)
        />
    }
}
