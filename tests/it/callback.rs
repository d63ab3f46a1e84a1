//! `callback` against a real server: the requests that it sends, and what it reports about each answer.

use std::net::TcpListener;

use callback_server::{CallbackServer, TOKEN};
use serde_json::{Value, json};

use crate::program::{Ran, program, program_with_token};

const LINK: &str = "https://acme.com/items/1";

const NO_TOKEN: &str = "note: no token, so no `Authorization` header is sent; set `SERVICE_TOKEN` or pass `--token`\n";
const UNDOCUMENTED: &str =
    "note: Notion does not document what a DELETE contains; it is sent with the body and token of a POST\n";

fn server() -> CallbackServer {
    CallbackServer::start().expect("a free port")
}

/// Runs `callback` with the token that the server knows.
fn callback(arguments: &[&str]) -> Ran {
    program_with_token(Some(TOKEN), &[&["callback"], arguments].concat(), "")
}

/// The output of a run, with the milliseconds replaced by `…`.
fn masked(ran: &Ran) -> String {
    let mut masked = String::new();
    let mut rest = ran.stdout.as_str();
    while let Some((before, after)) = rest.split_once(" ms") {
        masked.extend([before.trim_end_matches(|c: char| c.is_ascii_digit()), "… ms"]);
        rest = after;
    }
    masked + rest
}

#[test]
fn every_answer() {
    let server = server();
    let paths = "ok error not-found unauthorized server-error slow?ms=20 slow?ms=60000 trickle trickle-head malformed html latin1 \
                 gzip huge redirect empty short close cors/ok";
    let told: Vec<String> = paths
        .split(' ')
        .map(|path| {
            let ran = callback(&["--timeout", "1", &server.url(&format!("/{path}")), LINK]);
            assert_eq!(ran.stderr, "", "{path}");
            format!("── {path}, status {}\n{}", ran.status.unwrap_or(-1), masked(&ran))
        })
        .collect();
    insta::assert_snapshot!(told.concat());
}

#[test]
fn in_the_wild_another_status_is_an_info() {
    let server = server();
    let ran = callback(&["--profile", "wild", &server.url("/not-found"), LINK]);
    assert!(ran.stdout.contains(": info[answer-status]: ") && ran.stdout.ends_with("\n1 info in 1 response\n"), "{}", ran.stdout);
}

#[test]
fn the_request_is_the_documented_one() {
    let server = server();
    let link = "https://acme.com/\"items\"/1?a=é";
    let ran = callback(&[&server.url("/ok?a=b"), link]);
    assert_eq!((ran.status, ran.stderr.as_str()), (Some(0), ""));
    let ran = callback(&["--delete", &server.url("/ok"), link]);
    assert_eq!((ran.status, ran.stderr.as_str()), (Some(0), UNDOCUMENTED));
    assert_eq!(
        masked(&ran),
        format!("DELETE {link}: 204 No Content in … ms, 0 bytes, no content type\nno problems in 1 response\n")
    );
    let body = "{\"uri\":\"https://acme.com/\\\"items\\\"/1?a=é\"}";
    let expected = |first: &str| {
        let host = format!("127.0.0.1:{}", server.port());
        format!(
            "{first} HTTP/1.1\r\ncontent-length: {}\r\nuser-agent: link-preview-lab/{}\r\naccept: */*\r\nhost: {host}\r\n\
             content-type: application/json\r\nauthorization: Bearer {TOKEN}\r\n\r\n{body}",
            body.len(),
            env!("CARGO_PKG_VERSION")
        )
    };
    let arrived: Vec<String> = server.requests().iter().map(callback_server::Request::written).collect();
    assert_eq!(arrived, [expected("POST /ok?a=b"), expected("DELETE /ok")]);
}

#[test]
fn redirects_are_not_followed() {
    let server = server();
    callback(&[&server.url("/redirect"), LINK]);
    assert_eq!(server.requests().len(), 1);
}

#[test]
fn tokens() {
    let server = server();
    let url = server.url("/unauthorized");
    let status = |token, arguments: &[&str]| {
        let ran = program_with_token(token, &[&["callback"], arguments, &[&url, LINK]].concat(), "");
        (ran.status, ran.stderr)
    };
    assert_eq!(status(Some(TOKEN), &[]), (Some(0), String::new()));
    assert_eq!(status(Some("other"), &["--token", TOKEN]), (Some(0), String::new()));
    assert_eq!(status(Some(TOKEN), &["--token", "other"]), (Some(1), String::new()));
    assert_eq!(status(None, &[]), (Some(1), NO_TOKEN.to_owned()));
    assert_eq!(status(Some(" "), &[]), (Some(1), NO_TOKEN.to_owned()));
    let bearers: Vec<Option<String>> =
        server.requests().iter().map(|request| request.header("authorization").map(str::to_owned)).collect();
    let bearer = |token: &str| Some(format!("Bearer {token}"));
    assert_eq!(bearers, [bearer(TOKEN), bearer(TOKEN), bearer("other"), None, None]);
}

