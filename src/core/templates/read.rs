//! A template file, laid over what all templates share.

use serde_json::{Map, Value};

use crate::core::json;
use crate::core::project::{self, Project};

pub const BASE: &str = include_str!("base.json");

pub fn read(json: &str) -> Result<Project, String> {
    let mut value = object(BASE)?;
    let mut own = object(json)?;
    if let (None, Some(payload)) = (own.get("payload"), own.get("rules").and_then(|rules| rules[0].get("payload"))) {
        own.insert("payload".to_owned(), payload.clone());
    }
    value.extend(own);
    for key in ["payload", "update"] {
        value.get_mut(key).map(lay_out);
    }
    for rule in value.get_mut("rules").and_then(Value::as_array_mut).into_iter().flatten() {
        for key in ["placeholders", "payload"] {
            rule.get_mut(key).map(lay_out);
        }
    }
    project::from_json(&Value::Object(value))
}

fn object(json: &str) -> Result<Map<String, Value>, String> {
    let root = json::Source::new(json).parse().map_err(|error| error.message)?;
    Ok(match json::to_serde(&root) {
        Value::Object(object) => object,
        _ => Map::new(),
    })
}

fn lay_out(value: &mut Value) {
    if !value.is_string() {
        *value = serde_json::to_string(value).ok().and_then(|json| json::format::format(&json)).into();
    }
}
