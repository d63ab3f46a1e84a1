//! A callback's answer and an update: both are payloads, with their own rules and drawing.

use super::kind::MessageKind;
use super::reader::Reader;
use crate::core::analysis::{Options, analyze_with};
use crate::core::json::Source;
use crate::core::rules::place::opening;
use crate::core::rules::protocol::MESSAGE_SHAPE;
use crate::core::unfurl::{self, Payload};

pub fn read(reader: &mut Reader, text: &str) {
    let known = reader.known;
    let update = reader.kind == MessageKind::Update;
    let link = Some(known.link.to_owned());
    let options = Options { profile: known.profile, update, link, base_ids: known.base_ids.clone(), ..Options::default() };
    let analysis = analyze_with(text, options, known.now);
    reader.add(analysis.diagnostics);
    reader.draws(analysis.render);
    let Ok(root) = Source::new(text).parse() else { return };
    let payload = Payload::new(text, &root, update);
    if payload.kind == unfurl::PayloadKind::Attributes {
        let message = format!("{} is an object, not an array of attributes", reader.kind.label());
        let help =
            "put the array into an operation: `{\"uri\": …, \"operations\": [{\"path\": [\"attributes\"], \"set\": […]}]}`";
        reader.tell(&MESSAGE_SHAPE, opening(root.span()), message, help);
    }
    facts(reader, &payload);
}

fn facts(reader: &mut Reader, payload: &Payload) {
    let uri = payload.envelope.as_ref().and_then(|envelope| envelope.uri);
    if let Some(uri) = uri.and_then(|property| property.value.as_str()) {
        reader.fact("uri", uri, "the link of the preview", false);
    }
    if payload.list.is_some() {
        reader.fact("attributes", &payload.ids().join(", "), "they replace all that were there", false);
    }
    if let Some(error) = &payload.error {
        let status = error.status.map(|status| status.to_string());
        let parts: Vec<&str> = [status.as_deref(), error.message.as_deref()].into_iter().flatten().collect();
        reader.fact("error", &parts.join(" "), "an answer without an error clears it", false);
    }
}
