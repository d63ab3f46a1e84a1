//! The card that comes of it, and the buttons that end the dialog.

use std::sync::Arc;

use leptos::prelude::*;

use super::Cancel;
use crate::app::actions::projects::open_made;
use crate::app::components::Prose;
use crate::app::drawing::{Card, Surroundings};
use crate::app::lab::Lab;
use crate::app::store::PreferencesStoreFields;
use crate::app::store::ScreenStoreFields;
use crate::core::preview::{Render, draw_text};
use crate::core::project::Project;

/// A project, or why there is none.
pub type Made = Result<Arc<Project>, String>;

#[component]
pub fn Outcome(
    #[prop(into)] project: Signal<Made>,
    /// More buttons.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let lab = Lab::of_page();
    let reason = Memo::new(move |_| project.with(|project| project.as_ref().err().cloned()));
    let make = move |_| {
        if let Ok(project) = project.get_untracked() {
            open_made(lab, Project::clone(&project));
        }
    };
    view! {
        <div class="start-outcome">
            {move || reason.get().map(|reason| view! { <p class="unreadable" role="alert"><Prose text=reason/></p> })}
            <Drawn project=project/>
            <div class="row">
                <button type="button" class="button primary" data-action="start:make" disabled=move || reason.read().is_some() on:click=make>
                    "Make a project"
                </button>
                {children.map(|children| children())}
                <Cancel/>
            </div>
        </div>
    }
}

/// The card of the project. Its pictures load when the project is open.
#[component]
fn Drawn(project: Signal<Made>) -> impl IntoView {
    let lab = Lab::of_page();
    let ground = lab.screen.preferences().drawing().get_untracked().ground();
    let now = lab.derived.now.get_untracked();
    let render = Memo::new(move |_| project.with(|made| draw_text(&made.as_ref().ok()?.payload, now).map(Arc::new)));
    let link = Signal::derive(move || project.with(|made| made.as_ref().map(|project| project.link.clone()).unwrap_or_default()));
    let card = move |first: Arc<Render>| {
        let render = Signal::derive(move || render.get().unwrap_or_else(|| first.clone()));
        view! { <Card render=render link=link hint=Signal::stored(None::<String>) around=Surroundings::still()/> }
    };
    let is_drawn = Memo::new(move |_| render.read().is_some());
    view! {
        <div class="start-card drawing" data-drawing=ground inert=true aria-hidden="true" hidden=move || !is_drawn.get()>
            {move || is_drawn.get().then(|| render.get_untracked().map(card))}
        </div>
    }
}
