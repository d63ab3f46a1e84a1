//! A field of one line with values to choose from: a combobox with a list, as the ARIA Authoring Practices describe it.
//!
//! The list opens by the arrow keys or the button beside the field, and never while somebody types: a text of one's own is
//! typed as in any field.

use leptos::ev::{FocusEvent, KeyboardEvent, MouseEvent};
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, Node};

use super::focus::FocusRequest;
use super::{Icon, IconName, TextField, aria};
use crate::app::browser::frame::after_effects;
use crate::app::browser::scroll::into_view;

/// A value of the list, with what it belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    pub value: String,
    pub about: String,
}

/// The list, while it is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Opened {
    /// The offer that Enter chooses.
    active: Option<usize>,
}

#[component]
pub fn Combobox(
    /// Public, as `data-field`; the id too.
    name: &'static str,
    class: &'static str,
    label: &'static str,
    /// The accessible name of the list.
    list_label: &'static str,
    input_mode: &'static str,
    described_by: &'static str,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] offers: Signal<Vec<Offer>>,
    #[prop(into)] on_input: Callback<String>,
    /// An offer was chosen.
    #[prop(into)]
    on_choose: Callback<String>,
    focus: FocusRequest,
) -> impl IntoView {
    let around = NodeRef::<html::Div>::new();
    let list = List { name, value, offers, on_choose, opened: RwSignal::new(None) };
    let leave = move |event: FocusEvent| {
        let to = event.related_target().and_then(|target| target.dyn_into::<Node>().ok());
        let stays = around.get_untracked().is_some_and(|around| around.contains(to.as_ref()));
        if !stays {
            list.close();
        }
    };
    let typed = move |text: String| {
        list.close();
        on_input.run(text);
    };
    let pops_up = PopsUp {
        controls: Signal::derive(move || list.opened.get().map(|_| list.id())),
        active: Signal::derive(move || list.opened.get()?.active.map(|at| list.option_id(at))),
    };
    view! {
        <div class="combobox" node_ref=around on:keydown=move |event| list.press(&event) on:focusout=leave>
            <TextField
                field=name
                id=name
                class=class
                label=label
                placeholder=label
                input_mode=input_mode
                described_by=described_by
                pops_up=pops_up
                value=value
                on_input=typed
                focus=focus
            />
            <OpenButton list=list label=list_label/>
            <Show when=move || list.opened.read().is_some()>
                <OfferList list=list label=list_label/>
            </Show>
        </div>
    }
}

/// What a field says of the list that belongs to it.
#[derive(Clone, Copy)]
pub struct PopsUp {
    /// The id of the list, while it is open.
    pub controls: Signal<Option<String>>,
    /// The id of the active option.
    pub active: Signal<Option<String>>,
}

/// The list and its state. Passed by copy.
#[derive(Clone, Copy)]
struct List {
    name: &'static str,
    value: Signal<String>,
    offers: Signal<Vec<Offer>>,
    on_choose: Callback<String>,
    opened: RwSignal<Option<Opened>>,
}

impl List {
    fn id(self) -> String {
        format!("{}-offers", self.name)
    }

    fn option_id(self, at: usize) -> String {
        format!("{}-offer-{at}", self.name)
    }

    fn close(self) {
        if self.opened.with_untracked(Option::is_some) {
            self.opened.set(None);
        }
    }

    /// Makes an offer the active one, and opens the list for it.
    fn activate(self, active: Option<usize>) {
        self.opened.set(Some(Opened { active }));
        if let Some(at) = active {
            after_effects(move || {
                if let Some(option) = document().get_element_by_id(&self.option_id(at)) {
                    into_view(&option);
                }
            });
        }
    }

    /// The offer that is in the field already.
    fn present(self) -> Option<usize> {
        let value = self.value.get_untracked();
        self.offers.with_untracked(|offers| offers.iter().position(|offer| offer.value == value))
    }

    fn toggle(self) {
        if self.opened.with_untracked(Option::is_some) { self.close() } else { self.activate(self.present()) }
    }

    fn choose(self, at: usize) {
        let value = self.offers.with_untracked(|offers| offers.get(at).map(|offer| offer.value.clone()));
        self.close();
        if let Some(value) = value {
            self.on_choose.run(value);
        }
    }

    fn press(self, event: &KeyboardEvent) {
        if event.is_composing() || event.ctrl_key() || event.meta_key() {
            return;
        }
        let (opened, many) = (self.opened.get_untracked(), self.offers.with_untracked(Vec::len));
        match (&*event.key(), opened) {
            (key @ ("ArrowDown" | "ArrowUp"), _) if many > 0 => {
                let active = opened.map_or_else(|| self.present(), |opened| opened.active);
                let stays = opened.is_none() && active.is_some();
                self.activate(if stays { active } else { step(key == "ArrowDown", active, many) });
            }
            ("Enter", Some(Opened { active: Some(at) })) => self.choose(at),
            ("Escape", Some(_)) => self.close(),
            _ => return,
        }
        event.prevent_default();
    }
}

/// The next offer, or the one before; round at the ends.
fn step(down: bool, active: Option<usize>, many: usize) -> Option<usize> {
    Some(match (active, down) {
        (None, true) => 0,
        (None, false) => many.checked_sub(1)?,
        (Some(at), true) => (at + 1) % many,
        (Some(at), false) => at.checked_sub(1).unwrap_or(many - 1),
    })
}

/// Takes the focus, so that a finger opens the list without a keyboard on the screen.
#[component]
fn OpenButton(list: List, label: &'static str) -> impl IntoView {
    let press = move |event: MouseEvent| {
        list.toggle();
        // Not every browser gives it to a button that is pressed.
        if let Some(button) = event.current_target().and_then(|target| target.dyn_into::<HtmlElement>().ok()) {
            button.focus().ok();
        }
    };
    view! {
        <button
            type="button"
            class="combobox-open"
            tabindex="-1"
            data-action=format!("{}:offers", list.name)
            aria-label=label
            title=label
            aria-expanded=move || aria(list.opened.read().is_some())
            disabled=move || list.offers.read().is_empty()
            on:click=press
        >
            <Icon name=IconName::ChevronDown/>
        </button>
    }
}

#[component]
fn OfferList(list: List, label: &'static str) -> impl IntoView {
    let option = move |(at, offer): (usize, Offer)| {
        let is_active = move || list.opened.read().is_some_and(|opened| opened.active == Some(at));
        view! {
            <li
                role="option"
                class="offer"
                id=list.option_id(at)
                data-offer=at
                aria-selected=move || aria(is_active())
                on:click=move |_| list.choose(at)
            >
                <span class="offer-value">{offer.value}</span>
                <span class="offer-about">{offer.about}</span>
            </li>
        }
    };
    view! {
        // The focus stays where it is while the list is pressed.
        <ul role="listbox" class="offers" id=list.id() aria-label=label on:mousedown=|event| event.prevent_default()>
            {move || list.offers.get().into_iter().enumerate().map(option).collect_view()}
        </ul>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_go_round() {
        let down = [None, Some(0), Some(2)].map(|at| step(true, at, 3));
        let up = [None, Some(0), Some(2)].map(|at| step(false, at, 3));
        assert_eq!((down, up), ([Some(0), Some(1), Some(0)], [Some(2), Some(2), Some(1)]));
    }
}
