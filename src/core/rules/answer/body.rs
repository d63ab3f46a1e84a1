//! The body of a response as bytes: present, UTF-8, declared as JSON, not too large, and a response.

use crate::core::rule::{Family, Rule, rule};
use crate::core::rules::answer::heard::{Heard, finding};
use crate::core::rules::place::quoted;
use crate::core::rules::report::Report;
use crate::core::severity::Severity;
use crate::core::unfurl::PayloadKind;

pub static ANSWER_EMPTY: Rule = rule! {
    name: "answer-empty",
    family: Family::Protocol,
    documented: Severity::Error,
    wild: Severity::Error,
    summary: "The response to a POST has no body.",
    why: "The body holds what the preview shows. Only the response to a DELETE may be empty.",
    bad: answer!("200 OK\nContent-Type: application/json", ""),
    good: answer!("200 OK\nContent-Type: application/json", documented!()),
    document: "guide, Configure unfurl attributes",
};

pub static ANSWER_CONTENT_TYPE: Rule = rule! {
    name: "answer-content-type",
    family: Family::Protocol,
    documented: Severity::Warning,
    wild: Severity::Info,
    summary: "The `Content-Type` of a response is missing or is not JSON.",
    why: "Requests and examples are `application/json`. A client that looks at the type does not read anything else as JSON, and `text/html` is often an error page or a login page.",
    bad: answer!("200 OK\nContent-Type: text/plain", documented!()),
    good: answer!("200 OK\nContent-Type: application/json", documented!()),
    document: "guide, Configure unfurl attributes",
};

pub static ANSWER_ENCODING: Rule = rule! {
    name: "answer-encoding",
    family: Family::Protocol,
    documented: Severity::Error,
    wild: Severity::Error,
    summary: "The body of a response is not UTF-8.",
    why: "JSON travels as UTF-8 (RFC 8259); a reader refuses other bytes or shows `\u{FFFD}` in their place.",
    bad: answer!("200 OK\nContent-Type: application/json; charset=iso-8859-1", documented!("Caf\\xE9")),
    good: answer!("200 OK\nContent-Type: application/json", documented!("Café")),
    document: "RFC 8259, 8.1",
};

pub static ANSWER_BYTE_ORDER_MARK: Rule = rule! {
    name: "answer-byte-order-mark",
    family: Family::Protocol,
    documented: Severity::Warning,
    wild: Severity::Warning,
    summary: "The body of a response begins with a byte-order mark.",
    why: "RFC 8259 forbids it in JSON that is sent, and `JSON.parse` throws. A file may have one.",
    bad: answer!("200 OK\nContent-Type: application/json", concat!("\u{FEFF}", documented!())),
    good: answer!("200 OK\nContent-Type: application/json", documented!()),
    document: "RFC 8259, 8.1",
};

pub static ANSWER_SIZE: Rule = rule! {
    name: "answer-size",
    family: Family::Protocol,
    documented: Severity::Error,
    wild: Severity::Error,
    summary: "The body of a response is larger than 10 MB.",
    why: "A preview is a few texts and addresses. The Lab reads 10 MB and stops; where Notion stops is not documented.",
    bad: "",
    good: "",
    document: "the Lab's own limit",
};

pub static ANSWER_BARE_ATTRIBUTES: Rule = rule! {
    name: "answer-bare-attributes",
    family: Family::Protocol,
    documented: Severity::Error,
    wild: Severity::Error,
    summary: "A callback responds with the attribute array alone.",
    why: "The documented response is an object with the `uri` and the operation that sets the attributes. The reference shows only the array, and the Lab accepts it as a payload.",
    bad: answer!(
        "200 OK\nContent-Type: application/json",
        r#"[
  {"id": "title", "name": "Title", "type": "inline", "inline": {"title": {"value": "Item 1", "section": "title"}}},
  {"id": "dev", "name": "Developer Name", "type": "inline", "inline": {"plain_text": {"value": "Acme Inc", "section": "secondary"}}}
]"#
    ),
    good: answer!(
        "200 OK\nContent-Type: application/json",
        r#"{"uri": "https://acme.com/items/1", "operations": [{"path": ["attributes"], "set": [
  {"id": "title", "name": "Title", "type": "inline", "inline": {"title": {"value": "Item 1", "section": "title"}}},
  {"id": "dev", "name": "Developer Name", "type": "inline", "inline": {"plain_text": {"value": "Acme Inc", "section": "secondary"}}}
]}]}"#
    ),
    document: "guide, Configure unfurl attributes",
};

pub fn empty(heard: &Heard, report: &mut Report) {
    if heard.has_a_say() && heard.blank && !heard.answer.cut {
        let message = "The response has no body".to_owned();
        report.add(finding(message, "Send `uri` and `operations`; for a link that is gone, send an `error` operation"));
    }
}

pub fn content_type(heard: &Heard, report: &mut Report) {
    if !heard.has_a_say() || heard.blank {
        return;
    }
    let message = match heard.answer.content_type.map(str::trim).filter(|given| !given.is_empty()) {
        Some(given) if is_json(given) => return,
        Some(given) => format!("`Content-Type` is {}, not `application/json`", quoted(given)),
        None => "The response has no `Content-Type`".to_owned(),
    };
    report.add(finding(message, "Send `Content-Type: application/json`"));
}

/// `application/json`, or a type whose name ends in `+json`, with any parameters.
fn is_json(content_type: &str) -> bool {
    let name = content_type.split_once(';').map_or(content_type, |(name, _)| name).trim_ascii();
    let suffix = name.rsplit_once('+').map(|(_, suffix)| suffix);
    name.eq_ignore_ascii_case("application/json") || suffix.is_some_and(|suffix| suffix.eq_ignore_ascii_case("json"))
}

pub fn encoding(heard: &Heard, report: &mut Report) {
    if let Some(offset) = heard.invalid_at.filter(|_| heard.has_a_say()) {
        let message = format!("The body is not UTF-8: the bytes at offset {offset} are not a character");
        report.add(finding(message, "Encode the response as UTF-8"));
    }
}

pub fn byte_order_mark(heard: &Heard, report: &mut Report) {
    if heard.has_a_say() && !heard.blank && heard.answer.body.starts_with("\u{FEFF}".as_bytes()) {
        let message = "The body begins with a byte-order mark (U+FEFF)".to_owned();
        report.add(finding(message, "Send the body without it: RFC 8259, 8.1, forbids it, and `JSON.parse` refuses it"));
    }
}

pub fn size(heard: &Heard, report: &mut Report) {
    if heard.has_a_say() && heard.answer.cut {
        let message = "The body is larger than 10 MB; the rest was not read".to_owned();
        report.add(finding(message, "Send only what the card shows; serve images and videos from their `src_url`"));
    }
}

pub fn bare_attributes(heard: &Heard, report: &mut Report) {
    if heard.kind == Some(PayloadKind::Attributes) {
        let message = "The response is an attribute array, not an object with `uri` and `operations`".to_owned();
        report.add(finding(message, r#"Wrap it: `{"uri": "…", "operations": [{"path": ["attributes"], "set": […]}]}`"#));
    }
}
