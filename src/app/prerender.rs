//! The page as HTML, rendered on a host: what `index.html` shows before the program has loaded.

use leptos::prelude::*;
use time::UtcDateTime;

use super::app::App;
use super::lab::Lab;
use super::store::{Opened, Preferences};
use crate::core::project::Project;
use crate::core::templates;

/// The page with the documents' example and the default preferences.
pub fn first_page() -> String {
    page(templates::first())
}

/// The page with a project, as a first visitor would see it.
pub fn page(project: Project) -> String {
    Owner::new().with(|| {
        let opened = Opened { id: String::new(), last_valid: project.payload.clone(), project, edited: 0.0, untouched: true };
        let lab = Lab::new(opened, Preferences::default(), UtcDateTime::UNIX_EPOCH);
        provide_context(lab);
        view! { <App/> }.to_html()
    })
}
