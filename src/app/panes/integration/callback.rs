//! "Call my callback": asks a URL of the person's as Notion would, and shows what comes back.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::AbortController;

use crate::app::panes::problems::told;
use crate::app::platform::call::{self, Reply};
use crate::app::platform::{clock, dom, locale};
use crate::app::state::{Call, Called, Lab, Stage};
use crate::core::diagnostic::Diagnostic;
use crate::core::html::{Html, element, icon, prose, text, worded};
use crate::core::integration::answer::{Answer, MOST, NoAnswer, PATIENCE, Verdict, judge, no_answer};
use crate::core::integration::copy_as::{Language, code};
use crate::core::integration::{Method, callback};
use crate::core::preview::html::{Media, Surroundings, card};
use crate::core::project::Where;
use crate::core::rules::why_no_url;
use crate::core::text::beginning;
use crate::core::unfurl::Kind;

/// As much of an answer's text is shown, in bytes.
const MOST_SHOWN: usize = 4000;

thread_local! {
    static ABORT: RefCell<Option<AbortController>> = const { RefCell::new(None) };
    static NUMBER: Cell<u32> = const { Cell::new(0) };
}

pub fn follow(lab: Lab) {
    dom::value("call-url", move || lab.tools.with(|tools| tools.call.url.clone()));
    dom::value("call-token", move || lab.tools.with(|tools| tools.call.token.clone()));
    dom::value("call-link", move || lab.tools.with(|tools| tools.call.link.clone()));
    dom::follow(Box::new(move || {
        lab.setup.with(|project| {
            let url = &*project.settings.callback_url;
            dom::set("#call-url", "placeholder", Some(if url.is_empty() { "http://localhost:3000/unfurl" } else { url }));
            dom::set("#call-link", "placeholder", Some(&project.link));
        });
    }));
    dom::text("call-goes", move || {
        let (url, token) = lab.tools.with(|tools| (tools.call.url.trim().to_owned(), !tools.call.token.trim().is_empty()));
        let url = if url.is_empty() { lab.setup.with(|project| project.settings.callback_url.trim().to_owned()) } else { url };
        let with = if token { "with the bearer token" } else { "without a bearer token" };
        if url.is_empty() { String::new() } else { ["It goes to ", &url, ", ", with, "."].concat() }
    });
    let waiting = move || lab.tools.with(|tools| matches!(tools.call.stage, Stage::Waiting(_)));
    dom::flag("[data-action='call:stop']", "hidden", move || !waiting());
    dom::flag("[data-action='call:post'], [data-action='call:delete']", "disabled", waiting);
    dom::list("call-answer", move || lab.tools.with(|tools| stage(lab, &tools.call)));
    dom::set_text(".origin", &window().location().origin().unwrap_or_default());
}

/// What is asked, once blank fields are filled from the project.
fn filled(lab: Lab) -> Call {
    let mut call = lab.tools.with_untracked(|tools| tools.call.clone());
    lab.project.with_untracked(|project| {
        if call.url.trim().is_empty() {
            call.url.clone_from(&project.settings.callback_url);
        }
        if call.link.trim().is_empty() {
            call.link.clone_from(&project.link);
        }
    });
    call
}

pub fn send(lab: Lab, method: Method) {
    let call = filled(lab);
    if let Some(reason) = why_no_url(call.url.trim()) {
        lab.tools.update(|tools| tools.call.stage = Stage::Refused(reason));
        return dom::focus("#call-url");
    }
    let Ok(abort) = AbortController::new() else { return };
    let number = NUMBER.get() + 1;
    NUMBER.set(number);
    ABORT.set(Some(abort.clone()));
    lab.tools.update(|tools| tools.call.stage = Stage::Waiting(number));
    spawn_local(async move {
        let called = ask(lab, method, &call, &abort).await;
        if called.status.is_none() && !abort.signal().aborted() {
            dom::set("#browser-needs", "open", Some(""));
        }
        lab.tools.update(|tools| {
            if matches!(tools.call.stage, Stage::Waiting(waiting) if waiting == number) {
                tools.call.stage = Stage::Answered(Arc::new(called));
            }
        });
    });
}

