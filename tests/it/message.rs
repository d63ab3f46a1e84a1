//! `message`: what scripts rely on.

use serde_json::{Value, json};

use crate::program::program;

fn read(arguments: &[&str], text: &str) -> (Option<i32>, Value) {
    let ran = program(&[&["message", "--format", "json"], arguments, &["-"]].concat(), text);
    assert_eq!(ran.stderr, "");
    (ran.status, serde_json::from_str(&ran.stdout).expect("the program prints JSON"))
}

const ASKED: &str = "curl -sX POST https://acme.com/unfurl -H 'Authorization: Bearer tok7' -H 'Content-Type: application/json' -d '{\"uri\":\"https://acme.com/items/1\"}'";

#[test]
fn a_message_has_the_promised_keys() {
    let (status, read) = read(&[], ASKED);
    let expected = json!({
        "kind": "callback-request",
        "method": "POST",
        "url": "https://acme.com/unfurl",
        "parameters": {"uri": "https://acme.com/items/1"},
        "headers": {"authorization": "Bearer ***", "content-type": "application/json"},
        "status": null,
        "body": "{\"uri\":\"https://acme.com/items/1\"}",
        "diagnostics": [],
    });
    assert_eq!((status, read), (Some(0), expected));
}

#[test]
fn secrets_are_shown_only_when_asked_for() {
    let (_, open) = read(&["--show-secrets"], ASKED);
    assert_eq!(open["headers"]["authorization"], json!("Bearer tok7"));
    let form = "grant_type=authorization_code&code=a&client_id=b&client_secret=s3cret&redirect_uri=https%3A%2F%2Fnotion.so%2FexternalIntegrationAuthCallback";
    let (_, hidden) = read(&[], form);
    assert_eq!((&hidden["kind"], &hidden["parameters"]["client_secret"]), (&json!("token-request"), &json!("***")));
    assert!(!hidden.to_string().contains("s3cret"), "{hidden}");
    for text in [
        form,
        "POST /t HTTP/1.1\n\n{\"client_secret\": \"s3cret\", x}",
        "Authorization: Basic s3cret!",
        "curl -u a:s3cret https://acme.com/x",
    ] {
        let ran = program(&["message", "-"], text);
        assert!(!ran.stdout.contains("s3cret"), "{}", ran.stdout);
    }
}

#[test]
fn kinds_have_their_public_names() {
    for (text, kind, status) in [
        ("https://acme.com/notion/authorize?client_id=a&redirect_uri=b", "authorization", 1),
        ("https://notion.so/externalintegrationauthcallback?error=access_denied", "redirect", 0),
        (
            "Authorization: Basic NjQ5Mzc0OTIzNzQ5MjM4NDc5MjM4NDc5MjM0NzkyMzc0OjQ3Mzg5Mjc0OTIzODQ3Mjk0ODcyMzkzNDgyNzk0ODcyMzQ5",
            "basic",
            0,
        ),
        ("Bearer abc", "bearer", 0),
        ("{\"access_token\": \"ABC\"}", "token-answer", 0),
        ("PATCH /v1/external/object HTTP/1.1\n\n", "update", 1),
        ("DELETE /unfurl HTTP/1.1\nHost: acme.com\n\n", "deletion", 0),
        ("hello", "unknown", 1),
        ("", "unknown", 1),
    ] {
        let (ended, read) = read(&[], text);
        assert_eq!((&read["kind"], ended), (&json!(kind), Some(status)), "{text}: {read}");
    }
    let (_, answer) = read(
        &[],
        "HTTP/1.1 404 Not Found\nContent-Type: application/json\n\n{\"uri\":\"https://a.b/\",\"operations\":[{\"path\":[\"error\"],\"set\":{\"status\":404,\"message\":\"x\"}}]}",
    );
    assert_eq!(
        (&answer["kind"], &answer["status"], &answer["diagnostics"][0]["rule"]),
        (&json!("callback-answer"), &json!(404), &json!("answer-status"))
    );
    let (_, header) = read(&[], "Authorization: Bearer abc");
    assert_eq!((&header["headers"], &header["body"]), (&json!({"authorization": "Bearer ***"}), &json!(null)));
    let (_, raw) = read(&[], "POST /unfurl HTTP/1.1\nHost: acme.com\n\n{}");
    assert_eq!(raw["url"], json!("https://acme.com/unfurl"));
}

#[test]
fn people_read_it_as_text() {
    let ran = program(&["message", "-"], "curl https://acme.com/unfurl -H 'Authorization: Bearer t' -d '{\"uri\": \"a\"}'");
    let expected = "\
Read as a request to your callback
  method: POST
  url: https://acme.com/unfurl
  authorization: Bearer ***
  content-type: application/x-www-form-urlencoded
  uri: a

-:1:63: error[unexpected-value]: `Content-Type` is `application/x-www-form-urlencoded`, not `application/json`
1 | curl https://acme.com/unfurl -H 'Authorization: Bearer *' -d '{\"uri\": \"a\"}'
  |                                                               ^
  = help: `application/json` is documented for a request to your callback

1 error in 1 message
";
    assert_eq!((ran.status, ran.stdout.as_str(), ran.stderr.as_str()), (Some(1), expected, ""));
}

#[test]
fn what_cannot_be_read_has_status_2() {
    let ran = program(&["message", "no-such-file"], "");
    assert_eq!(
        (ran.status, ran.stdout.as_str(), ran.stderr.as_str()),
        (Some(2), "", "error: cannot read `no-such-file`: no such file\n")
    );
}
