//! What people paste, and what it must be read as: the reading, or the reason why there is none.

use super::{known, told};
use crate::core::event::Event;
use crate::core::integration::Request;
use crate::core::integration::copy_as::{Language, code};
use crate::core::integration::message::{Known, MessageKind, Read, understand};
use crate::core::integration::simulator::{Scene, play};
use crate::core::severity::Severity;
use crate::core::templates;

fn understood(text: &str) -> Read {
    understand(text, None, &known(&templates::first().settings))
}

fn parameter(read: &Read, name: &str) -> Option<String> {
    read.parameters.iter().find(|one| one.name == name).map(|one| one.value.clone())
}

fn rules(read: &Read) -> Vec<&'static str> {
    read.diagnostics.iter().map(|one| one.rule.name).collect()
}

const BODY: &str =
    r#"-H 'Authorization: Bearer tok' -H 'Content-Type: application/json' -d '{"uri":"https://acme.com/items/1"}'"#;

/// A request to the callback, however it was copied.
#[test]
fn copies_of_a_callback_request() {
    for (text, uri) in [
        (
            "curl 'https://acme.com/unfurl' -H 'authorization: Bearer tok' -H 'content-type: application/json' --data-raw $'{\"uri\":\"https://acme.com/items/hi\\u0021\"}'",
            "https://acme.com/items/hi!",
        ),
        (
            "curl https://acme.com/unfurl -H 'Authorization: Bearer tok' -H 'Content-Type: application/json' -d $'{\"uri\":\"https://acme.com/items/\\xc3\\xa9\"}'",
            "https://acme.com/items/é",
        ),
        (
            "curl ^\"https://acme.com/unfurl^\" ^\r\n  -X ^\"POST^\" ^\r\n  -H ^\"authorization: Bearer tok^\" ^\r\n  -H ^\"content-type: application/json^\" ^\r\n  --data-raw ^\"^{^\\^\"uri^\\^\":^\\^\"https://acme.com/items/1^\\^\"^}^\"",
            "https://acme.com/items/1",
        ),
        (
            "curl \"https://acme.com/unfurl\" -X POST -H \"Authorization: Bearer tok\" -H \"Content-Type: application/json\" --data-raw \"{\"\"uri\"\":\"\"https://acme.com/items/1\"\"}\"",
            "https://acme.com/items/1",
        ),
        (
            "curl --json '{\"uri\":\"https://acme.com/items/1\"}' -H 'Authorization: Bearer tok' https://acme.com/unfurl",
            "https://acme.com/items/1",
        ),
        (&format!("curl -sX POST https://acme.com/unfurl {BODY}"), "https://acme.com/items/1"),
        (&format!("curl -s -w '%{{http_code}}' -X POST {BODY} https://acme.com/unfurl"), "https://acme.com/items/1"),
        (&format!("curl --retry 3 -X POST {BODY} https://acme.com/unfurl"), "https://acme.com/items/1"),
        (&format!("curl -e https://ref.example/ -X POST {BODY} https://acme.com/unfurl"), "https://acme.com/items/1"),
        (&format!("curl.exe -X POST https://acme.com/unfurl {BODY}"), "https://acme.com/items/1"),
        (&format!("# ask the callback\ncurl -X POST https://acme.com/unfurl {BODY}"), "https://acme.com/items/1"),
        (
            "'{\"uri\":\"https://acme.com/items/1\"}' | curl.exe --include --request POST 'https://acme.com/unfurl' `\n  --header \"Authorization: Bearer $env:SERVICE_TOKEN\" `\n  --header 'Content-Type: application/json' `\n  --data-binary '@-'",
            "https://acme.com/items/1",
        ),
        (
            "fetch(\"https://acme.com/unfurl\", {\"method\": \"POST\", \"headers\": {\"authorization\": \"Bearer tok\", \"content-type\": \"application/json\"}, \"body\": \"{\\\"uri\\\":\\\"https://acme.com/items/1\\\"}\"});",
            "https://acme.com/items/1",
        ),
        ("http POST https://acme.com/unfurl Authorization:'Bearer tok' uri=https://acme.com/items/1", "https://acme.com/items/1"),
    ] {
        let read = understood(text);
        assert_eq!(read.kind, Some(MessageKind::CallbackRequest), "{text}");
        assert_eq!(
            (read.parts.method(), read.parts.url(false).as_deref()),
            (Some("POST"), Some("https://acme.com/unfurl")),
            "{text}"
        );
        assert_eq!(parameter(&read, "uri").as_deref(), Some(uri), "{text}");
        assert!(rules(&read).iter().all(|rule| *rule == "uri-mismatch"), "{text}: {:?}", read.diagnostics);
        assert!(read.parts.headers(false).any(|(name, value)| (name, &*value) == ("content-type", "application/json")), "{text}");
    }
}