async fn ask(lab: Lab, method: Method, call: &Call, abort: &AbortController) -> Called {
    let (late, began) = (Rc::new(Cell::new(false)), clock::milliseconds());
    let over = late.clone();
    let patience = call::end_after(PATIENCE, abort, move || over.set(true));
    let json = callback::asked(&call.link);
    let request = call::Call { method: method.name(), url: call.url.trim(), token: call.token.trim(), json: &json, most: MOST };
    let reply = call::send(request, abort).await;
    drop(patience);
    let verdict = if let Ok(reply) = &reply {
        let content_type = reply.headers.iter().find(|(name, _)| name == "content-type").map(|(_, value)| &**value);
        let Reply { status, body, cut, redirected, .. } = reply;
        let answer = Answer { method, status: *status, content_type, body, cut: *cut, redirected: redirected.as_deref() };
        judge(&answer, &call.link, lab.project.with_untracked(|project| project.profile), lab.now())
    } else {
        let why = match (late.get(), abort.signal().aborted()) {
            (true, _) => NoAnswer::Timeout(PATIENCE),
            (false, true) => NoAnswer::Other("stopped".to_owned()),
            (false, false) => NoAnswer::Blocked,
        };
        Verdict { text: String::new(), skipped: 0, about: vec![no_answer(why)], analysis: None }
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

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the cast saturates, and a call takes seconds")]
fn elapsed(began: f64) -> u32 {
    (clock::milliseconds() - began) as u32
}

pub fn stop() {
    if let Some(abort) = ABORT.take() {
        abort.abort();
    }
}

/// The text of the last answer, to become the payload.
pub fn answer_text(lab: Lab) -> Option<String> {
    lab.tools.with_untracked(|tools| match &tools.call.stage {
        Stage::Answered(called) => Some(called.verdict.text.clone()),
        _ => None,
    })
}

/// The command that does the same without a browser's limits.
pub fn as_curl(lab: Lab) -> String {
    let call = filled(lab);
    let method = lab.tools.with_untracked(|tools| match &tools.call.stage {
        Stage::Answered(called) => called.method,
        _ => Method::Post,
    });
    code(&callback::request(method, call.url.trim(), &call.link), Language::Bash)
}

fn stage(lab: Lab, call: &Call) -> Vec<Html> {
    match &call.stage {
        Stage::Unasked => Vec::new(),
        Stage::Refused(reason) => {
            let words =
                ["Nothing was sent to the callback URL, ", reason, ". Write it whole, as in `http://localhost:3000/unfurl`."]
                    .concat();
            vec![element(
                "p",
                &[("class", "told"), ("role", "alert")],
                &[icon("circle-x"), element("span", &[], &[prose(&words)])],
            )]
        }
        Stage::Waiting(_) => vec![worded("p", "note", "Waiting for the answer, 30 seconds at most…")],
        Stage::Answered(called) => answered(lab, called),
    }
}

fn answered(lab: Lab, called: &Called) -> Vec<Html> {
    let verdict = &called.verdict;
    let mut pieces = vec![summary(called)];
    let of_body = verdict.analysis.iter().flat_map(|analysis| &analysis.diagnostics);
    let rows: Vec<Html> = verdict.about.iter().chain(of_body).map(about_answer).collect();
    if rows.is_empty() {
        pieces.push(element("p", &[("class", "all-well")], &[icon("check"), text("This is as the documents say.")]));
    } else {
        pieces.push(element("ul", &[("class", "wrong")], &rows));
    }
    if called.status.is_none() {
        pieces.push(worded("p", "note", "This asks the same without a browser:"));
        pieces.push(element("pre", &[("tabindex", "0")], &[text(&as_curl(lab))]));
        let copy = [("type", "button"), ("class", "quiet"), ("data-action", "call:copy")];
        pieces.push(element("button", &copy, &[icon("copy"), text("Copy the cURL")]));
        return pieces;
    }
    if let Some(render) = verdict.analysis.as_ref().and_then(|analysis| analysis.render.as_ref()) {
        let dark = lab.preferences.with_untracked(|preferences| preferences.drawing.themes()[0]);
        let around = Surroundings { dark, media: &|_| Media::Ready, words: &locale::words };
        let drawing = [("class", "drawing call-drawing"), ("data-drawing", if dark { "dark" } else { "light" })];
        pieces.push(element("div", &drawing, &[card(render, &called.link, None, &around).whole()]));
        // What holds neither attributes nor an error would only lose the payload that is there.
        if verdict.analysis.as_ref().is_none_or(|analysis| analysis.kind == Kind::Unknown) {
            return [pieces, received_parts(called)].concat();
        }
        let useful = [("type", "button"), ("class", "button"), ("data-action", "call:use")];
        pieces.push(element("button", &useful, &[text("Use it as the payload")]));
    }
    [pieces, received_parts(called)].concat()
}

fn received_parts(called: &Called) -> Vec<Html> {
    let mut parts = vec![received("Headers that the browser may read", &lines(&called.headers))];
    if !called.verdict.text.is_empty() {
        parts.push(received("Body", beginning(&called.verdict.text, MOST_SHOWN)));
    }
    parts
}

/// The answer is in no project, so there is nothing to mend it in.
fn about_answer(one: &Diagnostic) -> Html {
    told(&Diagnostic { source: Where::Message, ..one.clone() }, 0)
}

/// `POST 200 in 34 ms, 1204 bytes`
fn summary(called: &Called) -> Html {
    let status = called.status.map_or_else(|| "no answer".to_owned(), |status| status.to_string());
    let tone = if called.status.is_some_and(|status| status < 400) { "status good" } else { "status bad" };
    let words = format!("after {} ms, {} bytes", called.milliseconds, called.size);
    let inside = [
        worded("span", "method", called.method.name()),
        element("span", &[("class", tone), ("data-status", &status)], &[text(&status)]),
        worded("span", "soft", &words),
    ];
    element("p", &[("class", "call-summary")], &inside)
}

fn received(heading: &str, words: &str) -> Html {
    let summary = worded("summary", "", heading);
    element("details", &[("class", "words")], &[summary, element("pre", &[("tabindex", "0")], &[text(words)])])
}

fn lines(headers: &[(String, String)]) -> String {
    headers.iter().map(|(name, value)| [name, ": ", value, "\n"].concat()).collect()
}
