//! A project from what there is: links, JSON of an API, the HTML of a page.

mod from_data;
mod from_links;
mod outcome;

use std::sync::Arc;

use leptos::ev::DragEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::wasm_split;

use super::PageDialog;
use crate::app::actions::document::put;
use crate::app::browser::dropped;
use crate::app::command::{Command, CommandButton, Face};
use crate::app::components::{Loaded, NotLoaded, Part, PartView, own_undo, take_focus};
use crate::app::lab::Lab;
use crate::app::store::{Dialog, ScreenStoreFields, Step, Target};
use crate::core::start::{Start, project_of_payload, recognize};
use from_data::FromData;
use from_links::FromLinks;
use outcome::Outcome;

/// Loads when it is first opened.
pub const PART: Part = Part(|| Box::pin(load()));

#[wasm_split(start, wasm_split_path = ::leptos::wasm_split, fallible)]
fn load() -> Result<PartView, NotLoaded> {
    Ok(|| view! { <Starting text=RwSignal::new(String::new())/> }.into_any())
}

#[component]
pub fn StartDialog() -> impl IntoView {
    let lab = Lab::of_page();
    Effect::new(move |_| {
        if lab.screen.dialog().get() == Some(Dialog::Start) {
            lab.focus(Target::StartText);
        }
    });
    view! {
        <PageDialog dialog=Dialog::Start id="start-from" title="Start from a link, JSON or a page">
            <p class="modal-lead">"Nothing is fetched. What you make opens as a new project, and your current one stays in the list"</p>
            <Loaded part=PART/>
        </PageDialog>
    }
}

#[component]
fn Starting(text: RwSignal<String>) -> impl IntoView {
    let start = Memo::new(move |_| Arc::new(text.with(|text| recognize(text))));
    view! {
        <div class="starting">
            <Pasted text=text/>
            <p class="start-says" id="start-says" role="status">{move || start.with(|start| start.says())}</p>
            {move || outcome(&start.get())}
        </div>
    }
}

fn outcome(start: &Arc<Start>) -> AnyView {
    match &**start {
        Start::Nothing | Start::Unknown(_) => view! { <Cancel/> }.into_any(),
        Start::Links(links) => view! { <FromLinks links=links.clone()/> }.into_any(),
        Start::Data(data) => view! { <FromData data=Arc::new(data.clone())/> }.into_any(),
        Start::Payload(text) => view! { <FromPayload text=text.clone()/> }.into_any(),
    }
}

/// Where people paste, type or drop.
#[component]
fn Pasted(text: RwSignal<String>) -> impl IntoView {
    let lab = Lab::of_page();
    let over = move |event: DragEvent| {
        if dropped::has_files(&event) {
            event.prevent_default();
        }
    };
    let take = move |event: DragEvent| {
        if !dropped::has_files(&event) {
            return;
        }
        event.prevent_default();
        let file = dropped::read(&event);
        spawn_local(async move {
            match file.await {
                Some(read) => _ = text.try_set(read),
                None => lab.announce("This file could not be read"),
            }
        });
    };
    view! {
        <textarea
            class="pasted"
            data-field="start"
            rows="6"
            aria-label="Paste a link, JSON from an API, or the HTML of a page"
            aria-describedby="start-says"
            placeholder="Paste a link, JSON from an API, or the HTML of a page. Or drop a file here"
            spellcheck="false"
            autocomplete="off"
            prop:value=move || text.get()
            on:input=move |event| text.set(event_target_value(&event))
            on:keydown=|event| own_undo(&event)
            on:dragover=over
            on:drop=take
            use:take_focus=lab.focus_request(Target::StartText)
        ></textarea>
    }
}

#[component]
fn Cancel() -> impl IntoView {
    view! { <CommandButton command=Command::CloseDialog class="button" face=Face::Label>"Cancel"</CommandButton> }
}

/// A payload needs no mapping: it can be used as it is.
#[component]
fn FromPayload(text: String) -> impl IntoView {
    let lab = Lab::of_page();
    let project = Arc::new(project_of_payload(&text));
    let take = move |_| {
        put(lab, Step::Whole, text.clone());
        Command::CloseDialog.run(lab);
        lab.announce("The payload was replaced. Undo brings the old one back");
    };
    view! {
        <Outcome project=Signal::stored(Ok(project))>
            <button type="button" class="button" data-action="start:use" on:click=take>"Use it as the payload of this project"</button>
        </Outcome>
    }
}

#[cfg(test)]
mod tests;
