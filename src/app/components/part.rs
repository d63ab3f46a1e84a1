//! Parts of the page that load when they are first asked for: each is a wasm file of its own beside the main one.
//!
//! `wasm_split` moves what only a part uses into its file. The function of a part returns a pointer to its view, so the view
//! is made where it is shown, under its own reactive owner, as often as it is shown. On a host nothing is split: the function
//! is called at once.

use std::pin::Pin;
use std::task::{Context, Poll, Waker};

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::browser::fetch::NotLoaded;

/// Makes the view of a part.
pub type PartView = fn() -> AnyView;
pub type Loading = Pin<Box<dyn Future<Output = Result<PartView, NotLoaded>>>>;

/// A part, by what loads it.
#[derive(Clone, Copy)]
pub struct Part(pub fn() -> Loading);

impl Part {
    /// Its view, if it is there already.
    fn now(self) -> Option<Result<PartView, NotLoaded>> {
        match (self.0)().as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(loaded) => Some(loaded),
            Poll::Pending => None,
        }
    }

    /// Fetches it ahead; nothing happens where it is there already.
    pub fn prefetch(self) {
        // Showing the part asks again and says what went wrong.
        spawn_local(async move { _ = (self.0)().await });
    }
}

/// Shows a part: it loads when this is first shown, and says so when it cannot.
#[component]
pub fn Loaded(part: Part) -> impl IntoView {
    let loaded = RwSignal::new(part.now());
    let load = move || {
        loaded.set(None);
        spawn_local(async move {
            let result = (part.0)().await;
            // The person may have gone elsewhere meanwhile.
            loaded.try_set(Some(result));
        });
    };
    Effect::new(move |_| {
        if loaded.with_untracked(Option::is_none) {
            load();
        }
    });
    move || match loaded.get() {
        None => view! { <p class="note part-note" role="status">"Loading…"</p> }.into_any(),
        Some(Ok(view)) => view(),
        Some(Err(NotLoaded)) => view! {
            <p class="note part-note" role="alert">
                "This part could not be loaded. Check your connection. "
                <button type="button" class="quiet accent" on:click=move |_| load()>"Try again"</button>
            </p>
        }
        .into_any(),
    }
}
