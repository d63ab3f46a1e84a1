//! The Unfurl Callback URL: Notion asks for the attributes of a link, and reports that the link is gone.
//!
//! In: the settings, the link, and the text that answers for it. Out: the request and the answer, which is always an
//! envelope: a bare array is wrapped in one.

use std::fmt::Write;
use std::sync::Arc;

use super::http::notes;
use super::oauth::filled;
use super::{Authorization, Body, Exchange, Party, Request, Response, Secret};
use crate::core::json::{self, Source, Value};
use crate::core::method::Method;
use crate::core::place::Setting;
use crate::core::project::Settings;

/// Notion asks for a preview; `answer` is the service's answer, as typed.
pub fn ask(settings: &Settings, link: &str, answer: Arc<str>) -> Exchange {
    let mut notes = notes(&["The bearer token is your own, the one that your Token URL responded with"]);
    Exchange {
        title: "Notion asks for the preview",
        request: request(Method::Post, filled(settings, Setting::CallbackUrl, &mut notes), link),
        response: Response::json(200, answer),
        notes,
    }
}

/// Notion reports that the last preview of the link is gone. `token`: whether Notion has an access token of the
/// service.
pub fn delete(settings: &Settings, link: &str, token: bool) -> Exchange {
    let mut notes = notes(&[
        "The documents show neither body nor authorization: these are those of the request for a preview",
        "They name two occasions: “deletes a Link Preview”, and “deletes all Link Previews associated with a URL”",
    ]);
    let mut request = request(Method::Delete, filled(settings, Setting::CallbackUrl, &mut notes), link);
    request.authorization = request.authorization.filter(|_| token);
    Exchange { title: "Notion says that all previews of the link are gone", request, response: Response::empty(), notes }
}

/// Notion reports that the tokens of a person can be deleted; `None` unless the settings have a URL for it.
pub fn delete_tokens(settings: &Settings) -> Option<Exchange> {
    let url = settings.deleted_token_url.trim();
    (!url.is_empty()).then(|| Exchange {
        title: "Notion says that the user’s tokens can be deleted",
        request: Request {
            from: Party::Notion,
            to: Party::Service,
            method: Method::Delete,
            url: url.to_owned(),
            authorization: None,
            headers: Vec::new(),
            body: Body::Empty,
        },
        response: Response::empty(),
        notes: notes(&[
            "The documents mention a body that lets you look up the user, and show none",
            "Whether tokens end per user or per preview is not clear: “the user and the Link Preview that they delete”",
        ]),
    })
}

/// The request that Notion sends to a callback, for a preview and at its end.
pub fn request(method: Method, url: &str, link: &str) -> Request {
    Request {
        from: Party::Notion,
        to: Party::Service,
        method,
        url: url.to_owned(),
        authorization: Some(Authorization::Bearer(Secret::ServiceToken)),
        headers: Vec::new(),
        body: Body::Json(asked(link).into()),
    }
}

/// The body of that request: a single field.
pub fn asked(link: &str) -> String {
    format!("{{\"uri\":{}}}", json::written(link))
}

/// A bare array wrapped in the envelope of an answer, with its layout; any other text as it is.
pub fn envelope(text: &str, uri: &str) -> String {
    match Source::new(text).parse() {
        Ok(Value::Array(list)) => {
            let span = list.span;
            operations(uri, &[("attributes", &text[span.start..span.end])])
        }
        _ => text.to_owned(),
    }
}

/// The envelope of answers and updates, with the value for each path.
pub(super) fn operations(uri: &str, sets: &[(&str, &str)]) -> String {
    let mut text = format!("{{\n  \"uri\": {},\n  \"operations\": [", json::written(uri));
    let mut joint = "\n";
    for (path, set) in sets {
        _ = write!(text, "{joint}    {{\n      \"path\": [\"{path}\"],\n      \"set\": ");
        // JSON strings never span lines, so the lines of the value can be indented.
        for (number, line) in set.split('\n').enumerate() {
            text.push_str(if number > 0 { "\n      " } else { "" });
            text.push_str(line);
        }
        text.push_str("\n    }");
        joint = ",\n";
    }
    text.push_str("\n  ]\n}");
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_bare_array_is_put_into_an_envelope() {
        let wrapped = |list: &str| {
            let head = "{\n  \"uri\": \"https://acme.com/\\\"1\",\n  \"operations\": [\n    {\n      \"path\": [\"attributes\"],\n      \"set\": ";
            format!("{head}{list}\n    }}\n  ]\n}}")
        };
        let typed = "{\"uri\":\"https://acme.com/2\",\"operations\":[]}\n";
        for (text, expected) in [
            ("[]", wrapped("[]")),
            ("\u{FEFF} [1.50, 2]\n", wrapped("[1.50, 2]")),
            ("[\n  1\n]", wrapped("[\n        1\n      ]")),
            (typed, typed.to_owned()),
            ("[", "[".to_owned()),
            ("", String::new()),
        ] {
            assert_eq!(envelope(text, "https://acme.com/\"1"), expected);
        }
    }
}
