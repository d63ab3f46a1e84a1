//! JSON with spans: the verdict of `JSON.parse`, a span on every node, edits that keep the layout.

pub mod edit;
pub(in crate::core) mod fault;
pub mod format;
pub(in crate::core) mod lex;
pub(in crate::core) mod literal;
mod node;
pub(in crate::core) mod number;
mod parse;
pub mod pointer;
mod units;

pub use node::{Array, BooleanLit, NumberLit, Object, ObjectProp, StringLit, Value};
pub use parse::{MAX_DEPTH, Source, SyntaxError, SyntaxErrorKind};
pub use units::{Places, push_escaped, units};

/// The property that `JSON.parse` keeps: the last one with this name.
pub fn property<'n, 't>(object: &'n Object<'t>, name: &str) -> Option<&'n ObjectProp<'t>> {
    object.properties.iter().rev().find(|property| property.name.as_str() == name)
}

/// The kind of a value, as messages name it.
pub fn kind(value: &Value) -> &'static str {
    match value {
        Value::String(_) => "a string",
        Value::Number(_) => "a number",
        Value::Boolean(_) => "a boolean",
        Value::Object(_) => "an object",
        Value::Array(_) => "an array",
        Value::Null(_) => "null",
    }
}

/// A text as a string of JSON, in quotes.
pub fn written(text: &str) -> String {
    // Writing a string never fails.
    serde_json::to_string(text).unwrap_or_default()
}

/// The value without spans.
pub fn to_serde(value: &Value) -> serde_json::Value {
    match value {
        Value::String(literal) => literal.as_str().into(),
        // Read by serde_json, `1E5` would become `1e+5`. This function keeps the spelling; it is hidden in the documentation,
        // so a test below pins what it does.
        Value::Number(literal) => serde_json::Number::from_string_unchecked(literal.text.to_owned()).into(),
        Value::Boolean(literal) => literal.value.into(),
        Value::Object(object) => {
            let mut map = serde_json::Map::new();
            for property in &object.properties {
                map.insert(property.name.as_str().to_owned(), to_serde(&property.value));
            }
            map.into()
        }
        Value::Array(array) => array.elements.iter().map(to_serde).collect(),
        Value::Null(_) => serde_json::Value::Null,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_keeps_its_digits() {
        for word in ["0", "-0", "10", "-7", "1.50", "1E5", "-1.5e-07", "0e+1", "1e400", "123456789012345678901234567890"] {
            let value = to_serde(&Source::new(word).parse().unwrap());
            assert_eq!((value.is_number(), serde_json::to_string(&value).unwrap().as_str()), (true, word));
        }
    }
}
