//! A field of one line, with its label.

use leptos::ev::Event;
use leptos::prelude::*;

use super::aria;
use super::combobox::PopsUp;
use super::focus::{FocusRequest, take_focus};
use super::own_undo::own_undo;

/// An input whose value follows the project, without help from the browser: no completion, no spelling, no capitals.
#[component]
pub fn TextField(
    /// Public, as `data-field`.
    #[prop(into)]
    field: String,
    #[prop(optional, into)] id: Option<String>,
    #[prop(optional)] class: &'static str,
    #[prop(default = "text")] input_type: &'static str,
    #[prop(optional)] input_mode: Option<&'static str>,
    #[prop(optional, into)] label: Option<String>,
    #[prop(optional, into)] placeholder: Signal<String>,
    #[prop(optional, into)] described_by: Option<String>,
    #[prop(optional)] list: Option<&'static str>,
    /// The list of a combobox.
    #[prop(optional)]
    pops_up: Option<PopsUp>,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] on_input: Callback<String>,
    /// No project holds the text, so undo is the field's own.
    #[prop(optional)]
    beside_project: bool,
    focus: FocusRequest,
) -> impl IntoView {
    let typed = move |event: Event| on_input.run(event_target_value(&event));
    let opened = pops_up.map(|list| move || aria(list.controls.read().is_some()));
    let controls = pops_up.map(|list| move || list.controls.get());
    let active = pops_up.map(|list| move || list.active.get());
    view! {
        <input
            type=input_type
            role=pops_up.map(|_| "combobox")
            aria-autocomplete=pops_up.map(|_| "none")
            aria-expanded=opened
            aria-controls=controls
            aria-activedescendant=active
            class=class
            id=id
            data-field=field
            aria-label=label
            aria-describedby=described_by
            placeholder=move || placeholder.get()
            inputmode=input_mode
            list=list
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            value=value.get_untracked()
            prop:value=move || value.get()
            on:input=typed
            on:keydown=move |event| {
                if beside_project {
                    own_undo(&event);
                }
            }
            use:take_focus=focus
        />
    }
}
