//! Contradictions on the two authorizations and what they exchange.

use super::Place::{Exchange, Help, Rule, Setting};
use super::{Contradiction, leaves_open, says};
use crate::core::contradictions::Document::{Guide, Introduction};
use crate::core::place::Setting as Field;

// Headings of the documents.
const FORM_1: &str = "1. Fill out the External Authorization Setup form";
const FORM_2: &str = "2. Fill out the Unfurling Domain & Patterns form";
const FLOW: &str = "Set up the authorization flow";
const STEP_2: &str = "2. Authenticate with Notion’s `access_token`";
const STEP_3: &str = "3. Redirect to the `redirect_uri` with `code`";
const STEP_4: &str = "4. Share the `access_token` with Notion";
const REFRESH: &str = "Notion requests to refresh a token";
const CALLBACK: &str = "1. Configure unfurl attributes";

pub const ROWS: &[Contradiction] = &[
    Contradiction {
        number: 41,
        title: "Spelling of `redirect_uri`",
        places: &[
            Rule("redirect-uri"),
            Exchange("Notion sends the user to your form"),
            Exchange("The user goes back to Notion with your code"),
            Exchange("The user goes back to Notion with an error"),
        ],
        sides: [
            says(Guide, STEP_3, "the constant string `notion.so/externalIntegrationAuthCallback`"),
            says(Guide, STEP_4, "https://notion.so/externalintegrationauthcallback?error=access_denied"),
        ],
        lab: "The Lab recognizes every spelling of the documents and says which one it is.",
    },
    Contradiction {
        number: 42,
        title: "Two codes",
        places: &[Rule("missing-code"), Setting(Field::AuthorizeUrl), Exchange("Notion sends the user to your form")],
        sides: [
            says(Guide, FLOW, "Notion sends a `code` to your OAuth Authorize URL."),
            says(Guide, FLOW, "Your service responds to Notion’s request with a `code`."),
        ],
        lab: "The Lab says at every `code` whose it is. In plain OAuth the first request carries none.",
    },
    Contradiction {
        number: 43,
        title: "Separator of scopes",
        places: &[Rule("scope-separator"), Setting(Field::Scopes), Exchange("Notion sends the user to your form")],
        sides: [
            says(Guide, FORM_1, "An optional scopes string for Notion to send"),
            says(Guide, FORM_1, "`unfurl`, `user_name`"),
        ],
        lab: "The Lab accepts both, and notes a comma, since OAuth separates scopes with spaces.",
    },
    Contradiction {
        number: 44,
        title: "“This token” is the code",
        places: &[Setting(Field::TokenUrl), Exchange("Notion asks for your access token")],
        sides: [
            says(Guide, FLOW, "Your service responds to Notion’s request with a `code`."),
            says(Guide, FLOW, "Notion exchanges this token for your service’s `access_token`"),
        ],
        lab: "The Lab sends the code, as the table of the request does.",
    },
    Contradiction {
        number: 45,
        title: "“Code param” is a header",
        places: &[Rule("invalid-authorization"), Exchange("Your service asks for Notion’s access token")],
        sides: [
            says(Guide, STEP_2, "before being added to the `Authorization` header"),
            says(Guide, STEP_2, "A complete code param looks something like the following"),
        ],
        lab: "The Lab sends the value in the `Authorization` header.",
    },
    Contradiction {
        number: 46,
        title: "Form of the `code`",
        places: &[Rule("uuid-format"), Exchange("Your service asks for Notion’s access token")],
        sides: [
            says(Guide, FLOW, "A UUID that Notion generates to authenticate with your service."),
            says(Guide, STEP_2, r#"A unique random code that Notion generates … `"ABC"` (example value)"#),
        ],
        lab: "The Lab accepts any text as `code`, and notes one that is no UUID.",
    },
    Contradiction {
        number: 47,
        title: "`bot_id`, `workspace_id` and `owner`",
        places: &[Exchange("Your service asks for Notion’s access token")],
        sides: [
            says(
                Guide,
                STEP_2,
                r#"A UUID representing this authorization. … `"3d592781-2dcc-4d4b-bcf3-776a2a7ad7b8"` (example value)"#,
            ),
            says(
                Guide,
                STEP_2,
                r#"A UUID representing the ID of the Notion workspace … `"3d592781-2dcc-4d4b-bcf3-776a2a7ad7b8"` (example value)"#,
            ),
        ],
        lab: "The Lab shows the response with a note. Its `owner` is the Lab’s own, since the guide shows none.",
    },
    Contradiction {
        number: 48,
        title: "`state` in the redirect",
        places: &[Rule("state-mismatch"), Exchange("The user goes back to Notion with your code")],
        sides: [
            says(Guide, STEP_3, "and the `state` that Notion sent to your service"),
            leaves_open(Guide, STEP_3, "No table lists the parameters of the redirect."),
        ],
        lab: "The Lab expects `code` and the same `state`.",
    },
    Contradiction {
        number: 49,
        title: "Encoding of the refresh request",
        places: &[Exchange("Notion asks for a new access token of yours")],
        sides: [
            says(Guide, STEP_3, "The body is sent in the `application/x-www-form-urlencoded` format"),
            says(Guide, REFRESH, "Notion sends a POST request to your OAuth Token URL with the following parameters"),
        ],
        lab: "The Lab form-encodes both requests, with a note at the second.",
    },
    Contradiction {
        number: 50,
        title: "Example of a refresh token",
        places: &[Exchange("Notion asks for a new access token of yours")],
        sides: [
            says(Guide, "Return a `refresh_token`", r#""refresh_token": "XYZ""#),
            says(
                Guide,
                REFRESH,
                r#"The unique random string returned in the response to the previous request. … `"ABC"` (example value)"#,
            ),
        ],
        lab: "The Lab sends the refresh token of the last response.",
    },
    Contradiction {
        number: 51,
        title: "Two lists of error codes",
        places: &[Rule("unknown-error-code"), Exchange("The user goes back to Notion with an error")],
        sides: [
            says(Guide, STEP_4, "Notion handles error responses as described by the OAuth Error Spec."),
            says(Guide, STEP_4, "For more details on standard error codes, refer to the OAuth spec."),
        ],
        lab: "The Lab knows the codes of RFC 6749, 4.1.2.1. The second link leads to the implicit grant, which has the same codes.",
    },
    Contradiction {
        number: 52,
        title: "`bearer` and `Bearer`",
        places: &[Exchange("Your service asks for Notion’s access token")],
        sides: [
            says(Guide, STEP_2, r#"`token_type` … A constant string. … `"bearer"`"#),
            says(Guide, CALLBACK, r#""Authorization: Bearer <ACCESS_TOKEN>""#),
        ],
        lab: "The Lab writes each as its place in the guide does.",
    },
    Contradiction {
        number: 53,
        title: "Steps that do not exist",
        places: &[Help],
        sides: [
            says(Guide, FORM_2, "Refer to Step 3 for details."),
            says(Guide, "How to use refresh tokens (optional)", "Skip to Step 2e if you’re creating long-living access tokens."),
        ],
        lab: "The Lab links to the guide as a whole. The anchors of these steps lead nowhere.",
    },
    Contradiction {
        number: 54,
        title: "Which guide to follow",
        places: &[Help],
        sides: [
            says(Guide, "Requirements", "You’ve read the Authorization guide"),
            says(
                Introduction,
                "Link Preview integrations",
                "Authorizing Link Preview integrations differs from other public integrations.",
            ),
        ],
        lab: "The Lab follows the Link Preview guide, and says where it differs from other integrations.",
    },
    Contradiction {
        number: 74,
        title: "Two pairs of client ID and secret",
        places: &[
            Setting(Field::ClientId),
            Setting(Field::NotionClientId),
            Rule("invalid-authorization"),
            Exchange("Your service asks for Notion’s access token"),
        ],
        sides: [
            says(Guide, FORM_1, "The client ID that Notion uses in its requests to your Authorize and OAuth Token URLs."),
            says(
                Guide,
                STEP_2,
                "You can find these values on the integration settings page. Find your integration, and click `View integration`.",
            ),
        ],
        lab: "The Lab tells them apart: form 1 takes your service’s pair, and Notion’s token URL takes the integration’s pair.",
    },
];
