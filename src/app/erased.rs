//! One type for many closures.
//!
//! Every closure has a type of its own, and for each of them the compiler makes a copy of the framework's code that
//! runs it. Behind these few types the copies are shared, which keeps the page's wasm small.

use leptos::prelude::*;
use web_sys::MouseEvent;

/// A piece of view that follows the signals it reads.
pub fn live<V: IntoView + 'static>(view: impl Fn() -> V + Send + 'static) -> Box<dyn FnMut() -> AnyView + Send> {
    Box::new(move || view().into_any())
}

/// The value of an attribute, or a text, that follows the signals it reads.
pub fn derived<T: Send + Sync + 'static>(value: impl Fn() -> T + Send + Sync + 'static) -> Signal<T> {
    Signal::derive(value)
}

/// What a press does.
pub fn press(act: impl Fn() + 'static) -> Box<dyn FnMut(MouseEvent)> {
    Box::new(move |_| act())
}
