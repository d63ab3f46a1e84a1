//! Updates: the service sends new attributes of a preview to Notion.
//!
//! In: the update of the project or, without one, the answer for the link. Out: bodies, and the PATCH that carries
//! them. An update replaces all attributes, so every body holds all of them.

use std::collections::HashSet;
use std::sync::Arc;

use super::callback::{envelope, operations};
use super::http::notes;
use super::{Authorization, Body, Exchange, Party, Request, Response, Secret, example};
use crate::core::diagnostic::Diagnostic;
use crate::core::edit::{Edit, Fix};
use crate::core::json::edit::push_element;
use crate::core::json::{Source, format, written};
use crate::core::method::Method;
use crate::core::project::{Project, Service};
use crate::core::unfurl::{Payload, SubType};

/// The request of your service to Notion.
pub fn patch(body: Arc<str>) -> Exchange {
    Exchange {
        title: "Your service updates the preview",
        request: Request {
            from: Party::Service,
            to: Party::Notion,
            method: Method::Patch,
            url: example::OBJECT_URL.to_owned(),
            authorization: Some(Authorization::Bearer(Secret::NotionToken)),
            headers: vec![("Notion-Version", example::OBJECT_VERSION.to_owned())],
            body: Body::Json(body),
        },
        response: Response::empty(),
        notes: notes(&[
            "The bearer token is Notion’s, from `/v1/oauth/token`; the documents write `<ACCESS_TOKEN>` for both tokens",
            "`Notion-Version` is older here than in the request for the token",
            "The documents show no response",
        ]),
    }
}

/// The body of an update: the project's own, or a draft.
pub fn body(project: &Project, answer: &str) -> String {
    match project.update.as_deref().filter(|update| !update.trim().is_empty()) {
        Some(update) => envelope(update, &project.link),
        None => draft(answer, &project.link),
    }
}

/// An update to start from: all attributes of the answer with another title, formatted. A text without attributes is
/// returned as it is.
pub fn draft(answer: &str, link: &str) -> String {
    renewed(answer, link).unwrap_or_else(|| answer.to_owned())
}

fn renewed(answer: &str, link: &str) -> Option<String> {
    let root = Source::new(answer).parse().ok()?;
    let payload = Payload::new(answer, &root, false);
    let list = payload.list?.span;
    let mut sub_types = payload.attributes.iter().flat_map(|attribute| &attribute.sub_types);
    let title = sub_types.rfind(|node| node.sub_type == Some(SubType::Title)).and_then(|node| node.get("value"));
    let (mut attributes, mut end) = (String::new(), list.start);
    if let Some((property, old)) = title.and_then(|title| Some((title, title.value.as_str()?))) {
        let span = property.value.span();
        attributes.push_str(&answer[list.start..span.start]);
        attributes.push_str(&written(&format!("{old} (updated)")));
        end = span.end;
    }
    attributes.push_str(&answer[end..list.end]);
    format::format(&operations(link, &[("attributes", &attributes)]))
}

/// Offers to add what an update leaves out. The rule knows only the ids of what the preview shows; `shown` has the attributes too.
pub fn offer_carry_over(found: &mut [Diagnostic], update: &str, shown: &str) {
    for one in found.iter_mut().filter(|one| one.rule.name == "update-drops-attribute") {
        one.fixes.extend(carry_over(update, shown));
    }
}

/// Adds to an update what it leaves out of the attributes that the preview shows; `None` where it leaves out nothing.
fn carry_over(update: &str, shown: &str) -> Option<Fix> {
    let (root, shown_root) = (Source::new(update).parse().ok()?, Source::new(shown).parse().ok()?);
    let (sent, shown_payload) = (Payload::new(update, &root, true), Payload::new(shown, &shown_root, false));
    let list = sent.list?;
    let mut known: HashSet<&str> = sent.attributes.iter().filter_map(|attribute| attribute.id).collect();
    let attributes = shown_payload.attributes.iter().filter(|attribute| !attribute.is_overridden);
    let dropped: Vec<&str> = attributes
        .filter(|attribute| attribute.id.is_some_and(|id| known.insert(id)))
        .map(|attribute| &shown[attribute.node.span().start..attribute.node.span().end])
        .collect();
    let title = match dropped.len() {
        0 => return None,
        1 => "Add it to the update too",
        _ => "Add them to the update too",
    };
    let edits = if list.elements.is_empty() {
        vec![Edit { span: list.span, text: format!("[{}]", dropped.join(", ")) }]
    } else {
        dropped.into_iter().map(|json| push_element(update, list, json)).collect()
    };
    Some(Fix { title: title.to_owned(), edits, safe: true })
}

