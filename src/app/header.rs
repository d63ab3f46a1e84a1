//! The bar at the top: the project, what can be done with it, and the page's own theme.

use leptos::prelude::*;

use super::actions;
use super::icon::{LuChevronDown, LuCircleHelp, LuContrast, LuLayoutTemplate, LuMoon, LuRedo2, LuSun, LuUndo2, icon};
use super::platform::preferences::Theme;
use super::state::{Dialog, Lab};
use crate::app::erased::{derived, live, press};

#[component]
pub fn Header() -> impl IntoView {
    let lab = Lab::here();
    let name = move || {
        lab.project.with(|project| if project.name.trim().is_empty() { "Untitled".to_owned() } else { project.name.clone() })
    };
    view! {
        <header class="header">
            <h1 class="brand"><img src="favicon.svg" alt="" width="20" height="20"/><span>"Link Preview Lab"</span></h1>
            <button type="button" class="quiet project" data-action="projects" aria-haspopup="dialog" on:click=press(move || actions::show(lab, Dialog::Projects))>
                <span class="project-name">{name}</span>
                {icon(LuChevronDown)}
            </button>
            {live(move || lab.unsaved.get().map(|why| view! { <span class="unsaved" role="alert" title=why>"Not saved"</span> }))}
            <div class="header-actions">
                <button
                    type="button"
                    class="quiet"
                    data-action="undo"
                    aria-label="Undo"
                    title="Undo (Ctrl Z)"
                    disabled=derived(move || lab.history.with(|history| !history.can_undo()))
                    on:click=press(move || actions::undo(lab))
                >
                    {icon(LuUndo2)}
                </button>
                <button
                    type="button"
                    class="quiet"
                    data-action="redo"
                    aria-label="Redo"
                    title="Redo (Ctrl Shift Z)"
                    disabled=derived(move || lab.history.with(|history| !history.can_redo()))
                    on:click=press(move || actions::redo(lab))
                >
                    {icon(LuRedo2)}
                </button>
                <button type="button" class="quiet" data-action="templates" aria-label="Templates" aria-haspopup="dialog" on:click=press(move || actions::show(lab, Dialog::Templates))>
                    {icon(LuLayoutTemplate)}
                    <span class="wide">"Templates"</span>
                </button>
                <ThemeButton/>
                <button type="button" class="quiet" data-action="help" aria-label="Help" title="Help (?)" aria-haspopup="dialog" on:click=press(move || actions::show(lab, Dialog::Help))>
                    {icon(LuCircleHelp)}
                </button>
            </div>
        </header>
    }
}

/// Goes through the page's themes: the system's, light, dark.
#[component]
fn ThemeButton() -> impl IntoView {
    let lab = Lab::here();
    let theme = move || lab.preferences.with(|preferences| preferences.theme);
    let name = move || match theme() {
        Theme::System => "Page theme: as the system",
        Theme::Light => "Page theme: light",
        Theme::Dark => "Page theme: dark",
    };
    let turn = move |_| {
        lab.preferences.update(|preferences| {
            preferences.theme = match preferences.theme {
                Theme::System => Theme::Light,
                Theme::Light => Theme::Dark,
                Theme::Dark => Theme::System,
            };
        });
    };
    view! {
        <button type="button" class="quiet" data-action="page-theme" aria-label=name title=name on:click=turn>
            {live(move || icon(match theme() { Theme::System => LuContrast, Theme::Light => LuSun, Theme::Dark => LuMoon }))}
        </button>
    }
}
