//! The rows on answers: every row fires on its `bad` and is silent on its `good`; and what is said of other answers.

use time::UtcDateTime;

use super::NO_ANSWER;
use crate::core::analysis::answer::{CallbackVerdict, NoAnswer, judge, no_answer};
use crate::core::diagnostic::Diagnostic;
use crate::core::method::Method;
use crate::core::place::Where;
use crate::core::profile::Profile;
use crate::core::rule::Rule;
use crate::core::rules::answer::CallbackAnswer;
use crate::core::rules::catalog::{CATALOG, Check};
use crate::core::rules::testing::keeps_the_style;
use crate::core::rules::{all, find};
use crate::core::severity::Severity;
use crate::core::text::Span;

/// Error, warning or info as documented and in the wild.
const TABLE: [(&str, Severity, Severity); 10] = [
    ("no-answer", Severity::Error, Severity::Error),
    ("answer-status", Severity::Warning, Severity::Info),
    ("answer-redirect", Severity::Warning, Severity::Warning),
    ("answer-server-error", Severity::Error, Severity::Error),
    ("answer-content-type", Severity::Warning, Severity::Info),
    ("answer-encoding", Severity::Error, Severity::Error),
    ("answer-size", Severity::Error, Severity::Error),
    ("answer-byte-order-mark", Severity::Warning, Severity::Warning),
    ("answer-empty", Severity::Error, Severity::Error),
    ("answer-bare-attributes", Severity::Error, Severity::Error),
];

/// What no text shows: silence, and 10 MB.
const NOT_SHOWN: [&str; 2] = ["no-answer", "answer-size"];

const LINK: &str = "https://acme.com/items/1";

fn rows() -> Vec<&'static Rule> {
    all().filter(|rule| rule.name.starts_with("answer-") || rule.name == "no-answer").collect()
}

/// An answer as a row writes it down, in which `\xE9` is a byte.
fn heard(written: &str, profile: Profile) -> CallbackVerdict {
    let (head, body) = written.split_once("\n\n").unwrap();
    let header = |name: &str| head.lines().find_map(|line| line.strip_prefix(name));
    let status = head.split(' ').nth(1).unwrap().parse().unwrap();
    let body: Vec<u8> = match body.split_once("\\xE9") {
        Some((front, rest)) => [front.as_bytes(), &[0xE9], rest.as_bytes()].concat(),
        None => body.as_bytes().to_vec(),
    };
    let answer = CallbackAnswer {
        method: Method::Post,
        status,
        content_type: header("Content-Type: "),
        body: &body,
        cut: false,
        redirected: header("Location: "),
    };
    judge(&answer, LINK, profile, UtcDateTime::UNIX_EPOCH)
}

fn names(found: &[Diagnostic]) -> Vec<&'static str> {
    found.iter().map(|one| one.rule.name).collect()
}

#[test]
fn every_rule_stands_in_the_table() {
    let rows: Vec<_> = rows().into_iter().map(|rule| (rule.name, rule.documented, rule.wild)).collect();
    assert_eq!(rows, TABLE);
}

#[test]
fn rows_say_something() {
    for rule in rows() {
        let texts = &rule.texts;
        for text in [texts.summary, texts.why, texts.document] {
            assert!(!text.trim().is_empty(), "{rule:?}");
        }
        assert!(texts.summary.ends_with('.') && texts.why.ends_with('.'), "{rule:?}");
        assert_eq!(texts.bad.is_empty() && texts.good.is_empty(), NOT_SHOWN.contains(&rule.name), "{rule:?}");
        let asked = CATALOG.iter().any(|(row, check)| *row == rule && matches!(check, Check::Answer(_)));
        assert_eq!(asked, *rule != NO_ANSWER, "{rule:?}");
    }
}

