//! The payload: its editor and what can be done with its text.

use leptos::prelude::*;

use crate::app::actions;
use crate::app::erased::{derived, live, press};
use crate::app::icon::{LuCopy, LuDownload, LuWandSparkles, icon};
use crate::app::state::{Lab, Pane};
use crate::app::widgets::code_editor::PayloadEditor;

#[component]
pub fn PayloadPane() -> impl IntoView {
    let lab = Lab::here();
    view! {
        <section class="pane source" aria-label="Payload">
            <div class="toolbar">
                <button type="button" class="tab" data-action="pane:payload" aria-pressed="true" on:click=press(move || actions::bring_forward(lab, Pane::Payload))>
                    "Payload"
                </button>
                <div class="toolbar-actions">
                    <FixAll/>
                    <button type="button" class="quiet" data-action="format" title="Format (Alt Shift F)" on:click=press(move || actions::format_payload(lab))>
                        "Format"
                    </button>
                    <button type="button" class="quiet" data-action="copy-json" aria-label="Copy JSON" title="Copy JSON" on:click=press(move || actions::copy_payload(lab))>
                        {icon(LuCopy)}
                    </button>
                    <button type="button" class="quiet" data-action="download" aria-label="Download" title="Download as a file" on:click=press(move || actions::download_payload(lab))>
                        {icon(LuDownload)}
                    </button>
                </div>
            </div>
            <PayloadEditor/>
        </section>
    }
}

/// Says how many problems it would mend.
#[component]
pub fn FixAll() -> impl IntoView {
    let lab = Lab::here();
    let fixable = Memo::new(move |_| {
        lab.analysis.with(|checked| {
            checked.analysis.diagnostics.iter().filter(|diagnostic| diagnostic.fixes.iter().any(|fix| fix.safe)).count()
        })
    });
    view! {
        <button type="button" class="quiet accent" data-action="fix-all" disabled=derived(move || fixable.get() == 0) on:click=press(move || actions::fix_all(lab))>
            {icon(LuWandSparkles)}
            {live(move || if fixable.get() == 0 { "Fix all".to_owned() } else { format!("Fix all ({})", fixable.get()) })}
        </button>
    }
}
