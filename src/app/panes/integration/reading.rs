//! What a pasted message is, what is in it, and what is wrong with it. A part of its own, which loads with the first message.

use leptos::prelude::*;
use leptos::wasm_split::wasm_split;

use crate::app::components::{Icon, IconName, NotLoaded, Part, PartView, Prose};
use crate::app::lab::Lab;
use crate::app::panes::diagnostic::ProblemNotes;
use crate::app::panes::timeline::DialogueBox;
use crate::app::store::{ScreenStoreFields, ToolsStoreFields, place, scene};
use crate::core::analysis::ids;
use crate::core::integration::message::{self, Fact, Known, MessageKind, understand};
use crate::core::integration::simulator::play;

pub const PART: Part = Part(|| Box::pin(load()));

#[wasm_split(message, wasm_split_path = ::leptos::wasm_split, fallible)]
fn load() -> Result<PartView, NotLoaded> {
    Ok(|| view! { <Reading/> }.into_any())
}

#[component]
pub fn Reading() -> impl IntoView {
    let lab = Lab::of_page();
    move || {
        let (message, kind) = (lab.tools.message().get(), lab.tools.kind().get());
        if message.trim().is_empty() {
            return ().into_any();
        }
        view! { <ReadMessage read=understood(lab, kind, &message)/> }.into_any()
    }
}

fn understood(lab: Lab, kind: Option<MessageKind>, message: &str) -> message::Read {
    // Other messages do not depend on what is played.
    let state = if message.contains("state=") { timeline_state(lab) } else { None };
    let answer = lab.derived.answer.with(|answer| answer.text.clone());
    let now = lab.now();
    lab.derived.setup.with(|project| {
        let known = Known {
            settings: &project.settings,
            link: &project.link,
            state: state.as_deref(),
            base_ids: ids(&answer).ok(),
            profile: project.profile,
            now,
        };
        understand(message, kind, &known)
    })
}

/// The `state` of the authorization URL that the timeline played last. The steps are played here, since the timeline need not
/// be open.
fn timeline_state(lab: Lab) -> Option<String> {
    let taken = lab.derived.taken.with(|taken| taken.rule.is_some());
    let answer = lab.derived.answer.with(|answer| answer.text.clone());
    let played = lab.screen.played().get();
    lab.derived.setup.with(|project| {
        let events = &project.events[..place(played, project.events.len())];
        scene(project, taken, &answer, |scene| play(scene, events)).last()?.after.state()
    })
}

#[component]
fn ReadMessage(read: message::Read) -> impl IntoView {
    let message::Read { kind, dialogue, diagnostics, facts, .. } = read;
    let verdict = if diagnostics.is_empty() {
        view! { <p class="all-well"><Icon name=IconName::Check/>"No problems found in this message"</p> }.into_any()
    } else {
        view! { <ProblemNotes diagnostics=Signal::derive(move || diagnostics.clone())/> }.into_any()
    };
    let read_as = match kind {
        Some(kind) => view! { "Read as " <strong><Prose text=kind.label()/></strong> }.into_any(),
        None => "The Lab does not recognize this message. Choose its kind above".into_any(),
    };
    view! {
        <p class="read-as" data-message-kind=kind.map_or("unknown", MessageKind::name)>{read_as}</p>
        {dialogue.map(|dialogue| view! { <DialogueBox dialogue=dialogue/> })}
        {verdict}
        {(!facts.is_empty()).then(|| view! { <FactTable facts=facts/> })}
    }
}

#[component]
fn FactTable(facts: Vec<Fact>) -> impl IntoView {
    let row = |fact: Fact| {
        let value = view! { <code>{fact.value}</code> };
        let value = if fact.secret {
            view! { <span class="secret" tabindex="0" title="Hover or focus to read">{value}</span> }.into_any()
        } else {
            value.into_any()
        };
        let says = (!fact.says.is_empty()).then(|| view! { <span class="note"><Prose text=fact.says/></span> });
        view! { <tr><th scope="row">{fact.name}</th><td>{value}{says}</td></tr> }
    };
    view! { <table class="facts"><tbody>{facts.into_iter().map(row).collect_view()}</tbody></table> }
}
