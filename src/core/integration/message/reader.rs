//! Reads a message: chooses a reader for each part, and checks the HTTP around it.

use std::sync::Arc;

use super::fields::Field;
use super::http::{Header, Message, Start};
use super::kind::MessageKind;
use super::parts::Parts;
use super::{Dialogue, Fact, Known, Parameter, Read, authorization, callback, fields, json, url};
use crate::core::copied::Traced;
use crate::core::diagnostic::Diagnostic;
use crate::core::integration::form::{self, FormFault, Pair};
use crate::core::place::Where;
use crate::core::preview::Render;
use crate::core::rule::Rule;
use crate::core::rules::Finding;
use crate::core::rules::place::{is_blank, quoted};
use crate::core::rules::protocol::{
    MESSAGE_SHAPE, MISSING_PARAMETER, PERCENT_ESCAPE, RAW_PLUS, UNDOCUMENTED_BODY, UNEXPECTED_VALUE,
};
use crate::core::text::{Span, capitalized};

pub struct Reader<'k> {
    pub kind: MessageKind,
    pub known: &'k Known<'k>,
    read: Read,
    found: Vec<Diagnostic>,
    /// Where secrets are in the text.
    secrets: Vec<Span>,
}

/// How much was found so far, for [`shift`](Reader::shift).
#[derive(Clone, Copy)]
pub struct Mark {
    found: usize,
    secrets: usize,
}

/// Parameters that hold codes, tokens and the like.
const WITHOUT_SPACE: [&str; 6] = ["code", "state", "client_id", "client_secret", "refresh_token", "access_token"];

impl<'k> Reader<'k> {
    pub fn new(kind: MessageKind, known: &'k Known<'k>) -> Self {
        Self { kind, known, read: Read::new(Some(kind)), found: Vec::new(), secrets: Vec::new() }
    }

    pub fn finish(mut self) -> Read {
        self.read.diagnostics = self.found;
        for one in &mut self.read.diagnostics {
            one.source = Where::Message;
        }
        self.read.diagnostics.sort_by_key(|one| one.span.start * 3 + one.severity as usize);
        self.read.secrets = self.secrets;
        self.read
    }

    pub fn mark(&self) -> Mark {
        Mark { found: self.found.len(), secrets: self.secrets.len() }
    }

    /// Moves the findings since then by the offset of the part in the text.
    pub fn shift(&mut self, from: Mark, by: usize) {
        self.place(from, &|span| Span::new(span.start + by, span.end + by));
    }

    /// The parts of the HTTP text that is read.
    pub fn parts(&mut self, text: &str) {
        self.read.parts = Parts::of(text, &self.secrets);
        self.secrets = self.read.parts.secrets().to_vec();
    }

    /// Moves the findings from the HTTP text to their places in the code. Fixes are dropped, since they do not know a
    /// language's quotes.
    pub fn translate(&mut self, http: &Traced, code: &str) {
        for one in &mut self.found {
            one.fixes.clear();
        }
        self.place(Mark { found: 0, secrets: 0 }, &|span| http.place(span, code));
    }

    fn place(&mut self, from: Mark, place: &dyn Fn(Span) -> Span) {
        for one in self.found.iter_mut().skip(from.found) {
            let labels = one.labels.iter_mut().map(|label| &mut label.span);
            let edits = one.fixes.iter_mut().flat_map(|fix| &mut fix.edits).map(|edit| &mut edit.span);
            for span in labels.chain(edits).chain([&mut one.span]) {
                *span = place(*span);
            }
        }
        for span in self.secrets.iter_mut().skip(from.secrets) {
            *span = place(*span);
        }
    }

    /// Takes findings of some rules back.
    pub fn forget(&mut self, rules: &[&str]) {
        self.found.retain(|one| !rules.contains(&one.rule.name));
    }

    /// A part of the text that must not be shown.
    pub fn secret(&mut self, span: Span) {
        self.secrets.push(span);
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
        self.read.facts.push(Fact { name: name.to_owned(), value: value.to_owned(), says: capitalized(says), secret });
    }

