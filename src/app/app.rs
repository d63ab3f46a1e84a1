//! The whole page.

use leptos::prelude::*;

use super::browser::document;
use super::components::{Split, Splitter};
use super::dialogs::{HelpDialog, PaletteDialog, ProjectsDialog, StartDialog, TemplatesDialog, VersionsDialog};
use super::lab::Lab;
use super::panes::{FORM, Header, LowerPane, PaneTabs, ResultPane, SourcePane, Welcome};
use super::store::{Design, Lower, Preferences, PreferencesStoreFields, ScreenStoreFields};
use super::toast::Toast;

#[component]
pub fn App() -> impl IntoView {
    let lab = Lab::of_page();
    view! {
        <div class="lab" data-pane=move || lab.screen.pane().get().name()>
            <Header/>
            <PaneTabs/>
            <Panes/>
            <Welcome/>
        </div>
        <StartDialog/>
        <TemplatesDialog/>
        <ProjectsDialog/>
        <VersionsDialog/>
        <HelpDialog/>
        <PaletteDialog/>
    }
}

/// Loads the parts that the first frame shows, so that nothing in it has to wait.
pub async fn load_parts(design: Design) {
    if design.has_form() {
        // The part itself says so where it cannot be loaded.
        _ = (FORM.0)().await;
    }
}

/// The panes and the lines between them.
#[component]
fn Panes() -> impl IntoView {
    let lab = Lab::of_page();
    let preferences = lab.screen.preferences();
    let usual = Preferences::default();
    let source = move || preferences.source().get();
    let set_source = move |part: Option<u32>| preferences.source().set(part.unwrap_or(usual.source));
    let timeline = move || lab.screen.lower().get() == Lower::Timeline;
    // The timeline needs more room than the problems; each keeps its own part.
    let lower = move || if timeline() { Some(preferences.timeline().get()) } else { preferences.problems().get() };
    let set_lower = move |part: Option<u32>| {
        if untrack(timeline) {
            preferences.timeline().set(part.unwrap_or(usual.timeline));
        } else {
            preferences.problems().set(part);
        }
    };
    let lower_height = Memo::new(move |_| lower().map_or_else(|| fitted(preferences.fitted().get()), percent));
    // On the root, where `src/before-paint.js` has put what was chosen before the first paint.
    Effect::new(move |_| document::set_property("--source", &percent(source())));
    Effect::new(move |_| document::set_property("--lower", &lower_height.get()));
    view! {
        <main class="panes" id="panes">
            <SourcePane/>
            <Splitter
                split=Split::LeftAndRight
                label="Width of the source"
                value=Signal::derive(move || Some(source()))
                on_move=set_source
            />
            <ResultPane/>
            <Splitter
                split=Split::AboveAndBelow
                label="Height of problems and timeline"
                value=Signal::derive(lower)
                on_move=set_lower
            />
            <LowerPane/>
            <Show when=move || lab.screen.dialog().read().is_none()><Toast/></Show>
        </main>
    }
}

/// As high as what is in it, within reason.
fn fitted(pixels: u32) -> String {
    format!("min({pixels}px, 40%)")
}

/// `485` → `48.5%`
fn percent(thousandths: u32) -> String {
    format!("{}.{}%", thousandths / 10, thousandths % 10)
}
