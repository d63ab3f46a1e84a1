//! The bar at the top, and on a phone the tabs of the panes.

use leptos::prelude::*;

use crate::app::command::{Command, CommandButton, Face, page_theme};
use crate::app::components::{Choice, Icon, IconName};
use crate::app::dialogs::{GALLERY, HELP, PALETTE, PROJECTS, VERSIONS};
use crate::app::lab::Lab;
use crate::app::panes::problems::count;
use crate::app::store::{Dialog, Pane, PreferencesStoreFields, ScreenStoreFields};

#[component]
pub fn Header() -> impl IntoView {
    let lab = Lab::of_page();
    let name = move || lab.derived.setup.with(|project| project.shown_name().to_owned());
    view! {
        <header class="header">
            <CommandButton command=Command::SkipToEditor class="skip" face=Face::Label/>
            <h1 class="brand">
                <img src="favicon.svg" alt="" width="20" height="20"/>
                <span>"Link Preview Lab"</span>
            </h1>
            <CommandButton command=Command::Show(Dialog::Projects) class="quiet project" part=Some(PROJECTS) opens_dialog=true>
                <Icon name=IconName::Folder/>
                <span class="project-name" id="project-name">{name}</span>
            </CommandButton>
            <NotSaved/>
            <div class="header-actions">
                <CommandButton command=Command::Undo face=Face::Icon/>
                <CommandButton command=Command::Redo face=Face::Icon/>
                <CommandButton
                    command=Command::Show(Dialog::Versions)
                    class="quiet open-versions"
                    face=Face::Icon
                    part=Some(VERSIONS)
                    opens_dialog=true
                />
                <CommandButton command=Command::Show(Dialog::Templates) face=Face::Wide part=Some(GALLERY) opens_dialog=true/>
                <PageThemeButton/>
                <CommandButton command=Command::Show(Dialog::Palette) face=Face::Icon part=Some(PALETTE) opens_dialog=true/>
                <CommandButton command=Command::Show(Dialog::Help) face=Face::Icon part=Some(HELP) opens_dialog=true/>
            </div>
        </header>
    }
}

/// Says what this is, and what to do first. The first change takes it away.
#[component]
pub fn Welcome() -> impl IntoView {
    let lab = Lab::of_page();
    let is_new = Memo::new(move |_| {
        let empty = lab.document.project.with(|project| project.payload.trim().is_empty());
        lab.document.is_untouched() && !empty
    });
    view! {
        <p class="welcome" hidden=move || !is_new.get()>
            "See how Notion shows links to your product. Edit this example, or paste your own link"
        </p>
    }
}

/// Work that is not kept must not look kept.
#[component]
fn NotSaved() -> impl IntoView {
    let unsaved = Lab::of_page().screen.unsaved();
    view! {
        <span class="unsaved" id="unsaved" role="alert" hidden=move || unsaved.read().is_none() title=move || unsaved.get()>
            "Not saved"
        </span>
    }
}

/// A button whose accessible name includes the current choice.
#[component]
fn PageThemeButton() -> impl IntoView {
    let lab = Lab::of_page();
    let shown = Memo::new(move |_| page_theme(lab.screen.preferences().theme().get()));
    let name = move || shown.get().0;
    view! {
        <button
            type="button"
            class="quiet page-theme"
            data-action="page-theme"
            aria-label=name
            title=name
            on:click=move |_| Command::PageTheme.run(lab)
        >
            <Icon name=Signal::derive(move || shown.get().1)/>
        </button>
    }
}

/// The panes of a phone, where there is room for one.
#[component]
pub fn PaneTabs() -> impl IntoView {
    let lab = Lab::of_page();
    let problems = Memo::new(move |_| count(lab));
    view! {
        <Choice label="Panes" class="tabs" role="tablist">
            <PaneTab pane=Pane::Payload>"Payload"</PaneTab>
            <PaneTab pane=Pane::Rules>"Rules"</PaneTab>
            <PaneTab pane=Pane::Integration>"Setup"</PaneTab>
            <PaneTab pane=Pane::Preview>"Preview"</PaneTab>
            <PaneTab pane=Pane::Problems>
                "Problems"
                <span class="count" id="tab-count" hidden=move || problems.get() == 0>{problems}</span>
            </PaneTab>
            <PaneTab pane=Pane::Timeline>"Timeline"</PaneTab>
        </Choice>
    }
}

#[component]
fn PaneTab(pane: Pane, children: Children) -> impl IntoView {
    let lab = Lab::of_page();
    let front = Signal::derive(move || lab.screen.pane().get() == pane);
    view! { <CommandButton command=Command::Pane(pane) class="" pressed=front panel=Some(pane.panel())>{children()}</CommandButton> }
}
