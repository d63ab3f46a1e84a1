//! Edits that keep the layout of the text around them.
//!
//! Values are given as `serde_json` values and printed in the manner of their surroundings: the indentation of the
//! neighbour they stand beside, on one line where the neighbour's parent is on one line.

use super::{Array, Object, ObjectProp, Value};
use crate::core::diagnostic::Edit;
use crate::core::text::Span;

/// Puts `"key": value` into an object, behind the property `after` or, without one, in front of all others.
pub fn insert_property(text: &str, object: &Object, after: Option<&ObjectProp>, key: &str, value: &serde_json::Value) -> Edit {
    let entry = format!("{}: {value}", serde_json::Value::from(key));
    let neighbours: Vec<Span> = object.properties.iter().map(Span::of).collect();
    insert(text, Span::of(object), &neighbours, after.map(Span::of), &entry)
}

/// Puts a value at the end of an array.
pub fn push_element(text: &str, array: &Array, value: &serde_json::Value) -> Edit {
    let neighbours: Vec<Span> = array.elements.iter().map(Span::of).collect();
    insert(text, Span::of(array), &neighbours, neighbours.last().copied(), &value.to_string())
}

fn insert(text: &str, parent: Span, neighbours: &[Span], after: Option<Span>, entry: &str) -> Edit {
    let Some(first) = neighbours.first() else {
        return Edit {
            span: parent,
            text: format!("{}{entry}{}", &text[parent.start..=parent.start], &text[parent.end - 1..parent.end]),
        };
    };
    let gap = &text[parent.start + 1..first.start];
    match after {
        Some(after) => Edit { span: Span::at(after.end), text: format!(",{}{entry}", if gap.is_empty() { " " } else { gap }) },
        None => Edit { span: Span::at(first.start), text: format!("{entry},{}", if gap.is_empty() { " " } else { gap }) },
    }
}

/// Replaces a value.
pub fn replace(value: &Value, by: &serde_json::Value) -> Edit {
    Edit { span: Span::of(value), text: by.to_string() }
}

/// Gives a property another name.
pub fn rename(property: &ObjectProp, name: &str) -> Edit {
    Edit { span: Span::of(&property.name), text: serde_json::Value::from(name).to_string() }
}
