//! The payload and its editor.

use leptos::prelude::*;

use super::form;
use crate::app::actions::delivery::{receive, settle};
use crate::app::actions::document::{apply_fix, redo, undo};
use crate::app::actions::form::point_at;
use crate::app::browser::editor::{Explanation, Language};
use crate::app::command::{Command, CommandButton};
use crate::app::components::{Choice, CodeEditor, EditorHost, Loaded, overlay};
use crate::app::lab::Lab;
use crate::app::store::{Design, EditorName, PayloadCheck, PreferencesStoreFields, ScreenStoreFields};
use crate::core::complete::{Group, complete, explain};
use crate::core::place::Where;
use crate::core::utf16::Utf16;

#[component]
pub fn PayloadPane() -> impl IntoView {
    let lab = Lab::of_page();
    let text = Signal::derive(move || lab.derived.answer.with(|answer| answer.text.clone()));
    let design = lab.screen.preferences().design();
    let over = Signal::derive(move || {
        lab.derived.payload.with(|payload: &PayloadCheck| overlay(&payload.text, &payload.analysis.diagnostics, &[]))
    });
    let host = EditorHost {
        change: Callback::new(move |text| receive(lab, text)),
        fix: Callback::new(move |(problem, fix): (usize, usize)| {
            let payload = lab.derived.payload.get_untracked();
            if let Some(fix) = payload.analysis.diagnostics.get(problem).and_then(|diagnostic| diagnostic.fixes.get(fix)) {
                apply_fix(lab, Where::Payload, fix);
            }
        }),
        complete: Callback::new(move |offset| {
            settle(lab);
            completions(lab, &lab.payload(), offset, &[])
        }),
        explain: Callback::new(move |offset| explained(&lab.payload(), offset)),
        pointed: Callback::new(move |offset| point_at(lab, offset)),
        ..editor_host(lab)
    };
    view! {
        <PayloadOwner/>
        <DesignBar/>
        <Show when=move || design.get().has_form()><Loaded part=form::PART/></Show>
        <CodeEditor
            editors=lab.editors
            name=EditorName::Payload.name()
            class="payload-editor"
            hidden=Signal::derive(move || !design.get().has_json())
            language=Language::Json
            label="Payload (JSON)"
            text=text
            pending=Signal::derive(move || lab.delivery.is_pending())
            overlay=over
            host=host
            focus=lab.editor_focus(EditorName::Payload)
        />
    }
}

/// What the key or value at an offset means; in UTF-16 units.
fn explained(text: &str, offset: usize) -> Option<Explanation> {
    let utf16 = Utf16::new(text);
    let (span, text) = explain(text, utf16.to_byte(offset))?;
    Some(Explanation { from: utf16.from_byte(span.start), to: utf16.from_byte(span.end), text })
}

/// Form, JSON or both, and what can be added.
#[component]
fn DesignBar() -> impl IntoView {
    let lab = Lab::of_page();
    let design = lab.screen.preferences().design();
    let button = move |one| {
        let chosen = Signal::derive(move || design.get() == one);
        view! { <CommandButton command=Command::Design(one) class="" pressed=chosen stop=chosen part=Some(form::PART)/> }
    };
    view! {
        <div class="design-bar">
            <Choice label="Edit the payload as">{Design::ALL.map(button).collect_view()}</Choice>
            <CommandButton command=Command::AddAttribute expanded=lab.screen.adding() part=Some(form::PART)/>
        </div>
    }
}

/// Whose payload it is, where that is not the project's.
#[component]
fn PayloadOwner() -> impl IntoView {
    let lab = Lab::of_page();
    let owner = move || {
        let rule = lab.derived.answer.with(|answer| answer.owner)?;
        let name = lab.derived.setup.with(|project| project.rule_name(rule));
        Some(format!("The response for links that match rule {name}"))
    };
    let owner = Memo::new(move |_| owner());
    view! { <p class="note owner" id="payload-owner" hidden=move || owner.get().is_none()>{owner}</p> }
}

/// What every editor of the page has in common: the history of the project.
pub fn editor_host(lab: Lab) -> EditorHost {
    EditorHost {
        change: Callback::new(|_| {}),
        undo: Callback::new(move |()| undo(lab)),
        redo: Callback::new(move |()| redo(lab)),
        fix: Callback::new(|_| {}),
        complete: Callback::new(|_| None),
        pointed: Callback::new(|_| {}),
        explain: Callback::new(|_| None),
    }
}

/// What can be typed at an offset in UTF-16 units, as JSON; `groups` of the pattern, where there are placeholders.
pub fn completions(lab: Lab, text: &str, offset: usize, groups: &[Group]) -> Option<String> {
    let utf16 = Utf16::new(text);
    let mut completions = complete(text, utf16.to_byte(offset), groups, lab.now())?;
    completions.from = utf16.from_byte(completions.from);
    completions.to = utf16.from_byte(completions.to);
    serde_json::to_string(&completions).ok()
}
