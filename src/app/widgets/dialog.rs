//! A window above the page: the browser's own, so that focus and Escape behave as people know them.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::app::actions;
use crate::app::erased::press;
use crate::app::icon::{LuX, icon};
use crate::app::state::{Dialog, Lab};

/// Shows its children while the lab's dialog is `which`.
#[component]
pub fn Modal(which: Dialog, title: &'static str, children: ChildrenFn) -> impl IntoView {
    let lab = Lab::here();
    let element = NodeRef::<html::Dialog>::new();
    let open = Memo::new(move |_| lab.dialog.get() == Some(which));
    Effect::new(move || {
        let (Some(element), open) = (element.get(), open.get()) else { return };
        if open && !element.open() {
            element.show_modal().ok();
        } else if !open && element.open() {
            element.close();
        }
    });
    let on_backdrop = move |event: web_sys::MouseEvent| {
        let on_itself = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlDialogElement>().ok()).is_some();
        if on_itself {
            actions::close_dialog(lab);
        }
    };
    // The browser closes it by itself on Escape.
    let on_close = move |_| {
        if open.get_untracked() {
            actions::close_dialog(lab);
        }
    };
    view! {
        <dialog class="modal" node_ref=element aria-label=title on:close=on_close on:click=on_backdrop>
            <Show when=move || open.get()>
                <div class="modal-body">
                    <header class="modal-head">
                        <h2>{title}</h2>
                        <button type="button" class="quiet" aria-label="Close" data-action="close" on:click=press(move || actions::close_dialog(lab))>
                            {icon(LuX)}
                        </button>
                    </header>
                    {children()}
                </div>
            </Show>
        </dialog>
    }
}
