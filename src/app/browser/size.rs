//! The size of an element, followed.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{HtmlElement, ResizeObserver};

/// Tells the height of an element in CSS pixels, now and whenever it changes: after the layout, and before the paint.
pub fn follow_height(element: &HtmlElement, told: impl Fn(u32) + 'static) {
    let of = element.clone();
    let tell = Closure::<dyn Fn()>::new(move || told(u32::try_from(of.offset_height()).unwrap_or_default()));
    if let Ok(observer) = ResizeObserver::new(tell.as_ref().unchecked_ref()) {
        observer.observe(element);
    }
    // For elements that stay as long as the page.
    tell.forget();
}
