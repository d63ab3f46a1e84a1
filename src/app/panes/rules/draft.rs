//! A pattern drafted from the samples.

use leptos::prelude::*;

use crate::app::command::{Command, CommandButton};
use crate::app::components::Prose;
use crate::app::lab::Lab;
use crate::app::store::{RuleScreenStoreFields, ScreenStoreFields};
use crate::core::links::draft::{Draft, draft};
use crate::core::project::LinkRule;

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
                <code class="drafted">{draft.pattern.clone()}</code>
                <ul class="says">{assumed}</ul>
                <div class="row-buttons"><CommandButton command=Command::UseDraft(draft.pattern) class="button"/>{close()}</div>
            }
            .into_any()
        }
    };
    view! { <div class="proposal">{inside}</div> }
}

/// A pattern that matches all samples of a rule, or why there is none.
fn draft_of(rule: &LinkRule) -> Result<Draft, String> {
    let samples: Vec<&str> = rule.samples.iter().map(|sample| &*sample.url).filter(|url| !url.trim().is_empty()).collect();
    draft(&samples)
}
