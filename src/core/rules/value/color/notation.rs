//! Colors in the notations of other tools: CSS, arrays, objects with other keys.
//!
//! In: a value that is no color of the documents. Out: the color as JSON, if it is opaque and can be meant in one way.

use crate::core::json::{Object, Value};

/// `#f0f`, `rgb(255, 0, 255)`, `[255, 0, 255]`.
pub fn from_value(value: &Value) -> Option<String> {
    match value {
        Value::String(literal) => from_text(&literal.value),
        Value::Array(array) => match &array.elements[..] {
            [r, g, b] => Some(written([byte(r)?, byte(g)?, byte(b)?])),
            _ => None,
        },
        _ => None,
    }
}

/// A color of CSS, with or without its `#`.
pub fn from_text(text: &str) -> Option<String> {
    let text = text.trim();
    let is_triple = text.starts_with(|c: char| c.is_ascii_digit()) && text.contains(',');
    let color = if is_triple { csscolorparser::parse(&format!("rgb({text})")) } else { csscolorparser::parse(text) }.ok()?;
    let [r, g, b, alpha] = color.to_rgba8();
    (alpha == u8::MAX).then(|| written([r, g, b]))
}

/// `{"red": 31, "green": 136, "blue": 61}`, `{"R": 31, …}`, `{"hex": "#1f883d"}`.
pub fn from_object(color: &Object) -> Option<String> {
    if let [property] = &color.properties[..] {
        let is_css = ["hex", "css", "color", "value", "rgb"].contains(&property.name.as_str().to_ascii_lowercase().as_str());
        return from_value(&property.value).filter(|_| is_css);
    }
    let mut parts = [None; 3];
    for property in &color.properties {
        let at = match property.name.as_str().to_ascii_lowercase().as_str() {
            "r" | "red" => 0,
            "g" | "green" => 1,
            "b" | "blue" => 2,
            _ => return None,
        };
        let part = byte(&property.value).or_else(|| digits(&property.value))?;
        if parts[at].replace(part).is_some() {
            return None;
        }
    }
    Some(written([parts[0]?, parts[1]?, parts[2]?]))
}

fn byte(value: &Value) -> Option<u8> {
    value.as_number()?.text.parse().ok()
}

/// The number in a string of digits.
pub fn digits(value: &Value) -> Option<u8> {
    let text = value.as_str()?.trim();
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

fn written([r, g, b]: [u8; 3]) -> String {
    format!(r#"{{"r":{r},"g":{g},"b":{b}}}"#)
}

#[cfg(test)]
mod tests {
    use super::{from_object, from_text};
    use crate::core::json::Source;

    #[test]
    fn reads_colors_of_css() {
        let green = Some(r#"{"r":31,"g":136,"b":61}"#.to_owned());
        for text in [
            "#1f883d",
            "1f883d",
            "1F883D",
            "rgb(31,136,61)",
            "rgb(31 136 61)",
            "rgba(31, 136, 61, 1)",
            "31, 136, 61",
            "#1f883dff",
        ] {
            assert_eq!(from_text(text), green, "{text}");
        }
        assert_eq!(from_text("#f08"), Some(r#"{"r":255,"g":0,"b":136}"#.to_owned()));
        assert_eq!(from_text("Green"), Some(r#"{"r":0,"g":128,"b":0}"#.to_owned()));
        for text in ["", "#ff", "In progress", "rgba(31, 136, 61, 0.5)", "transparent", "31", "2022"] {
            assert_eq!(from_text(text), None, "{text}");
        }
    }

    #[test]
    fn reads_objects_with_other_keys() {
        let read = |text: &str| from_object(Source::new(text).parse().expect(text).as_object().expect(text));
        let green = Some(r#"{"r":31,"g":136,"b":61}"#.to_owned());
        for text in [
            r#"{"red": 31, "green": 136, "blue": 61}"#,
            r#"{"R": 31, "G": 136, "B": "61"}"#,
            r##"{"hex": "#1f883d"}"##,
            r#"{"rgb": [31, 136, 61]}"#,
        ] {
            assert_eq!(read(text), green, "{text}");
        }
        for text in
            ["{}", r#"{"r": 31, "g": 136}"#, r#"{"red": 31, "green": 136, "blue": 61, "x": 1}"#, r#"{"r": 1, "red": 1, "g": 2}"#]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
