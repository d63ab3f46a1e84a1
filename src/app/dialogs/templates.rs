//! The gallery: every template, drawn live.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::wasm_split;
use time::UtcDateTime;

use super::{PageDialog, START};
use crate::app::actions::projects::open_template;
use crate::app::browser::fetch::load;
use crate::app::command::{Command, CommandButton, Face};
use crate::app::components::{Loaded, NotLoaded, Part, PartView, Prose, TextField};
use crate::app::drawing::{Card, Surroundings};
use crate::app::lab::Lab;
use crate::app::store::{Dialog, PreferencesStoreFields, ScreenStoreFields, Target};
use crate::core::analysis::analyze;
use crate::core::preview::format::instant;
use crate::core::templates::{GROUPS, Offered, offered};

/// Loads when it is first opened.
pub const PART: Part = Part(|| Box::pin(gallery()));

#[wasm_split(gallery, wasm_split_path = ::leptos::wasm_split, fallible)]
fn gallery() -> Result<PartView, NotLoaded> {
    Ok(|| view! { <Gallery/> }.into_any())
}

#[component]
pub fn TemplatesDialog() -> impl IntoView {
    view! {
        <PageDialog dialog=Dialog::Templates id="templates" title="Templates">
            <p class="modal-lead">
                "A template opens as a new project. Your current project stays in the list of projects. Or "
                <CommandButton command=Command::Show(Dialog::Start) class="quiet accent" face=Face::Label part=Some(START) opens_dialog=true>
                    "start from a link, JSON or a page"
                </CommandButton>
            </p>
            <Loaded part=PART/>
        </PageDialog>
    }
}

/// What is known of the templates.
#[derive(Clone)]
enum Templates {
    Loading,
    NotLoaded,
    Loaded(Arc<[Arc<Offered>]>),
}

#[component]
fn Gallery() -> impl IntoView {
    let templates = RwSignal::new(Templates::Loading);
    Effect::new(move |_| {
        spawn_local(async move {
            let loaded = match load("templates.json").await {
                Ok(text) => Templates::Loaded(offered(&text).into_iter().map(Arc::new).collect()),
                Err(_) => Templates::NotLoaded,
            };
            templates.try_set(loaded);
        });
    });
    view! {
        <div id="gallery">
            {move || match templates.get() {
                Templates::Loading => view! { <p class="note">"Loading…"</p> }.into_any(),
                Templates::NotLoaded => {
                    view! { <p class="note">"The templates could not be loaded. Close and reopen it to try again"</p> }.into_any()
                }
                Templates::Loaded(templates) => view! { <Groups templates=templates/> }.into_any(),
            }}
        </div>
    }
}

#[component]
fn Groups(templates: Arc<[Arc<Offered>]>) -> impl IntoView {
    let wanted = RwSignal::new(String::new());
    let shown = {
        let templates = templates.clone();
        Memo::new(move |_| wanted.with(|wanted| templates.iter().map(|template| has_words(template, wanted)).collect::<Vec<_>>()))
    };
    let group = |group: &'static str| {
        let members = templates.iter().enumerate().filter(|(_, template)| template.group == group);
        let places: Vec<usize> = members.clone().map(|(at, _)| at).collect();
        let is_empty = move || shown.with(|shown| places.iter().all(|at| !shown[*at]));
        let members = members.map(|(at, template)| {
            let shown = Signal::derive(move || shown.with(|shown| shown[at]));
            view! { <TemplateButton template=template.clone() shown=shown/> }
        });
        view! { <section hidden=is_empty><h3 class="group">{group}</h3><ul class="gallery">{members.collect_view()}</ul></section> }
    };
    view! {
        <Search wanted=wanted count=Signal::derive(move || shown.with(|shown| shown.iter().filter(|shown| **shown).count()))/>
        {GROUPS.into_iter().map(group).collect_view()}
    }
}

/// Whether each word is in its name, its group, its description or what it shows.
fn has_words(template: &Offered, wanted: &str) -> bool {
    let Offered { title, group, summary, project, .. } = template;
    let text = [title, group, summary, &*project.payload].map(str::to_lowercase);
    wanted.to_lowercase().split_whitespace().all(|word| text.iter().any(|text| text.contains(word)))
}

#[component]
fn Search(wanted: RwSignal<String>, #[prop(into)] count: Signal<usize>) -> impl IntoView {
    let lab = Lab::of_page();
    let found = move || match count.get() {
        0 => format!("No template matches “{}”", wanted.get().trim()),
        1 => "1 template".to_owned(),
        many => format!("{many} templates"),
    };
    let clear = move |_| {
        wanted.set(String::new());
        lab.focus(Target::GallerySearch);
    };
    view! {
        <div class="search">
            <TextField
                field="template-search"
                label="Search templates"
                placeholder="Search templates"
                beside_project=true
                value=wanted
                on_input=move |text| wanted.set(text)
                focus=lab.focus_request(Target::GallerySearch)
            />
            <p class="note" id="template-count" role="status">{found}</p>
            <Show when=move || count.get() == 0>
                <button type="button" class="quiet accent" on:click=clear>"Show all templates"</button>
            </Show>
        </div>
    }
}

#[component]
fn TemplateButton(template: Arc<Offered>, shown: Signal<bool>) -> impl IntoView {
    let lab = Lab::of_page();
    let (id, title, summary) = (template.id.clone(), template.title.clone(), template.summary.clone());
    let drawn = template.clone();
    view! {
        <li hidden=move || !shown.get()>
            <button
                type="button"
                class="template"
                data-action="template"
                data-template=id
                on:click=move |_| open_template(lab, &template.title, template.project.clone())
            >
                <Thumbnail template=drawn/>
                <span class="template-title">{title}</span>
                <span class="template-summary"><Prose text=summary/></span>
            </button>
        </li>
    }
}

/// A template's card, drawn as the page would draw it, with the template's own clock.
#[component]
fn Thumbnail(template: Arc<Offered>) -> impl IntoView {
    let lab = Lab::of_page();
    let ground = lab.screen.preferences().drawing().get_untracked().ground();
    let project = &template.project;
    let now = project.now.as_deref().and_then(instant).unwrap_or(UtcDateTime::UNIX_EPOCH);
    let analysis = analyze(&project.payload, project.profile, now);
    let hint = analysis.diagnostics.first().map(|first| first.message.clone());
    let link = project.link.clone();
    let card = analysis.render.map(|render| {
        view! { <Card render=Signal::stored(render) link=link hint=Signal::stored(hint) around=Surroundings::still()/> }
    });
    view! {
        <span
            class="thumbnail drawing"
            data-drawing=ground
            inert=true
            aria-hidden="true"
        >
            <span class="scaled">{card}</span>
        </span>
    }
}
