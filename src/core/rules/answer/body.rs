//! The body of an answer as bytes: present, UTF-8, declared as JSON, not too large, and a response.

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
    summary: "The answer to a POST has no body.",
    why: "The body holds what the preview shows. Only the answer to a DELETE may be empty.",
    bad: answer!("200 OK\nContent-Type: application/json", ""),
    good: answer!("200 OK\nContent-Type: application/json", documented!()),
    document: "guide, Configure unfurl attributes",
};

pub static ANSWER_CONTENT_TYPE: Rule = rule! {
    name: "answer-content-type",
    family: Family::Protocol,
    documented: Severity::Warning,
    wild: Severity::Info,
    summary: "The `Content-Type` of an answer is missing or is not JSON.",
    why: "Requests and examples are `application/json`. A client that looks at the type does not read anything else as JSON, and `text/html` is often a page of an error or a login.",
    bad: answer!("200 OK\nContent-Type: text/plain", documented!()),
    good: answer!("200 OK\nContent-Type: application/json", documented!()),
    document: "guide, Configure unfurl attributes",
};

pub static ANSWER_ENCODING: Rule = rule! {
    name: "answer-encoding",
    family: Family::Protocol,
    documented: Severity::Error,
    wild: Severity::Error,
    summary: "The body of an answer is not UTF-8.",
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
    summary: "The body of an answer begins with a byte-order mark.",
    why: "RFC 8259 forbids to add one to JSON that is sent, and `JSON.parse` throws at it. A file may have one.",
    bad: answer!("200 OK\nContent-Type: application/json", concat!("\u{FEFF}", documented!())),
    good: answer!("200 OK\nContent-Type: application/json", documented!()),
    document: "RFC 8259, 8.1",
};

pub static ANSWER_SIZE: Rule = rule! {
    name: "answer-size",
    family: Family::Protocol,
    documented: Severity::Error,
    wild: Severity::Error,
    summary: "The body of an answer is larger than 10 MB.",
    why: "A preview is some texts and addresses. The Lab reads 10 MB and stops; where Notion stops is not documented.",
    bad: "",
    good: "",
    document: "the Lab's own limit",
};

pub static ANSWER_BARE_ATTRIBUTES: Rule = rule! {
    name: "answer-bare-attributes",
    family: Family::Protocol,
    documented: Severity::Error,
    wild: Severity::Error,
    summary: "A callback answers with the attribute array alone.",
    why: "The documented answer is an object with the `uri` and the operation that sets the attributes. The array alone is what the reference shows of it, and what the Lab takes as a payload.",
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
        let message = "the answer has no body".to_owned();
        report.add(finding(message, "answer with `uri` and `operations`; for a link that is gone with an `error` operation"));
    }
}

pub fn content_type(heard: &Heard, report: &mut Report) {
    if !heard.has_a_say() || heard.blank {
        return;
    }
    let message = match heard.answer.content_type.map(str::trim).filter(|given| !given.is_empty()) {
        Some(given) if is_json(given) => return,
        Some(given) => format!("`Content-Type` is {}, not `application/json`", quoted(given)),
        None => "the answer has no `Content-Type`".to_owned(),
    };
    report.add(finding(message, "answer with `Content-Type: application/json`"));
}

/// `application/json`, or a type whose name ends in `+json`, with any parameters.
fn is_json(content_type: &str) -> bool {
    let name = content_type.split_once(';').map_or(content_type, |(name, _)| name).trim_ascii();
    let suffix = name.rsplit_once('+').map(|(_, suffix)| suffix);
    name.eq_ignore_ascii_case("application/json") || suffix.is_some_and(|suffix| suffix.eq_ignore_ascii_case("json"))
}

pub fn encoding(heard: &Heard, report: &mut Report) {
    if let Some(offset) = heard.invalid_at.filter(|_| heard.has_a_say()) {
        let message = format!("the body is not UTF-8: the bytes at offset {offset} are no character");
        report.add(finding(message, "encode the answer as UTF-8"));
    }
}

pub fn byte_order_mark(heard: &Heard, report: &mut Report) {
    if heard.has_a_say() && !heard.blank && heard.answer.body.starts_with("\u{FEFF}".as_bytes()) {
        let message = "the body begins with a byte-order mark (U+FEFF)".to_owned();
        report.add(finding(message, "write the answer without it: RFC 8259, 8.1, forbids it, and `JSON.parse` refuses it"));
    }
}

pub fn size(heard: &Heard, report: &mut Report) {
    if heard.has_a_say() && heard.answer.cut {
        let message = "the body is larger than 10 MB; what follows was not read".to_owned();
        report.add(finding(message, "send what the card shows; pictures and films stay where their `src_url` points"));
    }
}

pub fn bare_attributes(heard: &Heard, report: &mut Report) {
    if heard.kind == Some(PayloadKind::Attributes) {
        let message = "the answer is an attribute array, not an object with `uri` and `operations`".to_owned();
        report.add(finding(message, r#"wrap it: `{"uri": "…", "operations": [{"path": ["attributes"], "set": […]}]}`"#));
    }
}
