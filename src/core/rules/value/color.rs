//! Colors, of a `color` and of an `enum`: `r`, `g` and `b`, each an integer from 0 to 255.

use crate::core::edit::{Edit, in_text_order};
use crate::core::json::{self, Object, Value, edit};
use crate::core::rule::{Family, Rule, rule};
use crate::core::rules::finding::Finding;
use crate::core::rules::keys;
use crate::core::rules::place::{Leaf, join, key, listed, naming, opening};
use crate::core::rules::report::Report;
use crate::core::severity::Severity;
use crate::core::unfurl::{Attribute, Payload, SubType};

pub static INVALID_COLOR: Rule = rule! {
    name: "invalid-color",
    family: Family::Value,
    documented: Severity::Error,
    wild: Severity::Error,
    summary: "A color lacks `r`, `g` or `b`, or one of them is not a number.",
    why: "All three are needed to mix the color.",
    bad: payload![
        r#"{"id": "itemIcon", "name": "Item Icon", "type": "inline", "inline": {"color": {"value": {"r": 247, "g": 247}, "section": "entity"}}}"#
    ],
    good: payload![
        r#"{"id": "itemIcon", "name": "Item Icon", "type": "inline", "inline": {"color": {"value": {"r": 247, "g": 247, "b": 42}, "section": "entity"}}}"#
    ],
    document: "reference, Inline sub-type objects",
};

pub static COLOR_RANGE: Rule = rule! {
    name: "color-range",
    family: Family::Value,
    documented: Severity::Warning,
    wild: Severity::Warning,
    summary: "`r`, `g` or `b` is not an integer from 0 to 255.",
    why: "The documents name no range; every example of theirs is a byte. The Lab draws the nearest one.",
    bad: payload![
        r#"{"id": "itemIcon", "name": "Item Icon", "type": "inline", "inline": {"color": {"value": {"r": 300, "g": 247, "b": 42}, "section": "entity"}}}"#
    ],
    good: payload![
        r#"{"id": "itemIcon", "name": "Item Icon", "type": "inline", "inline": {"color": {"value": {"r": 255, "g": 247, "b": 42}, "section": "entity"}}}"#
    ],
    document: "reference, Inline sub-type objects",
};

pub static COLOR_ALPHA: Rule = rule! {
    name: "color-alpha",
    family: Family::Value,
    documented: Severity::Warning,
    wild: Severity::Warning,
    summary: "A color has a fourth part for transparency.",
    why: "A color is documented as `r`, `g` and `b` alone, so the transparency is most likely lost.",
    bad: payload![
        r#"{"id": "itemIcon", "name": "Item Icon", "type": "inline", "inline": {"color": {"value": {"r": 247, "g": 247, "b": 42, "a": 0.5}, "section": "entity"}}}"#
    ],
    good: payload![
        r#"{"id": "itemIcon", "name": "Item Icon", "type": "inline", "inline": {"color": {"value": {"r": 247, "g": 247, "b": 42}, "section": "entity"}}}"#
    ],
    document: "reference, Inline sub-type objects",
};

/// The color of an attribute and its key: the value of a `color`, the `color` of an `enum`.
pub fn of<'n>(attribute: &Attribute<'n>) -> Option<(&'n Object<'n>, &'static str)> {
    let leaf = Leaf::of(attribute)?;
    let key = match leaf.sub_type {
        SubType::Color => "value",
        SubType::Enum => "color",
        _ => return None,
    };
    Some((leaf.get(key)?.value.as_object()?, key))
}

/// Only made if there is a finding.
pub fn pointer(attribute: &Attribute, key: &str) -> String {
    Leaf::of(attribute).map(|leaf| leaf.at(key)).unwrap_or_default()
}

/// Whether all three parts are numbers.
pub fn is_whole(color: &Object) -> bool {
    keys::COLOR.iter().all(|part| json::property(color, part).is_some_and(|property| property.value.as_number().is_some()))
}

fn number(color: &Object, part: &str) -> Option<f64> {
    Some(json::property(color, part)?.value.as_number()?.to_f64())
}

pub fn invalid(_: &Payload, attribute: &Attribute, report: &mut Report) {
    let Some((color, key)) = of(attribute).filter(|(color, _)| !is_whole(color)) else { return };
    let pointer = pointer(attribute, key);
    let absent: Vec<&str> = keys::COLOR.iter().copied().filter(|part| json::property(color, part).is_none()).collect();
    if !absent.is_empty() {
        let message = format!("the color of {} has no {}", naming(attribute), listed(&absent, "or"));
        let finding = Finding::new(opening(color.span), pointer, message);
        return report.add(finding.help("write `r`, `g` and `b`, each a number from 0 to 255"));
    }
    for part in keys::COLOR {
        if let Some(property) = json::property(color, part).filter(|property| property.value.as_number().is_none()) {
            let kind = json::kind(&property.value);
            let message = format!("`{part}` of the color of {} is {kind}, not a number", naming(attribute));
            let finding = Finding::new(property.value.span(), join(&pointer, part), message);
            report.add(finding.help("write a number from 0 to 255"));
        }
    }
}

