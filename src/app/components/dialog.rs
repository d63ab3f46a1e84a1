//! What opens above the page: the browser's own dialog, so that focus and Escape behave as people know them.

use leptos::ev::MouseEvent;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::own_undo::own_undo;

/// A modal dialog. Its content is made when it opens and dropped when it closes, so that nothing of a closed dialog is
/// found by a reader or a search of the page.
#[component]
pub fn Dialog(
    id: &'static str,
    title: &'static str,
    #[prop(into)] open: Signal<bool>,
    #[prop(into)] on_close: Callback<()>,
    /// The button in the head that closes it.
    #[prop(into)]
    close: ViewFn,
    children: ChildrenFn,
) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    let open = Memo::new(move |_| open.get());
    Effect::new(move |_| {
        let Some(dialog) = dialog.get() else { return };
        match (open.get(), dialog.open()) {
            (true, false) => _ = dialog.show_modal(),
            (false, true) => dialog.close(),
            _ => {}
        }
    });
    // The backdrop belongs to the dialog itself; what is inside is another element.
    let pressed = move |event: MouseEvent| {
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
        if dialog.get_untracked().is_some_and(|dialog| target.is_some_and(|target| dialog.is_same_node(Some(&target)))) {
            on_close.run(());
        }
    };
    // The browser closes it by itself on Escape.
    let closed = move |_| {
        if open.get_untracked() {
            on_close.run(());
        }
    };
    let content = StoredValue::new(children);
    view! {
        <dialog class="modal" id=id aria-label=title node_ref=dialog on:click=pressed on:close=closed on:keydown=|event| own_undo(&event)>
            <Show when=move || open.get()>
                <div class="modal-body">
                    <header class="modal-head">
                        <h2>{title}</h2>
                        {close.run()}
                    </header>
                    {content.with_value(|content| content())}
                </div>
            </Show>
        </dialog>
    }
}
