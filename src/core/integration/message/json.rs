//! A JSON object as fields, and the object in one of them.

use super::fields::{self, Field, is_secret};
use super::reader::Reader;
use crate::core::json::{self, Object, Source, Value, pointer};
use crate::core::rules;
use crate::core::rules::place::{is_blank, key, opening};
use crate::core::rules::protocol::{DOCUMENTED_EXAMPLE, INVALID_EXTERNAL_ACCOUNT, MESSAGE_SHAPE, UNKNOWN_PARAMETER};
use crate::core::text::Span;

/// More than any message has; the rest is ignored.
const MOST: usize = 200;

/// Whether a text is meant as JSON.
pub fn is_json(text: &str) -> bool {
    text.trim_start().starts_with(['{', '['])
}

/// The fields of an object, and its opening brace; reports why a text is not an object.
pub fn fields(reader: &mut Reader, text: &str) -> Option<(Vec<Field>, Span)> {
    let root = match Source::new(text).parse() {
        Ok(root) => root,
        Err(error) => {
            reader.add(vec![rules::syntax(text, error)]);
            return None;
        }
    };
    let Value::Object(object) = &root else {
        let message = format!("This is {}, but {} is an object", json::kind(&root), reader.kind.label());
        reader.tell(&MESSAGE_SHAPE, root.span(), message, "Send one JSON object");
        return None;
    };
    Some((of_object(object, text, ""), opening(object.span)))
}

/// No message nests deeper than two levels.
fn of_object(object: &Object, text: &str, path: &str) -> Vec<Field> {
    let field = |property: &json::ObjectProp| {
        let span = property.value.span();
        let string = property.value.as_str();
        let pointer = pointer::join(path, property.name.as_str());
        let inside = match &property.value {
            Value::Object(object) if path.is_empty() => of_object(object, text, &pointer),
            _ => Vec::new(),
        };
        Field {
            name: property.name.as_str().to_owned(),
            text: string.unwrap_or(&text[span.start..span.end]).to_owned(),
            kind: string.is_none().then(|| json::kind(&property.value)),
            pointer: Some(pointer),
            name_span: key(property),
            span,
            inside,
        }
    };
    object.properties.iter().take(MOST).map(field).collect()
}

/// Whether the fields are those of an `external_account`, which the guide prints alone.
pub fn is_account(fields: &[Field]) -> bool {
    fields.len() == 2 && ["key", "name"].into_iter().all(|name| fields.iter().any(|field| field.name == name))
}

/// An `external_account` without the request around it.
pub fn lone_account(reader: &mut Reader, fields: &[Field]) {
    let help = "In the request it is the value of `external_account`, beside `grant_type` and `code`";
    let is_example = fields.iter().any(|field| field.name == "key" && field.text == "A83823453409384");
    if is_example {
        let message = "This is the guide’s example of an `external_account` alone".to_owned();
        reader.tell(&DOCUMENTED_EXAMPLE, Span::new(0, 1), message, help);
    } else {
        let message = "This is an `external_account` alone, not the request".to_owned();
        reader.tell(&MESSAGE_SHAPE, Span::new(0, 1), message, help);
    }
    for field in fields {
        fields::fact(reader, field, account_says(&field.name), false);
    }
}

fn account_says(name: &str) -> &'static str {
    match name {
        "key" => "unique for the account: Notion recognizes the account by it",
        "name" => "shown in “My connections”",
        _ => "",
    }
}

/// `external_account`: Notion recognizes the account by its `key`, a person by its `name`.
pub fn account(reader: &mut Reader, field: &Field) {
    let mut tell = |span: Span, what: &str, wrong: String| {
        let help = "Send `{\"key\": …, \"name\": …}`: a text that is unique for the account, and one to show";
        reader.tell_at(&INVALID_EXTERNAL_ACCOUNT, span, field.pointer.clone(), format!("{what} {wrong}"), help);
    };
    if let Some(kind) = field.kind.filter(|kind| *kind != "an object").or(field.kind.is_none().then_some("a string")) {
        return tell(field.span, "`external_account`", format!("is {kind}, not an object"));
    }
    for name in ["key", "name"] {
        let what = format!("`{name}` of `external_account`");
        match field.inside.iter().rev().find(|inside| inside.name == name) {
            None => tell(opening(field.span), &what, "is missing".to_owned()),
            Some(Field { kind: Some(kind), span, .. }) => tell(*span, &what, format!("is {kind}, not a string")),
            Some(Field { text, span, .. }) if is_blank(text) => tell(*span, &what, "is blank".to_owned()),
            Some(_) => {}
        }
    }
    for inside in &field.inside {
        let says = account_says(&inside.name);
        if says.is_empty() {
            let message = format!("`{}` is not documented for `external_account`", inside.name);
            let help = "Send `key` and `name` alone";
            reader.tell_at(&UNKNOWN_PARAMETER, inside.name_span, inside.pointer.clone(), message, help);
        }
        reader.fact(&format!("external_account.{}", inside.name), &inside.text, says, is_secret(&inside.name));
    }
}
