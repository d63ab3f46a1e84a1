//! The integration around the preview: whether it is ready, its settings, how its service acts, and two tools: a message
//! checked, and a callback called.

mod answer;
mod callback;
mod message;
mod needs;
mod reading;
mod ready;
mod service;
mod settings;
mod update;

use leptos::prelude::*;
use leptos::wasm_split::wasm_split;
#[cfg(test)]
pub use reading::Reading;

use crate::app::components::{Details, NotLoaded, Part, PartView};

/// Loads when it is first opened.
pub const PART: Part = Part(|| Box::pin(load()));

#[wasm_split(integration, wasm_split_path = ::leptos::wasm_split, fallible)]
fn load() -> Result<PartView, NotLoaded> {
    Ok(|| view! { <IntegrationPane/> }.into_any())
}

#[component]
pub fn IntegrationPane() -> impl IntoView {
    view! {
        <div class="integration">
            <ready::ReadySection/>
            <settings::SettingsSections/>
            <service::ServiceSection/>
            <message::MessageSection/>
            <callback::CallbackSection/>
        </div>
    }
}

/// A part of the pane that can be closed.
#[component]
fn Section(
    #[prop(optional)] id: &'static str,
    title: &'static str,
    /// Beside the title.
    #[prop(into)]
    note: Signal<String>,
    #[prop(optional)] note_id: &'static str,
    #[prop(optional)] open: bool,
    /// Something in it is asked for, so it opens.
    #[prop(optional, into)]
    wanted: Signal<bool>,
    children: Children,
) -> impl IntoView {
    let open = RwSignal::new(open);
    Effect::new(move |_| {
        if wanted.get() {
            open.set(true);
        }
    });
    let summary = move || view! { <h3>{title}</h3><span class="soft" id=Some(note_id).filter(|id| !id.is_empty())>{note}</span> };
    view! {
        <Details id=Some(id).filter(|id| !id.is_empty()) class="section" open=open on_toggle=move |is_open| open.set(is_open) summary=summary>
            {children()}
        </Details>
    }
}
