//! Whole messages: what is read out of each, and what is said of it.

mod documents;
mod pasted;
mod table;

use proptest::prelude::*;
use time::UtcDateTime;

use super::{Dialogue, Known, MessageKind, Read, read, recognize, redirect_uri};
use crate::core::place::Where;
use crate::core::profile::Profile;
use crate::core::project::Settings;
use crate::core::templates;
use crate::core::text::capitalized;
use table::MESSAGES;

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

fn reading(kind: MessageKind, text: &str) -> Read {
    read(kind, text, &known(&templates::first().settings))
}

/// The facts, `name: value`, with `*` for a secret, and what is said, `` `place`: rule: message``.
fn told(kind: MessageKind, text: &str) -> Vec<String> {
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

#[test]
fn tells_what_a_message_says_and_what_is_wrong_with_it() {
    for (kind, text, expected) in MESSAGES {
        assert_eq!(told(*kind, text), *expected, "{text}");
    }
}

#[test]
fn recognizes_what_is_pasted() {
    for (text, expected) in [
        ("https://acme.com/notion/authorize?code=1&redirect_uri=x&state=2", Some(MessageKind::AuthorizationUrl)),
        ("GET /notion/authorize?client_id=1 HTTP/1.1\n", Some(MessageKind::AuthorizationUrl)),
        ("?code=1&state=2", Some(MessageKind::Redirect)),
        ("  error=access_denied\n", Some(MessageKind::Redirect)),
        ("HTTP/1.1 302 Found\nlocation: https://notion.so/x?code=1\n", Some(MessageKind::Redirect)),
        ("grant_type=authorization_code", Some(MessageKind::TokenRequest)),
        ("POST /token HTTP/1.1\r\n\r\nclient_secret=x", Some(MessageKind::TokenRequest)),
        ("{\"access_token\": \"ABC\"}", Some(MessageKind::TokenAnswer)),
        ("HTTP/1.1 400 Bad Request\n\n{\"error\": \"invalid_grant\"}", Some(MessageKind::TokenAnswer)),
        ("access_token=ABC", Some(MessageKind::TokenAnswer)),
        ("{\"external_account\": ", Some(MessageKind::NotionTokenRequest)),
        ("{\"bot_id\": \"x\", \"access_token\": \"ABC\"}", Some(MessageKind::NotionTokenAnswer)),
        ("{\"uri\": \"https://acme.com/\"}", Some(MessageKind::CallbackRequest)),
        ("{\"uri\": \"https://acme.com/\", \"operations\": []}", Some(MessageKind::CallbackAnswer)),
        ("PATCH /v1/external/object HTTP/1.1", Some(MessageKind::Update)),
        ("POST /v1/external/object HTTP/1.1", Some(MessageKind::Update)),
        ("DELETE /unfurl HTTP/1.1", Some(MessageKind::Deletion)),
        ("Authorization: x", Some(MessageKind::Authorization)),
        ("bearer x", Some(MessageKind::Authorization)),
        ("Location: https://notion.so/x?code=1&state=2", Some(MessageKind::Redirect)),
        ("location:https://notion.so/x?error=access_denied", Some(MessageKind::Redirect)),
        ("Location: x", None),
        ("https://acme.com/notion/authorize", Some(MessageKind::AuthorizationUrl)),
        ("https://acme.com/notion/authorize/#x", Some(MessageKind::AuthorizationUrl)),
        ("https://acme.com/notion/authorize?code=1&state=2", Some(MessageKind::AuthorizationUrl)),
        ("/notion/authorize?code=1", Some(MessageKind::AuthorizationUrl)),
        ("GET /notion/authorize?code=1 HTTP/1.1\n", Some(MessageKind::AuthorizationUrl)),
        ("GET /notion/authorized?code=1 HTTP/1.1\n", Some(MessageKind::Redirect)),
        ("https://acme.com/notion", None),
        ("curl -X PATCH https://api.notion.com/v1/external/object", Some(MessageKind::Update)),
        ("curl -d '{\"uri\": \"x\"}' https://acme.com/unfurl", Some(MessageKind::CallbackRequest)),
        ("curl 'https://acme.com/notion/authorize?code=1'", Some(MessageKind::AuthorizationUrl)),
        ("curl https://acme.com/", None),
        ("HTTP/1.1 301 Moved\nLocation: https://acme.com/x\n\n", Some(MessageKind::CallbackAnswer)),
        ("HTTP/1.1 200 OK\n\n", Some(MessageKind::CallbackAnswer)),
        ("https://acme.example/#access_token=a", Some(MessageKind::Redirect)),
        ("{\"key\": \"A\", \"name\": \"B\"}", Some(MessageKind::NotionTokenRequest)),
        ("", None),
        ("code", None),
        ("{}", None),
        ("https://acme.com/items/1", None),
        ("DELETE", None),
    ] {
        assert_eq!(recognize(text, &templates::first().settings), expected, "{text}");
    }
}

#[test]
fn each_spelling_of_the_redirect_uri_is_known() {
    for (spelling, says) in redirect_uri::SPELLINGS {
        let text = format!("https://acme.com/notion/authorize?redirect_uri={spelling}");
        let read = reading(MessageKind::AuthorizationUrl, &text);
        assert_eq!(read.facts[1].says, capitalized(says));
        assert!(read.diagnostics.iter().all(|one| one.rule.name != "redirect-uri"), "{spelling}");
    }
    for (uri, wrong) in [
        ("https://notion.so.evil.example/externalIntegrationAuthCallback", "whose host is not `notion.so`"),
        ("https://notion.so@evil.example/externalIntegrationAuthCallback", "whose host is not `notion.so`"),
        ("https://me@notion.so/externalIntegrationAuthCallback", "whose host is not `notion.so`"),
        ("https://notion.so:8443/externalIntegrationAuthCallback", "whose host is not `notion.so`"),
        ("https://notion.so/externalIntegrationAuthCallback/", "whose path is not `/externalIntegrationAuthCallback`"),
        ("notion.so/x", "whose path is not `/externalIntegrationAuthCallback`"),
        ("https://notion.so/externalIntegrationAuthCallback?x", "which has more after the constant"),
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
        (
            "error=access_denied&error_description=No+%C3%A9",
            Some(Dialogue::Described { text: "No é".to_owned(), is_known: true }),
        ),
    ] {
        assert_eq!(reading(MessageKind::Redirect, query).dialogue, expected, "{query}");
    }
}

/// A `+` that was not escaped comes back as a space.
#[test]
fn the_state_is_the_one_that_was_sent() {
    let settings = Settings::default();
    for (sent, query, help) in [
        (Some("a+b"), "code=1&state=a+b", Some("Write `%2B` for `+`, which is a space in a query")),
        (Some("a+b"), "code=1&state=a%2Bb", None),
        (Some("a"), "code=1&state=b", Some("Send back the `state` of the authorization URL unchanged")),
        (None, "code=1&state=b", None),
    ] {
        let read = read(MessageKind::Redirect, query, &Known { state: sent, ..known(&settings) });
        let found = read.diagnostics.first().and_then(|one| one.help.as_deref());
        assert_eq!(found, help, "{query}");
    }
}

/// No secret is quoted in what is said.
#[test]
fn secrets_are_in_no_message() {
    for kind in MessageKind::ALL {
        for text in [
            "{\"access_token\": \"S3CRET\", \"refresh_token\": \"S3CRET\", \"client_secret\": \"S3CRET\"}",
            "access_token=S3CRET&refresh_token=S3CRET&client_secret=S3CRET&client_secret=S3CRET",
            "POST / HTTP/1.1\nAuthorization: S3CRET\n\n{}",
            "Bearer S3CRET",
            "Basic S3CRET",
            // `S3CRET:mRkZGFjM`
            "Basic UzNDUkVUOm1Sa1pHRmpN",
        ] {
            let read = reading(kind, text);
            for one in &read.diagnostics {
                let help = one.help.as_deref().unwrap_or_default();
                assert!(!one.message.contains("S3CRET") && !help.contains("S3CRET"), "{kind:?} {text}: {}", one.message);
            }
        }
    }
}

/// Facts that hold a secret say so.
#[test]
fn secrets_are_marked() {
    for (kind, text) in [
        (MessageKind::TokenRequest, "grant_type=authorization_code&client_secret=S3CRET&client_secret=S3CRET"),
        (MessageKind::TokenRequest, "CLIENT_SECRET=S3CRET&clientSecret=S3CRET&password=S3CRET"),
        (MessageKind::AuthorizationUrl, "https://acme.com/notion/authorize?client_secret=S3CRET"),
        (MessageKind::CallbackRequest, "{\"user\": {\"access_token\": \"S3CRET\"}}"),
        (MessageKind::Deletion, "Access_Token=S3CRET"),
        (MessageKind::Authorization, "Basic UzNDUkVUOm1Sa1pHRmpN"),
        (MessageKind::Authorization, "Basic bVJrWkdGak06UzNDUkVU"),
        (MessageKind::Authorization, "Bearer S3CRET"),
    ] {
        let facts = reading(kind, text).facts;
        assert!(facts.iter().any(|fact| fact.value.contains("S3CRET")), "{text}: {facts:?}");
        assert!(facts.iter().all(|fact| fact.secret || !fact.value.contains("S3CRET")), "{text}: {facts:?}");
    }
}

fn holds(text: &str) {
    let settings = templates::first().settings;
    for kind in MessageKind::ALL.into_iter().chain(recognize(text, &settings)) {
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
        for start in [
            "",
            "curl x -d ",
            "curl '",
            "GET /?",
            "HTTP/1.1 200\n\n",
            "POST / HTTP/1.1\nAuthorization: Basic ",
            "https://notion.so/?",
            "{\"a\":",
        ] {
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
    "curl ",
    "-d ",
    "-H ",
    "'",
    "\\",
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