#[test]
fn links_come_from_arguments_files_and_standard_input() {
    let server = server();
    let file = format!("{}/links.txt", env!("CARGO_TARGET_TMPDIR"));
    std::fs::write(&file, "\u{FEFF}# ours\n\nhttps://acme.com/2\r\n  https://acme.com/3  \n").expect("a file");
    let url = server.url("/ok");
    for input in ["-", "@-"] {
        let arguments = ["callback", &url, "https://acme.com/1", &format!("@{file}"), input];
        let ran = program_with_token(Some(TOKEN), &arguments, "https://acme.com/4\n#\n");
        assert_eq!(ran.status, Some(0));
        let expected = [1, 2, 3, 4].map(|number| format!("POST https://acme.com/{number}: "));
        let lines: Vec<&str> = ran.stdout.lines().collect();
        assert_eq!(lines.len(), 5, "{}", ran.stdout);
        assert!(expected.iter().zip(&lines).all(|(start, line)| line.starts_with(start)), "{}", ran.stdout);
        assert_eq!(lines[4], "no problems in 4 responses");
    }
}

#[test]
fn json_has_the_promised_keys() {
    let server = server();
    let ran = callback(&["--format", "json", &server.url("/malformed"), LINK]);
    let mut report: Value = serde_json::from_str(&ran.stdout).expect("the program prints JSON");
    let answer = &mut report["answers"][0];
    assert!(answer["milliseconds"].take().is_u64());
    let found = answer["diagnostics"].take();
    let answer = json!({"link": LINK, "method": "POST", "status": 200, "milliseconds": null, "size": 57,
        "content_type": "application/json", "diagnostics": null, "render": null});
    assert_eq!(report, json!({"answers": [answer], "errors": 1, "warnings": 0, "infos": 0}));
    assert_eq!((&found[0]["rule"], &found[0]["start"]), (&json!("json-syntax"), &json!({"offset": 55, "line": 3, "column": 17})));
    assert_eq!(ran.status, Some(1));
    let ran = callback(&["--format", "json", &server.url("/ok"), LINK]);
    let report: Value = serde_json::from_str(&ran.stdout).expect("the program prints JSON");
    assert_eq!(report["answers"][0]["render"]["preview"]["title"][0]["text"], "The Link Preview’s Title");
    assert_eq!((ran.status, &report["errors"]), (Some(0), &json!(0)));
    let ran = callback(&["--format", "json", &server.url("/close"), LINK]);
    let report: Value = serde_json::from_str(&ran.stdout).expect("the program prints JSON");
    let answer = &report["answers"][0];
    assert_eq!((&answer["status"], &answer["content_type"], &answer["size"]), (&json!(null), &json!(null), &json!(null)));
    assert_eq!(answer["diagnostics"][0]["rule"], "no-answer");
}

#[test]
fn nobody_there() {
    let port = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a free port").port();
    let first = |url: &str| callback(&[url, LINK]).stdout.lines().nth(1).unwrap_or_default().to_owned();
    let said = |message: &str| format!("{LINK}: error[no-answer]: {message}");
    assert_eq!(first(&format!("http://127.0.0.1:{port}/")), said("The connection was refused"));
}

#[test]
fn wrong_usage_sends_nothing() {
    let server = server();
    let url = server.url("/ok");
    let url = url.as_str();
    let no_link = "there is no link to ask for; give one, or a file of links as `@FILE`";
    let cases: [(&[&str], &str); 9] = [
        (&[url, " "], no_link),
        (&[url, "-"], no_link),
        (&[url, "-", "@-"], "standard input can be read only once"),
        (&[url, LINK, "@no-such-file"], "cannot read `no-such-file`: no such file"),
        (&["acme.com/unfurl", LINK], "the callback URL `acme.com/unfurl` is not an absolute `https` or `http` URL"),
        (&["ftp://acme.com/", LINK], "the callback URL `ftp://acme.com/` is not an absolute `https` or `http` URL"),
        (
            &["https://me:secret@acme.com/", LINK],
            "the callback URL has a user name before `@`; Notion sends a bearer token instead",
        ),
        (&["--token", "Bearer x", url, LINK], "`--token` must be the token alone, without `Bearer`"),
        (&["--token", "x\ny", url, LINK], "`--token` contains a character that is not allowed in a token"),
    ];
    for (arguments, message) in cases {
        let ran = program(&[&["callback"], arguments].concat(), "");
        assert_eq!((ran.status, ran.stdout.as_str()), (Some(2), ""), "{arguments:?}");
        assert_eq!(ran.stderr, format!("error: {message}\n"));
    }
    assert_eq!(server.requests(), []);
}
