//! Reads a message: chooses a reader for each part, and checks the HTTP around it.

use std::sync::Arc;

use super::curl::Curl;
use super::fields::Field;
use super::http::{Header, Message, Start};
use super::kind::MessageKind;
use super::{Dialogue, Fact, Known, Read, authorization, callback, fields, json, url};
use crate::core::diagnostic::Diagnostic;
use crate::core::integration::form::{self, FormFault};
use crate::core::place::Where;
use crate::core::preview::Render;
use crate::core::rule::Rule;
use crate::core::rules::Finding;
use crate::core::rules::place::{is_blank, quoted};
use crate::core::rules::protocol::{MESSAGE_SHAPE, MISSING_PARAMETER, PERCENT_ESCAPE, UNDOCUMENTED_BODY, UNEXPECTED_VALUE};
use crate::core::text::Span;

pub struct Reader<'k> {
    pub kind: MessageKind,
    pub known: &'k Known<'k>,
    read: Read,
    found: Vec<Diagnostic>,
}

impl<'k> Reader<'k> {
    pub fn new(kind: MessageKind, known: &'k Known<'k>) -> Self {
        let read = Read { kind, facts: Vec::new(), diagnostics: Vec::new(), dialogue: None, render: None };
        Self { kind, known, read, found: Vec::new() }
    }

    pub fn finish(mut self) -> Read {
        self.read.diagnostics = self.found;
        for one in &mut self.read.diagnostics {
            one.source = Where::Message;
        }
        self.read.diagnostics.sort_by_key(|one| one.span.start * 3 + one.severity as usize);
        self.read
    }

    /// The number of findings so far, for [`shift`](Self::shift).
    pub fn mark(&self) -> usize {
        self.found.len()
    }

    /// Moves the findings since then by the offset of the part in the text.
    pub fn shift(&mut self, from: usize, by: usize) {
        self.place(from, &|span| Span::new(span.start + by, span.end + by));
    }

    /// Moves the findings to their places in the command. Fixes are dropped, since they do not know a shell's quotes.
    pub fn translate(&mut self, curl: &Curl) {
        for one in &mut self.found {
            one.fixes.clear();
        }
        self.place(0, &|span| curl.place(span));
    }

    fn place(&mut self, from: usize, place: &dyn Fn(Span) -> Span) {
        for one in self.found.iter_mut().skip(from) {
            let labels = one.labels.iter_mut().map(|label| &mut label.span);
            let edits = one.fixes.iter_mut().flat_map(|fix| &mut fix.edits).map(|edit| &mut edit.span);
            for span in labels.chain(edits).chain([&mut one.span]) {
                *span = place(*span);
            }
        }
    }

    pub fn tell(&mut self, rule: &'static Rule, span: Span, message: String, help: &str) {
        self.tell_at(rule, span, None, message, help);
    }

    /// In JSON, with its pointer.
    pub fn tell_at(&mut self, rule: &'static Rule, span: Span, pointer: Option<String>, message: String, help: &str) {
        let finding = Finding::in_message(span, pointer, message).help(help);
        self.found.push(finding.reported(rule, self.known.profile));
    }

    pub fn add(&mut self, found: Vec<Diagnostic>) {
        self.found.extend(found);
    }

    pub fn fact(&mut self, name: &str, value: &str, says: &'static str, secret: bool) {
        self.read.facts.push(Fact { name: name.to_owned(), value: value.to_owned(), says, secret });
    }

    /// Whether the field was there.
    pub fn has(&self, name: &str) -> bool {
        self.read.facts.iter().any(|fact| fact.name == name)
    }

    pub fn shows(&mut self, dialogue: Dialogue) {
        self.read.dialogue = Some(dialogue);
    }

    pub fn draws(&mut self, render: Option<Arc<Render>>) {
        self.read.render = render;
    }

    /// Reads the message itself, which begins at byte `at` of the text.
    pub fn part(&mut self, text: &str, at: usize) {
        let from = self.mark();
        match self.kind {
            MessageKind::Authorization => authorization::read(self, text),
            MessageKind::AuthorizationUrl | MessageKind::Redirect => url::read(self, text),
            MessageKind::CallbackAnswer | MessageKind::Update => callback::read(self, text),
            MessageKind::Deletion => self.deletion(text),
            MessageKind::TokenRequest => self.form(text),
            MessageKind::TokenAnswer
            | MessageKind::NotionTokenRequest
            | MessageKind::NotionTokenAnswer
            | MessageKind::CallbackRequest => self.json(text),
        }
        self.shift(from, at);
    }

    fn form(&mut self, text: &str) {
        if json::is_json(text) {
            let help = "send it as `application/x-www-form-urlencoded`, as in `grant_type=…&code=…`";
            self.tell(&MESSAGE_SHAPE, Span::new(0, 1), format!("{} is a form, not JSON", self.kind.label()), help);
            return self.json_fields(text);
        }
        if !is_blank(text) && !text.contains('=') {
            let message = format!("{} is a form, which has `=`", self.kind.label());
            return self.tell(&MESSAGE_SHAPE, Span::new(0, text.len()), message, "send it as in `grant_type=…&code=…`");
        }
        let fields = self.pairs(text, 0);
        fields::check(self, &fields, Span::at(text.len()));
    }

