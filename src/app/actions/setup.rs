//! What is done around the preview: the settings, how the service acts, the update, the checklist.

use std::sync::Arc;

use leptos::prelude::*;
use reactive_stores::Store;

use super::copy;
use super::document::change;
use crate::app::lab::Lab;
use crate::app::store::{EditorName, Step, Target, Tools, ToolsStoreFields};
use crate::core::integration::basic;
use crate::core::place::{ServiceField, Setting};

/// `field`: where it is typed, since the domain has a field in two panes.
pub fn type_setting(lab: Lab, field: Target, setting: Setting, text: String) {
    change(lab, Step::Typed(field), |project| project.settings.put(setting, text));
}

pub fn type_service(lab: Lab, field: ServiceField, text: String) {
    change(lab, Step::Typed(Target::Service(field)), |project| project.service.put(field, text));
}

pub fn type_update(lab: Lab, text: Arc<str>) {
    change(lab, Step::Typed(Target::Editor(EditorName::Update)), |project| project.update = Some(text));
}

pub fn set_update(lab: Lab, text: String) {
    change(lab, Step::Whole, |project| project.update = Some(text.into()));
}

/// The update follows from the payload again.
pub fn draft_update(lab: Lab) {
    change(lab, Step::Whole, |project| project.update = None);
}

/// Ticks a step of the checklist that only the person knows of.
pub fn tick(lab: Lab, step: &str) {
    change(lab, Step::Whole, |project| match project.done.iter().position(|done| done == step) {
        Some(at) => _ = project.done.remove(at),
        None => project.done.push(step.to_owned()),
    });
}

/// The Basic header of the ID and secret at Notion; `None` while one of them is missing.
pub fn basic_header(lab: Lab, tools: Store<Tools>) -> Option<String> {
    let id = lab.derived.setup.with(|project| project.settings.notion_client_id.trim().to_owned());
    let secret = tools.notion_secret().get();
    (!id.is_empty() && !secret.is_empty()).then(|| basic::encode(&id, &secret))
}

pub fn copy_basic_header(lab: Lab) {
    if let Some(header) = untrack(|| basic_header(lab, lab.tools)) {
        copy(lab, &header, "Header copied");
    }
}
