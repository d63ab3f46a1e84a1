//! Contradictions on words, and the documents as pages.

use super::Place::{Checklist, Help, Rule};
use super::{Contradiction, leaves_open, says};
use crate::core::contradictions::Document::{Guide, Overview};

// Headings of the documents.
const FORM_2: &str = "2. Fill out the Unfurling Domain & Patterns form";
const STEP_2: &str = "2. Authenticate with Notion’s `access_token`";

pub const ROWS: &[Contradiction] = &[
    Contradiction {
        number: 69,
        title: "Tabs in the JSON",
        places: &[Rule("json-syntax")],
        sides: [
            says(Guide, STEP_2, r#""external_account": {"#),
            leaves_open(Guide, STEP_2, "In the guide this line begins with tabs, and the lines above it with spaces."),
        ],
        lab: "The Lab accepts any mix of tabs and spaces, and keeps it until you format.",
    },
    Contradiction {
        number: 70,
        title: "Integration or connection",
        places: &[Help],
        sides: [
            says(Overview, "Build your own Link Preview connection", "Using the Developer portal and Notion’s public API"),
            says(
                Guide,
                "Configure Link Preview settings in the integration dashboard",
                "It can be found in the integration dashboard.",
            ),
        ],
        lab: "The Lab says integration and dashboard, as the guide does.",
    },
    Contradiction {
        number: 71,
        title: "Shares or pastes",
        places: &[Help],
        sides: [
            says(Overview, "Introduction", "when an authenticated user shares an enabled link"),
            says(Guide, "Build a Link Preview integration", "when an authenticated user pastes a supported link"),
        ],
        lab: "The Lab says “paste”, which is what users do.",
    },
    Contradiction {
        number: 72,
        title: "Two times “Submit ->”",
        places: &[Help],
        sides: [
            says(Guide, "Create a public Notion integration", "you must first create a public integration"),
            says(Guide, FORM_2, r#"click `"Submit ->"` to create the integration"#),
        ],
        lab: "The Lab lists both forms in the checklist, and takes the second “Submit ->” for saving.",
    },
    Contradiction {
        number: 73,
        title: "Access to the API",
        places: &[Checklist],
        sides: [
            says(
                Overview,
                "Requirements for building a Link Preview connection",
                "developers must first apply for access to the feature",
            ),
            leaves_open(Overview, "", "The current public page is closed to new developers."),
        ],
        lab: "The Lab says in the checklist that access is closed to new developers, and that existing integrations keep working.",
    },
];
