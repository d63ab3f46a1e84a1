//! The pane at the left: payload, link rules, integration.

use leptos::prelude::*;

use super::payload::PayloadPane;
use super::{integration, rules};
use crate::app::command::{Command, CommandButton, Face, fixable};
use crate::app::components::{Choice, Icon, IconName, Loaded, Part};
use crate::app::lab::Lab;
use crate::app::store::{Pane, ScreenStoreFields, Source};

#[component]
pub fn SourcePane() -> impl IntoView {
    let lab = Lab::of_page();
    let hidden = move |source| move || lab.screen.source().get() != source;
    let count = Memo::new(move |_| lab.derived.rules.with(|rules| rules.rules.len()));
    view! {
        <section class="pane source" aria-label="Payload, link rules and integration">
            <h2 class="unseen">"Payload, link rules and integration"</h2>
            <div class="toolbar">
                <Choice label="Editors" class="source-tabs" role="tablist">
                    <SourceTab source=Source::Payload>"Payload"</SourceTab>
                    <SourceTab source=Source::Rules part=Some(rules::PART)>
                        "Link rules" <span class="count" id="rule-count" hidden=move || count.get() < 2>{count}</span>
                    </SourceTab>
                    <SourceTab source=Source::Integration part=Some(integration::PART)>"Integration"</SourceTab>
                </Choice>
                <div class="toolbar-actions of-payload" hidden=hidden(Source::Payload)>
                    <FixAllButton class="quiet accent"/>
                    <CommandButton command=Command::Format face=Face::Label/>
                    <CommandButton command=Command::CopyJson face=Face::Wide/>
                    <CommandButton command=Command::Download face=Face::Wide/>
                </div>
            </div>
            <div class="of-payload source-body" role="tabpanel" id=Pane::Payload.panel() aria-label="Payload" hidden=hidden(Source::Payload)>
                <PayloadPane/>
            </div>
            <div class="of-rules source-body" role="tabpanel" id=Pane::Rules.panel() aria-label="Link rules" hidden=hidden(Source::Rules)>
                <OnceOpened source=Source::Rules part=rules::PART/>
            </div>
            <div class="of-integration source-body" role="tabpanel" id=Pane::Integration.panel() aria-label="Integration" hidden=hidden(Source::Integration)>
                <OnceOpened source=Source::Integration part=integration::PART/>
            </div>
        </section>
    }
}

/// Once open, a pane stays: its sections keep what they show.
#[component]
fn OnceOpened(source: Source, part: Part) -> impl IntoView {
    let lab = Lab::of_page();
    let opened = Memo::new(move |last: Option<&bool>| last == Some(&true) || lab.screen.source().get() == source);
    view! { <Show when=move || opened.get()><Loaded part=part/></Show> }
}

#[component]
fn SourceTab(source: Source, #[prop(optional_no_strip)] part: Option<Part>, children: Children) -> impl IntoView {
    let lab = Lab::of_page();
    let front = Signal::derive(move || lab.screen.source().get() == source);
    view! { <CommandButton command=Command::Pane(source.pane()) class="tab" part=part pressed=front panel=Some(source.pane().panel())>{children()}</CommandButton> }
}

/// "Fix all" with the number of problems that it fixes.
#[component]
pub fn FixAllButton(class: &'static str) -> impl IntoView {
    let lab = Lab::of_page();
    let fixable = Memo::new(move |_| fixable(lab));
    let words = move || match fixable.get() {
        0 => "Fix all".to_owned(),
        many => format!("Fix all ({many})"),
    };
    view! {
        <CommandButton command=Command::FixAll class=class>
            <Icon name=IconName::Wand/>
            <span>{words}</span>
        </CommandButton>
    }
}
