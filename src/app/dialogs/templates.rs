//! The gallery: every template, drawn live.

use leptos::prelude::*;
use time::UtcDateTime;

use crate::app::actions;
use crate::app::drawing::{Surroundings, card};
use crate::app::erased::press;
use crate::app::state::{Dialog, Lab};
use crate::app::widgets::dialog::Modal;
use crate::app::widgets::prose::prose;
use crate::core::analysis::analyze;
use crate::core::preview::format::instant;
use crate::core::templates::{GROUPS, TEMPLATES, Template};

#[component]
pub fn TemplatesDialog() -> impl IntoView {
    view! {
        <Modal which=Dialog::Templates title="Templates">
            <p class="modal-lead">"A template opens as a project of its own; what you have stays under your projects."</p>
            <Gallery/>
        </Modal>
    }
}

#[component]
fn Gallery() -> impl IntoView {
    GROUPS.into_iter().map(|group| view! { <Group group=group/> }).collect_view()
}

#[component]
fn Group(group: &'static str) -> impl IntoView {
    view! {
        <h3 class="group">{group}</h3>
        <ul class="gallery">
            {TEMPLATES.iter().filter(|template| template.group == group).map(|template| view! { <Thumbnail template=template/> }).collect_view()}
        </ul>
    }
}

/// A template's card, drawn as the page would draw it, with the template's own clock.
#[component]
fn Thumbnail(template: &'static Template) -> impl IntoView {
    let lab = Lab::here();
    let project = template.project();
    let now = project.now.as_deref().and_then(instant).unwrap_or(UtcDateTime::UNIX_EPOCH);
    let analysis = analyze(&project.payload, project.profile, now);
    let dark = lab.preferences.with_untracked(|preferences| preferences.drawing.themes()[0]);
    let around = Surroundings { dark, live: None };
    let hint = analysis.diagnostics.first().map(|first| first.message.clone());
    view! {
        <li>
            <button type="button" class="template" data-template=template.id on:click=press(move || actions::use_template(lab, template))>
                <span class="thumbnail drawing" data-drawing=if dark { "dark" } else { "light" } inert=true aria-hidden="true">
                    <span class="scaled">{analysis.render.map(|render| card(&render, &project.link, hint, around))}</span>
                </span>
                <span class="template-title">{template.title}</span>
                <span class="template-summary">{prose(template.summary)}</span>
            </button>
        </li>
    }
}
