//! What can be added, in the words of designers.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::app::actions::form::add;
use crate::app::command::{Command, CommandButton};
use crate::app::components::{own_undo, take_focus};
use crate::app::lab::Lab;
use crate::app::store::{ScreenStoreFields, Target};
use crate::core::form::{Word, find};

#[component]
pub fn AddPanel() -> impl IntoView {
    let lab = Lab::of_page();
    let search = RwSignal::new(String::new());
    let found = Memo::new(move |_| search.with(|search| find(search)));
    let keys = move |event: KeyboardEvent| {
        own_undo(&event);
        match &*event.key() {
            "Escape" => lab.screen.adding().set(false),
            "Enter" => {
                if let Some(word) = found.with(|found| found.first().copied()) {
                    add(lab, word);
                }
            }
            _ => return,
        }
        event.prevent_default();
    };
    view! {
        <div class="add-panel" role="region" aria-label="Add to the preview">
            <input
                type="search"
                placeholder="Status, date, avatar, cover…"
                aria-label="What to add"
                autocomplete="off"
                spellcheck="false"
                prop:value=move || search.get()
                on:input=move |event| search.set(event_target_value(&event))
                on:keydown=keys
                use:take_focus=lab.focus_request(Target::Word)
            />
            <ul class="add-words">
                <For each=move || found.get() key=|word| word.word let:word><WordRow word=word/></For>
            </ul>
            <Show when=move || found.with(Vec::is_empty)>
                <p class="note">"No such part. Try “status”, “date” or “picture”"</p>
            </Show>
        </div>
    }
}

#[component]
fn WordRow(word: &'static Word) -> impl IntoView {
    view! {
        <li>
            <CommandButton command=Command::AddWord(word) class="add-word">
                <span>{word.word}" "</span>
                <span class="soft">{word.section.name()}</span>
            </CommandButton>
        </li>
    }
}
