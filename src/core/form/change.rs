//! A change in the form: the edits that make it.

use time::UtcDateTime;

use super::color;
use super::field::Field;
use super::retype::{carry, retype};
use super::word::{Word, free};
use crate::core::edit::{Edit, apply, in_text_order};
use crate::core::json::{self, Array, Object, Source, Value, edit};
use crate::core::preview::Rgb;
use crate::core::text::Span;
use crate::core::unfurl::{Attribute, Payload, Section, SubType};

/// Attributes are named by their place in the payload.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change<'c> {
    /// A field gets this text; a blank color is removed.
    Set {
        index: usize,
        field: Field,
        to: &'c str,
    },
    /// To the place of another attribute.
    Move {
        index: usize,
        to: usize,
    },
    Duplicate {
        index: usize,
    },
    Delete {
        index: usize,
    },
    /// An attribute as it is written, at a place or else behind the last one.
    Insert {
        place: usize,
        attribute: &'c str,
    },
    /// Behind the last one; `section`: another one than the word's.
    Add {
        word: &'static Word,
        section: Option<Section>,
        now: UtcDateTime,
    },
}

/// Why a change cannot be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// The text does not parse.
    Broken,
    /// It is no payload, or the attribute is not there or is no object.
    Nothing,
    /// Neither a hex color nor blank.
    NoColor(String),
}

impl std::fmt::Display for Refused {
    fn fmt(&self, out: &mut std::fmt::Formatter) -> std::fmt::Result {
        match self {
            Self::Broken => out.write_str("The JSON has a mistake. Fix it first, then change the form"),
            Self::Nothing => out.write_str("The payload has no such attribute"),
            Self::NoColor(text) => write!(out, "`{text}` is not a color. Write it as `#dbeddb`"),
        }
    }
}

type Edits = Result<Vec<Edit>, Refused>;

/// The edits of a change, in text order; none where it changes nothing.
pub fn change(text: &str, change: &Change) -> Edits {
    let is_new = matches!(change, Change::Add { .. } | Change::Insert { .. }) && text.trim().is_empty();
    if !is_new {
        return changed(text, change);
    }
    let list = apply("[]", &changed("[]", change)?);
    Ok(vec![Edit { span: Span::new(0, text.len()), text: list }])
}

fn changed(text: &str, change: &Change) -> Edits {
    let source = Source::new(text);
    let root = source.parse().map_err(|_| Refused::Broken)?;
    let payload = Payload::new(text, &root, false);
    let list = payload.list.ok_or(Refused::Nothing)?;
    let ids: Vec<&str> = payload.attributes.iter().filter_map(|attribute| attribute.id).collect();
    let one = |edit: Option<Edit>| edit.map(|edit| vec![edit]).ok_or(Refused::Nothing);
    let mut edits = match *change {
        Change::Set { index, field, to } => set(text, payload.attributes.get(index).ok_or(Refused::Nothing)?, field, to)?,
        Change::Move { index, to } if index == to => Vec::new(),
        Change::Move { index, to } => one(edit::move_element(text, list, index, to))?,
        Change::Duplicate { index } => {
            let attribute = payload.attributes.get(index).ok_or(Refused::Nothing)?;
            one(edit::insert_after(text, list, index, &copy(text, attribute, &ids)))?
        }
        Change::Insert { place, attribute } => vec![insert(text, list, place, attribute)],
        Change::Delete { index } => one(edit::remove_element(list, index))?,
        Change::Add { word, section, now } => {
            vec![edit::push_element(text, list, &word.attribute(section.unwrap_or(word.section), &ids, now))]
        }
    };
    in_text_order(&mut edits);
    Ok(edits)
}

fn insert(text: &str, list: &Array, place: usize, attribute: &str) -> Edit {
    let first = list.elements.first().map(Value::span);
    match (place.checked_sub(1), first) {
        (_, None) => edit::push_element(text, list, attribute),
        (None, Some(first)) => {
            let next = list.elements.get(1).map(|next| &text[first.end..next.span().start]);
            let gap = next.and_then(|between| between.split_once(',')).map_or(" ", |(_, gap)| gap);
            Edit { span: Span::at(first.start), text: format!("{attribute},{gap}") }
        }
        (Some(before), Some(_)) => {
            let before = before.min(list.elements.len() - 1);
            edit::insert_after(text, list, before, attribute).unwrap_or_else(|| edit::push_element(text, list, attribute))
        }
    }
}

