//! The link rules: the list of them, and the form of the one that is open.

mod draft;
mod edges;
mod expected;
mod form;
mod list;
mod marks;
mod pattern;
mod pattern_words;
mod placeholders;
mod sample;
mod samples;

use leptos::prelude::*;
use leptos::wasm_split::wasm_split;

use crate::app::actions::setup::type_setting;
use crate::app::command::{Command, CommandButton};
use crate::app::components::{NotLoaded, Part, PartView, TextField};
use crate::app::lab::Lab;
use crate::app::store::Target;
use crate::core::place::Setting;

pub use marks::Captures;

/// Loads when it is first opened.
pub const PART: Part = Part(|| Box::pin(load()));

#[wasm_split(rules, wasm_split_path = ::leptos::wasm_split, fallible)]
fn load() -> Result<PartView, NotLoaded> {
    Ok(|| view! { <RulesPane/> }.into_any())
}

#[component]
pub fn RulesPane() -> impl IntoView {
    let lab = Lab::of_page();
    let domain = Signal::derive(move || lab.derived.setup.with(|project| project.settings.domain.clone()));
    let is_open = Memo::new(move |_| lab.derived.open_rule.with(Option::is_some));
    view! {
        <div class="rules">
            <div class="rules-head">
                <label class="inline-field">
                    "Unfurl URL domain"
                    <TextField
                        field="domain"
                        id="domain"
                        placeholder="acme.com"
                        value=domain
                        on_input=move |text| type_setting(lab, Target::Domain, Setting::Domain, text)
                        focus=lab.focus_request(Target::Domain)
                    />
                </label>
                <CommandButton command=Command::AddRule class="quiet accent"/>
            </div>
            <list::RuleList/>
            <p class="note" id="no-rules" hidden=move || is_open.get()>
                "No link rules yet. A rule says which URLs get a preview, and what Notion shows while it waits for your service"
            </p>
            <form::RuleForm/>
        </div>
    }
}
