//! `window.linkPreviewLab`: what tests, scripts and pages that embed the Lab call.

use js_sys::{JSON, Object, Promise, Reflect};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::future_to_promise;

use super::actions::delivery::{prepare, settle};
use super::actions::document::replace_project;
use super::autosave::read_project;
use super::browser::frame::{next_frame, painted};
use super::lab::Lab;
use super::store::{Answer, LARGE};
use crate::core::{project, wire};

/// Puts the object onto `window`.
pub fn install(lab: Lab) {
    let api = Object::new();
    let set = |key: &str, value: &JsValue| Reflect::set(&api, &key.into(), value).is_ok();
    set("version", &env!("CARGO_PKG_VERSION").into());
    set("getProject", &Closure::<dyn Fn() -> JsValue>::new(move || get_project(lab)).into_js_value());
    set("setProject", &Closure::<dyn Fn(JsValue) -> Promise>::new(move |object| set_project(lab, &object)).into_js_value());
    set("getAnalysis", &Closure::<dyn Fn() -> JsValue>::new(move || get_analysis(lab)).into_js_value());
    Reflect::set(&window(), &"linkPreviewLab".into(), &api).ok();
}

fn get_project(lab: Lab) -> JsValue {
    settle(lab);
    to_js(&serde_json::to_string(&project::to_json(&lab.project())).unwrap_or_default())
}

/// In the formats of `link-preview-lab check` and `render`.
fn get_analysis(lab: Lab) -> JsValue {
    settle(lab);
    let derived = lab.derived;
    let payload = derived.payload.get_untracked();
    let source = derived.answer.with_untracked(Answer::source);
    let drawn =
        derived.views.with_untracked(|views| views.first().filter(|view| view.stale.is_none()).map(|view| view.render.clone()));
    let around = derived.around.get_untracked().diagnostics;
    let rules = derived.rules.get_untracked().analysis;
    let analysis = wire::analysis(&lab.project(), source, &payload.analysis, &rules, &around, drawn.as_deref());
    to_js(&analysis.to_string())
}

/// Resolves when the project is drawn. Rejects with a message and changes nothing when the object is no project.
fn set_project(lab: Lab, object: &JsValue) -> Promise {
    let text = JSON::stringify(object).ok().and_then(|text| text.as_string());
    match text.ok_or_else(|| "not a project: an object is wanted".to_owned()).and_then(|text| read_project(&text)) {
        Err(message) => Promise::reject(&js_sys::Error::new(&message)),
        Ok(project) if project.payload.len() < LARGE => {
            replace_project(lab, project);
            Promise::new(&mut |resolve, _| next_frame(move || _ = resolve.call0(&JsValue::UNDEFINED)))
        }
        Ok(project) => future_to_promise(async move {
            prepare(lab, &project).await;
            replace_project(lab, project);
            painted().await;
            Ok(JsValue::UNDEFINED)
        }),
    }
}

fn to_js(json: &str) -> JsValue {
    JSON::parse(json).unwrap_or(JsValue::NULL)
}