pub fn range(_: &Payload, attribute: &Attribute, report: &mut Report) {
    let Some((color, key)) = of(attribute) else { return };
    if are_fractions(color) {
        return report.add(fractions(attribute, color, pointer(attribute, key)));
    }
    for (part, value, given) in parts(color) {
        let byte = nearest_byte(given);
        if (f64::from(byte) - given).abs() < f64::EPSILON {
            continue;
        }
        let written = value.as_number().map_or("", |number| number.text);
        let message = format!("`{part}` of the color of {} is {written}, not an integer from 0 to 255", naming(attribute));
        let finding = Finding::new(value.span(), join(&pointer(attribute, key), part), message).help(format!("write {byte}"));
        report.add(finding.fix(format!("change to {byte}"), edit::replace_by_number(value, byte)));
    }
}

/// The parts that are numbers.
fn parts<'n>(color: &'n Object<'n>) -> impl Iterator<Item = (&'static str, &'n Value<'n>, f64)> {
    keys::COLOR.iter().filter_map(|part| Some((*part, &json::property(color, part)?.value, number(color, part)?)))
}

/// Whether the parts run from 0 to 1, as they do in Swift and WebGL: none outside, one between.
fn are_fractions(color: &Object) -> bool {
    parts(color).any(|(.., given)| given.fract() != 0.0) && parts(color).all(|(.., given)| (0.0..=1.0).contains(&given))
}

fn fractions(attribute: &Attribute, color: &Object, pointer: String) -> Finding {
    let message = format!("the color of {} runs from 0 to 1, not from 0 to 255", naming(attribute));
    let mut edits: Vec<Edit> =
        parts(color).map(|(_, value, given)| edit::replace_by_number(value, nearest_byte(given * 255.0))).collect();
    in_text_order(&mut edits);
    Finding::new(opening(color.span), pointer, message).help("multiply `r`, `g` and `b` by 255").fixes("multiply by 255", edits)
}

fn nearest_byte(part: f64) -> u8 {
    // The number is rounded and clamped, so the cast is exact.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let byte = part.clamp(0.0, 255.0).round() as u8;
    byte
}

pub fn alpha(_: &Payload, attribute: &Attribute, report: &mut Report) {
    let Some((color, color_key)) = of(attribute) else { return };
    for property in color.properties.iter().filter(|property| keys::ALPHA.contains(&property.name.as_str())) {
        let name = property.name.as_str();
        let message = format!("`{name}` of the color of {}: a color has only `r`, `g` and `b`", naming(attribute));
        report.add(
            Finding::new(key(property), join(&pointer(attribute, color_key), name), message)
                .help("remove it, and mix the color you want to see"),
        );
    }
}

/// `#f0f`, `#ff00ff` or `[255, 0, 255]`, written as a color object.
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

fn byte(value: &Value) -> Option<usize> {
    value.as_number()?.text.parse().ok().filter(|byte| *byte < 256)
}

pub fn from_text(text: &str) -> Option<String> {
    let digits = text.trim().strip_prefix('#').filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
    let number = usize::from_str_radix(digits, 16).ok()?;
    match digits.len() {
        3 => Some(written([number >> 8, number >> 4 & 15, number & 15].map(|digit| digit * 17))),
        6 => Some(written([number >> 16, number >> 8 & 255, number & 255])),
        _ => None,
    }
}

fn written([r, g, b]: [usize; 3]) -> String {
    format!(r#"{{"r":{r},"g":{g},"b":{b}}}"#)
}

#[cfg(test)]
mod tests {
    use super::from_text;
    use crate::core::rules::testing::marked;

    #[test]
    fn reads_hex() {
        assert_eq!(from_text("#f08"), Some(r#"{"r":255,"g":0,"b":136}"#.to_owned()));
        assert_eq!(from_text("#FF9000"), Some(r#"{"r":255,"g":144,"b":0}"#.to_owned()));
        assert_eq!(from_text("red"), None);
        assert_eq!(from_text("#ff"), None);
    }

    #[test]
    fn finds_bad_colors() {
        marked(
            r#"
{"id": "a", "name": "A", "type": "inline", "inline": {"color": {"value": {"red": 1, "green": 2, "b": 3}, "section": "entity"}}},
                                                                         ^ invalid-color: the color of attribute `a` has no `r` or `g`
{"id": "b", "name": "B", "type": "inline", "inline": {"enum": {"value": "x", "color": {"r": "1", "g": 2, "b": 3}, "section": "primary"}}},
                                                                                            ^^^ invalid-color: `r` of the color of attribute `b` is a string, not a number
{"id": "c", "name": "C", "type": "inline", "inline": {"enum": {"value": "x", "color": {"r": 0.5, "g": 1, "b": 0}, "section": "primary"}}},
                                                                                      ^ color-range: the color of attribute `c` runs from 0 to 1, not from 0 to 255
{"id": "d", "name": "D", "type": "inline", "inline": {"enum": {"value": "x", "color": {"r": -1, "g": 2, "b": 3, "alpha": 1}, "section": "primary"}}}
                                                                                            ^^ color-range: `r` of the color of attribute `d` is -1, not an integer from 0 to 255
                                                                                                                ^^^^^^^ color-alpha: `alpha` of the color of attribute `d`: a color has only `r`, `g` and `b`
"#,
        );
    }
}
