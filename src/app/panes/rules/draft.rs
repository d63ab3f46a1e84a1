//! A pattern drafted from the samples.

use leptos::prelude::*;
use leptos::wasm_split::wasm_split;

use crate::app::actions::rules::draft_of;
use crate::app::command::{Command, CommandButton};
use crate::app::components::{NotLoaded, Part, PartView, Prose};
use crate::app::lab::Lab;
use crate::app::store::{RuleScreenStoreFields, ScreenStoreFields};
use crate::core::links::draft::Draft;

/// Loads when it is first opened.
pub const PART: Part = Part(|| Box::pin(load()));

#[wasm_split(draft, wasm_split_path = ::leptos::wasm_split, fallible)]
fn load() -> Result<PartView, NotLoaded> {
    Ok(|| view! { <DraftedPattern/> }.into_any())
}

#[component]
pub fn DraftedPattern() -> impl IntoView {
    let lab = Lab::of_page();
    let draft = move || {
        let drafting = lab.screen.rule().drafting().get();
        lab.derived.open_rule.get().filter(|_| drafting).map(|open| draft_of(&open.rule))
    };
    move || draft().map(|draft| view! { <Proposal draft=draft/> })
}

#[component]
fn Proposal(draft: Result<Draft, String>) -> impl IntoView {
    let close = || view! { <CommandButton command=Command::Draft>"Close"</CommandButton> };
    let inside = match draft {
        Err(reason) => view! { <p><Prose text=reason/></p>{close()} }.into_any(),
        Ok(draft) => {
            let assumed = draft.assumed.into_iter().map(|line| view! { <li><Prose text=line/></li> }).collect_view();
            view! {
                <code class="drafted">{draft.pattern}</code>
                <ul class="says">{assumed}</ul>
                <div class="row-buttons"><CommandButton command=Command::UseDraft class="button"/>{close()}</div>
            }
            .into_any()
        }
    };
    view! { <div class="proposal">{inside}</div> }
}