    /// A parameter of a query or form, or a property of the body.
    pub fn parameter(&mut self, name: &str, value: &str, is_secret: bool) {
        self.read.parameters.push(Parameter { name: name.to_owned(), value: value.to_owned(), is_secret });
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
            let help = "Send it as `application/x-www-form-urlencoded`, such as `grant_type=…&code=…`";
            self.tell(&MESSAGE_SHAPE, Span::new(0, 1), format!("This is JSON, but {} is a form", self.kind.label()), help);
            return self.json_fields(text);
        }
        if !is_blank(text) && !text.contains('=') {
            let message = format!("This has no `=`, but {} is a form", self.kind.label());
            self.secret(Span::new(0, text.len()));
            return self.tell(
                &MESSAGE_SHAPE,
                Span::new(0, text.len()),
                message,
                "Send it as a form, such as `grant_type=…&code=…`",
            );
        }
        let fields = self.pairs(text, 0);
        fields::check(self, &fields, Span::at(text.len()));
    }

    fn json(&mut self, text: &str) {
        if !json::is_json(text) && form::decode(text, 0).iter().any(|pair| pair.value_span.end > pair.name_span.end) {
            let help = "Send it as `application/json`";
            let message = format!("This is a form, but {} is JSON", self.kind.label());
            self.tell(&MESSAGE_SHAPE, Span::new(0, text.len()), message, help);
            let fields = self.pairs(text, 0);
            return fields::check(self, &fields, Span::at(text.len()));
        }
        self.json_fields(text);
    }

    fn json_fields(&mut self, text: &str) {
        match json::fields(self, text) {
            Some((fields, _)) if json::is_account(&fields) && self.kind == MessageKind::NotionTokenRequest => {
                json::lone_account(self, &fields);
            }
            Some((fields, opening)) => fields::check(self, &fields, opening),
            // What does not parse may hold a secret.
            None if self.kind != MessageKind::CallbackRequest => self.secret(Span::new(0, text.len())),
            None => {}
        }
    }

    /// The pairs of a form; reports wrong escapes.
    pub fn pairs(&mut self, text: &str, at: usize) -> Vec<Field> {
        let pairs = form::decode(text, at);
        for pair in &pairs {
            let (span, wrong) = match pair.fault {
                None => continue,
                Some(FormFault::Escape(span)) => (span, "`%` is not followed by two digits of an escape"),
                Some(FormFault::Utf8(span)) => (span, "The escapes are not UTF-8"),
            };
            let help = "Write `%25` for a `%`, and escape each byte of the UTF-8 of any other character";
            self.tell(&PERCENT_ESCAPE, span, wrong.to_owned(), help);
        }
        self.raw_plus(text, at, &pairs);
        pairs.into_iter().map(Field::from).collect()
    }

    /// `+` is a space in a form, and hardly any of these values has one.
    fn raw_plus(&mut self, text: &str, at: usize, pairs: &[Pair]) {
        for pair in pairs.iter().filter(|pair| WITHOUT_SPACE.contains(&pair.name.as_str())) {
            let Some(plus) = text[pair.value_span.start - at..pair.value_span.end - at].find('+') else { continue };
            let start = pair.value_span.start + plus;
            let message = format!("`+` in `{}` is read as a space", pair.name);
            self.tell(
                &RAW_PLUS,
                Span::new(start, start + 1),
                message,
                "Write `%2B` for `+`, which is a space in a query and in a form",
            );
        }
    }

    /// Shows any fields, since the documents do not say which are required.
    fn deletion(&mut self, text: &str) {
        if is_blank(text) {
            return;
        }
        let message = "The documents do not say what the body of a DELETE contains".to_owned();
        let help = "Do not rely on more of it than you have seen";
        self.tell(&UNDOCUMENTED_BODY, Span::new(0, text.len()), message, help);
        let fields =
            if json::is_json(text) { json::fields(self, text).map(|(fields, _)| fields) } else { Some(self.pairs(text, 0)) };
        if fields.is_none() {
            self.secret(Span::new(0, text.len()));
        }
        for field in fields.unwrap_or_default() {
            fields::fact(self, &field, "", fields::is_secret(&field.name) || fields::holds_secret(&field));
        }
    }

    /// Checks the first line and the headers.
    pub fn head(&mut self, message: &Message) {
        let travel = self.kind.travel();
        if let Start::Request { method, target } = message.start {
            self.fact(method, target.split('?').next().unwrap_or(target), "", false);
            if let Some(wanted) = travel.method.filter(|wanted| *wanted != method) {
                self.other(message.span, "The method", method, wanted);
            }
        }
        // The rules on a callback's answer look at its type.
        let asked = self.kind != MessageKind::CallbackAnswer && !message.headers.is_empty();
        let content_type = travel.content_type.filter(|_| asked);
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
            self.other(header.span, "The scheme of `Authorization`", given.unwrap_or("another"), wanted);
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
        let message = format!("The header `{name}` is missing");
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
        if self.kind == MessageKind::CallbackAnswer {
            return callback::answer(self, message);
        }
        if self.kind.is_answer() && status != "200" && !self.has("error") {
            self.other(message.span, "The status", status, "200");
        }
    }
}