/// The attribute as it is written, with an id of its own.
fn copy(text: &str, attribute: &Attribute, ids: &[&str]) -> String {
    let span = attribute.node.span();
    let Some((id, property)) = attribute.id.zip(attribute.get("id")) else { return text[span.start..span.end].to_owned() };
    let place = property.value.span();
    let base = id.trim_end_matches(|last: char| last.is_ascii_digit());
    let id = json::written(&free(if base.is_empty() { id } else { base }, ids));
    [&text[span.start..place.start], &id, &text[place.end..span.end]].concat()
}

fn set(text: &str, attribute: &Attribute, field: Field, to: &str) -> Edits {
    let object = attribute.object.ok_or(Refused::Nothing)?;
    match field {
        Field::Id => Ok(put(text, object, "id", None, to)),
        Field::Name => Ok(put(text, object, "name", Some("id"), to)),
        Field::Type => carry(text, attribute, to).ok_or(Refused::Nothing),
        Field::SubType => SubType::from_name(to).and_then(|to| retype(text, attribute, to)).ok_or(Refused::Nothing),
        Field::SrcUrl => {
            let carrier = attribute.carrier.and_then(|carrier| carrier.object).ok_or(Refused::Nothing)?;
            Ok(put(text, carrier, "src_url", None, to))
        }
        Field::Section => {
            let inside = attribute.sectioned().ok_or(Refused::Nothing)?;
            Ok(put(text, inside, "section", last(inside), to))
        }
        Field::Value | Field::Color => {
            let node = attribute.sub_type().ok_or(Refused::Nothing)?;
            let inside = node.object.ok_or(Refused::Nothing)?;
            match field {
                Field::Value if node.sub_type != Some(SubType::Color) => Ok(put(text, inside, "value", None, to)),
                Field::Value => paint(text, inside, "value", to),
                _ => paint(text, inside, "color", to),
            }
        }
    }
}

fn last<'o>(object: &'o Object) -> Option<&'o str> {
    object.properties.last().map(|property| property.name.as_str())
}

/// A property gets a text; `after`: behind which property a new one stands.
pub(super) fn put(text: &str, object: &Object, key: &str, after: Option<&str>, to: &str) -> Vec<Edit> {
    match json::property(object, key) {
        Some(property) if property.value.as_str() == Some(to) => Vec::new(),
        Some(property) => vec![edit::replace(&property.value, to)],
        None => {
            let after = after.and_then(|after| json::property(object, after));
            vec![edit::insert_property(text, object, after, key, &json::written(to))]
        }
    }
}

fn paint(text: &str, object: &Object, key: &str, to: &str) -> Edits {
    let before = json::property(object, key);
    if to.trim().is_empty() {
        return Ok(before.and_then(|property| edit::remove_property(object, property)).into_iter().collect());
    }
    let color = color::from_hex(to).ok_or_else(|| Refused::NoColor(to.to_owned()))?;
    let Some(property) = before else {
        let after = json::property(object, "value");
        return Ok(vec![edit::insert_property(text, object, after, key, &color::json(color))]);
    };
    let channels = property.value.as_object().and_then(|channels| repaint(channels, color));
    Ok(channels.unwrap_or_else(|| vec![edit::restructure(text, &property.value, &color::json(color))]))
}

/// Only the numbers change; `None` where one is missing.
fn repaint(channels: &Object, color: Rgb) -> Option<Vec<Edit>> {
    let mut edits = Vec::new();
    for (key, number) in [("r", color.r), ("g", color.g), ("b", color.b)] {
        let value = &json::property(channels, key)?.value;
        if value.as_number().is_none_or(|before| before.text != number.to_string()) {
            edits.push(edit::replace_by_number(value, number));
        }
    }
    Some(edits)
}
