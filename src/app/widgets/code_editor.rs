//! The payload's editor: a plain text field at once, CodeMirror in its place when that has loaded.

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::actions;
use crate::app::platform::document;
use crate::app::platform::editor::{self, Editor, Host};
use crate::app::state::Lab;
use crate::core::utf16::Utf16;

#[component]
pub fn PayloadEditor() -> impl IntoView {
    let lab = Lab::here();
    let parent = NodeRef::<html::Div>::new();
    let field = NodeRef::<html::Textarea>::new();
    let loaded: RwSignal<Option<Editor>, LocalStorage> = RwSignal::new_local(None);
    let failed = RwSignal::new(false);
    Effect::new(move || {
        let Some(parent) = parent.get() else { return };
        spawn_local(async move {
            // The drawing first: the editor's script must not delay it.
            document::painted().await;
            let payload = lab.payload();
            match editor::create(&parent, &payload, "Payload (JSON)", host(lab)).await {
                Ok(created) => take_over(lab, &created, field, loaded),
                Err(_) => failed.set(true),
            }
            document::mark("data-editor", "ready");
        });
    });
    Effect::new(move || follow_text(lab, loaded));
    Effect::new(move || follow_problems(lab, loaded));
    Effect::new(move || follow_hover(lab));
    view! {
        <div class="editor" data-editor="payload" node_ref=parent>
            <Show when=move || loaded.with(Option::is_none)>
                <textarea
                    node_ref=field
                    aria-label="Payload (JSON)"
                    spellcheck="false"
                    autocomplete="off"
                    prop:value=move || lab.project.with(|project| project.payload.to_string())
                    on:input:target=move |event| actions::type_payload(lab, event.target().value())
                ></textarea>
            </Show>
        </div>
        <Show when=move || failed.get()>
            <p class="note">"The code editor could not be loaded. This plain field does the same without its helps."</p>
        </Show>
    }
}

/// What was typed into the plain field while the editor loaded is in the project already.
fn take_over(lab: Lab, created: &Editor, field: NodeRef<html::Textarea>, loaded: RwSignal<Option<Editor>, LocalStorage>) {
    let had_focus = field.get_untracked().is_some_and(|field| {
        leptos::prelude::document().active_element().is_some_and(|active| active.is_same_node(Some(&field)))
    });
    let payload = lab.payload();
    created.set_text(&payload);
    lab.in_editor.set_value(payload);
    editor::adopt(created.clone());
    loaded.set(Some(created.clone()));
    if had_focus {
        created.focus();
    }
}

fn host(lab: Lab) -> Host {
    Host {
        change: Box::new(move |text| actions::type_payload(lab, text)),
        undo: Box::new(move || actions::undo(lab)),
        redo: Box::new(move || actions::redo(lab)),
        fix: Box::new(move |problem, fix| {
            let checked = lab.analysis.get_untracked();
            if let Some(fix) = checked.analysis.diagnostics.get(problem).and_then(|diagnostic| diagnostic.fixes.get(fix)) {
                actions::apply_fix(lab, fix);
            }
        }),
        cursor: Box::new(move |offset| lab.cursor.set(offset)),
    }
}

/// Gives the editor a payload that did not come from it.
fn follow_text(lab: Lab, loaded: RwSignal<Option<Editor>, LocalStorage>) {
    let payload = lab.project.with(|project| project.payload.clone());
    let Some(editor) = loaded.get() else { return };
    if !Arc::ptr_eq(&payload, &lab.in_editor.get_value()) {
        editor.set_text(&payload);
        lab.in_editor.set_value(payload);
    }
}

fn follow_problems(lab: Lab, loaded: RwSignal<Option<Editor>, LocalStorage>) {
    let checked = lab.analysis.get();
    if let Some(editor) = loaded.get() {
        editor.show_problems(&checked.text, &checked.analysis.diagnostics);
    }
}

/// Marks the attribute that the pointer is on in the drawing.
fn follow_hover(lab: Lab) {
    let (from, to) = lab.hovered.get().map_or((0, 0), |span| {
        let text = lab.payload();
        let utf16 = Utf16::new(&text);
        (utf16.from_byte(span.start), utf16.from_byte(span.end))
    });
    editor::highlight(from, to);
}
