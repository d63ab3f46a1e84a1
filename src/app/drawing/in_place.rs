//! Editing the text of a part in place, in the part's own font.

use leptos::ev::{Event, KeyboardEvent};
use leptos::html;
use leptos::prelude::*;

use super::line::Item;
use super::surroundings::Editing;
use super::words::MOST_READ;
use crate::app::browser::document::select_contents;
use crate::core::preview::{Part, PartKind};

/// The text to edit, if the part draws its value as it is written, and all of it.
pub fn editable_text(part: &Part) -> Option<&str> {
    let text = part.value.as_str().filter(|text| text.len() <= MOST_READ)?;
    matches!(part.kind, PartKind::Text | PartKind::Chip).then_some(text)
}

#[component]
pub fn InPlace(item: RwSignal<Item>, editing: Editing) -> impl IntoView {
    let field = NodeRef::<html::Span>::new();
    let part = move |read: fn(&Part) -> String| item.with(|item| item.part(read)).unwrap_or_default();
    let text = Memo::new(move |_| part(|part| editable_text(part).unwrap_or_default().to_owned()));
    let label = move || part(|part| format!("Text of {}", part.shown_name()));
    Effect::new(move |taken: Option<bool>| {
        let Some(field) = field.get() else { return false };
        // Typed text is in the field already. Text that undo restores is not.
        let text = text.get();
        if field.text_content().as_deref() != Some(&text) {
            field.set_text_content(Some(&text));
        }
        if taken != Some(true) {
            field.focus().ok();
            select_contents(&field);
        }
        true
    });
    let write = move |event: Event| {
        let typed = event_target::<web_sys::HtmlElement>(&event).text_content().unwrap_or_default();
        if let Some(index) = item.with_untracked(|item| item.part(|part| part.index)) {
            editing.write.run((index, typed));
        }
    };
    view! {
        <span
            class="in-place"
            contenteditable="plaintext-only"
            role="textbox"
            aria-label=label
            spellcheck="false"
            node_ref=field
            on:input=write
            on:keydown=move |event| keys(editing, &event)
            on:focusout=move |_| editing.attribute.set(None)
            on:click=|event| event.stop_propagation()
            on:dblclick=|event| event.stop_propagation()
        ></span>
    }
}

fn keys(editing: Editing, event: &KeyboardEvent) {
    let ends = event.key() == "Escape" || event.key() == "Enter" && !event.shift_key();
    if ends && !event.is_composing() {
        event.prevent_default();
        event.stop_propagation();
        editing.ended.run(());
    }
}
