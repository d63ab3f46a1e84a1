//! The tree of a JSON text: every node with the span of bytes that it was written in.
//!
//! Numbers keep their spelling. Strings borrow from the text unless they hold escapes. Objects keep their properties in
//! order, repeated names too.

use std::borrow::Cow;

use crate::core::text::Span;

#[derive(Debug, Clone, PartialEq)]
pub enum Value<'t> {
    String(StringLit<'t>),
    Number(NumberLit<'t>),
    Boolean(BooleanLit),
    Null(Span),
    Object(Object<'t>),
    Array(Array<'t>),
}

/// `"a\n"`
#[derive(Debug, Clone, PartialEq)]
pub struct StringLit<'t> {
    /// With its quotes.
    pub span: Span,
    /// Without escapes.
    pub value: Cow<'t, str>,
}

/// `-1.50e3`
#[derive(Debug, Clone, PartialEq)]
pub struct NumberLit<'t> {
    pub span: Span,
    pub text: &'t str,
}

/// `true`
#[derive(Debug, Clone, PartialEq)]
pub struct BooleanLit {
    pub span: Span,
    pub value: bool,
}

/// `{"a": 1}`
#[derive(Debug, Clone, PartialEq)]
pub struct Object<'t> {
    pub span: Span,
    pub properties: Vec<ObjectProp<'t>>,
}

/// `"a": 1`
#[derive(Debug, Clone, PartialEq)]
pub struct ObjectProp<'t> {
    pub span: Span,
    pub name: StringLit<'t>,
    pub value: Value<'t>,
}

/// `[1, 2]`
#[derive(Debug, Clone, PartialEq)]
pub struct Array<'t> {
    pub span: Span,
    pub elements: Vec<Value<'t>>,
}

impl<'t> Value<'t> {
    pub fn span(&self) -> Span {
        match self {
            Self::String(literal) => literal.span,
            Self::Number(literal) => literal.span,
            Self::Boolean(literal) => literal.span,
            Self::Null(span) => *span,
            Self::Object(object) => object.span,
            Self::Array(array) => array.span,
        }
    }

    pub fn as_str(&self) -> Option<&str> {
        if let Self::String(literal) = self { Some(&literal.value) } else { None }
    }

    pub fn as_number(&self) -> Option<&NumberLit<'t>> {
        if let Self::Number(literal) = self { Some(literal) } else { None }
    }

    pub fn as_object(&self) -> Option<&Object<'t>> {
        if let Self::Object(object) = self { Some(object) } else { None }
    }

    pub fn as_array(&self) -> Option<&Array<'t>> {
        if let Self::Array(array) = self { Some(array) } else { None }
    }
}

impl StringLit<'_> {
    pub fn as_str(&self) -> &str {
        &self.value
    }
}

impl NumberLit<'_> {
    /// The nearest float, as JavaScript reads the number; infinite if it is too large.
    pub fn to_f64(&self) -> f64 {
        // Rust reads every number of JSON.
        self.text.parse().unwrap_or(f64::NAN)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_to_the_last_bit() {
        for (text, value) in [("0", 0.0), ("2.55e2", 255.0), ("-12.25", -12.25), ("254.99999999999997", 254.999_999_999_999_97)] {
            assert_eq!(NumberLit { span: Span::default(), text }.to_f64().to_bits(), f64::to_bits(value), "{text}");
        }
        let extremes = ["-0", "1e400", "-1e99999999999", "1e-400", "0e999"];
        let read = extremes.map(|text| NumberLit { span: Span::default(), text }.to_f64().to_string());
        assert_eq!(read, ["-0", "inf", "-inf", "0", "0"]);
    }
}
