//! JSON with places: the verdict of `JSON.parse`, a range on every node, edits that keep the layout.

pub mod edit;
mod fault;
pub mod format;
pub(in crate::core) mod lex;
mod literal;
pub mod number;
mod parse;
pub mod pointer;
pub mod repair;
mod units;

pub use jsonc_parser::ast::{Array, Object, ObjectProp, ObjectPropName, Value};
pub use parse::{MAX_DEPTH, Source, SyntaxError, SyntaxErrorKind};
pub use units::{Places, push_escaped, units};

/// The property that `JSON.parse` keeps: of several with one name, the last.
pub fn property<'n, 't>(object: &'n Object<'t>, name: &str) -> Option<&'n ObjectProp<'t>> {
    object.properties.iter().rev().find(|property| property.name.as_str() == name)
}

/// What kind of value it is, as messages say it.
pub fn kind(value: &Value) -> &'static str {
    match value {
        Value::StringLit(_) => "a string",
        Value::NumberLit(_) => "a number",
        Value::BooleanLit(_) => "a boolean",
        Value::Object(_) => "an object",
        Value::Array(_) => "an array",
        Value::NullKeyword(_) => "null",
    }
}

/// The string of a string value.
pub fn string<'n>(value: &'n Value) -> Option<&'n str> {
    value.as_string_lit().map(|literal| literal.value.as_ref())
}

/// A text as a string of JSON, in quotes.
pub fn written(text: &str) -> String {
    // A string always is JSON.
    serde_json::to_string(text).unwrap_or_default()
}

/// The value without its places.
pub fn to_serde(value: &Value) -> serde_json::Value {
    match value {
        Value::StringLit(literal) => literal.value.as_ref().into(),
        // The parser has read it. To have serde_json read it again brings floats into the page, 2.8 KB of brotli; this
        // function its documents hide, so a test below says what it must do.
        Value::NumberLit(literal) => serde_json::Number::from_string_unchecked(literal.value.to_owned()).into(),
        Value::BooleanLit(literal) => literal.value.into(),
        Value::Object(object) => {
            let mut map = serde_json::Map::new();
            for property in &object.properties {
                map.insert(property.name.as_str().to_owned(), to_serde(&property.value));
            }
            map.into()
        }
        Value::Array(array) => array.elements.iter().map(to_serde).collect(),
        Value::NullKeyword(_) => serde_json::Value::Null,
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
