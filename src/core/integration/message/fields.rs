//! Checks the fields of a message against its rows: missing, unknown and repeated fields, and wrong values.

use std::collections::HashSet;

use super::kind::MessageKind;
use super::reader::Reader;
use super::rows::{Is, Row, rows};
use super::{json, redirect_uri};
use crate::core::integration::Dialogue;
use crate::core::integration::dialogue::{CODES, TOKEN_CODES};
use crate::core::integration::form::Pair;
use crate::core::rule::Rule;
use crate::core::rules::URI_MISMATCH;
use crate::core::rules::place::{is_blank, quoted};
use crate::core::rules::protocol::{
    DUPLICATE_PARAMETER, INVALID_EXPIRES_IN, MISSING_EXPIRES_IN, OAUTH_ERROR, REDIRECT_URI, STATE_MISMATCH, UNEXPECTED_VALUE,
    UNKNOWN_ERROR_CODE, UNKNOWN_PARAMETER, UUID_FORMAT,
};
use crate::core::rules::settings::{SCOPE_HELP, SCOPE_SEPARATOR};
use crate::core::text::Span;

/// A parameter of a form, or a property of an object.
pub struct Field {
    pub name: String,
    /// A string's text; any other value as it is written.
    pub text: String,
    /// In JSON, the kind of a value that is not a string.
    pub kind: Option<&'static str>,
    /// In JSON only.
    pub pointer: Option<String>,
    pub name_span: Span,
    pub span: Span,
    /// The properties of an object.
    pub inside: Vec<Field>,
}

impl From<Pair> for Field {
    fn from(pair: Pair) -> Self {
        Self {
            name: pair.name,
            text: pair.value,
            kind: None,
            pointer: None,
            name_span: pair.name_span,
            span: pair.value_span,
            inside: Vec::new(),
        }
    }
}

/// Checks all fields. Missing ones are reported at `end`.
pub fn check(reader: &mut Reader, fields: &[Field], end: Span) {
    let given = |name: &str| fields.iter().find(|field| field.name == name && !is_blank(&field.text));
    let refresh = given("grant_type").map_or(given("refresh_token").is_some(), |field| field.text == "refresh_token");
    let rows = rows(reader.kind, refresh);
    let mut names = HashSet::new();
    for field in fields {
        let row = rows.iter().find(|row| row.name == field.name);
        let secret = row.map_or(is_secret(&field.name), |row| row.is == Is::Secret) || holds_secret(field);
        let says = row.map(|row| row.says).filter(|_| row.is_none_or(|row| row.is != Is::RedirectUri));
        fact(reader, field, says.or_else(|| redirect_uri::says(&field.text)).unwrap_or_default(), secret);
        if !names.insert(&field.name) {
            let message = format!("{} is sent twice", quoted(&field.name));
            tell(reader, &DUPLICATE_PARAMETER, field, field.name_span, message, "Send it once");
        } else if let Some(row) = row {
            value(reader, row, field);
        } else {
            unknown(reader, field);
        }
    }
    let excused = rows.iter().any(|row| row.is == Is::Code) && given("error").is_some();
    for row in rows.iter().filter(|row| !excused && given(row.name).is_none()) {
        missing(reader, row, fields, end);
    }
    if reader.kind == MessageKind::TokenAnswer && given("refresh_token").is_some() && given("expires_in").is_none() {
        let place = given("refresh_token").map_or(end, |field| field.name_span);
        let message = "`refresh_token` is sent without `expires_in`".to_owned();
        reader.tell(&MISSING_EXPIRES_IN, place, message, "Add `expires_in`: the seconds until the access token expires");
    }
    if let Some(error) = given("error").filter(|_| excused) {
        // The code or the token, which an error replaces.
        let granted = rows.first().filter(|row| row.needed.is_some()).and_then(|row| given(row.name));
        if let Some(field) = granted {
            let message = format!("`{}` is sent together with `error`", field.name);
            tell(
                reader,
                &UNKNOWN_PARAMETER,
                field,
                field.name_span,
                message,
                "Send only one of them: in OAuth 2.0 they belong to two different responses",
            );
        }
        failed(reader, error, given("error_description"));
    }
}

