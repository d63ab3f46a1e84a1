//! `window.linkPreviewLab`: what tests, scripts and pages that embed the Lab call.

use js_sys::{JSON, Object, Promise, Reflect};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;

use super::{document, storage};
use crate::app::actions;
use crate::app::large;
use crate::app::state::{Answer, Lab};
use crate::core::{project, wire};

/// Puts the object onto `window`.
pub fn install(lab: Lab) {
    let api = Object::new();
    let set = |key: &str, value: &JsValue| Reflect::set(&api, &key.into(), value).is_ok();
    set("version", &env!("CARGO_PKG_VERSION").into());
    let get_project = Closure::<dyn Fn() -> JsValue>::new(move || {
        large::settle(lab);
        to_js(&serde_json::to_string(&project::to_json(&lab.project.get_untracked())).unwrap_or_default())
    });
    set("getProject", &get_project.into_js_value());
    set("setProject", &Closure::<dyn Fn(JsValue) -> Promise>::new(move |object| set_project(lab, &object)).into_js_value());
    let get_analysis = Closure::<dyn Fn() -> JsValue>::new(move || {
        large::settle(lab);
        let checked = lab.analysis.get_untracked();
        let source = lab.answer.with_untracked(Answer::source);
        let drawn = lab.views.with_untracked(|views| views.first().filter(|view| !view.stale).map(|view| view.render.clone()));
        lab.project.with_untracked(|project| {
            lab.linked.with_untracked(|linked| {
                let around = lab.around.get_untracked().diagnostics;
                let analysis = wire::analysis(project, source, &checked.analysis, &linked.analysis, &around, drawn.as_deref());
                to_js(&analysis.to_string())
            })
        })
    });
    set("getAnalysis", &get_analysis.into_js_value());
    Reflect::set(&window(), &"linkPreviewLab".into(), &api).ok();
}

fn to_js(json: &str) -> JsValue {
    JSON::parse(json).unwrap_or(JsValue::NULL)
}

/// Resolves when the project is drawn; rejects with a message and changes nothing when it is none.
fn set_project(lab: Lab, object: &JsValue) -> Promise {
    let text = JSON::stringify(object).ok().and_then(|text| text.as_string());
    match text.ok_or_else(|| "not a project: an object is wanted".to_owned()).and_then(|text| storage::read_project(&text)) {
        Err(message) => Promise::reject(&js_sys::Error::new(&message)),
        Ok(project) => {
            actions::replace_project(lab, project);
            Promise::new(&mut |resolve, _| {
                document::next_frame(move || {
                    resolve.call0(&JsValue::UNDEFINED).ok();
                });
            })
        }
    }
}
