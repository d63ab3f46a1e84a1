//! Two versions side by side: what differs in words, both drawings, and the lines of both payloads.

use std::sync::Arc;

use leptos::prelude::*;

use super::column::Column;
use super::lines::Lines;
use crate::app::actions::versions::VersionDeed;
use crate::app::command::{Command, CommandButton};
use crate::app::lab::Lab;
use crate::app::store::{Compared, ScreenStoreFields, VersionsScreenStoreFields, moment};
use crate::core::compare::{answer, differences};
use crate::core::preview::{Render, draw_text};
use crate::core::project::{Project, VersionId};

/// One of the two; followed.
#[derive(Clone, Copy)]
pub struct Side {
    /// `None`: the project as it is now.
    pub id: Memo<Option<VersionId>>,
    pub project: Memo<Arc<Project>>,
    pub name: Signal<String>,
    pub answer: Memo<Arc<str>>,
    /// `None` while the payload does not parse.
    pub render: Memo<Option<Arc<Render>>>,
}

impl Side {
    fn new(lab: Lab, id: impl Fn(Compared) -> Option<VersionId> + Send + Sync + 'static) -> Self {
        let present = lab.document.project;
        // A version that an undo has taken away gives way to the present.
        let id = Memo::new(move |_| {
            let id = id(lab.screen.versions().compared().get().unwrap_or_default())?;
            present.with(|project| project.version(id).is_some()).then_some(id)
        });
        let project = Memo::new(move |_| {
            let present = present.get();
            id.get().and_then(|id| present.version(id)).map_or_else(|| present.clone(), |version| version.project.clone())
        });
        let name = Signal::derive(move || name(&present.get(), id.get()));
        let answer = Memo::new(move |_| project.with(|project| answer(project)));
        let render = Memo::new(move |_| {
            let now = project.with(|project| moment(project, lab.derived.now.get()));
            answer.with(|text| draw_text(text, now)).map(Arc::new)
        });
        Self { id, project, name, answer, render }
    }
}

/// What a side is called.
pub fn name(project: &Project, id: Option<VersionId>) -> String {
    let version = id.and_then(|id| project.version(id));
    version.map_or("Now", |version| version.shown_name()).to_owned()
}

#[component]
pub fn Sides() -> impl IntoView {
    let lab = Lab::of_page();
    let (left, right) = (Side::new(lab, |compared| compared.left), Side::new(lab, |compared| compared.right));
    let marked = Memo::new(move |_| marked(left, right));
    view! {
        <div class="row compare-head"><CommandButton command=Command::Version(VersionDeed::List)/></div>
        <Differences left=left right=right marked=marked/>
        <div class="compared">
            <Column label="Compare" side=left render=left.render choose=|compared, id| Compared { left: id, ..compared } first=true/>
            <Column label="With" side=right render=marked choose=|compared, id| Compared { right: id, ..compared }/>
        </div>
        <Lines left=left right=right/>
    }
}

/// The drawing at the right, with marks on what the one at the left does not have.
fn marked(left: Side, right: Side) -> Option<Arc<Render>> {
    let render = right.render.get()?;
    match left.render.get() {
        Some(before) if before != render => Some(Arc::new(Render::clone(&render).after(&before))),
        _ => Some(render),
    }
}

/// All but the lines of the payload, in words.
#[component]
fn Differences(left: Side, right: Side, marked: Memo<Option<Arc<Render>>>) -> impl IntoView {
    let found = Memo::new(move |_| {
        let mut found = marked.with(|render| render.as_deref().map(on_the_card).unwrap_or_default());
        found.extend(left.project.with(|before| right.project.with(|after| differences(before, after))));
        found
    });
    let same = Memo::new(move |_| found.with(Vec::is_empty) && left.answer.with(|one| right.answer.with(|other| one == other)));
    view! {
        <ul class="differences" id="differences" aria-label="What differs">
            <Show when=move || same.get()><li class="soft">"Both are the same"</li></Show>
            {move || found.get().into_iter().map(|difference| view! { <li>{difference}</li> }).collect_view()}
        </ul>
    }
}

fn on_the_card(render: &Render) -> Vec<String> {
    let said = |what: &str, names: Vec<&str>| (!names.is_empty()).then(|| format!("{what} on the card: {}", names.join(", ")));
    let changed = said("Changed", render.changed_names());
    changed.into_iter().chain(said("Removed", render.gone_names())).collect()
}