#[test]
fn other_copies() {
    let read = understood("curl -kX DELETE -H 'Authorization: Bearer tok' https://acme.com/unfurl");
    assert_eq!((read.kind, read.parts.method()), (Some(MessageKind::Deletion), Some("DELETE")));
    let read = understood("curl -F 'grant_type=authorization_code' -F code=a https://acme.com/notion/token");
    assert_eq!((read.kind, read.parts.method()), (Some(MessageKind::TokenRequest), Some("POST")));
    assert_eq!(read.parts.url(false).as_deref(), Some("https://acme.com/notion/token"));
    assert!(rules(&read).contains(&"unexpected-value"), "multipart");
    let read = understood(
        "curl -G https://acme.com/notion/authorize --data-urlencode 'client_id=mRkZGFjM' --data-urlencode 'redirect_uri=https://notion.so/externalIntegrationAuthCallback' -d response_type=code -d state=abc -d code=614846ff-b061-4eac-a511-fc20c3f0838a",
    );
    assert_eq!((read.kind, read.parts.method(), rules(&read)), (Some(MessageKind::AuthorizationUrl), Some("GET"), vec![]));
    assert_eq!(parameter(&read, "client_id").as_deref(), Some("mRkZGFjM"));
    let read = understood(&format!("curl -X POST https://acme.com/unfurl {BODY} && curl -X DELETE https://acme.com/other"));
    assert_eq!(
        (read.kind, read.parts.method(), rules(&read)),
        (Some(MessageKind::CallbackRequest), Some("POST"), vec!["unread-part"])
    );
}

/// Nothing is called right that was not read.
#[test]
fn what_is_not_read_has_a_reason() {
    for (text, rule, message) in [
        ("", "unknown-message", "There is no message"),
        ("hello", "unknown-message", "This text is not one of the documented messages"),
        ("{}", "unknown-message", "This JSON has no field of a documented message"),
        ("curl https://acme.com/", "unknown-message", "A GET request to `https://acme.com/` is not a documented message"),
        ("curl -X POST", "unread-part", "The code sends its request to no URL that the Lab can read"),
        ("fetch(address())", "unread-part", "The code sends its request to no URL that the Lab can read"),
    ] {
        let read = understood(text);
        assert_eq!(read.kind, None, "{text}");
        assert_eq!(
            read.diagnostics.iter().map(|one| (one.rule.name, &*one.message)).collect::<Vec<_>>(),
            [(rule, message)],
            "{text}"
        );
    }
    let read = understood(&format!("curl -X POST https://acme.com/unfurl {BODY} -d @more.json"));
    assert!(rules(&read).contains(&"unread-part"), "{:?}", read.diagnostics);
}

/// What `callback` of the program says of an answer.
#[test]
fn answers_of_a_callback() {
    let fine = r#"{"uri":"https://acme.com/items/1","operations":[{"path":["error"],"set":{"status":404,"message":"Content not found"}}]}"#;
    for (head, body, expected) in [
        ("200 OK\nContent-Type: application/json", fine.to_owned(), &[][..]),
        ("404 Not Found\nContent-Type: application/json", fine.to_owned(), &["`404`: answer-status: The status is 404, not 200"]),
        (
            "503 Service Unavailable\nContent-Type: application/json",
            fine.to_owned(),
            &["`503`: answer-server-error: The service failed with status 503"],
        ),
        (
            "301 Moved Permanently\nLocation: https://acme.com/x",
            String::new(),
            &["`https://acme.com/x`: answer-redirect: The callback redirects to `https://acme.com/x`"],
        ),
        ("200 OK\nContent-Type: application/json", String::new(), &["`200`: answer-empty: The response has no body"]),
        (
            "200 OK\nContent-Type: text/html",
            fine.to_owned(),
            &["`text/html`: answer-content-type: `Content-Type` is `text/html`, not `application/json`"],
        ),
        (
            "200 OK\nContent-Type: application/json",
            format!("\u{FEFF}{fine}"),
            &["`\u{FEFF}`: answer-byte-order-mark: The body begins with a byte-order mark (U+FEFF)"],
        ),
    ] {
        let text = format!("HTTP/1.1 {head}\n\n{body}");
        let read = understood(&text);
        assert_eq!(read.kind, Some(MessageKind::CallbackAnswer), "{text}");
        let said = told(MessageKind::CallbackAnswer, &text).into_iter().filter(|line| line.starts_with('`')).collect::<Vec<_>>();
        assert_eq!(said, expected, "{text}");
    }
}