#[test]
fn each_bad_answer_reports_its_rule_and_no_other() {
    for rule in rows().into_iter().filter(|rule| !NOT_SHOWN.contains(&rule.name)) {
        for profile in Profile::ALL {
            let verdict = heard(rule.texts.bad, profile);
            assert_eq!(names(&verdict.about), [rule.name], "{}", rule.texts.bad);
            assert_eq!(verdict.about[0].severity, rule.severity(profile));
            assert!(verdict.analysis.is_none_or(|analysis| analysis.diagnostics.is_empty()), "{rule:?}");
        }
    }
}

#[test]
fn each_good_answer_reports_nothing() {
    for rule in rows().into_iter().filter(|rule| !NOT_SHOWN.contains(&rule.name)) {
        let verdict = heard(rule.texts.good, Profile::Documented);
        assert_eq!(names(&verdict.about), [""; 0], "{rule:?}");
        assert_eq!(names(&verdict.analysis.unwrap().diagnostics), [""; 0], "{rule:?}");
    }
}

fn judged(answer: CallbackAnswer) -> CallbackVerdict {
    judge(&answer, LINK, Profile::Documented, UtcDateTime::UNIX_EPOCH)
}

fn said(answer: CallbackAnswer) -> Vec<String> {
    judged(answer).about.iter().map(|one| format!("{}: {}", one.rule.name, one.message)).collect()
}

/// An answer without problems.
const FINE: CallbackAnswer = CallbackAnswer {
    method: Method::Post,
    status: 200,
    content_type: Some("application/json"),
    body: documented!().as_bytes(),
    cut: false,
    redirected: None,
};

#[test]
fn statuses() {
    let cases: [(Method, u16, Option<&str>, &[&str]); 14] = [
        (Method::Post, 200, None, &[]),
        (Method::Post, 201, None, &["answer-status: The status is 201, not 200"]),
        (Method::Post, 301, None, &["answer-redirect: The callback redirects (301), but names no address"]),
        (Method::Post, 308, Some("/there"), &["answer-redirect: The callback redirects to `/there`"]),
        (
            Method::Post,
            200,
            Some("https://a.com/"),
            &["answer-redirect: The response comes from `https://a.com/`, after a redirect"],
        ),
        (Method::Post, 401, None, &["answer-status: The status is 401, not 200"]),
        (Method::Post, 499, None, &["answer-status: The status is 499, not 200"]),
        (Method::Post, 500, None, &["answer-server-error: The service failed with status 500"]),
        (Method::Post, 999, None, &["answer-server-error: The service failed with status 999"]),
        (Method::Delete, 200, None, &[]),
        (Method::Delete, 204, None, &[]),
        (Method::Delete, 302, None, &["answer-redirect: The callback redirects (302), but names no address"]),
        (Method::Delete, 404, None, &["answer-status: The status is 404"]),
        (Method::Delete, 502, None, &["answer-server-error: The service failed with status 502"]),
    ];
    for (method, status, redirected, expected) in cases {
        assert_eq!(said(CallbackAnswer { method, status, redirected, ..FINE }), expected, "{method:?} {status}");
    }
}

#[test]
fn content_types() {
    for fine in ["application/json", "Application/JSON", " application/json ;charset=utf-8", "application/vnd.acme+json"] {
        assert_eq!(said(CallbackAnswer { content_type: Some(fine), ..FINE }), [""; 0], "{fine}");
    }
    for wrong in ["text/html; charset=utf-8", "application/jsonp", "json", "\u{e9}json", "text/plain; application/json"] {
        let expected = format!("answer-content-type: `Content-Type` is `{wrong}`, not `application/json`");
        assert_eq!(said(CallbackAnswer { content_type: Some(wrong), ..FINE }), [expected]);
    }
    for none in [None, Some(""), Some(" ")] {
        assert_eq!(
            said(CallbackAnswer { content_type: none, ..FINE }),
            ["answer-content-type: The response has no `Content-Type`"]
        );
    }
}