/// A body that only sets an error.
pub fn error(service: &Service, link: &str) -> String {
    operations(link, &[("error", &reply(service))])
}

/// The attributes of a body together with an error; `None` if it has no attributes.
pub fn with_error(body: &str, service: &Service, link: &str) -> Option<String> {
    let root = Source::new(body).parse().ok()?;
    let list = Payload::new(body, &root, true).list?.span;
    format::format(&operations(link, &[("attributes", &body[list.start..list.end]), ("error", &reply(service))]))
}

/// A status that is not an integer stays as it was typed.
fn reply(service: &Service) -> String {
    let status = service.error_status.trim();
    let number = status.parse::<i64>().map_or_else(|_| written(status), |status| status.to_string());
    format!("{{ \"status\": {number}, \"message\": {} }}", written(&service.error_message))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::edit::apply;

    const LINK: &str = "https://acme.com/1";

    fn wrapped(list: &str) -> String {
        format::format(&operations(LINK, &[("attributes", list)])).unwrap()
    }

    #[test]
    fn a_draft_holds_all_attributes_with_another_title() {
        let list = |title: &str| {
            let title = written(title);
            format!(r#"[{{"id":"a","inline":{{"title":{{"value":{title}}}}}}},{{"id":"b","x":1.50}}]"#)
        };
        let bare = list("Say \"a\"");
        for answer in [
            bare.clone(),
            format!("\u{FEFF}{bare}\n"),
            format!(
                r#"{{"uri":"https://acme.com/2","operations":[{{"path":["error"],"set":{{}}}},{{"path":["attributes"],"set":{bare}}}]}}"#
            ),
        ] {
            assert_eq!(draft(&answer, LINK), wrapped(&list("Say \"a\" (updated)")));
        }
        assert_eq!(draft("[]", LINK), wrapped("[]"));
        for answer in ["", "[", "3", r#"{"uri":"a","operations":[{"path":["error"],"set":{}}]}"#] {
            assert_eq!(draft(answer, LINK), answer);
        }
    }

    #[test]
    fn what_an_update_leaves_out_is_carried_over() {
        let shown = r#"[{"id":"a","x":1},{"id":"b","x":2},{"id":"c","x":3},{"id":"c","x":4}]"#;
        let mended = |update: &str| carry_over(update, shown).map(|fix| apply(update, &fix.edits));
        assert_eq!(mended(shown), None);
        assert_eq!(mended(r#"[{"id":"a"},{"id":"b"}]"#).as_deref(), Some(r#"[{"id":"a"},{"id":"b"},{"id":"c","x":4}]"#));
        assert_eq!(mended(r#"[{"id":"b"}]"#).as_deref(), Some(r#"[{"id":"b"},{"id":"a","x":1},{"id":"c","x":4}]"#));
        assert_eq!(mended("[]").as_deref(), Some(r#"[{"id":"a","x":1}, {"id":"b","x":2}, {"id":"c","x":4}]"#));
        assert_eq!(mended("["), None);
    }

    #[test]
    fn an_error_says_what_was_typed() {
        for (status, written) in [("404", "404"), (" 410 ", "410"), ("gone", "\"gone\""), ("", "\"\""), ("4.5", "\"4.5\"")] {
            let service = Service { error_status: status.to_owned(), error_message: "a\"b".to_owned(), ..Service::default() };
            let set = format!("{{ \"status\": {written}, \"message\": \"a\\\"b\" }}");
            assert_eq!(error(&service, LINK), operations(LINK, &[("error", &set)]));
            assert!(with_error("[]", &service, LINK).is_none_or(|body| body.contains(written)));
        }
    }

    #[test]
    fn attributes_and_error_go_together() {
        let body = with_error(&wrapped("[1]"), &Service::default(), LINK).unwrap();
        let root = Source::new(&body).parse().unwrap();
        let payload = Payload::new(&body, &root, true);
        assert_eq!((payload.attributes.len(), payload.error.and_then(|error| error.status)), (1, Some(404)));
        assert_eq!(with_error(&error(&Service::default(), LINK), &Service::default(), LINK), None);
    }

    #[test]
    fn the_update_of_the_project_goes_first() {
        let mut project = Project { link: LINK.to_owned(), ..Project::default() };
        for (update, expected) in [
            (None, wrapped("[]")),
            (Some(" \n"), wrapped("[]")),
            (Some("[1]"), operations(LINK, &[("attributes", "[1]")])),
            (Some("{"), "{".to_owned()),
        ] {
            project.update = update.map(Into::into);
            assert_eq!(body(&project, "[]"), expected);
        }
    }
}
