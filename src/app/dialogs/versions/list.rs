//! All versions, the newest first, and the field that names the next one.

use std::sync::Arc;

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use crate::app::actions::versions::{VersionDeed, rename};
use crate::app::command::{Command, CommandButton, Face};
use crate::app::components::{NameField, Rows, TextField, take_focus};
use crate::app::drawing::{Mention, Surroundings};
use crate::app::lab::Lab;
use crate::app::store::{LARGE, PreferencesStoreFields, ScreenStoreFields, Target, VersionsScreenStoreFields, moment};
use crate::core::compare::answer;
use crate::core::preview::draw_text;
use crate::core::preview::format::{distance, full, instant};
use crate::core::project::{MOST_VERSIONS, Version, VersionId};

#[component]
pub fn VersionList() -> impl IntoView {
    let lab = Lab::of_page();
    let versions = Memo::new(move |_| lab.derived.setup.with(|project| project.versions.clone()));
    let newest_first = move || versions.with(|versions| versions.iter().rev().cloned().collect::<Vec<_>>());
    view! {
        <NextVersion/>
        <p class="note" id="versions-full" hidden=move || versions.with(Vec::len) < MOST_VERSIONS>
            {format!("A project keeps {MOST_VERSIONS} versions. The next one replaces the oldest")}
        </p>
        <p class="note" hidden=move || versions.with(|versions| !versions.is_empty())>
            "None yet. A version is the whole project as it is now: compare with it later, or go back to it"
        </p>
        <ul class="versions" id="version-list" aria-label="Versions, the newest first">
            <Rows
                items=newest_first
                key=id_of
                row=|id, version| view! { <VersionRow id=id version=version/> }.into_any()
            />
        </ul>
    }
}

fn id_of(version: &Arc<Version>) -> VersionId {
    version.id
}

#[component]
fn NextVersion() -> impl IntoView {
    let lab = Lab::of_page();
    let name = lab.screen.versions().name();
    let usual = Signal::derive(move || lab.derived.setup.with(|project| project.fresh_version_name()));
    let keep = move |event: SubmitEvent| {
        event.prevent_default();
        Command::Version(VersionDeed::Keep).run(lab);
    };
    view! {
        <form class="next-version" on:submit=keep>
            <label class="field">
                "Name this version"
                <TextField
                    field="next-version"
                    placeholder=usual
                    beside_project=true
                    value=name
                    on_input=move |text| name.set(text)
                    focus=lab.focus_request(Target::NextVersion)
                />
            </label>
            <CommandButton command=Command::Version(VersionDeed::Keep) class="button">"Keep"</CommandButton>
        </form>
    }
}

#[component]
fn VersionRow(id: VersionId, version: RwSignal<Arc<Version>>) -> impl IntoView {
    let lab = Lab::of_page();
    let name = Signal::derive(move || version.with(|version| version.name.clone()));
    let of = move |deed: &'static str| move || version.with(|version| format!("{deed} {}", version.shown_name()));
    let (at, whole) = (move || version.with(|version| version.at.clone()), move || version.with(|version| full(&version.at)));
    view! {
        <li class="version-row" data-version=id.to_string()>
            <span class="version-name">
                <NameField
                    field="version-name"
                    id=format!("version-{id}")
                    placeholder="No name"
                    value=name
                    on_input=move |name| rename(lab, id, name)
                    on_done=move |()| lab.focus(Target::Version(id))
                    focus=lab.focus_request(Target::VersionName(id))
                    attr:aria-label="Name of the version"
                />
                <time class="soft" datetime=at title=whole>{move || version.with(|version| when(lab, version))}</time>
            </span>
            <VersionMention version=version/>
            <span class="version-actions">
                <CommandButton
                    command=Command::Version(VersionDeed::Compare(id))
                    attr:aria-label=of("Compare")
                    use:take_focus=lab.focus_request(Target::Version(id))
                />
                <CommandButton command=Command::Version(VersionDeed::TakeOver(id)) attr:aria-label=of("Take over")/>
                <CommandButton command=Command::Version(VersionDeed::Delete(id)) class="quiet danger" face=Face::Icon attr:aria-label=of("Delete")/>
            </span>
        </li>
    }
}

/// `3 minutes ago`; a text that is no time stays as it is.
fn when(lab: Lab, version: &Version) -> String {
    let now = lab.derived.now.get();
    instant(&version.at).map_or_else(|| version.at.clone(), |at| distance(at.min(now), now).english())
}

/// The Mention as it was.
#[component]
fn VersionMention(version: RwSignal<Arc<Version>>) -> impl IntoView {
    let lab = Lab::of_page();
    let project = Memo::new(move |_| version.with(|version| version.project.clone()));
    let drawn = move || {
        let project = project.get();
        // Many of them are drawn at once.
        let text = Some(answer(&project)).filter(|text| text.len() < LARGE)?;
        let render = draw_text(&text, moment(&project, lab.derived.now.get_untracked()))?;
        Some(view! {
            <Mention render=Signal::stored(Arc::new(render)) link=Signal::stored(project.link.clone()) around=Surroundings::still()/>
        })
    };
    let ground = lab.screen.preferences().drawing().get_untracked().ground();
    view! { <span class="project-mention drawing" data-drawing=ground inert=true aria-hidden="true">{drawn}</span> }
}
