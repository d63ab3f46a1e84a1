//! Buttons for the events. An event that cannot happen now is muted; pressing it explains what has to come first.

use leptos::prelude::*;

use super::world;
use crate::app::command::{Command, CommandButton, entry};
use crate::app::components::{FocusRequest, aria, take_focus};
use crate::app::lab::Lab;
use crate::app::store::{Lower, ScreenStoreFields, Target, scene};
use crate::core::event::Event;
use crate::core::integration::simulator::possible;

const FIVE_MINUTES: u32 = 300;
const A_DAY: u32 = 86_400;

const USER: &[Event] = &[
    Event::FirstPaste,
    Event::Allow,
    Event::AllowOther,
    Event::Deny,
    Event::Paste,
    Event::Revisit,
    Event::Delete,
    Event::DeleteAll,
    Event::Disconnect,
];
const SERVICE: &[Event] = &[Event::Update, Event::Error, Event::UpdateWithError];
const TIME: &[Event] = &[Event::ExpireCode, Event::ExpireToken, Event::Refresh, Event::Wait(FIVE_MINUTES), Event::Wait(A_DAY)];

#[component]
pub fn EventButtons() -> impl IntoView {
    view! {
        <div class="events">
            <h3>"The user"</h3>
            <div class="event-group">{USER.iter().map(|event| view! { <EventButton event=*event/> }).collect_view()}</div>
            <h3>"Your service"</h3>
            <div class="event-group">
                {SERVICE.iter().map(|event| view! { <EventButton event=*event/> }).collect_view()}
                <CommandButton command=Command::EditUpdate/>
            </div>
            <h3>"Time"</h3>
            <div class="event-group">{TIME.iter().map(|event| view! { <EventButton event=*event/> }).collect_view()}</div>
        </div>
    }
}

#[component]
fn EventButton(event: Event) -> impl IntoView {
    let lab = Lab::of_page();
    let idle = Memo::new(move |_| is_idle(lab, event));
    let row = entry(&Command::Event(event));
    let title = row.title();
    // The first button takes the focus where there is no step that could.
    let is_first = event == Event::FirstPaste;
    let focus = lab.focus_request(Target::Step);
    let wanted = Signal::derive(move || is_first && focus.wanted.get() && lab.derived.steps.with(Vec::is_empty));
    view! {
        <button
            type="button"
            class="event"
            data-action=row.name.to_string()
            title=title
            data-idle=move || aria(idle.get())
            aria-disabled=move || aria(idle.get())
            on:click=move |_| Command::Event(event).run(lab)
            use:take_focus=FocusRequest { wanted, ..focus }
        >
            {row.label.to_string()}
        </button>
    }
}

/// Whether an event cannot happen after the step that is shown.
fn is_idle(lab: Lab, event: Event) -> bool {
    // A hidden timeline must not run at every key.
    if lab.screen.lower().get() != Lower::Timeline {
        return false;
    }
    let world = world(lab).unwrap_or_default();
    let taken = lab.derived.taken.with(|taken| taken.rule.is_some());
    let answer = lab.derived.answer.with_untracked(|answer| answer.text.clone());
    lab.derived.setup.with(|project| !scene(project, taken, &answer, |scene| possible(scene, &world, event)))
}
