//! "Call my callback": asks a URL of the person's as Notion would.

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::wasm_split;
use web_sys::AbortController;

use super::{copy, document};
use crate::app::browser::call::{self, Reply, Request};
use crate::app::browser::clock;
use crate::app::browser::fetch::NotLoaded;
use crate::app::lab::Lab;
use crate::app::store::{Call, CallStoreFields, Called, Stage, Target, ToolsStoreFields};
use crate::core::analysis::answer::{CallbackVerdict, MOST, NoAnswer, PATIENCE, judge, no_answer};
use crate::core::integration::callback;
use crate::core::integration::copy_as::{Language, code};
use crate::core::method::Method;
use crate::core::rules::answer::CallbackAnswer;
use crate::core::rules::why_no_url;

pub fn send(lab: Lab, method: Method) {
    within(move |tools| (tools.send)(lab, method));
}

pub fn copy_curl(lab: Lab) {
    // The button is in the same part, so this resolves within the click, as browsers demand for copying.
    within(move |tools| copy(lab, &(tools.as_curl)(lab), "cURL copied"));
}

/// What needs the checks of an answer and requests written as code. Only the integration uses them, so they are in its part.
#[derive(Clone, Copy)]
struct CallTools {
    send: fn(Lab, Method),
    as_curl: fn(Lab) -> String,
}

#[wasm_split(integration, wasm_split_path = ::leptos::wasm_split, fallible)]
fn tools() -> Result<CallTools, NotLoaded> {
    Ok(CallTools { send: begin, as_curl })
}

fn within(run: impl FnOnce(CallTools) + 'static) {
    spawn_local(async move {
        if let Ok(tools) = tools().await {
            run(tools);
        }
    });
}

fn begin(lab: Lab, method: Method) {
    let call = filled(lab);
    let stage = lab.tools.call().stage();
    if let Some(reason) = why_no_url(call.url.trim()) {
        stage.set(Stage::Refused(reason));
        return lab.focus(Target::CallUrl);
    }
    let Some((number, abort)) = lab.calls.begin() else { return };
    stage.set(Stage::Waiting(number));
    spawn_local(async move {
        let called = ask(lab, method, &call, &abort).await;
        if matches!(stage.get_untracked(), Stage::Waiting(waiting) if waiting == number) {
            stage.set(Stage::Answered(Arc::new(called)));
        }
    });
}

/// Gives up the request that is under way.
pub fn stop(lab: Lab) {
    lab.calls.stop();
    lab.focus(Target::SendCall);
}

/// Takes the text of the last answer as the payload.
pub fn use_answer(lab: Lab) {
    if let Stage::Answered(called) = lab.tools.call().stage().get_untracked() {
        document::set_payload(lab, called.verdict.text.clone());
        lab.announce("The payload is now this response");
    }
}

/// The command that asks the same without a browser's limits.
pub fn as_curl(lab: Lab) -> String {
    let call = filled(lab);
    let method = match &call.stage {
        Stage::Answered(called) => called.method,
        _ => Method::Post,
    };
    code(&callback::request(method, call.url.trim(), &call.link), Language::Bash)
}

/// The call with blank fields filled from the project.
fn filled(lab: Lab) -> Call {
    let mut call = lab.tools.call().get_untracked();
    lab.document.project.with_untracked(|project| {
        if call.url.trim().is_empty() {
            call.url.clone_from(&project.settings.callback_url);
        }
        if call.link.trim().is_empty() {
            call.link.clone_from(&project.link);
        }
    });
    call
}

async fn ask(lab: Lab, method: Method, call: &Call, abort: &AbortController) -> Called {
    let (late, began) = (Rc::new(Cell::new(false)), clock::milliseconds());
    let over = late.clone();
    let patience = call::end_after(PATIENCE, abort, move || over.set(true));
    let json = callback::asked(&call.link);
    let request = Request { method: method.name(), url: call.url.trim(), token: call.token.trim(), json: &json, most: MOST };
    let reply = call::send(request, abort).await;
    drop(patience);
    let verdict = match &reply {
        Ok(reply) => judged(lab, method, reply, &call.link),
        Err(call::Unanswered) => unanswered(late.get(), abort.signal().aborted()),
    };
    Called {
        method,
        link: call.link.clone(),
        milliseconds: elapsed(began),
        status: reply.as_ref().ok().map(|reply| reply.status),
        size: reply.as_ref().map_or(0, |reply| reply.body.len()),
        headers: reply.map(|reply| reply.headers).unwrap_or_default(),
        verdict,
    }
}

fn judged(lab: Lab, method: Method, reply: &Reply, link: &str) -> CallbackVerdict {
    let content_type = reply.headers.iter().find(|(name, _)| name == "content-type").map(|(_, value)| &**value);
    let Reply { status, body, cut, redirected, .. } = reply;
    let answer = CallbackAnswer { method, status: *status, content_type, body, cut: *cut, redirected: redirected.as_deref() };
    judge(&answer, link, lab.project().profile, lab.now())
}

fn unanswered(late: bool, aborted: bool) -> CallbackVerdict {
    let why = match (late, aborted) {
        (true, _) => NoAnswer::Timeout(PATIENCE),
        (false, true) => NoAnswer::Other("stopped".to_owned()),
        (false, false) => NoAnswer::Blocked,
    };
    CallbackVerdict { text: String::new(), skipped: 0, about: vec![no_answer(why)], analysis: None }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the cast saturates, and a call takes seconds")]
fn elapsed(began: f64) -> u32 {
    (clock::milliseconds() - began) as u32
}
