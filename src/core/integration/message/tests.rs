//! Whole messages: what is read out of each, and what is said of it.

use proptest::prelude::*;
use time::UtcDateTime;

use super::{Dialogue, Kind, Known, Read, read, recognize, redirect_uri};
use crate::core::diagnostic::Profile;
use crate::core::project::{Settings, Where};
use crate::core::templates;

fn known(settings: &Settings) -> Known<'_> {
    Known {
        settings,
        link: "https://acme.com/items/1",
        state: Some("tga@YNV9cfw4yrv0thw"),
        base_ids: Some(vec!["title".to_owned(), "dev".to_owned(), "label".to_owned()]),
        profile: Profile::Documented,
        now: UtcDateTime::UNIX_EPOCH,
    }
}

fn reading(kind: Kind, text: &str) -> Read {
    read(kind, text, &known(&templates::first().settings))
}

/// The facts, `name: value`, with `*` for a secret, and what is said, `` `place`: rule: message``.
fn told(kind: Kind, text: &str) -> Vec<String> {
    let read = reading(kind, text);
    let facts = read.facts.iter().map(|fact| {
        let value = if fact.secret { "*" } else { &fact.value };
        format!("{}: {value}", fact.name)
    });
    let said = read.diagnostics.iter().map(|one| {
        let place = &text[one.span.start..one.span.end];
        format!("`{}`: {}: {}", place.chars().take(40).collect::<String>(), one.rule.name, one.message)
    });
    facts.chain(said).collect()
}
/// What is pasted, as what, and what is told of it.
const MESSAGES: &[(Kind, &str, &[&str])] = &[
    (
        Kind::AuthorizationUrl,
        "https://acme.com/notion/authorize?code=614846ff-b061-4eac-a511-fc20c3f0838a&redirect_uri=https%3A%2F%2Fnotion.so%2FexternalIntegrationAuthCallback&client_id=mRkZGFjM&scope=unfurl+user_name&response_type=code&state=tga%40YNV9cfw4yrv0thw",
        &[
            "URL: https://acme.com/notion/authorize",
            "code: 614846ff-b061-4eac-a511-fc20c3f0838a",
            "redirect_uri: https://notion.so/externalIntegrationAuthCallback",
            "client_id: mRkZGFjM",
            "scope: unfurl user_name",
            "response_type: code",
            "state: tga@YNV9cfw4yrv0thw",
        ],
    ),
    (
        Kind::AuthorizationUrl,
        "https://acme.org/auth?code=ABC&redirect_uri=notion.so/externalIntegrationAuthCallback&client_id=x&scope=unfurl,user_name&response_type=&amp;state=1&code=%zz",
        &[
            "URL: https://acme.org/auth",
            "code: ABC",
            "redirect_uri: notion.so/externalIntegrationAuthCallback",
            "client_id: x",
            "scope: unfurl,user_name",
            "response_type: ",
            "amp;state: 1",
            "code: %zz",
            "`https://acme.org/auth`: unexpected-value: the URL is `https://acme.org/auth`, but the settings have `https://acme.com/notion/authorize`",
            "`ABC`: uuid-format: `code` is `ABC`, which is no UUID",
            "`x`: unexpected-value: `client_id` is `x`, but the settings have `mRkZGFjM`",
            "`unfurl,user_name`: unexpected-value: `scope` is `unfurl,user_name`, but the settings have `unfurl user_name`",
            "`unfurl,user_name`: scope-separator: scopes are separated by a comma",
            "`response_type`: missing-parameter: `response_type` is blank",
            "`amp;state`: unknown-parameter: `amp;state` is not documented for an authorization URL",
            "`code`: duplicate-parameter: `code` stands twice",
            "`%`: percent-escape: `%` is not followed by two digits of an escape",
            "``: missing-parameter: `state` is missing",
        ],
    ),
    (
        Kind::AuthorizationUrl,
        "GET /notion/authorize?code=ABC&redirect_uri=https://evil.example/ HTTP/1.1\r\nHost: acme.com\r\n\r\n",
        &[
            "GET: /notion/authorize",
            "code: ABC",
            "redirect_uri: https://evil.example/",
            "`ABC`: uuid-format: `code` is `ABC`, which is no UUID",
            "`https://evil.example/`: redirect-uri: `redirect_uri` is `https://evil.example/`, whose host is not `notion.so`",
            "``: missing-parameter: `client_id` is missing",
            "``: missing-parameter: `response_type` is missing",
            "``: missing-parameter: `state` is missing",
        ],
    ),
    (
        Kind::Redirect,
        "https://notion.so/externalIntegrationAuthCallback#code=1&state=2",
        &[
            "URL: https://notion.so/externalIntegrationAuthCallback",
            "`#code=1&state=2`: message-shape: what stands behind `#` is never sent",
            "``: missing-code: `code` is missing",
            "``: missing-parameter: `state` is missing",
        ],
    ),
    (
        Kind::Redirect,
        "https://notion.so/externalintegrationauthcallback?error=access_denied&error_description=The+user+has+denied+your+application+access",
        &[
            "URL: https://notion.so/externalintegrationauthcallback",
            "error: access_denied",
            "error_description: The user has denied your application access",
        ],
    ),
    (
        Kind::Redirect,
        "HTTP/1.1 302 Found\nLocation: https://www.notion.so/externalintegrationauthcallback?code=a&state=b\n\n",
        &[
            "URL: https://www.notion.so/externalintegrationauthcallback",
            "code: a",
            "state: b",
            "status: 302",
            "`b`: state-mismatch: `state` is `b`, but `tga@YNV9cfw4yrv0thw` was sent",
        ],
    ),
    (
        Kind::TokenRequest,
        "POST /notion/token HTTP/1.1\nContent-Type: application/json\n\ngrant_type=refresh_token&refresh_token=XYZ&client_id=mRkZGFjM&client_secret=ZGVmMjMz&redirect_uri=notion.so/x\n",
        &[
            "POST: /notion/token",
            "Content-Type: application/json",
            "grant_type: refresh_token",
            "refresh_token: *",
            "client_id: mRkZGFjM",
            "client_secret: *",
            "redirect_uri: notion.so/x",
            "`application/json`: unexpected-value: `Content-Type` is `application/json`, not `application/x-www-form-urlencoded`",
            "`notion.so/x`: redirect-uri: `redirect_uri` is `notion.so/x`, whose path is not `/externalIntegrationAuthCallback`",
        ],
    ),
    (
        Kind::TokenAnswer,
        "HTTP/1.1 201 Created\nContent-Type: application/json; charset=utf-8\n\n{\"access_token\": 7, \"expires_in\": -1, \"refresh_token\": \"XYZ\"}",
        &[
            "Content-Type: application/json; charset=utf-8",
            "access_token: *",
            "expires_in: -1",
            "refresh_token: *",
            "status: 201",
            "`201`: unexpected-value: the status is `201`, not `200`",
            "`7`: unexpected-value: `access_token` is a number, not a string",
            "`-1`: invalid-expires-in: `expires_in` is `-1`, not a whole number above zero",
        ],
    ),
    (
        Kind::TokenAnswer,
        "HTTP/1.1 400 Bad Request\nContent-Type: text/html\n\n{\"error\": \"invalid_grant\", \"error_description\": \"used twice\"}",
        &[
            "Content-Type: text/html",
            "error: invalid_grant",
            "error_description: used twice",
            "status: 400",
            "`text/html`: unexpected-value: `Content-Type` is `text/html`, not `application/json`",
            r#"`"invalid_grant"`: oauth-error: the answer is the error `invalid_grant`"#,
        ],
    ),
    (
        Kind::TokenAnswer,
        "access_token=ABC&token_type=bearer",
        &[
            "access_token: *",
            "token_type: bearer",
            "`access_token=ABC&token_type=bearer`: message-shape: an answer of your token URL is JSON, not a form",
        ],
    ),
    (Kind::TokenAnswer, "[]", &["`[]`: message-shape: an answer of your token URL is an object, not an array"]),
    (Kind::TokenAnswer, r#"{"access_token": "ABC","#, &["`,`: json-syntax: the text ends inside an object"]),
    (
        Kind::NotionTokenRequest,
        "POST /v1/oauth/token HTTP/1.1\nHost: api.notion.com\nAuthorization: Basic Og\nNotion-Version: 2021-08-16\nContent-Type: application/json\n\n{\"code\": \"ABC\", \"grant_type\": \"authorization_code\", \"external_account\": {\"key\": 1, \"name\": \" \", \"id\": 2}}",
        &[
            "POST: /v1/oauth/token",
            "Content-Type: application/json",
            "Notion-Version: 2021-08-16",
            "scheme: Basic",
            "client_id: ",
            "client_secret: *",
            "code: ABC",
            "grant_type: authorization_code",
            r#"external_account: {"key": 1, "name": " ", "id": 2}"#,
            "external_account.key: 1",
            "external_account.name:  ",
            "external_account.id: 2",
            "`Og`: invalid-authorization: the length is no multiple of four",
            "`Og`: unexpected-value: the client ID is an empty text, but the settings have `mRkZGFjM`",
            "`2021-08-16`: unexpected-value: `Notion-Version` is `2021-08-16`, not `2022-06-28`",
            r#"`"ABC"`: uuid-format: `code` is `ABC`, which is no UUID"#,
            "`1`: invalid-external-account: `key` of `external_account` is a number, not a string",
            r#"`" "`: invalid-external-account: `name` of `external_account` is blank"#,
            r#"`"id"`: unknown-parameter: `id` is not documented for `external_account`"#,
        ],
    ),
    (
        Kind::NotionTokenAnswer,
        r#"{"access_token": "ABC", "bot_id": "3d592781-2dcc-4d4b-bcf3-776a2a7ad7b8", "duplicated_template_id": "x", "owner": {}, "token_type": "bearer", "workspace_id": 7, "workspace_icon": null, "request_id": "r"}"#,
        &[
            "access_token: *",
            "bot_id: 3d592781-2dcc-4d4b-bcf3-776a2a7ad7b8",
            "duplicated_template_id: x",
            "owner: {}",
            "token_type: bearer",
            "workspace_id: 7",
            "workspace_icon: null",
            "request_id: r",
            "`{`: missing-parameter: `workspace_name` is missing",
            r#"`"x"`: unexpected-value: `duplicated_template_id` is `x`, not `null`"#,
            "`7`: unexpected-value: `workspace_id` is a number, not a string",
            r#"`"request_id"`: unknown-parameter: `request_id` is not documented for an answer of Notion’s token URL"#,
        ],
    ),
    (
        Kind::CallbackRequest,
        "POST /unfurl HTTP/1.1\nContent-Type: application/json\n\n{\"uri\": \"https://acme.com/items/2\"}",
        &[
            "POST: /unfurl",
            "Content-Type: application/json",
            "uri: https://acme.com/items/2",
            "`POST`: missing-parameter: the header `Authorization` is missing",
            r#"`"https://acme.com/items/2"`: uri-mismatch: `uri` is `https://acme.com/items/2`, but the link is `https://acme.com/items/1`"#,
        ],
    ),
    (
        Kind::CallbackAnswer,
        "[]",
        &[
            "attributes: ",
            "`[`: missing-title: no attribute has the sub-type `title`",
            "`[`: missing-dev: no attribute has the id `dev`",
            "`[`: message-shape: an answer of your callback is an object, not an array of attributes",
        ],
    ),
    (
        Kind::CallbackAnswer,
        "HTTP/1.1 404 Not Found\n\n  {\"uri\": \"https://acme.com/items/2\", \"operations\": [{\"path\": [\"error\"], \"set\": {\"status\": 404, \"message\": \"Content not found\"}}]}",
        &[
            "uri: https://acme.com/items/2",
            "error: 404 Content not found",
            "status: 404",
            r#"`"https://acme.com/items/2"`: uri-mismatch: `uri` is `https://acme.com/items/2`, but the link is `https://acme.com/items/1`"#,
        ],
    ),
    (
        Kind::Update,
        "POST /v1/external/object HTTP/1.1\nAuthorization: Bearer n\nNotion-Version: 2021-08-16\nContent-Type: application/json\n\n{\"uri\": \"https://acme.com/items/1\", \"operations\": [{\"path\": [\"attributes\"], \"set\": []}]}",
        &[
            "POST: /v1/external/object",
            "Content-Type: application/json",
            "Notion-Version: 2021-08-16",
            "scheme: Bearer",
            "token: *",
            "uri: https://acme.com/items/1",
            "attributes: ",
            "`POST`: unexpected-value: the method is `POST`, not `PATCH`",
            "`[`: missing-title: no attribute has the sub-type `title`",
            "`[`: missing-dev: no attribute has the id `dev`",
            "`[`: update-drops-attribute: the update leaves out `title`, `dev` and `label`, which vanish",
        ],
    ),
    (
        Kind::Deletion,
        "DELETE /notion/deletion HTTP/1.1\n\n{\"access_token\": \"XYZ\", \"uri\": \"https://acme.com/items/1\"}",
        &[
            "DELETE: /notion/deletion",
            "access_token: *",
            "uri: https://acme.com/items/1",
            r#"`{"access_token": "XYZ", "uri": "https://`: undocumented-body: what the body of a deletion holds is not documented"#,
        ],
    ),
    (
        Kind::Deletion,
        "{",
        &[
            "`{`: json-syntax: the text ends inside an object",
            "`{`: undocumented-body: what the body of a deletion holds is not documented",
        ],
    ),
    (Kind::Authorization, "Authorization: Bearer ABC", &["scheme: Bearer", "token: *"]),
    (Kind::Authorization, "Basic bVJrWkdGak06WkdWbU1qTXo=", &["scheme: Basic", "client_id: mRkZGFjM", "client_secret: *"]),
    (
        Kind::Authorization,
        "bVJrWkdGak06WkdWbU1qTXo=",
        &["client_id: mRkZGFjM", "client_secret: *", "`bVJrWkdGak06WkdWbU1qTXo=`: invalid-authorization: `Basic` is missing"],
    ),
    (
        Kind::Authorization,
        "basic bVJrWkdGak06WkdWbU1qTXoK",
        &[
            "scheme: basic",
            "client_id: mRkZGFjM",
            "client_secret: *",
            "`bVJrWkdGak06WkdWbU1qTXoK`: invalid-authorization: what is encoded ends with a line break",
        ],
    ),
    (
        Kind::Authorization,
        "secret_abc",
        &["`secret_abc`: invalid-authorization: the header begins neither with `Basic` nor with `Bearer`"],
    ),
];

#[test]
fn tells_what_a_message_says_and_what_is_wrong_with_it() {
    for (kind, text, expected) in MESSAGES {
        assert_eq!(told(*kind, text), *expected, "{text}");
    }
}

#[test]
fn recognizes_what_is_pasted() {
    for (text, expected) in [
        ("https://acme.com/notion/authorize?code=1&redirect_uri=x&state=2", Some(Kind::AuthorizationUrl)),
        ("GET /notion/authorize?client_id=1 HTTP/1.1\n", Some(Kind::AuthorizationUrl)),
        ("?code=1&state=2", Some(Kind::Redirect)),
        ("  error=access_denied\n", Some(Kind::Redirect)),
        ("HTTP/1.1 302 Found\nlocation: https://notion.so/x?code=1\n", Some(Kind::Redirect)),
        ("grant_type=authorization_code", Some(Kind::TokenRequest)),
        ("POST /token HTTP/1.1\r\n\r\nclient_secret=x", Some(Kind::TokenRequest)),
        ("{\"access_token\": \"ABC\"}", Some(Kind::TokenAnswer)),
        ("HTTP/1.1 400 Bad Request\n\n{\"error\": \"invalid_grant\"}", Some(Kind::TokenAnswer)),
        ("access_token=ABC", Some(Kind::TokenAnswer)),
        ("{\"external_account\": ", Some(Kind::NotionTokenRequest)),
        ("{\"bot_id\": \"x\", \"access_token\": \"ABC\"}", Some(Kind::NotionTokenAnswer)),
        ("{\"uri\": \"https://acme.com/\"}", Some(Kind::CallbackRequest)),
        ("{\"uri\": \"https://acme.com/\", \"operations\": []}", Some(Kind::CallbackAnswer)),
        ("PATCH /v1/external/object HTTP/1.1", Some(Kind::Update)),
        ("POST /v1/external/object HTTP/1.1", Some(Kind::Update)),
        ("DELETE /unfurl HTTP/1.1", Some(Kind::Deletion)),
        ("Authorization: x", Some(Kind::Authorization)),
        ("bearer x", Some(Kind::Authorization)),
        ("", None),
        ("code", None),
        ("{}", None),
        ("https://acme.com/items/1", None),
        ("DELETE", None),
    ] {
        assert_eq!(recognize(text), expected, "{text}");
    }
}

#[test]
fn each_spelling_of_the_redirect_uri_is_known() {
    for (spelling, says) in redirect_uri::SPELLINGS {
        let text = format!("https://acme.com/notion/authorize?redirect_uri={spelling}");
        let read = reading(Kind::AuthorizationUrl, &text);
        assert_eq!(read.facts[1].says, says);
        assert!(read.diagnostics.iter().all(|one| one.rule.name != "redirect-uri"), "{spelling}");
    }
    for (uri, wrong) in [
        ("https://notion.so.evil.example/externalIntegrationAuthCallback", "whose host is not `notion.so`"),
        ("https://notion.so@evil.example/externalIntegrationAuthCallback", "whose host is not `notion.so`"),
        ("https://me@notion.so/externalIntegrationAuthCallback", "whose host is not `notion.so`"),
        ("https://notion.so:8443/externalIntegrationAuthCallback", "whose host is not `notion.so`"),
        ("https://notion.so/externalIntegrationAuthCallback/", "whose path is not `/externalIntegrationAuthCallback`"),
        ("notion.so/x", "whose path is not `/externalIntegrationAuthCallback`"),
        ("https://notion.so/externalIntegrationAuthCallback?x", "which goes on behind the constant"),
        ("https://notion.so/externalintegrationAuthCallback", "which no document spells so"),
        ("", "which is not a URL"),
        ("https://", "which is not a URL"),
    ] {
        assert_eq!(redirect_uri::difference(uri), wrong, "{uri}");
    }
}

#[test]
fn an_error_leads_to_a_dialogue() {
    for (query, expected) in [
        ("code=1", None),
        ("error=access_denied", Some(Dialogue::Standard("access_denied".to_owned()))),
        ("error=nope", Some(Dialogue::Unknown("nope".to_owned()))),
        ("error=access_denied&error_description=", Some(Dialogue::Standard("access_denied".to_owned()))),
        ("error=access_denied&error_description=No+%C3%A9", Some(Dialogue::Described("No é".to_owned()))),
    ] {
        assert_eq!(reading(Kind::Redirect, query).dialogue, expected, "{query}");
    }
}

/// A `+` that was not escaped comes back as a space.
#[test]
fn the_state_is_the_one_that_was_sent() {
    let settings = Settings::default();
    for (sent, query, help) in [
        (Some("a+b"), "code=1&state=a+b", Some("write `%2B` for `+`, which is a space in a query")),
        (Some("a+b"), "code=1&state=a%2Bb", None),
        (Some("a"), "code=1&state=b", Some("send the `state` back as it came")),
        (None, "code=1&state=b", None),
    ] {
        let read = read(Kind::Redirect, query, &Known { state: sent, ..known(&settings) });
        let found = read.diagnostics.first().and_then(|one| one.help.as_deref());
        assert_eq!(found, help, "{query}");
    }
}

/// No secret is quoted in what is said.
#[test]
fn secrets_are_in_no_message() {
    for kind in Kind::ALL {
        for text in [
            "{\"access_token\": \"S3CRET\", \"refresh_token\": \"S3CRET\", \"client_secret\": \"S3CRET\"}",
            "access_token=S3CRET&refresh_token=S3CRET&client_secret=S3CRET&client_secret=S3CRET",
            "POST / HTTP/1.1\nAuthorization: S3CRET\n\n{}",
            "Bearer S3CRET",
            "Basic S3CRET",
        ] {
            let read = reading(kind, text);
            for one in &read.diagnostics {
                let help = one.help.as_deref().unwrap_or_default();
                assert!(!one.message.contains("S3CRET") && !help.contains("S3CRET"), "{kind:?} {text}: {}", one.message);
            }
        }
    }
}

fn holds(text: &str) {
    let settings = templates::first().settings;
    for kind in Kind::ALL.into_iter().chain(recognize(text)) {
        let read = read(kind, text, &known(&settings));
        let mut last = 0;
        for one in &read.diagnostics {
            let labels = one.labels.iter().map(|label| label.span);
            let edits = one.fixes.iter().flat_map(|fix| &fix.edits).map(|edit| edit.span);
            for span in labels.chain(edits).chain([one.span]) {
                assert!(text.get(span.start..span.end).is_some(), "{kind:?}: {one:?}: {text}");
            }
            assert_eq!(one.source, Where::Message);
            assert!(last <= one.span.start, "{kind:?}: {one:?}");
            last = one.span.start;
        }
    }
}

#[test]
fn long_texts_are_read() {
    for piece in ["&", "a=1&", "%", "{", "[", "{\"a\":", "\"", "a: b\n", "\n", "🙂", "=", "?", "#", "-", "Basic "] {
        for start in
            ["", "GET /?", "HTTP/1.1 200\n\n", "POST / HTTP/1.1\nAuthorization: Basic ", "https://notion.so/?", "{\"a\":"]
        {
            holds(&format!("{start}{}", piece.repeat(100_000 / piece.len())));
        }
    }
}

proptest! {
    #[test]
    fn any_text_is_read(text in ".*") {
        holds(&text);
    }

    #[test]
    fn any_pieces_are_read(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..12)) {
        holds(&pieces.concat());
    }
}

const PIECES: &[&str] = &[
    "POST /x HTTP/1.1",
    "HTTP/1.1 200 OK",
    "\n",
    "\r\n",
    "Authorization: ",
    "Basic ",
    "Bearer ",
    "Content-Type: x",
    "Location: ",
    " ",
    "https://notion.so/",
    "?",
    "&",
    "=",
    "#",
    "%",
    "%C3",
    "%A9",
    "+",
    "code",
    "error",
    "state",
    "redirect_uri",
    "expires_in",
    "{",
    "}",
    "[",
    "]",
    "\"",
    ":",
    ",",
    "1",
    "null",
    "\"uri\"",
    "\"external_account\"",
    "\"operations\"",
    "\"expires_in\"",
    "é",
    "🙂",
    "\u{FEFF}",
];
