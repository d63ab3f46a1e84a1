//! The templates that the Lab ships.

use crate::core::project::Project;

pub struct Template {
    /// Stable, kebab-case.
    pub id: &'static str,
    pub title: &'static str,
    pub summary: &'static str,
    pub project: fn() -> Project,
}

pub static TEMPLATES: &[Template] = &[];
