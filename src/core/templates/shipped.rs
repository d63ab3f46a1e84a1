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
        "Documented",
        "documented-placeholder",
        "Placeholder",
        "What stands in while data is on its way: the guide's own three attributes, filled from the link"
    ),
    template!(
        "Documented",
        "documented-reply",
        "Callback reply",
        "The guide's whole response with `uri` and `operations`, and a red background"
    ),
    template!(
        "Documented",
        "documented-nine-as-printed",
        "Nine attributes, as printed",
        "The reference's example with the two things that its own tables do not know; its picture is the Lab's own"
    ),
    template!(
        "Documented",
        "documented-nine-corrected",
        "Nine attributes, corrected",
        "The same example with a status in place of the relation and a type on the embed"
    ),
    template!("Documented", "smallest", "Smallest payload", "A title and a developer: nothing less is valid"),
    template!(
        "Learn",
        "every-section",
        "Every section filled",
        "All nine sections at once, with a film; two more rules respond with a sound and a document"
    ),
    template!("States", "error-404", "Error 404", "The content is gone: a response that has only an error"),
    template!("States", "attributes-with-error", "Attributes with an error", "The last known data and an error beside it"),
    template!(
        "Products",
        "pull-request",
        "GitHub pull request",
        "An open pull request, and the update that arrives once it is merged"
    ),
    template!("Products", "task", "Trello task", "A card on a board: its list, its due date and who does it"),
    template!("Products", "design-board", "Figma board", "A design with a picture of the board"),
    template!("Products", "chart", "Amplitude chart", "A page in a frame: a chart whose range can be switched"),
    template!("Products", "message", "Slack message", "Who said it, where, and the words themselves"),
    template!("Products", "product", "Product page", "A picture and a price on a coloured pill"),
    template!(
        "Products",
        "issue-tracker",
        "Issue tracker",
        "Three link rules, for an issue, a project and a view, each with its own response"
    ),
    template!(
        "Learn",
        "scripts",
        "Scripts of the world",
        "Arabic, Hebrew, Hindi and Japanese on one card, right to left and left to right"
    ),
    template!("Learn", "seven-mistakes", "Seven mistakes", "Seven things that go wrong, each with a fix one press away"),
];

pub fn find(id: &str) -> Option<&'static Template> {
    TEMPLATES.iter().find(|template| template.id == id)
}
