//! One side of a comparison: which version it is, its drawing, and the button that takes it over.

use std::collections::HashSet;
use std::sync::Arc;

use leptos::prelude::*;

use super::comparison::{Side, name};
use crate::app::actions::versions::{VersionDeed, show_compared};
use crate::app::command::{Command, CommandButton};
use crate::app::components::{FocusRequest, take_focus};
use crate::app::drawing::{Card, Live, Mention, Surroundings};
use crate::app::lab::Lab;
use crate::app::store::{Compared, PreferencesStoreFields, ScreenStoreFields, Target, VersionsScreenStoreFields};
use crate::core::preview::{MediaKey, MediaState, Render};
use crate::core::project::{Project, VersionId};

/// Puts a version into one side.
type Choose = fn(Compared, Option<VersionId>) -> Compared;

#[component]
pub fn Column(
    label: &'static str,
    side: Side,
    render: Memo<Option<Arc<Render>>>,
    choose: Choose,
    /// It takes the focus when the comparison opens.
    #[prop(optional)]
    first: bool,
) -> impl IntoView {
    let take_over = move || {
        let button = |id| view! { <CommandButton command=Command::Version(VersionDeed::TakeOver(id)) class="button">"Take over this version"</CommandButton> };
        side.id.get().map(button)
    };
    view! {
        <section class="compared-side" aria-label=label data-side=if first { "left" } else { "right" }>
            <VersionSelect label=label side=side choose=choose first=first/>
            {move || match render.get() {
                Some(render) => view! { <Drawn render=render link=side.project.with(|project| project.link.clone())/> }.into_any(),
                None => view! { <p class="note">"The JSON does not parse, so there is no drawing"</p> }.into_any(),
            }}
            <div class="row">{take_over}</div>
        </section>
    }
}

#[component]
fn VersionSelect(label: &'static str, side: Side, choose: Choose, first: bool) -> impl IntoView {
    let lab = Lab::of_page();
    let compared = lab.screen.versions().compared();
    let pick = move |event| {
        let id = with_value(&lab.project(), &event_target_value(&event));
        show_compared(lab, choose(compared.get_untracked().unwrap_or_default(), id));
    };
    let option = |(value, words): (String, String)| view! { <option value=value>{words}</option> };
    let options = move || lab.document.project.with(|project| choices(project)).into_iter().map(option).collect_view();
    let request = lab.focus_request(Target::Comparison);
    let wanted = Signal::derive(move || first && request.wanted.get());
    view! {
        <label class="field">
            {label}
            <select
                data-field=if first { "compare-left" } else { "compare-right" }
                prop:value=move || value(side.id.get())
                on:change=pick
                use:take_focus=FocusRequest { wanted, ..request }
            >
                {options}
            </select>
        </label>
    }
}

/// The value of an option.
fn value(id: Option<VersionId>) -> String {
    id.map_or_else(|| "now".to_owned(), |id| id.to_string())
}

fn with_value(project: &Project, chosen: &str) -> Option<VersionId> {
    project.versions.iter().map(|version| version.id).find(|id| value(Some(*id)) == chosen)
}

/// The present, then the versions, the newest first.
fn choices(project: &Project) -> Vec<(String, String)> {
    let versions = project.versions.iter().rev().map(|version| Some(version.id));
    [None].into_iter().chain(versions).map(|id| (value(id), name(project, id))).collect()
}

/// Card and Mention. Pictures load; nothing can be pressed.
#[component]
fn Drawn(render: Arc<Render>, link: String) -> impl IntoView {
    let lab = Lab::of_page();
    let broken = RwSignal::new(HashSet::<MediaKey>::new());
    let media = move |key: MediaKey| {
        if broken.with(|broken| broken.contains(&key)) { MediaState::Broken } else { MediaState::Ready }
    };
    let failed = move |key: MediaKey| broken.update(|broken| _ = broken.insert(key));
    let button = |words| view! { <span class="card-button">{words}</span> }.into_any();
    let around = Surroundings { live: Some(Live::shown(Callback::new(media), Callback::new(failed), button)) };
    let (render, link) = (Signal::stored(render), Signal::stored(link));
    let ground = move || lab.screen.preferences().drawing().get().ground();
    view! {
        <div class="compared-drawing drawing" data-drawing=ground inert=true>
            <div class="preview"><Card render=render link=link hint=Signal::stored(None::<String>) around=around/></div>
            <p class="sentence"><span class="mention"><Mention render=render link=link around=around/></span></p>
        </div>
    }
}
