//! One step of the timeline.

use leptos::prelude::*;

use super::exchange::{DialogueBox, ExchangeItem};
use super::{Played, words};
use crate::app::command::{Command, CommandButton, Face, entry};
use crate::app::components::{FocusRequest, Icon, IconName, Prose, take_focus};
use crate::app::drawing::developer;
use crate::app::lab::Lab;
use crate::app::store::Target;
use crate::core::event::Event;
use crate::core::integration::Exchange;
use crate::core::integration::simulator::Step;

#[component]
pub fn StepItem(index: usize, played: RwSignal<Played>, place: Memo<usize>) -> impl IntoView {
    let step = move |read: fn(&Step) -> String| Memo::new(move |_| played.with(|played| read(&played.step)));
    let says = step(|step| step.says.clone());
    let vanished = Memo::new(move |_| played.with(|played| played.step.vanished.clone()));
    let dialogue = Memo::new(move |_| played.with(|played| played.step.dialogue.clone()));
    let exchanges = Memo::new(move |_| played.with(|played| played.step.exchanges.len()));
    let is_current = Memo::new(move |_| place.get() == index + 1);
    let asks = Memo::new(move |_| is_current.get() && played.with(|played| played.step.after.asked.is_some()));
    view! {
        <li
            class="step"
            data-idle=move || played.with(|played| played.step.idle).then_some("true")
            data-ahead=move || (index >= place.get()).then_some("true")
            aria-current=move || is_current.get().then_some("step")
        >
            <Head index=index played=played is_current=is_current/>
            <p class="step-says"><Prose text=says/></p>
            {move || Some(vanished.get()).filter(|ids| !ids.is_empty()).map(|ids| view! { <Vanished ids=ids/> })}
            {move || dialogue.get().map(|dialogue| view! { <DialogueBox dialogue=dialogue/> })}
            <ul class="exchanges">
                <For each=move || 0..exchanges.get() key=|at| *at let:at>
                    <ExchangeItem step=index at=at exchange=exchange(played, at)/>
                </For>
            </ul>
            <Show when=move || asks.get()><Interstitial/></Show>
        </li>
    }
}

fn exchange(played: RwSignal<Played>, at: usize) -> Memo<Option<Exchange>> {
    Memo::new(move |_| played.with(|played| played.step.exchanges.get(at).cloned()))
}

#[component]
fn Head(index: usize, played: RwSignal<Played>, is_current: Memo<bool>) -> impl IntoView {
    let lab = Lab::of_page();
    let event = Memo::new(move |_| played.with(|played| played.step.event));
    let shown = Memo::new(move |_| played.with(|played| played.step.after.shown));
    let focus = lab.focus_request(Target::Step);
    let wanted = Signal::derive(move || is_current.get() && focus.wanted.get());
    let remove = move || format!("Remove step {}: {}", index + 1, name(event.get()));
    view! {
        <div class="step-head">
            <button
                type="button"
                class="step-go"
                data-action="step:go"
                data-index=index + 1
                title="Go to this step"
                on:click=move |_| Command::GoToStep(index + 1).run(lab)
                use:take_focus=FocusRequest { wanted, ..focus }
            >
                <span class="number">{index + 1}</span>
                <span class="step-name">{move || name(event.get())}</span>
                <Icon name=IconName::ArrowRight/>
                <span class="state-name" data-state-name=move || shown.get().name()>{move || words(shown.get())}</span>
            </button>
            {move || view! { <CommandButton command=Command::RemoveStep(index) face=Face::Icon name=remove() index=index/> }}
        </div>
    }
}

/// What happened, as its button calls it.
fn name(event: Event) -> String {
    entry(&Command::Event(event)).label.into_owned()
}

#[component]
fn Vanished(ids: Vec<String>) -> impl IntoView {
    view! {
        <p class="vanished">
            <Icon name=IconName::Warning/>
            <span>
                "The update omits these, so they disappear:"
                {ids.into_iter().map(|id| view! { " "<code>{id}</code> }).collect_view()}
            </span>
        </p>
    }
}

/// The user's turn: the form of the service.
#[component]
fn Interstitial() -> impl IntoView {
    let lab = Lab::of_page();
    // The name by which the card asks to connect.
    let name = move || lab.derived.views.with(|views| views.first().and_then(|view| developer(&view.render).map(str::to_owned)));
    let asks = move || {
        let domain = lab.derived.setup.with(|project| project.settings.domain.trim().to_owned());
        name().unwrap_or(if domain.is_empty() { "Your service".to_owned() } else { domain })
    };
    view! {
        <div class="interstitial">
            <p><strong>{asks}</strong>" asks: may Notion show what you can see here in previews of links?"</p>
            <div class="row">
                <button
                    type="button"
                    class="button primary"
                    data-action="play:allow"
                    on:click=move |_| Command::EventHere(Event::Allow).run(lab)
                    use:take_focus=lab.focus_request(Target::Allow)
                >
                    "Allow"
                </button>
                <CommandButton command=Command::EventHere(Event::Deny) class="button"/>
            </div>
            <p class="note">"An example of your form. Show one like it at your Authorize URL"</p>
        </div>
    }
}