/// Whether the name of an unknown field suggests that its value must not be shown.
pub fn is_secret(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let holds = |part: &str| name.contains(part);
    holds("token") && name != "token_type" || holds("secret") || holds("password")
}

/// Whether a property of the object suggests so.
pub fn holds_secret(field: &Field) -> bool {
    field.inside.iter().any(|inside| is_secret(&inside.name))
}

/// Shows a field as a part of the message.
pub fn fact(reader: &mut Reader, field: &Field, says: &'static str, is_secret: bool) {
    reader.fact(&field.name, &field.text, says, is_secret);
    reader.parameter(&field.name, &field.text, is_secret);
    if is_secret {
        reader.secret(field.span);
    }
}

fn tell(reader: &mut Reader, rule: &'static Rule, field: &Field, span: Span, message: String, help: &str) {
    reader.tell_at(rule, span, field.pointer.clone(), message, help);
}

fn unknown(reader: &mut Reader, field: &Field) {
    let message = format!("{} is not documented for {}", quoted(&field.name), reader.kind.label());
    let help =
        if field.name.starts_with("amp;") { "Write `&` for `&amp;`, which is HTML" } else { "Check the spelling, or remove it" };
    tell(reader, &UNKNOWN_PARAMETER, field, field.name_span, message, help);
}

fn missing(reader: &mut Reader, row: &Row, fields: &[Field], end: Span) {
    let Some(rule) = row.needed else { return };
    let blank = fields.iter().find(|field| field.name == row.name);
    let (span, what) = blank.map_or((end, "missing"), |field| (field.name_span, "blank"));
    let message = format!("`{}` is {what}", row.name);
    // Nobody who reads Notion's own messages can add anything to them.
    let help = if reader.kind.is_from_notion() { format!("Expected: {}", row.says) } else { format!("Add it: {}", row.says) };
    let pointer = blank.and_then(|field| field.pointer.clone());
    reader.tell_at(rule, span, pointer, message, &help);
}

/// An error instead of a code or a token.
fn failed(reader: &mut Reader, error: &Field, description: Option<&Field>) {
    if reader.kind == MessageKind::Redirect {
        reader.shows(Dialogue::new(&error.text, description.map(|field| field.text.as_str()).unwrap_or_default()));
    }
    let codes: &[&str] = if reader.kind == MessageKind::Redirect { &CODES } else { &TOKEN_CODES };
    if !codes.contains(&error.text.as_str()) {
        let message = format!("{} is not an error code of OAuth 2.0", quoted(&error.text));
        let help = "Send a code that Notion knows, such as `access_denied`";
        return tell(reader, &UNKNOWN_ERROR_CODE, error, error.span, message, help);
    }
    if reader.kind != MessageKind::Redirect {
        let message = format!("The response is the error {}", quoted(&error.text));
        tell(reader, &OAUTH_ERROR, error, error.span, message, "Start the flow again with a new code");
    }
}

/// Checks a value against its row.
fn value(reader: &mut Reader, row: &Row, field: &Field) {
    match row.is {
        Is::Seconds => return seconds(reader, field),
        Is::Account => return json::account(reader, field),
        Is::Null if field.kind != Some("null") => {
            return other(reader, row, field, "null", "It is `null` for every Link Preview");
        }
        Is::Any | Is::Null => return,
        _ => {}
    }
    if let Some(kind) = field.kind {
        let message = format!("`{}` is {kind}, not a string", row.name);
        return tell(reader, &UNEXPECTED_VALUE, field, field.span, message, "Put it in quotes");
    }
    if is_blank(&field.text) {
        return;
    }
    let settings = reader.known.settings;
    match row.is {
        Is::Constant(wanted) if field.text != wanted && reader.kind.is_from_notion() => {
            other(reader, row, field, wanted, &format!("Expected: `{wanted}`"));
        }
        Is::Constant(wanted) if field.text != wanted => other(reader, row, field, wanted, "Send the constant"),
        Is::Uuid if !is_uuid(&field.text) => {
            let message = format!("`{}` is {}, which is not a UUID", row.name, quoted(&field.text));
            tell(
                reader,
                &UUID_FORMAT,
                field,
                field.span,
                message,
                "Accept any text as the code: the documents print `ABC` and UUIDs",
            );
        }
        Is::ClientId => as_in_settings(reader, row, field, &settings.client_id),
        Is::Scope => scope(reader, row, field, &settings.scopes),
        Is::RedirectUri => redirect(reader, "`redirect_uri`", field),
        Is::State => state(reader, field),
        Is::Link => link(reader, field),
        _ => {}
    }
}

