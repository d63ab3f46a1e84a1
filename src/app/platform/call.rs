//! A request to another machine, sent because the person pressed: its answer as far as the browser lets us read it.

use gloo::timers::callback::Timeout;
use js_sys::{Array, Reflect, Uint8Array};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, Headers, ReadableStreamDefaultReader, RequestCredentials, RequestInit, Response};

/// What came back.
pub struct Reply {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
    /// More came than was read.
    pub cut: bool,
    /// Where redirects have led to.
    pub redirected: Option<String>,
}

/// The browser does not say why.
pub struct Unanswered;

pub struct Call<'c> {
    pub method: &'c str,
    pub url: &'c str,
    /// Blank: none.
    pub token: &'c str,
    pub json: &'c str,
    /// Bytes that are read of a body.
    pub most: usize,
}

/// Sends it; `abort` ends it at any time, also while the body comes.
pub async fn send(call: Call<'_>, abort: &AbortController) -> Result<Reply, Unanswered> {
    answered(call, abort).await.map_err(|_| Unanswered)
}

async fn answered(call: Call<'_>, abort: &AbortController) -> Result<Reply, JsValue> {
    let headers = Headers::new()?;
    headers.set("Content-Type", "application/json")?;
    if !call.token.is_empty() {
        headers.set("Authorization", &["Bearer ", call.token].concat())?;
    }
    let options = RequestInit::new();
    options.set_method(call.method);
    options.set_headers(&headers);
    options.set_body(&call.json.into());
    options.set_credentials(RequestCredentials::Omit);
    options.set_signal(Some(&abort.signal()));
    let response: Response = JsFuture::from(window().fetch_with_str_and_init(call.url, &options)).await?.dyn_into()?;
    let (body, cut) = body(&response, call.most).await?;
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
            // Whether it can be cancelled does not matter any more.
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

/// Ends a call that takes too long.
pub fn end_after(seconds: u32, abort: &AbortController, then: impl FnOnce() + 'static) -> Timeout {
    let abort = abort.clone();
    Timeout::new(seconds * 1000, move || {
        then();
        abort.abort();
    })
}
