//! A pattern drafted from the samples, and the parts of the URL that the person can let vary.

use leptos::prelude::*;

use crate::app::command::{Command, CommandButton};
use crate::app::components::{DraftParts, Prose};
use crate::app::lab::Lab;
use crate::core::links::draft::{Draft, Part, draft_with};
use crate::core::project::LinkRule;

#[component]
pub fn DraftedPattern() -> impl IntoView {
    let lab = Lab::of_page();
    let turned = RwSignal::new(Vec::new());
    let draft = Memo::new(move |_| lab.derived.open_rule.get().map(|open| draft_of(&open.rule, &turned.get())));
    let parts = Memo::new(move |_| draft.get().and_then(Result::ok).map(|draft| draft.parts).unwrap_or_default());
    view! {
        <div class="proposal">
            <DraftParts parts=parts turned=turned/>
            {move || draft.get().map(proposal)}
        </div>
    }
}

fn proposal(draft: Result<Draft, String>) -> AnyView {
    let close = || view! { <CommandButton command=Command::Draft>"Close"</CommandButton> };
    match draft {
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
    }
}

/// A pattern that matches all samples of a rule, or why there is none.
fn draft_of(rule: &LinkRule, turned: &[Part]) -> Result<Draft, String> {
    let samples: Vec<&str> = rule.samples.iter().map(|sample| &*sample.url).filter(|url| !url.trim().is_empty()).collect();
    draft_with(&samples, turned)
}