#[test]
fn a_raw_plus_is_a_space() {
    for (text, expected) in [
        (
            "https://notion.so/externalIntegrationAuthCallback?code=abc&state=a+b%3D",
            &[
                "`a+b%3D`: state-mismatch: `state` is `a b=`, but Notion sent `tga@YNV9cfw4yrv0thw`",
                "`+`: raw-plus: `+` in `state` is read as a space",
            ][..],
        ),
        (
            "https://notion.so/externalIntegrationAuthCallback?code=a+b&state=tga%40YNV9cfw4yrv0thw",
            &["`+`: raw-plus: `+` in `code` is read as a space"],
        ),
        ("https://notion.so/externalIntegrationAuthCallback?error=access_denied&error_description=a+b", &[]),
    ] {
        let said: Vec<_> = told(MessageKind::Redirect, text).into_iter().filter(|line| line.starts_with('`')).collect();
        assert_eq!(said, expected, "{text}");
    }
}

#[test]
fn secrets_are_hidden_in_the_parts() {
    for text in [
        "curl -u id:S3CRET https://api.notion.com/v1/oauth/token -d '{\"external_account\": {}, \"code\": 1}'",
        "POST /notion/token HTTP/1.1\nHost: acme.com\nX-Api-Key: S3CRET\nCookie: S3CRET\n\ngrant_type=x&client_secret=S3CRET",
        "POST /notion/token HTTP/1.1\nHost: acme.com\n\n{\"client_secret\": \"S3CRET\", ",
        "Authorization: Bearer S3CRET",
        "{\"access_token\": \"S3CRET\", \"refresh_token\": \"S3CRET\"}",
        "https://acme.example/#access_token=S3CRET",
        "DELETE / HTTP/1.1\nAuthorization: Bearer S3CRET\n\n{\"token\": \"S3CRET\"}",
        "curl https://acme.com/?token=S3CRET -H 'Authorization: Bearer S3CRET' -d 'password=S3CRET'",
        "fetch('https://acme.com/unfurl', {method: 'POST', headers: {Authorization: 'Bearer S3CRET'}, body: '{\"uri\": \"a\"}'})",
    ] {
        let read = understood(text);
        let parts = &read.parts;
        let shown =
            [parts.url(false), parts.body(false)].into_iter().flatten().chain(parts.headers(false).map(|(_, value)| value));
        for shown in shown {
            assert!(!shown.contains("S3CRET") && !shown.contains("aWQ6UzNDUkVU"), "{text}: {shown}");
        }
        let mut masked = text.to_owned();
        for span in &read.secrets {
            assert!(text.is_char_boundary(span.start) && text.is_char_boundary(span.end), "{text}");
            masked.replace_range(span.start..span.end, &"*".repeat(span.end - span.start));
        }
        assert!(!masked.contains("S3CRET"), "{text}: {masked}");
    }
}

/// Every request that the timeline plays, in every form in which it can be copied, is the message that it was.
#[test]
fn copies_of_the_timeline() {
    let project = templates::first();
    let events = ["first-paste", "allow", "revisit", "update", "expire-token", "refresh", "delete-all", "disconnect"];
    let events: Vec<Event> = events.iter().map(|name| Event::parse(name).unwrap()).collect();
    let steps = play(&Scene { project: &project, taken: true, answer: &project.payload }, &events);
    let requests: Vec<&Request> = steps.iter().flat_map(|step| &step.exchanges).map(|exchange| &exchange.request).collect();
    assert!(requests.len() > 8, "{}", requests.len());
    let known = Known { base_ids: None, link: &project.link, ..known(&project.settings) };
    for request in requests {
        let http = code(request, Language::Http);
        let wanted = understand(&http, None, &known);
        for text in Language::ALL.map(|language| code(request, language)).into_iter().chain([request.written()]) {
            let read = understand(&text, None, &known);
            assert!(read.kind.is_some() && read.kind == wanted.kind, "{text}");
            assert_eq!(read.parts.method(), Some(request.method.name()), "{text}");
            // Shells for Windows get the body on one line.
            let plain = |read: &Read| format!("{:?}", read.parameters).replace([' ', '\n'], "").replace("\\n", "");
            assert_eq!(plain(&read), plain(&wanted), "{text}");
            assert!(read.diagnostics.iter().all(|one| one.severity == Severity::Info), "{text}: {:?}", read.diagnostics);
        }
    }
}
