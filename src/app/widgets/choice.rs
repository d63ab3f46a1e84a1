//! One of a few, side by side.

use icondata_core::Icon;
use leptos::prelude::*;

use crate::app::erased::{derived, press};
use crate::app::icon::icon;

/// One of the buttons.
#[derive(Clone, Copy)]
pub struct Item<T: 'static> {
    pub value: T,
    /// `data-action`
    pub action: &'static str,
    pub name: &'static str,
    pub icon: Option<Icon>,
}

/// Buttons of which the chosen one is pressed.
pub fn choice<T: Copy + PartialEq + Send + Sync + 'static>(
    label: &'static str,
    items: &'static [Item<T>],
    chosen: impl Fn() -> T + Copy + Send + Sync + 'static,
    choose: impl Fn(T) + Copy + 'static,
) -> impl IntoView {
    let button = move |item: &'static Item<T>| {
        view! {
            <button
                type="button"
                data-action=item.action
                aria-pressed=derived(move || (chosen() == item.value).to_string())
                title=item.icon.map(|_| item.name)
                aria-label=item.name
                on:click=press(move || choose(item.value))
            >
                {match item.icon {
                    Some(data) => icon(data).into_any(),
                    None => item.name.into_any(),
                }}
            </button>
        }
    };
    view! {
        <div class="choice" role="group" aria-label=label>
            {items.iter().map(button).collect_view()}
        </div>
    }
}
