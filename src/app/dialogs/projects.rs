//! The projects that this browser keeps: rename the open one, open, copy or delete another.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::actions;
use crate::app::erased::{live, press};
use crate::app::icon::{LuCopy, LuPlus, LuTrash2, icon};
use crate::app::platform::storage::{self, Record};
use crate::app::state::{Dialog, Lab};
use crate::app::widgets::dialog::Modal;

#[component]
pub fn ProjectsDialog() -> impl IntoView {
    view! {
        <Modal which=Dialog::Projects title="Projects">
            <Projects/>
        </Modal>
    }
}

#[component]
fn Projects() -> impl IntoView {
    let lab = Lab::here();
    let records: RwSignal<Vec<Record>> = RwSignal::default();
    let refresh = move || {
        spawn_local(async move {
            match storage::list().await {
                Ok(list) => records.set(list),
                Err(error) => actions::announce(lab, format!("the projects could not be read: {error}")),
            }
        });
    };
    refresh();
    let others = move || records.get().into_iter().filter(|record| record.id != lab.id.get()).collect::<Vec<_>>();
    view! {
        <label class="field">
            "Name of this project"
            <input
                type="text"
                data-field="project-name"
                prop:value=move || lab.project.with(|project| project.name.clone())
                on:input:target=move |event| actions::rename(lab, event.target().value())
            />
        </label>
        <div class="row">
            <button type="button" class="button" data-action="project:new" on:click=press(move || actions::new_project(lab))>
                {icon(LuPlus)}
                "New project"
            </button>
            <button type="button" class="button" data-action="project:copy" on:click=press(move || actions::copy_project(lab))>
                {icon(LuCopy)}
                "Copy this project"
            </button>
        </div>
        <h3 class="group">"Other projects in this browser"</h3>
        <ul class="projects">
            <For each=others key=|record| record.id.clone() children=move |record| view! { <OtherProject record=record refresh=refresh/> }/>
            {live(move || others().is_empty().then(|| view! { <li class="note">"None yet. A template or a new project starts one."</li> }))}
        </ul>
    }
}

#[component]
fn OtherProject(record: Record, refresh: impl Fn() + Copy + 'static) -> impl IntoView {
    let lab = Lab::here();
    let asked = RwSignal::new(false);
    let name = if record.name.trim().is_empty() { "Untitled".to_owned() } else { record.name.clone() };
    let id = StoredValue::new(record.id.clone());
    let opened = StoredValue::new(record);
    let delete = move |_| {
        if !asked.get_untracked() {
            asked.set(true);
            return;
        }
        spawn_local(async move {
            if let Err(error) = storage::delete(&id.get_value()).await {
                actions::announce(lab, format!("the project could not be deleted: {error}"));
            }
            refresh();
        });
    };
    view! {
        <li>
            <button type="button" class="project-row" data-project=id.get_value() on:click=press(move || actions::open_record(lab, opened.get_value()))>
                {name.clone()}
            </button>
            <button type="button" class="quiet danger" aria-label=format!("Delete {name}") on:click=delete on:blur=move |_| asked.set(false)>
                {icon(LuTrash2)}
                {live(move || asked.get().then_some("Delete for good?"))}
            </button>
        </li>
    }
}
