//! The documents' own examples are greeted as such, with what they contradict.

use super::known;
use crate::core::integration::message::{MessageKind, understand};
use crate::core::severity::Severity;
use crate::core::templates;

/// The kind, and what is said: no error, and no warning.
#[track_caller]
fn greeted(text: &str, kind: MessageKind, expected: &[&str]) {
    let read = understand(text, None, &known(&templates::first().settings));
    assert_eq!(read.kind, Some(kind), "{text}");
    let said: Vec<_> = read.diagnostics.iter().map(|one| &*one.message).collect();
    assert_eq!(said, expected, "{text}");
    assert!(read.diagnostics.iter().all(|one| one.severity == Severity::Info && one.help.is_some()), "{text}");
}

const TITLE: &str = r#"{"id": "title", "name": "Title", "type": "inline", "inline": {"title": {"value": "The Link Preview's NEW Title", "section": "title"}}}"#;
const COLOR: &str = r#"{"id": "color", "name": "Color", "type": "inline", "inline": {"color": {"value": {"r": 235, "g": 64, "b": 52}, "section": "background"}}}"#;
const BACK_TICKS: &str = "The guide puts the body in backticks, which a shell runs as a command";

fn patch(operations: &str) -> String {
    format!(
        "curl -d `{{\n  \"uri\": \"http://example.com/file/123\",\n    \"operations\": [\n{operations}\n  ]\n}}` \\\n    -H \"Content-Type: application/json\" \\\n    -H \"Authorization: Bearer <ACCESS_TOKEN>\" \\\n\t  -H \"Notion-Version: 2021-08-16\" \\\n    -X PATCH https://api.notion.com/v1/external/object"
    )
}

#[test]
fn updates() {
    let attributes = format!(r#"{{"path": ["attributes"], "set": [{TITLE}, {COLOR}]}}"#);
    let error = r#"{"path": ["error"], "set": { "status": 404, "message": "Content not found" }}"#;
    let both = format!("{}, {error}", attributes.replace(" NEW", ""));
    let without_dev = "This is the guide’s example of an update, which has no `dev`";
    greeted(&patch(&attributes), MessageKind::Update, &[BACK_TICKS, without_dev]);
    greeted(&patch(error), MessageKind::Update, &[BACK_TICKS, "This is the guide’s example of an update with an error"]);
    greeted(
        &patch(&both),
        MessageKind::Update,
        &[
            BACK_TICKS,
            "This is the guide’s example of an update with an error, which has no `dev`",
            "Attributes and an error are set together",
        ],
    );
}

#[test]
fn requests_and_responses() {
    let link = "This is the guide’s example of a callback request";
    let backslash = "The guide omits a backslash before this line, so a shell runs it as a separate command";
    greeted(
        "curl -d '{\"uri\":\"http://example.com/file/123\"}' \\\n    -H \"Content-Type: application/json\" \\\n    -H \"Authorization: Bearer <ACCESS_TOKEN>\"\n    -X POST https://example.com/unfurl\n",
        MessageKind::CallbackRequest,
        &[link, backslash],
    );
    greeted(
        "{\n  \"uri\": \"http://example.com/file/123\",\n    \"operations\": [\n        {\n          \"path\": [\"error\"],\n\t        \"set\": { \"status\": 404, \"message\": \"Content not found\" }\n        }\n}",
        MessageKind::CallbackAnswer,
        &["This is the guide’s example of an error, which is not JSON"],
    );
    greeted(
        "{\n  \"key\": \"A83823453409384\",\n  \"name\": \"Notion - team@makenotion.com\"\n}",
        MessageKind::NotionTokenRequest,
        &["This is the guide’s example of an `external_account` alone"],
    );
    greeted(
        "curl --location --request POST 'https://api.notion.com/v1/oauth/token' \\\n--header 'Authorization: Basic '\"$BASE64_ENCODED_ID_AND_SECRET\"'' \\\n--header 'Content-Type: application/json' \\\n--header 'Notion-Version: 2022-06-28' \\\n--data '{\n  \"grant_type\": \"authorization_code\",\n  \"code\": \"e202e8c9-0990-40af-855f-ff8f872b1ec6\",\n\t\"external_account\": {\n\t\t\"key\": \"A83823453409384\",\n\t\t\"name\": \"Notion - team@makenotion.com\"\n\t}\n}'",
        MessageKind::NotionTokenRequest,
        &[],
    );
}

/// The header needs no form, and the settings may have any other ID.
#[test]
fn the_header() {
    let header = "Basic NjQ5Mzc0OTIzNzQ5MjM4NDc5MjM4NDc5MjM0NzkyMzc0OjQ3Mzg5Mjc0OTIzODQ3Mjk0ODcyMzkzNDgyNzk0ODcyMzQ5";
    greeted(header, MessageKind::Authorization, &[]);
    let mut settings = templates::first().settings;
    settings.notion_client_id = "mine".to_owned();
    assert!(understand(header, None, &known(&settings)).diagnostics.is_empty());
}
