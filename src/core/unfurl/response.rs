//! What people paste: a bare attribute array, a callback response, an update.

use std::collections::HashMap;

use super::attribute::Attribute;
use crate::core::json::{self, Array, Object, ObjectProp, Value};

#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum PayloadKind {
    /// A bare array of attributes.
    Attributes,
    /// `uri` and `operations`: the answer of an Unfurl Callback URL.
    Response,
    /// The body of a PATCH. It has the shape of a response, so the caller must say that it is one.
    Update,
    Unknown,
}

/// The target of an operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    Attributes,
    Error,
    /// An undocumented path.
    Unknown,
    /// No path, or a value that cannot be one.
    Invalid,
}

#[derive(Debug, Clone)]
pub struct Operation<'n> {
    /// `/operations/0`
    pub pointer: String,
    pub node: &'n Value<'n>,
    pub path: Option<&'n ObjectProp<'n>>,
    pub set: Option<&'n ObjectProp<'n>>,
    pub target: Target,
}

#[derive(Debug, Clone)]
pub struct Envelope<'n> {
    pub object: &'n Object<'n>,
    pub uri: Option<&'n ObjectProp<'n>>,
    /// The `operations` property, whatever its value.
    pub property: Option<&'n ObjectProp<'n>>,
    pub operations: Vec<Operation<'n>>,
}

/// The content of an error operation, as far as it is well formed.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct ErrorReply {
    pub status: Option<i64>,
    pub message: Option<String>,
}

#[derive(Debug, Clone)]
pub struct Payload<'n> {
    /// The text to which the spans of all nodes refer.
    pub text: &'n str,
    pub root: &'n Value<'n>,
    pub kind: PayloadKind,
    pub envelope: Option<Envelope<'n>>,
    /// The array of the attributes; if several operations set them, that of the last one.
    pub list: Option<&'n Array<'n>>,
    /// JSON Pointer of `list`: empty for a bare array.
    pub list_pointer: String,
    pub attributes: Vec<Attribute<'n>>,
    /// The last error operation.
    pub error: Option<ErrorReply>,
    /// The requested link, if it is known; `uri` must equal it.
    pub link: Option<&'n str>,
    /// For an update, the ids that the preview shows before it, if they are known.
    pub base_ids: Option<Vec<String>>,
}

impl<'n> Payload<'n> {
    /// Reads a parsed text. `update`: the person said that it is the body of a PATCH.
    pub fn new(text: &'n str, root: &'n Value<'n>, update: bool) -> Self {
        let mut payload = Self {
            text,
            root,
            kind: PayloadKind::Unknown,
            envelope: None,
            list: None,
            list_pointer: String::new(),
            attributes: Vec::new(),
            error: None,
            link: None,
            base_ids: None,
        };
        match root {
            Value::Array(array) => payload.read_list(PayloadKind::Attributes, array, String::new()),
            Value::Object(object) if json::property(object, "operations").is_some() => {
                payload.read_envelope(object, if update { PayloadKind::Update } else { PayloadKind::Response });
            }
            // A single attribute is not a payload, but it can be drawn until the person wraps it in an array.
            Value::Object(object) if ["inline", "embed", "relation"].iter().any(|key| json::property(object, key).is_some()) => {
                payload.attributes = vec![Attribute::new(root, String::new())];
            }
            _ => {}
        }
        payload
    }

    /// The ids of the attributes, for the `base_ids` of an update.
    pub fn ids(&self) -> Vec<String> {
        self.attributes.iter().filter_map(|attribute| attribute.id).map(str::to_owned).collect()
    }

    fn read_list(&mut self, kind: PayloadKind, array: &'n Array<'n>, pointer: String) {
        self.kind = kind;
        self.list = Some(array);
        let mut last = HashMap::new();
        self.attributes = Vec::with_capacity(array.elements.len());
        for (index, node) in array.elements.iter().enumerate() {
            let mut attribute = Attribute::new(node, format!("{pointer}/{index}"));
            attribute.overrides = attribute.id.and_then(|id| last.insert(id, index));
            if let Some(earlier) = attribute.overrides.and_then(|earlier| self.attributes.get_mut(earlier)) {
                earlier.is_overridden = true;
            }
            self.attributes.push(attribute);
        }
        self.list_pointer = pointer;
    }

    fn read_envelope(&mut self, object: &'n Object<'n>, kind: PayloadKind) {
        self.kind = kind;
        let property = json::property(object, "operations");
        let nodes = property.and_then(|property| property.value.as_array()).map_or(&[][..], |array| &array.elements);
        let operations: Vec<Operation> = nodes.iter().enumerate().map(|(index, node)| operation(index, node)).collect();
        for operation in &operations {
            match (operation.target, operation.set.map(|set| &set.value)) {
                (Target::Attributes, Some(Value::Array(array))) => {
                    self.read_list(kind, array, format!("{}/set", operation.pointer));
                }
                (Target::Error, Some(Value::Object(error))) => self.error = Some(error_reply(error)),
                _ => {}
            }
        }
        self.envelope = Some(Envelope { object, uri: json::property(object, "uri"), property, operations });
    }
}

fn operation<'n>(index: usize, node: &'n Value<'n>) -> Operation<'n> {
    let get = |key| node.as_object().and_then(|object| json::property(object, key));
    let path = get("path");
    let target = path.map_or(Target::Invalid, |path| target(&path.value));
    Operation { pointer: format!("/operations/{index}"), node, path, set: get("set"), target }
}

/// A bare string is not a documented path, but its meaning is clear, so it is drawn.
fn target(path: &Value) -> Target {
    let name = match path {
        Value::Array(array) if array.elements.len() == 1 => array.elements[0].as_str(),
        Value::Array(array) if array.elements.iter().all(|step| step.as_str().is_some()) && !array.elements.is_empty() => {
            return Target::Unknown;
        }
        other => other.as_str(),
    };
    match name {
        Some("attributes") => Target::Attributes,
        Some("error") => Target::Error,
        Some(_) => Target::Unknown,
        None => Target::Invalid,
    }
}

fn error_reply(object: &Object) -> ErrorReply {
    let value = |key| json::property(object, key).map(|property| &property.value);
    ErrorReply {
        status: value("status").and_then(Value::as_number).and_then(|number| number.text.parse().ok()),
        message: value("message").and_then(Value::as_str).map(str::to_owned),
    }
}
