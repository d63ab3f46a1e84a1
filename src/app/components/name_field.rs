//! A field of one line for the name of something: selected when it is entered, so that typing replaces the name. Enter takes
//! the name, Escape takes the old one back.

use leptos::ev::{FocusEvent, KeyboardEvent};
use leptos::prelude::*;
use web_sys::HtmlInputElement;

use super::TextField;
use super::focus::FocusRequest;

#[component]
pub fn NameField(
    /// Public, as `data-field`.
    field: &'static str,
    #[prop(into)] id: String,
    #[prop(optional)] placeholder: &'static str,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] on_input: Callback<String>,
    /// Enter: the focus goes on.
    #[prop(into)]
    on_done: Callback<()>,
    focus: FocusRequest,
) -> impl IntoView {
    let before = StoredValue::new(String::new());
    let entered = move |event: FocusEvent| {
        before.set_value(value.get_untracked());
        event_target::<HtmlInputElement>(&event).select();
    };
    let pressed = move |event: KeyboardEvent| {
        // An input method takes the key for itself.
        if event.is_composing() {
            return;
        }
        match &*event.key() {
            "Enter" => {
                event.prevent_default();
                on_done.run(());
            }
            // The name first: a dialog around the field closes at the next Escape.
            "Escape" if value.get_untracked() != before.get_value() => {
                event.prevent_default();
                let input = event_target::<HtmlInputElement>(&event);
                // Here, and not only by what follows from the name: that comes after the selection, and would end it.
                input.set_value(&before.get_value());
                on_input.run(before.get_value());
                input.select();
            }
            _ => {}
        }
    };
    view! {
        <TextField
            field=field
            id=id
            placeholder=placeholder
            value=value
            on_input=on_input
            focus=focus
            on:focus=entered
            on:keydown=pressed
        />
    }
}
