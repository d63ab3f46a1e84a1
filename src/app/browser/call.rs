//! A request to another machine, sent because the person pressed a button: its answer as far as the browser shows it.

use gloo::timers::callback::Timeout;
use js_sys::{Array, Reflect, Uint8Array};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, Headers, ReadableStreamDefaultReader, RequestCredentials, RequestInit, Response};

pub struct Request<'r> {
    pub method: &'r str,
    pub url: &'r str,
    /// Blank: none.
    pub token: &'r str,
    pub json: &'r str,
    /// The bytes of a body that are read; the rest is cut off.
    pub most: usize,
}

pub struct Reply {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
    /// The body was longer than what was read.
    pub cut: bool,
    /// Where redirects led to.
    pub redirected: Option<String>,
}

/// The browser does not say why.
pub struct Unanswered;

/// Sends a request. `abort` ends it at any time, also while the body arrives.
pub async fn send(request: Request<'_>, abort: &AbortController) -> Result<Reply, Unanswered> {
    answered(request, abort).await.map_err(|_| Unanswered)
}

async fn answered(request: Request<'_>, abort: &AbortController) -> Result<Reply, JsValue> {
    let headers = Headers::new()?;
    headers.set("Content-Type", "application/json")?;
    if !request.token.is_empty() {
        headers.set("Authorization", &format!("Bearer {}", request.token))?;
    }
    let options = RequestInit::new();
    options.set_method(request.method);
    options.set_headers(&headers);
    options.set_body(&request.json.into());
    options.set_credentials(RequestCredentials::Omit);
    options.set_signal(Some(&abort.signal()));
    let response: Response = JsFuture::from(window().fetch_with_str_and_init(request.url, &options)).await?.dyn_into()?;
    let (body, cut) = body(&response, request.most).await?;
    Ok(Reply {
        status: response.status(),
        headers: readable(&response.headers()),
        body,
        cut,
        redirected: response.redirected().then(|| response.url()),
    })
}

async fn body(response: &Response, most: usize) -> Result<(Vec<u8>, bool), JsValue> {
    let mut bytes = Vec::new();
    let Some(stream) = response.body() else { return Ok((bytes, false)) };
    let reader: ReadableStreamDefaultReader = stream.get_reader().dyn_into()?;
    loop {
        let chunk = JsFuture::from(reader.read()).await?;
        if Reflect::get(&chunk, &"done".into())?.is_truthy() {
            return Ok((bytes, false));
        }
        let value: Uint8Array = Reflect::get(&chunk, &"value".into())?.dyn_into()?;
        bytes.extend(value.to_vec());
        if bytes.len() > most {
            bytes.truncate(most);
            // The answer is complete for us, whether or not the stream can be cancelled.
            _ = reader.cancel();
            return Ok((bytes, true));
        }
    }
}

fn readable(headers: &Headers) -> Vec<(String, String)> {
    let pair = |entry: JsValue| {
        let entry: Array = entry.dyn_into().ok()?;
        Some((entry.get(0).as_string()?, entry.get(1).as_string()?))
    };
    headers.entries().into_iter().flatten().filter_map(pair).collect()
}

/// Ends a request that takes too long; dropping the timer calls that off.
pub fn end_after(seconds: u32, abort: &AbortController, then: impl FnOnce() + 'static) -> Timeout {
    let abort = abort.clone();
    Timeout::new(seconds * 1000, move || {
        then();
        abort.abort();
    })
}

/// The request that is under way; a handle that is passed by copy.
#[derive(Clone, Copy)]
pub struct Calls {
    abort: StoredValue<Option<AbortController>, LocalStorage>,
    begun: StoredValue<u32>,
}

impl Default for Calls {
    fn default() -> Self {
        Self { abort: StoredValue::new_local(None), begun: StoredValue::new(0) }
    }
}

impl Calls {
    /// Begins a request: its number, and what ends it.
    pub fn begin(self) -> Option<(u32, AbortController)> {
        let abort = AbortController::new().ok()?;
        self.abort.set_value(Some(abort.clone()));
        self.begun.update_value(|begun| *begun += 1);
        Some((self.begun.get_value(), abort))
    }

    /// Gives up the request.
    pub fn stop(self) {
        if let Some(abort) = self.abort.try_update_value(Option::take).flatten() {
            abort.abort();
        }
    }
}
