//! The versions of the project: keep one by a name, rename, compare, take over or delete it.

mod column;
mod comparison;
mod lines;
mod list;

use leptos::prelude::*;
use leptos::wasm_split::wasm_split;

use super::PageDialog;
use crate::app::components::{Loaded, NotLoaded, Part, PartView};
use crate::app::lab::Lab;
use crate::app::store::{Dialog, ScreenStoreFields, Target, VersionsScreenStoreFields};
use comparison::Sides;
use list::VersionList;

/// Loads when it is first opened.
pub const PART: Part = Part(|| Box::pin(load()));

#[wasm_split(versions, wasm_split_path = ::leptos::wasm_split, fallible)]
fn load() -> Result<PartView, NotLoaded> {
    Ok(|| view! { <Versions/> }.into_any())
}

#[component]
pub fn VersionsDialog() -> impl IntoView {
    let lab = Lab::of_page();
    Effect::new(move |_| {
        if lab.screen.dialog().get() == Some(Dialog::Versions) {
            lab.focus(Target::NextVersion);
        }
    });
    view! {
        <PageDialog dialog=Dialog::Versions id="versions" title="Versions">
            <Loaded part=PART/>
        </PageDialog>
    }
}

#[component]
fn Versions() -> impl IntoView {
    let compared = Lab::of_page().screen.versions().compared();
    view! {
        <Show when=move || compared.read().is_some() fallback=|| view! { <VersionList/> }>
            <Sides/>
        </Show>
    }
}
