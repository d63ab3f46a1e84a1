//! Waiting for the browser: for the effects of a change, for a frame, for the event loop.

use gloo::timers::callback::Timeout;
use js_sys::{Array, Promise};
use leptos::prelude::request_animation_frame;
use leptos::task::{spawn_local, tick};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::MessageChannel;

/// Runs after the effects of a change, before the next key event.
pub fn after_effects(then: impl FnOnce() + 'static) {
    spawn_local(async move {
        tick().await;
        then();
    });
}

/// Runs before the next frame is laid out.
pub fn next_frame(then: impl FnOnce() + 'static) {
    request_animation_frame(then);
}

/// Resolves when the present frame is on screen.
pub async fn painted() {
    resolved(|resolve| {
        // The callback of a frame runs before its paint; a task queued from there runs after it.
        request_animation_frame(move || _ = Timeout::new(0, resolve).forget());
    })
    .await;
}

/// Yields one event loop turn, so that waiting keys and frames go first. It posts a message: a timer that follows upon
/// timers is held back for 4 milliseconds.
pub async fn turn() {
    resolved(|resolve| {
        if let Ok(channel) = MessageChannel::new() {
            channel.port1().set_onmessage(Some(Closure::once_into_js(resolve).unchecked_ref()));
            channel.port2().post_message(&JsValue::NULL).ok();
        }
    })
    .await;
}

/// Starts a task. Resolves when it is done or the time is up; the task then goes on by itself.
pub fn within(milliseconds: u32, task: impl Future<Output = ()> + 'static) -> impl Future<Output = ()> {
    let done = future_to_promise(async move {
        task.await;
        Ok(JsValue::UNDEFINED)
    });
    let late = Promise::new(&mut |resolve, _| {
        Timeout::new(milliseconds, move || _ = resolve.call0(&JsValue::UNDEFINED)).forget();
    });
    let first = Promise::race(&Array::of2(&done, &late));
    async move { _ = JsFuture::from(first).await }
}

/// Resolves when `start` calls what it is given.
pub async fn resolved(start: impl Fn(Box<dyn Fn()>)) {
    let promise = Promise::new(&mut |resolve, _| {
        start(Box::new(move || {
            resolve.call0(&JsValue::UNDEFINED).ok();
        }));
    });
    JsFuture::from(promise).await.ok();
}