fn other(reader: &mut Reader, row: &Row, field: &Field, wanted: &str, help: &str) {
    let message = format!("`{}` is {}, not `{wanted}`", row.name, quoted(&field.text));
    tell(reader, &UNEXPECTED_VALUE, field, field.span, message, help);
}

fn as_in_settings(reader: &mut Reader, row: &Row, field: &Field, setting: &str) {
    let wanted = setting.trim();
    if !wanted.is_empty() && wanted != field.text {
        let message = format!("`{}` is {}, but the settings have {}", row.name, quoted(&field.text), quoted(wanted));
        tell(reader, &UNEXPECTED_VALUE, field, field.span, message, "Send what the settings have, or change them");
    }
}

fn scope(reader: &mut Reader, row: &Row, field: &Field, setting: &str) {
    as_in_settings(reader, row, field, setting);
    if field.text.contains(',') {
        let message = "Scopes are separated by a comma".to_owned();
        tell(reader, &SCOPE_SEPARATOR, field, field.span, message, SCOPE_HELP);
    }
}

/// Reports how a redirect URI differs from the known spellings.
pub fn redirect(reader: &mut Reader, name: &str, field: &Field) {
    if redirect_uri::says(&field.text).is_none() {
        let wrong = redirect_uri::difference(&field.text);
        let message = format!("{name} is {}, {wrong}", quoted(&field.text));
        let help = "Accept only the known spellings, such as `https://notion.so/externalIntegrationAuthCallback`";
        tell(reader, &REDIRECT_URI, field, field.span, message, help);
    }
}

fn state(reader: &mut Reader, field: &Field) {
    let Some(sent) = reader.known.state.filter(|sent| *sent != field.text && reader.kind == MessageKind::Redirect) else {
        return;
    };
    let message = format!("`state` is {}, but Notion sent {}", quoted(&field.text), quoted(sent));
    let help = if sent.contains('+') && field.text.contains(' ') {
        "Write `%2B` for `+`, which is a space in a query"
    } else {
        "Send back the `state` of the authorization URL unchanged"
    };
    tell(reader, &STATE_MISMATCH, field, field.span, message, help);
}

fn seconds(reader: &mut Reader, field: &Field) {
    let digits = !field.text.is_empty() && field.text.bytes().all(|byte| byte.is_ascii_digit());
    let wrong = match field.kind {
        Some("a number") if digits && field.text != "0" => return,
        Some("a number") => format!("{}, not a whole number above zero", quoted(&field.text)),
        Some(kind) => kind.to_owned() + ", not a number",
        None => format!("the string {}, not a number", quoted(&field.text)),
    };
    let help =
        if digits && field.kind.is_none() { "Write the number without quotes" } else { "Write whole seconds, such as `60000`" };
    tell(reader, &INVALID_EXPIRES_IN, field, field.span, format!("`expires_in` is {wrong}"), help);
}

/// A callback request has this field only; [`unknown`] reports it.
fn link(reader: &mut Reader, field: &Field) {
    let link = reader.known.link;
    if !is_blank(link) && link != field.text {
        let message = format!("`uri` is {}, but the link is {}", quoted(&field.text), quoted(link));
        tell(reader, &URI_MISMATCH, field, field.span, message, "Respond with the link that was requested");
    }
}

fn is_uuid(text: &str) -> bool {
    let dash = |at: usize| [8, 13, 18, 23].contains(&at);
    text.len() == 36 && text.bytes().enumerate().all(|(at, byte)| if dash(at) { byte == b'-' } else { byte.is_ascii_hexdigit() })
}
