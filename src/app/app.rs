//! The whole page.

use leptos::prelude::*;

use super::browser::document;
use super::components::{Split, Splitter};
use super::dialogs::{HelpDialog, ProjectsDialog, TemplatesDialog};
use super::lab::Lab;
use super::panes::{Header, LowerPane, PaneTabs, ResultPane, SourcePane};
use super::store::{Lower, Preferences, PreferencesStoreFields, ScreenStoreFields};
use super::toast::Toast;

#[component]
pub fn App() -> impl IntoView {
    let lab = Lab::of_page();
    view! {
        <div class="lab" data-pane=move || lab.screen.pane().get().name()>
            <Header/>
            <PaneTabs/>
            <Panes/>
            <Show when=move || lab.screen.dialog().read().is_none()><Toast/></Show>
        </div>
        <TemplatesDialog/>
        <ProjectsDialog/>
        <HelpDialog/>
    }
}

/// The panes and the lines between them.
#[component]
fn Panes() -> impl IntoView {
    let lab = Lab::of_page();
    let (preferences, usual) = (lab.screen.preferences(), Preferences::default());
    let timeline = move || lab.screen.lower().get() == Lower::Timeline;
    // The timeline needs more room than the problems; each keeps its own part.
    let lower = move || if timeline() { preferences.timeline().get() } else { preferences.lower().get() };
    let usual_lower = move || if timeline() { usual.timeline } else { usual.lower };
    let set_lower = move |part| {
        if untrack(timeline) {
            preferences.timeline().set(part);
        } else {
            preferences.lower().set(part);
        }
    };
    // On the root, where the script in `index.html` has put what was chosen before the first paint.
    Effect::new(move |_| document::set_property("--source", &percent(preferences.source().get())));
    Effect::new(move |_| document::set_property("--lower", &percent(lower())));
    view! {
        <main class="panes" id="panes">
            <SourcePane/>
            <Splitter
                split=Split::LeftAndRight
                label="Width of the source"
                usual=usual.source
                value=Signal::derive(move || preferences.source().get())
                on_move=move |part| preferences.source().set(part)
            />
            <ResultPane/>
            <Splitter
                split=Split::AboveAndBelow
                label="Height of problems and timeline"
                usual=Signal::derive(usual_lower)
                value=Signal::derive(lower)
                on_move=set_lower
            />
            <LowerPane/>
        </main>
    }
}

/// `485` → `48.5%`
fn percent(thousandths: u32) -> String {
    format!("{}.{}%", thousandths / 10, thousandths % 10)
}
