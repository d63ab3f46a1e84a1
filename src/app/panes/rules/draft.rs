//! A pattern drafted from the samples, and the parts of the URL that the person can let vary.

use leptos::prelude::*;

use crate::app::command::{Command, CommandButton};
use crate::app::components::Prose;
use crate::app::lab::Lab;
use crate::core::links::draft::{Draft, DraftPart, Part, draft_with};
use crate::core::project::LinkRule;

type Drafted = Memo<Option<Result<Draft, String>>>;

#[component]
pub fn DraftedPattern() -> impl IntoView {
    let lab = Lab::of_page();
    let turned = RwSignal::new(Vec::new());
    let draft = Memo::new(move |_| lab.derived.open_rule.get().map(|open| draft_of(&open.rule, &turned.get())));
    view! {
        <div class="proposal">
            <Parts draft=draft turned=turned/>
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

/// One button a part: pressed, it varies. They stay while the pattern below them changes, so the focus does too.
#[component]
fn Parts(draft: Drafted, turned: RwSignal<Vec<Part>>) -> impl IntoView {
    let parts = Memo::new(move |_| draft.get().and_then(Result::ok).map(|draft| draft.parts).unwrap_or_default());
    view! {
        <div class="draft-parts" role="group" aria-label="Parts that vary" hidden=move || parts.with(Vec::is_empty)>
            <span class="hint">"Varies:"</span>
            <For each=move || parts.get() key=|one| (one.part, one.text.clone()) let:one>
                <PartButton one=one draft=draft turned=turned/>
            </For>
        </div>
    }
}

#[component]
fn PartButton(one: DraftPart, draft: Drafted, turned: RwSignal<Vec<Part>>) -> impl IntoView {
    let part = one.part;
    let varies = move || draft.with(|draft| draft.as_ref().is_some_and(|draft| is_varied(draft, part)));
    let turn = move |_| {
        turned.update(|turned| match turned.iter().position(|known| *known == part) {
            Some(known) => {
                turned.remove(known);
            }
            None => turned.push(part),
        });
    };
    view! {
        <button
            type="button"
            class="quiet"
            data-action="draft-part"
            aria-pressed=move || if varies() { "true" } else { "false" }
            title="Pressed: this part varies. Otherwise it stays as it is"
            on:click=turn
        >
            <bdi>{one.text}</bdi>
        </button>
    }
}

fn is_varied(draft: &Result<Draft, String>, part: Part) -> bool {
    draft.as_ref().is_ok_and(|draft| draft.parts.iter().any(|one| one.part == part && one.varies))
}

/// A pattern that matches all samples of a rule, or why there is none.
fn draft_of(rule: &LinkRule, turned: &[Part]) -> Result<Draft, String> {
    let samples: Vec<&str> = rule.samples.iter().map(|sample| &*sample.url).filter(|url| !url.trim().is_empty()).collect();
    draft_with(&samples, turned)
}
