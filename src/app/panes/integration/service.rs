//! How the service acts in the timeline.

use leptos::prelude::*;

use super::Section;
use super::update::UpdateEditor;
use crate::app::actions::setup::type_service;
use crate::app::components::TextField;
use crate::app::lab::Lab;
use crate::app::panes::diagnostic::ProblemNotes;
use crate::app::store::{EditorName, Target};
use crate::core::integration::dialogue::CODES;
use crate::core::place::{ServiceField, Where};

fn label(field: ServiceField) -> &'static str {
    match field {
        ServiceField::AccountKey => "Account key",
        ServiceField::AccountName => "Account name, in “My connections”",
        ServiceField::ExpiresIn => "Token lifetime in seconds (blank: does not expire)",
        ServiceField::ErrorStatus => "Error status",
        ServiceField::ErrorMessage => "Error message",
        ServiceField::Denial => "Error code when the user denies",
        ServiceField::DenialDescription => "Error description. It replaces Notion’s own message",
    }
}

#[component]
pub fn ServiceSection() -> impl IntoView {
    let lab = Lab::of_page();
    let fields = move || ServiceField::ALL.iter().any(|field| lab.focus_request(Target::Service(*field)).wanted.get());
    let update = lab.focus_request(Target::Editor(EditorName::Update)).wanted;
    let wanted = Signal::derive(move || fields() || update.get());
    view! {
        <Section id="service-section" title="How your service acts" note="in the timeline" wanted=wanted>
            <p class="note">
                "How your service responds in the timeline. It starts with the documents’ examples"
            </p>
            <div class="service-fields">
                {ServiceField::ALL.map(|field| view! { <ServiceInput field=field/> }).collect_view()}
            </div>
            <datalist id="oauth-errors">
                {CODES.map(|error| view! { <option>{error}</option> }).collect_view()}
            </datalist>
            <UpdateEditor/>
        </Section>
    }
}

#[component]
fn ServiceInput(field: ServiceField) -> impl IntoView {
    let lab = Lab::of_page();
    let key = field.key();
    let (id, wrong_id) = (format!("service-{key}"), format!("wrong-service-{key}"));
    let value = Signal::derive(move || lab.derived.setup.with(|project| project.service.text(field).to_owned()));
    let wrong = Signal::derive(move || lab.derived.around.with(|around| around.of(Where::Service(field))));
    let numeric = matches!(field, ServiceField::ExpiresIn | ServiceField::ErrorStatus);
    let placeholder = if field == ServiceField::ExpiresIn { "Does not expire" } else { "" };
    view! {
        <div class="service-field" class:wide=field == ServiceField::DenialDescription>
            <label class="field">
                {label(field)}
                <TextField
                    field=format!("service:{key}")
                    id=id
                    input_mode=if numeric { "numeric" } else { "text" }
                    list=if field == ServiceField::Denial { "oauth-errors" } else { "" }
                    placeholder=placeholder
                    described_by=wrong_id.clone()
                    value=value
                    on_input=move |text| type_service(lab, field, text)
                    focus=lab.focus_request(Target::Service(field))
                />
            </label>
            <ProblemNotes id=wrong_id diagnostics=wrong/>
        </div>
    }
}
