//! The documented conversation, whole: every method, URL, header and body.

use super::{documented, played};
use crate::core::integration::simulator::Step;
use crate::core::integration::{Authorization, Body, Exchange, Value};
use crate::core::json::written;

const LIST: &str = r#"[
  { "id": "title", "name": "Title", "type": "inline", "inline": { "title": { "value": "The Link Preview's Title", "section": "title" } } },
  { "id": "dev", "name": "Developer Name", "type": "inline", "inline": { "plain_text": { "value": "Acme Inc", "section": "secondary" } } }
]"#;

#[test]
fn the_documented_conversation() {
    let mut project = documented();
    project.payload = LIST.into();
    let steps = played(&project, "first-paste allow update error update delete-all");
    insta::assert_snapshot!(written_down(&steps));
}

#[test]
fn what_goes_otherwise() {
    let mut project = documented();
    project.payload = LIST.into();
    let events = "first-paste deny first-paste expire-code allow first-paste allow allow-other expire-token paste \
                  update-with-error refresh disconnect";
    insta::assert_snapshot!(written_down(&played(&project, events)));
}

fn written_down(steps: &[Step]) -> String {
    let mut lines = Vec::new();
    for step in steps {
        let world = &step.after;
        let entries: Vec<_> = world.connections.iter().map(|entry| entry.key.as_str()).collect();
        let (shown, previews, clock) = (world.shown.name(), world.previews, world.clock);
        lines.push(format!("=== {}: {}", step.event.written(), step.says));
        lines.push(format!("    {shown}, previews {previews}, clock {clock}, connections {entries:?}, idle {}\n", step.idle));
        step.exchanges.iter().for_each(|exchange| write(exchange, &mut lines));
    }
    lines.join("\n")
}

fn write(exchange: &Exchange, lines: &mut Vec<String>) {
    let Exchange { title, request, response, notes } = exchange;
    lines.push(format!("--- {title} ({} to {})", request.from.name(), request.to.name()));
    lines.push(format!("{} {}", request.method.name(), request.url));
    lines.extend(request.authorization.as_ref().map(|authorization| match authorization {
        Authorization::Bearer(secret) => format!("Authorization: Bearer ${}", secret.variable()),
        Authorization::Basic { client_id } => format!("Authorization: Basic base64({client_id}:$NOTION_CLIENT_SECRET)"),
    }));
    lines.extend(request.body.content_type().map(|kind| format!("Content-Type: {kind}")));
    lines.extend(request.headers.iter().map(|(name, value)| format!("{name}: {value}")));
    match &request.body {
        Body::Empty => {}
        Body::Json(json) => lines.push(format!("\n{json}")),
        Body::Form(fields) => lines.extend(fields.iter().map(field)),
    }
    lines.push(format!("\n{}", response.status));
    lines.extend(response.headers.iter().map(|(name, value)| format!("{name}: {value}")));
    lines.push(format!("\n{}", response.body));
    lines.extend(notes.iter().map(|note| format!("* {note}")));
    lines.push(String::new());
}

fn field((name, value): &(&str, Value)) -> String {
    match value {
        Value::Text(value) => format!("{name} = {}", written(value)),
        Value::Secret(secret) => format!("{name} = ${}", secret.variable()),
    }
}
