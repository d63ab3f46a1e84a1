//! The projects that this browser keeps: rename the open one, open, copy or delete another.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::wasm_split;
use time::UtcDateTime;

use super::{PageDialog, START, VERSIONS};
use crate::app::actions::document::rename;
use crate::app::actions::projects::{in_bin, others};
use crate::app::autosave::read_project;
use crate::app::browser::storage::Record;
use crate::app::command::{Command, CommandButton, Face};
use crate::app::components::{Loaded, NameField, NotLoaded, Part, PartView};
use crate::app::drawing::{Mention, Surroundings};
use crate::app::lab::Lab;
use crate::app::store::{Dialog, PreferencesStoreFields, ScreenStoreFields, Target, moment};
use crate::core::preview::format::distance;
use crate::core::preview::{Render, draw_text};

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
            <CommandButton command=Command::Show(Dialog::Start) class="button" part=Some(START) opens_dialog=true/>
            <CommandButton command=Command::CopyProject class="button"/>
            <CommandButton command=Command::Show(Dialog::Versions) class="button" part=Some(VERSIONS) opens_dialog=true/>
            <CommandButton command=Command::DeleteProject class="button danger"/>
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
            <NameField
                field="project-name"
                id="name-of-project"
                value=name
                on_input=move |name| rename(lab, name)
                on_done=move |()| Command::CloseDialog.run(lab)
                focus=lab.focus_request(Target::ProjectName)
            />
        </label>
    }
}

/// A project as the list shows it.
#[derive(Clone, PartialEq)]
struct Listed {
    id: String,
    name: String,
    /// Whose links it previews, and when it was edited; or why it cannot be read.
    note: Result<String, String>,
    /// Its payload, drawn; `None` where that does not parse.
    render: Option<Arc<Render>>,
    link: String,
}

impl Listed {
    fn new(record: Record, now: UtcDateTime) -> Self {
        let name = if record.name.trim().is_empty() { "Untitled".to_owned() } else { record.name };
        let id = record.id;
        match read_project(&record.project) {
            Ok(project) => {
                let about = [project.settings.domain.trim(), &format!("edited {}", ago(record.edited, now))];
                let about: Vec<&str> = about.into_iter().filter(|words| !words.is_empty()).collect();
                let render = draw_text(&project.payload, moment(&project, now)).map(Arc::new);
                Self { id, name, note: Ok(about.join(" · ")), render, link: project.link }
            }
            Err(message) => Self { id, name, note: Err(message), render: None, link: String::new() },
        }
    }
}

/// `3 minutes ago`, of milliseconds since 1970.
fn ago(milliseconds: f64, now: UtcDateTime) -> String {
    #[expect(clippy::cast_possible_truncation, reason = "seconds since 1970 are far below 2^53")]
    let at = UtcDateTime::from_unix_timestamp((milliseconds / 1000.0) as i64).unwrap_or(now);
    distance(at.min(now), now).english()
}

/// The lists of the dialog, read again after each change of them.
#[component]
fn OtherProjects() -> impl IntoView {
    let lab = Lab::of_page();
    let (list, bin) = (RwSignal::new(None::<Vec<Listed>>), RwSignal::new(Vec::<Record>::new()));
    Effect::new(move |_| {
        lab.screen.projects_changed().track();
        spawn_local(async move {
            let now = lab.derived.now.get_untracked();
            match others(lab).await {
                Some(records) => _ = list.try_set(Some(records.into_iter().map(|record| Listed::new(record, now)).collect())),
                None => lab.announce("The projects could not be read from this browser's storage"),
            }
            bin.try_set(in_bin(lab).await);
        });
    });
    let is_empty = Memo::new(move |_| list.with(|list| list.as_ref().is_some_and(Vec::is_empty)));
    let binned = Memo::new(move |_| bin.with(Vec::len));
    view! {
        <ul class="projects" id="other-projects">
            <Show when=move || is_empty.get()>
                <li class="note">"None yet. A template or a new project starts one"</li>
            </Show>
            <For each=move || list.get().unwrap_or_default() key=|project| project.id.clone() let:project>
                <ProjectRow project=project/>
            </For>
        </ul>
        <Show when=move || binned.get() != 0>
            <h3 class="group">"Bin"</h3>
            <p class="note">"Deleted projects stay here for 30 days"</p>
            <ul class="projects" id="bin">
                <For each=move || bin.get() key=|record| record.id.clone() let:record>
                    <BinRow record=record/>
                </For>
            </ul>
        </Show>
    }
}

#[component]
fn ProjectRow(project: Listed) -> impl IntoView {
    let lab = Lab::of_page();
    let Listed { id, name, note, render, link } = project;
    let (open, hook) = (id.clone(), id.clone());
    let delete = Command::DeleteKept(id.clone(), name.clone());
    let mention = render.map(|render| {
        let ground = lab.screen.preferences().drawing().get_untracked().ground();
        view! {
            <span class="project-mention drawing" data-drawing=ground inert=true aria-hidden="true">
                <Mention render=Signal::stored(render) link=Signal::stored(link) around=Surroundings::still()/>
            </span>
        }
    });
    let note = match note {
        Ok(words) => view! { <span class="soft">{words}</span> }.into_any(),
        Err(message) => view! { <span class="unreadable">{format!("Cannot be read: {message}")}</span> }.into_any(),
    };
    view! {
        <li>
            <button
                type="button"
                class="project-row"
                data-action="project:open"
                data-project=hook
                on:click=move |_| Command::OpenProject(open.clone()).run(lab)
            >
                <span class="project-title">{name.clone()}</span>
                {mention}
                {note}
            </button>
            <CommandButton command=Command::DownloadKept(id) face=Face::Icon name=format!("Save {name} as a file")/>
            <CommandButton command=delete class="quiet danger" face=Face::Icon name=format!("Delete {name}")/>
        </li>
    }
}

#[component]
fn BinRow(record: Record) -> impl IntoView {
    let lab = Lab::of_page();
    let (id, name) = (record.id, record.name);
    let when = ago(record.deleted, lab.derived.now.get_untracked());
    view! {
        <li>
            <span class="project-row"><span class="project-title">{name.clone()}</span><span class="soft">{format!("deleted {when}")}</span></span>
            <CommandButton command=Command::RestoreProject(id.clone()) name=format!("Restore {name}")/>
            <CommandButton command=Command::DeleteForGood(id) class="quiet danger" face=Face::Label name=format!("Delete {name} for good")/>
        </li>
    }
}