#[test]
fn bodies() {
    let not_utf8 = "answer-encoding: The body is not UTF-8: the bytes at offset 3 are not a character";
    let cases: [(&[u8], bool, &[&str], &str); 8] = [
        (b"", false, &["answer-empty: The response has no body"], ""),
        (b" \r\n", false, &["answer-empty: The response has no body"], " \r\n"),
        (b"\xEF\xBB\xBF", false, &["answer-empty: The response has no body"], ""),
        (b"\xEF\xBB\xBF{", false, &["answer-byte-order-mark: The body begins with a byte-order mark (U+FEFF)"], "{"),
        (b"{\"a\xFFb", false, &[not_utf8], "{\"a\u{FFFD}b"),
        (b"{\"a\xC3", false, &[not_utf8], "{\"a\u{FFFD}"),
        (b"{\"a\xC3", true, &["answer-size: The body is larger than 10 MB; the rest was not read"], "{\"a\u{FFFD}"),
        (
            b"[]",
            false,
            &["answer-bare-attributes: The response is an attribute array, not an object with `uri` and `operations`"],
            "[]",
        ),
    ];
    for (body, cut, expected, text) in cases {
        let answer = CallbackAnswer { body, cut, ..FINE };
        assert_eq!(said(answer), expected, "{body:?}");
        assert_eq!(judged(answer).text, text);
        assert_eq!(judged(answer).skipped, if body.starts_with(b"\xEF\xBB\xBF") { 3 } else { 0 });
        // Nobody reads the body of an answer to a DELETE, nor of a redirect.
        assert_eq!(said(CallbackAnswer { method: Method::Delete, content_type: None, ..answer }), [""; 0]);
        assert_eq!(said(CallbackAnswer { status: 301, content_type: None, ..answer }).len(), 1);
    }
}

#[test]
fn what_shows_something_is_analysed_for_its_link() {
    let other = documented!().replace("items/1", "items/2");
    let found = judged(CallbackAnswer { body: other.as_bytes(), status: 404, ..FINE }).analysis.unwrap();
    assert_eq!(names(&found.diagnostics), ["uri-mismatch"]);
    for answer in [
        CallbackAnswer { method: Method::Delete, ..FINE },
        CallbackAnswer { status: 302, ..FINE },
        CallbackAnswer { cut: true, ..FINE },
        CallbackAnswer { body: b" ", ..FINE },
    ] {
        assert!(judged(answer).analysis.is_none(), "{answer:?}");
    }
}

#[test]
fn silence() {
    let reasons = [
        (NoAnswer::Timeout(30), "The callback did not respond within 30 seconds"),
        (NoAnswer::Refused, "The connection was refused"),
        (NoAnswer::Unresolved, "The host was not found"),
        (NoAnswer::Closed, "The connection was closed before the response was complete"),
        (NoAnswer::Tls("expired".to_owned()), "The connection is not secure: expired"),
        (NoAnswer::Compressed("gzip".to_owned()), "The body is compressed (gzip), which the request did not ask for"),
        (NoAnswer::Blocked, "The browser got no response that this page may read"),
        (NoAnswer::Other("x".to_owned()), "There is no response: x"),
    ];
    for (why, message) in reasons {
        let found = no_answer(why);
        assert_eq!((found.rule.name, found.severity, found.message.as_str()), ("no-answer", Severity::Error, message));
        assert_eq!((found.source, found.span), (Where::Message, Span::at(0)));
    }
}

#[test]
fn messages_keep_the_style() {
    let bad = rows().into_iter().filter(|rule| !NOT_SHOWN.contains(&rule.name)).map(|rule| rule.texts.bad);
    let found = bad.flat_map(|bad| heard(bad, Profile::Documented).about);
    let statuses = [401, 403, 405].map(|status| CallbackAnswer { status, ..FINE });
    let others = [CallbackAnswer { cut: true, ..FINE }, CallbackAnswer { method: Method::Delete, status: 404, ..FINE }];
    let found = found.chain(statuses.into_iter().chain(others).flat_map(|answer| judged(answer).about));
    let silent = [NoAnswer::Timeout(30), NoAnswer::Refused, NoAnswer::Unresolved, NoAnswer::Closed, NoAnswer::Blocked];
    for one in found.chain(silent.map(no_answer)) {
        keeps_the_style(&one);
        assert!(find(one.rule.name).is_some());
    }
}
