//! Components as HTML, for the tests: rendered on the host and read back with selectors.

use leptos::prelude::*;
use scraper::{ElementRef, Html, Selector};
use time::UtcDateTime;

use super::lab::Lab;
use super::store::{Opened, Preferences};
use crate::core::project::Project;
use crate::core::templates;

/// A rendered component.
pub struct Page(Html);

/// Renders a view under an owner of its own.
pub fn render<V: IntoView + 'static>(view: impl FnOnce() -> V) -> Page {
    let html = Owner::new().with(|| view().into_view().to_html());
    Page(Html::parse_fragment(&html))
}

/// Renders a view on a page with a project, after `act` has changed the screen.
pub fn render_with<V: IntoView + 'static>(project: Project, act: impl FnOnce(Lab), view: impl FnOnce() -> V) -> Page {
    render(|| {
        let opened = Opened { id: String::new(), last_valid: project.payload.clone(), project, edited: 0.0, untouched: true };
        let lab = Lab::new(opened, Preferences::default(), UtcDateTime::UNIX_EPOCH);
        provide_context(lab);
        act(lab);
        view()
    })
}

/// The project that a first visitor meets.
pub fn example() -> Project {
    templates::first()
}

impl Page {
    fn select(&self, selector: &str) -> Vec<ElementRef<'_>> {
        self.0.select(&Selector::parse(selector).unwrap()).collect()
    }

    pub fn count(&self, selector: &str) -> usize {
        self.select(selector).len()
    }

    pub fn has(&self, selector: &str) -> bool {
        self.count(selector) > 0
    }

    /// The text of the first element that matches, its white space collapsed.
    pub fn text(&self, selector: &str) -> String {
        self.texts(selector).into_iter().next().unwrap_or_else(|| panic!("no {selector}"))
    }

    pub fn texts(&self, selector: &str) -> Vec<String> {
        let words = |element: ElementRef| element.text().flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ");
        self.select(selector).into_iter().map(words).collect()
    }

    pub fn attribute(&self, selector: &str, name: &str) -> Option<String> {
        self.select(selector).first().and_then(|element| element.attr(name)).map(str::to_owned)
    }
}
