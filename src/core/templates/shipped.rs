//! The table of the templates. The page does not hold it: it loads what `link-preview-lab templates` printed.

use super::read::read;
use crate::core::project::Project;

pub struct Template {
    /// Stable, kebab-case.
    pub id: &'static str,
    pub title: &'static str,
    /// Where the gallery shows it.
    pub group: &'static str,
    pub summary: &'static str,
    pub(super) json: &'static str,
}

impl Template {
    /// The project to start from, read anew on every call.
    pub fn project(&self) -> Project {
        // Every file is read in a test, so the empty project never stands in.
        read(self.json).unwrap_or_default()
    }
}

macro_rules! template {
    ($group:literal, $id:literal, $title:literal, $summary:literal) => {
        Template { id: $id, title: $title, group: $group, summary: $summary, json: include_str!(concat!($id, ".json")) }
    };
}

pub static TEMPLATES: &[Template] = &[
    template!(
        "Products",
        "pull-request",
        "GitHub pull request",
        "An open pull request, and the update that arrives once it is merged"
    ),
    template!("Products", "task", "Trello task", "A card on a board, with its list, due date and assignee"),
    template!("Products", "design-board", "Figma board", "A design file with a picture of the board"),
    template!("Products", "chart", "Amplitude chart", "A chart in a frame, with a range to switch"),
    template!("Products", "message", "Slack message", "Who wrote it, in which channel, and the text"),
    template!("Products", "product", "Product page", "A picture, and the price as a colored pill"),
    template!(
        "Products",
        "issue-tracker",
        "Issue tracker",
        "Three link rules, for an issue, a project and a view, each with its own response"
    ),
    template!(
        "States",
        "documented-placeholder",
        "Placeholder",
        "Shown while data is loading: the guide’s three attributes, filled from the link"
    ),
    template!("States", "error-404", "Not found (404)", "The content is gone, and the response has only an error"),
    template!("States", "attributes-with-error", "Card with an error", "The last known data, and an error beside it"),
    template!("Basics", "smallest", "Smallest card", "A title and a developer. Nothing less is valid"),
    template!(
        "Basics",
        "every-section",
        "Every section",
        "All nine sections filled, with a film. Two more rules respond with a sound and a document"
    ),
    template!(
        "Basics",
        "scripts",
        "Writing systems",
        "Arabic, Hebrew, Hindi and Japanese on one card, right to left and left to right"
    ),
    template!("Basics", "seven-mistakes", "Seven mistakes", "Seven common mistakes, each with a fix that takes one press"),
    template!(
        "Notion’s examples",
        "documented-reply",
        "Complete response",
        "The guide’s response with `uri` and `operations`, for a link of acme.com"
    ),
    template!(
        "Notion’s examples",
        "documented-nine-as-printed",
        "Nine attributes, original",
        "The reference’s example, unchanged but for its picture. Two parts depart from the reference’s own tables"
    ),
    template!(
        "Notion’s examples",
        "documented-nine-corrected",
        "Nine attributes, valid",
        "The same example with a status instead of the relation, and a type on the embed"
    ),
];

pub fn find(id: &str) -> Option<&'static Template> {
    TEMPLATES.iter().find(|template| template.id == id)
}
