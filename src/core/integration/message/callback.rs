//! A callback's answer and an update: both are payloads, with their own rules and drawing.

use super::http::{Message, Start};
use super::kind::MessageKind;
use super::reader::Reader;
use crate::core::analysis::{Options, analyze_with};
use crate::core::json::Source;
use crate::core::method::Method;
use crate::core::rules::answer::{ANSWER_BARE_ATTRIBUTES, CallbackAnswer, Heard};
use crate::core::rules::check_answer;
use crate::core::rules::place::opening;
use crate::core::rules::protocol::MESSAGE_SHAPE;
use crate::core::text::Span;
use crate::core::unfurl::{self, Payload};

pub fn read(reader: &mut Reader, text: &str) {
    let known = reader.known;
    let text = text.trim_start_matches('\u{FEFF}');
    let update = reader.kind == MessageKind::Update;
    let link = Some(known.link.to_owned());
    let options = Options { profile: known.profile, update, link, base_ids: known.base_ids.clone(), ..Options::default() };
    let analysis = analyze_with(text, options, known.now);
    reader.add(analysis.diagnostics);
    reader.draws(analysis.render);
    let Ok(root) = Source::new(text).parse() else { return };
    let payload = Payload::new(text, &root, update);
    if payload.kind == unfurl::PayloadKind::Attributes && !update {
        let message = "The response is an attribute array, not an object with `uri` and `operations`".to_owned();
        let help = r#"wrap it: `{"uri": "…", "operations": [{"path": ["attributes"], "set": […]}]}`"#;
        reader.tell(&ANSWER_BARE_ATTRIBUTES, opening(root.span()), message, help);
    } else if payload.kind == unfurl::PayloadKind::Attributes {
        let message = format!("This is an array of attributes, but {} is an object", reader.kind.label());
        let help =
            "Put the array into an operation: `{\"uri\": …, \"operations\": [{\"path\": [\"attributes\"], \"set\": […]}]}`";
        reader.tell(&MESSAGE_SHAPE, opening(root.span()), message, help);
    }
    facts(reader, &payload);
}

/// Whether nobody reads the body of an answer: of a redirect, or an empty one.
pub fn is_unread(kind: MessageKind, message: &Message) -> bool {
    let Start::Answer { status } = message.start else { return false };
    kind == MessageKind::CallbackAnswer && (status.starts_with('3') || is_empty(message.body()))
}

fn is_empty(body: &str) -> bool {
    body.trim_start_matches('\u{FEFF}').trim().is_empty()
}

/// The rules on the HTTP of an answer, as `callback` of the program has them.
pub fn answer(reader: &mut Reader, message: &Message) {
    let Start::Answer { status } = message.start else { return };
    let header = |name| message.header(name).map(|header| header.value);
    let answer = CallbackAnswer {
        method: Method::Post,
        status: status.parse().unwrap_or_default(),
        // Without any header, the head was not pasted.
        content_type: header("Content-Type").or_else(|| message.headers.is_empty().then_some("application/json")),
        body: message.body().as_bytes(),
        cut: false,
        redirected: header("Location"),
    };
    let heard = Heard { answer: &answer, invalid_at: None, blank: is_empty(message.body()), kind: None };
    let body = message.body_span().start;
    let mut found = check_answer(&heard, reader.known.profile);
    for one in &mut found {
        one.span = match one.rule.name {
            "answer-content-type" => message.header("Content-Type").map_or(message.span, |header| header.span),
            "answer-redirect" => message.header("Location").map_or(message.span, |header| header.span),
            "answer-byte-order-mark" => Span::new(body, body + '\u{FEFF}'.len_utf8()),
            _ => message.span,
        };
    }
    reader.add(found);
}

fn facts(reader: &mut Reader, payload: &Payload) {
    let uri = payload.envelope.as_ref().and_then(|envelope| envelope.uri);
    if let Some(uri) = uri.and_then(|property| property.value.as_str()) {
        reader.fact("uri", uri, "the link of the preview", false);
        reader.parameter("uri", uri, false);
    }
    if payload.list.is_some() {
        reader.fact("attributes", &payload.ids().join(", "), "they replace all that were there", false);
    }
    if let Some(error) = &payload.error {
        let status = error.status.map(|status| status.to_string());
        let parts: Vec<&str> = [status.as_deref(), error.message.as_deref()].into_iter().flatten().collect();
        reader.fact("error", &parts.join(" "), "a response without an error clears it", false);
    }
}