    fn json(&mut self, text: &str) {
        if !json::is_json(text) && form::decode(text, 0).iter().any(|pair| pair.value_span.end > pair.name_span.end) {
            let help = "send it as `application/json`";
            let message = format!("{} is JSON, not a form", self.kind.label());
            self.tell(&MESSAGE_SHAPE, Span::new(0, text.len()), message, help);
            let fields = self.pairs(text, 0);
            return fields::check(self, &fields, Span::at(text.len()));
        }
        self.json_fields(text);
    }

    fn json_fields(&mut self, text: &str) {
        if let Some((fields, opening)) = json::fields(self, text) {
            fields::check(self, &fields, opening);
        }
    }

    /// The pairs of a form; reports wrong escapes.
    pub fn pairs(&mut self, text: &str, at: usize) -> Vec<Field> {
        let pairs = form::decode(text, at);
        for pair in &pairs {
            let (span, wrong) = match pair.fault {
                None => continue,
                Some(FormFault::Escape(span)) => (span, "`%` is not followed by two digits of an escape"),
                Some(FormFault::Utf8(span)) => (span, "the escapes are no UTF-8"),
            };
            let help = "write `%25` for the character itself, and escape the bytes of UTF-8";
            self.tell(&PERCENT_ESCAPE, span, wrong.to_owned(), help);
        }
        pairs.into_iter().map(Field::from).collect()
    }

    /// Shows any fields, since the documents do not say which are required.
    fn deletion(&mut self, text: &str) {
        if is_blank(text) {
            return;
        }
        let message = "what the body of a deletion holds is not documented".to_owned();
        let help = "look up the user by it only as far as you have seen it";
        self.tell(&UNDOCUMENTED_BODY, Span::new(0, text.len()), message, help);
        let fields =
            if json::is_json(text) { json::fields(self, text).map(|(fields, _)| fields) } else { Some(self.pairs(text, 0)) };
        for field in fields.unwrap_or_default() {
            self.fact(&field.name, &field.text, "", fields::is_secret(&field.name));
        }
    }

    /// Checks the first line and the headers.
    pub fn head(&mut self, message: &Message) {
        let travel = self.kind.travel();
        if let Start::Request { method, target } = message.start {
            self.fact(method, target.split('?').next().unwrap_or(target), "", false);
            if let Some(wanted) = travel.method.filter(|wanted| *wanted != method) {
                self.other(message.span, "the method", method, wanted);
            }
        }
        let content_type = travel.content_type.filter(|_| !message.headers.is_empty());
        self.header(message, "Content-Type", content_type, |value, wanted| {
            value.split(';').next().is_some_and(|value| value.trim().eq_ignore_ascii_case(wanted))
        });
        if !matches!(message.start, Start::Request { .. }) {
            return;
        }
        self.header(message, "Notion-Version", travel.version, |value, wanted| value == wanted);
        match (message.header("Authorization"), travel.authorization) {
            (Some(header), wanted) if self.kind != MessageKind::Authorization => self.credentials(header, wanted),
            (None, Some(wanted)) => self.without("Authorization", message.span, wanted),
            _ => {}
        }
    }

    fn credentials(&mut self, header: &Header, wanted: Option<&str>) {
        let from = self.mark();
        authorization::read(self, header.value);
        self.shift(from, header.span.start);
        let scheme = header.value.split(' ').next().unwrap_or_default();
        if let Some(wanted) = wanted.filter(|wanted| !wanted.eq_ignore_ascii_case(scheme)) {
            // Anything but a scheme may be a secret.
            let given = ["Basic", "Bearer"].into_iter().find(|known| known.eq_ignore_ascii_case(scheme));
            self.other(header.span, "the scheme of `Authorization`", given.unwrap_or("another"), wanted);
        }
    }

    fn header(&mut self, message: &Message, name: &str, wanted: Option<&str>, is: fn(&str, &str) -> bool) {
        let Some(wanted) = wanted else { return };
        let Some(header) = message.header(name) else { return self.without(name, message.span, wanted) };
        self.fact(name, header.value, "", false);
        if !is(header.value, wanted) {
            self.other(header.span, &format!("`{name}`"), header.value, wanted);
        }
    }

    fn without(&mut self, name: &str, span: Span, wanted: &str) {
        let message = format!("the header `{name}` is missing");
        self.tell(&MISSING_PARAMETER, span, message, &format!("`{wanted}` is documented"));
    }

    /// Reports a value that differs from the documented one.
    fn other(&mut self, span: Span, what: &str, is: &str, wanted: &str) {
        let message = format!("{what} is {}, not {}", quoted(is), quoted(wanted));
        self.tell(&UNEXPECTED_VALUE, span, message, &format!("`{wanted}` is documented for {}", self.kind.label()));
    }

    /// Checks the status of an answer once its body is known: an OAuth error needs another one.
    pub fn status(&mut self, message: &Message) {
        let Start::Answer { status } = message.start else { return };
        self.fact("status", status, "", false);
        if self.kind.is_answer() && status != "200" && !self.has("error") {
            self.other(message.span, "the status", status, "200");
        }
    }
}
