//! The body of the update: the person's own, or one that follows from the answer.

use std::sync::Arc;

use leptos::prelude::*;
use reactive_stores::Store;

use super::{Answer, Screen, ScreenStoreFields, Source};
use crate::core::integration::update;
use crate::core::project::Project;

/// Empty while its pane is not open, so that a key elsewhere drafts nothing.
pub fn body(setup: Memo<Arc<Project>>, answer: Memo<Answer>, screen: Store<Screen>) -> Memo<Arc<str>> {
    Memo::new(move |_| {
        if screen.source().get() != Source::Integration {
            return Arc::default();
        }
        let (own, link) = setup.with(|project| (project.update.clone(), project.link.clone()));
        own.unwrap_or_else(|| answer.with(|answer| update::draft(&answer.text, &link)).into())
    })
}
