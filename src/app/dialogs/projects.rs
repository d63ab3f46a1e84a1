//! The projects that this browser keeps: rename the open one, open, copy or delete another.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::wasm_split;

use super::PageDialog;
use crate::app::actions::document::rename;
use crate::app::actions::projects::{delete, others};
use crate::app::browser::storage::Record;
use crate::app::command::{Command, CommandButton};
use crate::app::components::{Icon, IconName, Loaded, NotLoaded, Part, PartView, TextField};
use crate::app::lab::Lab;
use crate::app::store::{Dialog, Target};

/// Loads when it is first opened.
pub const PART: Part = Part(|| Box::pin(load()));

#[wasm_split(projects, wasm_split_path = ::leptos::wasm_split, fallible)]
fn load() -> Result<PartView, NotLoaded> {
    Ok(|| view! { <Projects/> }.into_any())
}

#[component]
pub fn ProjectsDialog() -> impl IntoView {
    view! {
        <PageDialog dialog=Dialog::Projects id="projects" title="Projects">
            <Loaded part=PART/>
        </PageDialog>
    }
}

#[component]
fn Projects() -> impl IntoView {
    view! {
        <ProjectName/>
        <div class="row">
            <CommandButton command=Command::NewProject class="button"/>
            <CommandButton command=Command::CopyProject class="button"/>
        </div>
        <h3 class="group">"Other projects in this browser"</h3>
        <OtherProjects/>
    }
}

#[component]
fn ProjectName() -> impl IntoView {
    let lab = Lab::of_page();
    let name = Signal::derive(move || lab.derived.setup.with(|project| project.name.clone()));
    view! {
        <label class="field">
            "Name of this project"
            <TextField
                field="project-name"
                value=name
                on_input=move |name| rename(lab, name)
                focus=lab.focus_request(Target::ProjectName)
            />
        </label>
    }
}

/// A project as the list shows it.
#[derive(Clone, PartialEq, Eq)]
struct Listed {
    id: String,
    name: String,
}

impl From<Record> for Listed {
    fn from(record: Record) -> Self {
        let name = if record.name.trim().is_empty() { "Untitled".to_owned() } else { record.name };
        Self { id: record.id, name }
    }
}

#[component]
fn OtherProjects() -> impl IntoView {
    let lab = Lab::of_page();
    let list = RwSignal::new(None::<Vec<Listed>>);
    let refresh = Callback::new(move |()| {
        spawn_local(async move {
            match others(lab).await {
                Some(records) => _ = list.try_set(Some(records.into_iter().map(Listed::from).collect())),
                None => lab.announce("The projects could not be read from this browser's storage"),
            }
        });
    });
    Effect::new(move |_| refresh.run(()));
    let is_empty = Memo::new(move |_| list.with(|list| list.as_ref().is_some_and(Vec::is_empty)));
    view! {
        <ul class="projects" id="other-projects">
            <Show when=move || is_empty.get()>
                <li class="note">"None yet. A template or a new project starts one"</li>
            </Show>
            <For each=move || list.get().unwrap_or_default() key=|project| project.id.clone() let:project>
                <ProjectRow project=project on_deleted=refresh/>
            </For>
        </ul>
    }
}

/// The first press on "Delete" asks, the second one deletes.
#[component]
fn ProjectRow(project: Listed, on_deleted: Callback<()>) -> impl IntoView {
    let lab = Lab::of_page();
    let asked = RwSignal::new(false);
    let Listed { id, name } = project;
    let label = format!("Delete {name}");
    let (open, hook) = (id.clone(), id.clone());
    let press = move |_| {
        if !asked.get_untracked() {
            return asked.set(true);
        }
        let id = id.clone();
        spawn_local(async move {
            delete(lab, &id).await;
            on_deleted.run(());
        });
    };
    view! {
        <li>
            <button
                type="button"
                class="project-row"
                data-action="project:open"
                data-project=hook.clone()
                on:click=move |_| Command::OpenProject(open.clone()).run(lab)
            >
                {name}
            </button>
            <button
                type="button"
                class="quiet danger"
                data-action="project:delete"
                data-id=hook
                aria-label=move || (!asked.get()).then(|| label.clone())
                on:click=press
                on:blur=move |_| asked.set(false)
            >
                <Icon name=IconName::Trash/>
                {move || asked.get().then_some("Delete for good?")}
            </button>
        </li>
    }
}
