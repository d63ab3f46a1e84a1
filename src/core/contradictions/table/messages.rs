//! Contradictions on the callback, updates and deletion.

use super::Place::{Exchange, Rule, Setting};
use super::{Contradiction, leaves_open, says};
use crate::core::contradictions::Document::{Guide, Overview};
use crate::core::place::Setting as Field;

// Headings of the documents.
const FORM_1: &str = "1. Fill out the External Authorization Setup form";
const FORM_2: &str = "2. Fill out the Unfurling Domain & Patterns form";
const STEP_2: &str = "2. Authenticate with Notion’s `access_token`";
const STEP_4: &str = "4. Share the `access_token` with Notion";
const CALLBACK: &str = "1. Configure unfurl attributes";
const ERRORS: &str = "2. Handle unfurl request errors";
const UPDATES: &str = "Update Link Previews to reflect data shared in unfurl attributes";
const DELETION: &str = "Notion updates your service when a user deletes Link Preview enabled URLs";

pub const ROWS: &[Contradiction] = &[
    Contradiction {
        number: 55,
        title: "Error example that is no JSON",
        places: &[Rule("json-syntax")],
        sides: [
            says(Guide, ERRORS, r#""set": { "status": 404, "message": "Content not found" } } }"#),
            says(Guide, UPDATES, r#""set": { "status": 404, "message": "Content not found" } } ]"#),
        ],
        lab: "The Lab reports the array that is never closed. The template “Not found (404)” has it closed.",
    },
    Contradiction {
        number: 56,
        title: "Back-ticks around the body of updates",
        places: &[Exchange("Your service updates the preview")],
        sides: [says(Guide, UPDATES, "curl -d `{"), says(Guide, UPDATES, r#""value": "The Link Preview's NEW Title""#)],
        lab: "The Lab quotes the body so that a shell sends it unchanged, backticks and apostrophes too.",
    },
    Contradiction {
        number: 57,
        title: "Missing backslash in the callback request",
        places: &[Exchange("Notion asks for the preview")],
        sides: [
            says(Guide, CALLBACK, r#"-H "Content-Type: application/json" \"#),
            says(Guide, CALLBACK, r#"-H "Authorization: Bearer <ACCESS_TOKEN>" -X POST"#),
        ],
        lab: "The Lab writes requests that a shell reads as one command.",
    },
    Contradiction {
        number: 58,
        title: "Updates without `dev`",
        places: &[Rule("missing-dev"), Rule("update-drops-attribute"), Exchange("Your service updates the preview")],
        sides: [
            says(Guide, UPDATES, "Include all of the same objects from the Unfurl Callback URL response"),
            says(Guide, UPDATES, r#""value": "The Link Preview's NEW Title", "section": "title" } } }, { "id": "color""#),
        ],
        lab: "The Lab asks for every attribute of the first response, `dev` too. The guide’s own updates omit it.",
    },
    Contradiction {
        number: 59,
        title: "Two versions of the API",
        places: &[
            Rule("unexpected-value"),
            Exchange("Your service asks for Notion’s access token"),
            Exchange("Your service updates the preview"),
        ],
        sides: [says(Guide, STEP_2, "'Notion-Version: 2022-06-28'"), says(Guide, UPDATES, r#""Notion-Version: 2021-08-16""#)],
        lab: "The Lab sends each request with the version that the guide prints for it.",
    },
    Contradiction {
        number: 60,
        title: "Two tokens, one name",
        places: &[Exchange("Notion asks for the preview"), Exchange("Your service updates the preview")],
        sides: [
            says(Guide, CALLBACK, "a Bearer authorization with the user’s `access_token` from your service"),
            says(
                Guide,
                UPDATES,
                r#"-H "Authorization: Bearer <ACCESS_TOKEN>" \ … -X PATCH https://api.notion.com/v1/external/object"#,
            ),
        ],
        lab: "The Lab names them apart: `SERVICE_TOKEN` is your service’s, `NOTION_TOKEN` is Notion’s.",
    },
    Contradiction {
        number: 61,
        title: "Status of a response with an error",
        places: &[Rule("answer-status"), Exchange("Notion asks for the preview")],
        sides: [
            says(Guide, CALLBACK, "respond to Notion’s request with a 200 OK"),
            says(Guide, ERRORS, "Set up the Unfurl Callback URL to handle errors, as in the following example."),
        ],
        lab: "The Lab expects 200, and says that some integrations in production send 404 with an error.",
    },
    Contradiction {
        number: 62,
        title: "Statuses and messages of errors",
        places: &[Rule("invalid-error")],
        sides: [
            says(Guide, ERRORS, r#""set": { "status": 404, "message": "Content not found" }"#),
            leaves_open(Guide, ERRORS, "Open: other statuses, and the length of a message."),
        ],
        lab: "The Lab accepts any whole number as status and any text as message.",
    },
    Contradiction {
        number: 63,
        title: "Attributes and an error together",
        places: &[Rule("error-with-attributes"), Exchange("Your service updates the preview")],
        sides: [
            says(Guide, UPDATES, "You can also set both new attributes and an error request at the same time"),
            leaves_open(Guide, UPDATES, "Open: which of the two Notion shows."),
        ],
        lab: "The Lab notes it, and draws both in the state “With error”.",
    },
    Contradiction {
        number: 64,
        title: "When Notion sends a DELETE",
        places: &[
            Setting(Field::DeletedTokenUrl),
            Setting(Field::CallbackUrl),
            Exchange("Notion says that all previews of the link are gone"),
            Exchange("Notion says that the user’s tokens can be deleted"),
        ],
        sides: [
            says(Guide, FORM_2, "Notion sends POST and DELETE requests to this URL when a user adds or deletes a Link Preview."),
            says(Guide, DELETION, "When a user deletes all Link Previews associated with a URL from their workspace"),
        ],
        lab: "The Lab calls the Deleted Token Callback for every preview, and the Unfurl Callback for the last one of a URL.",
    },
    Contradiction {
        number: 65,
        title: "What a DELETE carries",
        places: &[
            Rule("undocumented-body"),
            Setting(Field::DeletedTokenUrl),
            Exchange("Notion says that all previews of the link are gone"),
            Exchange("Notion says that the user’s tokens can be deleted"),
        ],
        sides: [
            says(Guide, FORM_1, "You can use the request body that Notion sends to look up the user"),
            says(Guide, DELETION, "Notion sends a DELETE request to your Unfurl Callback URL."),
        ],
        lab: "The Lab shows a guess and calls it one. Neither body nor authorization is documented.",
    },
    Contradiction {
        number: 66,
        title: "Which tokens Notion invalidates",
        places: &[Setting(Field::DeletedTokenUrl), Exchange("Notion says that the user’s tokens can be deleted")],
        sides: [
            says(
                Guide,
                FORM_1,
                "Notion invalidates any Notion-side tokens corresponding to the user and the Link Preview that they delete",
            ),
            leaves_open(Guide, FORM_1, "Open: per user, or per preview."),
        ],
        lab: "The Lab says that Notion invalidates its tokens, and leaves open which.",
    },
    Contradiction {
        number: 67,
        title: "When data is refreshed",
        places: &[Exchange("Notion asks for the preview")],
        sides: [
            says(Overview, "Introduction", "A Link Preview is a real-time excerpt"),
            says(
                Guide,
                STEP_4,
                "every time that the user associated with the token pastes a new Link Preview enabled URL or revisits a page",
            ),
        ],
        lab: "The Lab plays pasting, revisiting and updates as separate events. How often pages ask again is not documented.",
    },
    Contradiction {
        number: 68,
        title: "Paths of operations",
        places: &[Rule("unknown-path")],
        sides: [says(Guide, CALLBACK, r#""path": [ "attributes""#), says(Guide, ERRORS, r#""path": ["error"]"#)],
        lab: "The Lab accepts these two paths, and warns about any other.",
    },
];
