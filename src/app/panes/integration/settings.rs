//! The two documented forms.

use leptos::prelude::*;
use reactive_stores::Field;

use super::Section;
use crate::app::actions::setup::type_setting;
use crate::app::command::{Command, CommandButton};
use crate::app::components::{DisagreementNote, Prose, TextField};
use crate::app::lab::Lab;
use crate::app::panes::diagnostic::ProblemNotes;
use crate::app::store::{Pane, Target, ToolsStoreFields};
use crate::core::place::{Setting, Where};

/// How the form shows a setting.
struct Look {
    input_type: &'static str,
    placeholder: &'static str,
    is_optional: bool,
    about: &'static str,
}

fn look(setting: Setting) -> Look {
    let url = |placeholder, about| Look { input_type: "url", placeholder, is_optional: false, about };
    let text = |placeholder, about| Look { input_type: "text", placeholder, is_optional: false, about };
    let optional = |look| Look { is_optional: true, ..look };
    match setting {
        Setting::AuthorizeUrl => {
            url("https://acme.com/notion/authorize", "Where Notion sends the user who connects, with a `code` in the query")
        }
        Setting::TokenUrl => {
            url("https://acme.com/notion/token", "Responds to Notion’s POST with an `access_token` of your service")
        }
        Setting::ClientId => text(
            "mRkZGFjM",
            "Notion’s ID at your service: Notion sends it to both URLs above. Not the client ID for Notion’s token URL: that one is \
                 on the integration’s page, under View integration",
        ),
        Setting::NotionClientId => optional(text(
            "649374923749238479238479234792374",
            "Shown under View integration on your integration’s page. You use it at Notion’s token URL",
        )),
        Setting::Scopes => optional(text(
            "unfurl user_name",
            "Sent as `scope` to the Authorize URL. The documents show a comma; OAuth separates with spaces",
        )),
        Setting::DeletedTokenUrl => optional(url(
            "https://acme.com/notion/deletion",
            "Notion sends a DELETE here when a user removes a preview or disconnects, so that you can delete the user’s tokens. Notion ends \
             its own tokens in any case",
        )),
        Setting::CallbackUrl => url(
            "https://acme.com/unfurl",
            "Notion asks here for what a preview shows (POST) and reports its deletion (DELETE). It may stay blank at first, must \
             be reachable from the internet, and should be protected",
        ),
        Setting::Domain => text(
            "acme.com",
            "The root domain that belongs to this integration. Notion asks you to verify it after you add it, with a code that you \
             share with the domain’s host, such as a TXT record of its DNS",
        ),
    }
}

#[component]
pub fn SettingsSections() -> impl IntoView {
    let lab = Lab::of_page();
    let wanted = move |settings: &'static [Setting]| {
        Signal::derive(move || settings.iter().any(|setting| lab.focus_request(Target::Setting(*setting)).wanted.get()))
    };
    let first = &[Setting::AuthorizeUrl, Setting::TokenUrl, Setting::ClientId, Setting::Scopes, Setting::DeletedTokenUrl];
    let second = &[Setting::CallbackUrl, Setting::Domain];
    view! {
        <Section title="External Authorization Setup" note="form 1" open=true wanted=wanted(first)>
            <SettingField setting=Setting::AuthorizeUrl/>
            <SettingField setting=Setting::TokenUrl/>
            <SettingField setting=Setting::ClientId/>
            <SecretField secret=Secret::Service/>
            <SettingField setting=Setting::Scopes/>
            <SettingField setting=Setting::DeletedTokenUrl/>
        </Section>
        <Section
            title="Your credentials at Notion"
            note="View integration"
            open=true
            wanted=wanted(&[Setting::NotionClientId])
        >
            <SettingField setting=Setting::NotionClientId/>
            <SecretField secret=Secret::Notion/>
        </Section>
        <Section title="Unfurling Domain & Patterns" note="form 2" open=true wanted=wanted(second)>
            <SettingField setting=Setting::CallbackUrl/>
            <SettingField setting=Setting::Domain/>
            <RulesSummary/>
        </Section>
    }
}

#[component]
fn SettingField(setting: Setting) -> impl IntoView {
    let lab = Lab::of_page();
    let Look { input_type, placeholder, is_optional, about } = look(setting);
    let key = setting.key();
    let (id, about_id, wrong_id) = (format!("setting-{key}"), format!("about-{key}"), format!("wrong-{key}"));
    let value = Signal::derive(move || lab.derived.setup.with(|project| project.settings.text(setting).to_owned()));
    let wrong = Signal::derive(move || lab.derived.around.with(|around| around.of(Where::Setting(setting))));
    let target = Target::Setting(setting);
    view! {
        <div class="setting">
            <label for=id.clone()>
                {setting.label()}
                {is_optional.then(|| view! { " "<span class="soft">"optional"</span> })}
            </label>
            <TextField
                field=format!("setting:{key}")
                id=id
                input_type=input_type
                placeholder=placeholder
                described_by=format!("{about_id} {wrong_id}")
                value=value
                on_input=move |text| type_setting(lab, target, setting, text)
                focus=lab.focus_request(target)
            />
            <p class="note" id=about_id><Prose text=about/></p>
            <ProblemNotes id=wrong_id diagnostics=wrong/>
            <DisagreementNote place=format!("setting:{key}")/>
        </div>
    }
}

/// Which of the two secrets.
#[derive(Clone, Copy)]
enum Secret {
    /// Of your service.
    Service,
    /// Of your integration at Notion.
    Notion,
}

impl Secret {
    /// Its hooks for tests and scripts, its label and what it is for.
    fn look(self) -> [&'static str; 4] {
        match self {
            Self::Service => ["secret", "client-secret", "OAuth Client Secret", "Notion sends it to your Token URL"],
            Self::Notion => ["notion-secret", "notion-secret", "Notion client secret", "Only for the Basic header below"],
        }
    }
}

/// In memory only.
#[component]
fn SecretField(secret: Secret) -> impl IntoView {
    let lab = Lab::of_page();
    let [field, id, label, about] = secret.look();
    let (value, target): (Field<String>, _) = match secret {
        Secret::Service => (lab.tools.secret().into(), Target::Secret),
        Secret::Notion => (lab.tools.notion_secret().into(), Target::NotionSecret),
    };
    view! {
        <div class="setting">
            <label for=id>{label}</label>
            <TextField
                field=field
                id=id
                input_type="password"
                placeholder="Kept in memory only"
                value=Signal::derive(move || value.get())
                on_input=move |text| value.set(text)
                beside_project=true
                focus=lab.focus_request(target)
            />
            <p class="note">{format!("{about}. It is never saved, shared or exported")}</p>
        </div>
    }
}

#[component]
fn RulesSummary() -> impl IntoView {
    let lab = Lab::of_page();
    let summary = move || {
        lab.derived.rules.with(|rules| {
            let samples: usize = rules.rules.iter().map(|rule| rule.samples.len()).sum();
            format!("{}, {}", counted(rules.rules.len(), "rule"), counted(samples, "sample URL"))
        })
    };
    view! {
        <div class="setting">
            <span class="label">"URL matching and placeholder"</span>
            <div class="row">
                <span id="rules-summary">{summary}</span>
                <CommandButton command=Command::Pane(Pane::Rules) class="quiet accent">"Open link rules"</CommandButton>
            </div>
        </div>
    }
}

/// `1 rule`, `2 rules`
fn counted(count: usize, one: &str) -> String {
    format!("{count} {one}{}", if count == 1 { "" } else { "s" })
}
