//! A button that runs a command.

use leptos::prelude::*;

use super::{Command, entry};
use crate::app::components::{Icon, Part, aria};
use crate::app::lab::Lab;

/// What a button shows of its command.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Face {
    /// The label, and the icon where there is one.
    #[default]
    Full,
    Label,
    /// The icon alone.
    Icon,
    /// The icon, and the label where there is room.
    Wide,
}

/// A button that runs a command: its name for tests and scripts, label, tooltip, icon and state come from the table.
#[component]
pub fn CommandButton(
    command: Command,
    #[prop(default = "quiet")] class: &'static str,
    #[prop(default = Face::Full)] face: Face,
    /// For a toggle, or one choice of several.
    #[prop(optional, into)]
    pressed: Option<Signal<bool>>,
    /// For one of several that are one stop of Tab: whether this one is the stop.
    #[prop(optional, into)]
    stop: Option<Signal<bool>>,
    /// For a tab: the id of its panel. The chosen tab is the stop of Tab.
    #[prop(optional_no_strip)]
    panel: Option<&'static str>,
    /// For a button that shows and hides something.
    #[prop(optional, into)]
    expanded: Option<Signal<bool>>,
    /// What it opens, fetched ahead when the pointer or the focus comes to the button.
    #[prop(optional_no_strip)]
    part: Option<Part>,
    /// For a button that opens a dialog.
    #[prop(optional)]
    opens_dialog: bool,
    /// The accessible name, where the label is not enough.
    #[prop(optional, into)]
    name: Option<String>,
    /// The row of a list that it belongs to, for tests and scripts.
    #[prop(optional, into)]
    index: Option<usize>,
    /// Replaces the label and the icon.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let lab = Lab::of_page();
    let row = entry(&command);
    let (title, doubtful) = (row.title(), command.clone());
    let title = move || doubtful.why_disabled(lab).map_or_else(|| title.clone(), str::to_owned);
    let label = name.or_else(|| (face == Face::Icon || face == Face::Wide).then(|| row.label.to_string()));
    let prefetch = move || {
        if let Some(part) = part {
            part.prefetch();
        }
    };
    let (disabled, run) = (command.clone(), command);
    view! {
        <button
            type="button"
            class=class
            data-action=row.name.to_string()
            data-index=index
            aria-label=label
            tabindex=move || stop.or(pressed.filter(|_| panel.is_some())).map(|stop| if stop.get() { "0" } else { "-1" })
            title=title
            disabled=move || disabled.is_disabled(lab)
            role=panel.map(|_| "tab")
            aria-controls=panel
            aria-selected=move || pressed.filter(|_| panel.is_some()).map(|pressed| aria(pressed.get()))
            aria-pressed=move || pressed.filter(|_| panel.is_none()).map(|pressed| aria(pressed.get()))
            aria-expanded=move || expanded.map(|expanded| aria(expanded.get()))
            aria-haspopup=opens_dialog.then_some("dialog")
            on:pointerenter=move |_| prefetch()
            on:focus=move |_| prefetch()
            on:click=move |_| run.clone().run(lab)
        >
            {children.map_or_else(|| face_of(&row, face), |children| children().into_any())}
        </button>
    }
}

fn face_of(row: &super::Entry, face: Face) -> AnyView {
    let icon = row.icon.filter(|_| face != Face::Label).map(|icon| view! { <Icon name=icon/> });
    let label = row.label.to_string();
    match face {
        Face::Icon => icon.into_any(),
        Face::Wide => view! { {icon}<span class="wide">{label}</span> }.into_any(),
        Face::Full | Face::Label => view! { {icon}{label} }.into_any(),
    }
}
