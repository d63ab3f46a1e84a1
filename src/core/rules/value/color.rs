//! Colors, of a `color` and of an `enum`: `r`, `g` and `b`, each an integer from 0 to 255.

pub mod notation;

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

pub fn invalid(payload: &Payload, attribute: &Attribute, report: &mut Report) {
    let Some((color, key)) = of(attribute).filter(|(color, _)| !is_whole(color)) else { return };
    let pointer = pointer(attribute, key);
    let absent: Vec<&str> = keys::COLOR.iter().copied().filter(|part| json::property(color, part).is_none()).collect();
    report.add(if absent.is_empty() {
        unfit_parts(attribute, color, &pointer)
    } else {
        let message = format!("The color of {} has no {}", naming(attribute), listed(&absent, "or"));
        let finding = Finding::new(opening(color.span), pointer, message);
        match notation::from_object(color) {
            Some(mended) => finding
                .help(format!("Write it as `{mended}`"))
                .fix(format!("Write it as `{mended}`"), edit::restructure(payload.text, &Value::Object(color.clone()), &mended)),
            None => finding.help("Write `r`, `g` and `b`, each a number from 0 to 255"),
        }
    });
}

/// All parts that are not numbers, in one finding.
fn unfit_parts(attribute: &Attribute, color: &Object, pointer: &str) -> Finding {
    let all = keys::COLOR.iter().filter_map(|part| Some((*part, &json::property(color, part)?.value)));
    let unfit: Vec<(&str, &Value)> = all.filter(|(_, value)| value.as_number().is_none()).collect();
    let (first, value) = unfit[0];
    let names = listed(&unfit.iter().map(|(part, _)| *part).collect::<Vec<_>>(), "and");
    let kind = match (unfit.len(), unfit.iter().all(|(_, other)| json::kind(other) == json::kind(value))) {
        (1, _) => format!("is {}, not a number", json::kind(value)),
        (_, true) if value.as_str().is_some() => "are strings, not numbers".to_owned(),
        _ => "are not numbers".to_owned(),
    };
    let message = format!("{names} of the color of {} {kind}", naming(attribute));
    let finding = Finding::new(value.span(), join(pointer, first), message);
    let digits = |value: &Value| notation::digits(value).map(|byte| edit::replace_by_number(value, byte));
    match unfit.iter().map(|(_, value)| digits(value)).collect::<Option<Vec<Edit>>>() {
        Some(mut edits) => {
            in_text_order(&mut edits);
            finding.help("Remove the quotes").fixes("Remove the quotes", edits)
        }
        None => finding.help("Write a number from 0 to 255"),
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
        let finding = Finding::new(value.span(), join(&pointer(attribute, key), part), message).help(format!("Write {byte}"));
        report.add(finding.fix(format!("Change to {byte}"), edit::replace_by_number(value, byte)));
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
    let message = format!("The color of {} runs from 0 to 1, not from 0 to 255", naming(attribute));
    let mut edits: Vec<Edit> =
        parts(color).map(|(_, value, given)| edit::replace_by_number(value, nearest_byte(given * 255.0))).collect();
    in_text_order(&mut edits);
    Finding::new(opening(color.span), pointer, message).help("Multiply `r`, `g` and `b` by 255").fixes("Multiply by 255", edits)
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
        let finding = Finding::new(key(property), join(&pointer(attribute, color_key), name), message)
            .help("Remove it, and write the color that you want to see");
        let is_opaque = property.value.as_number().is_some_and(|number| [1.0, 255.0].contains(&number.to_f64()));
        report.add(match edit::remove_property(color, property) {
            Some(edit) if is_opaque => finding.fix(format!("Remove `{name}`"), edit),
            Some(edit) => finding.unsafe_fix(format!("Remove `{name}`"), vec![edit]),
            None => finding,
        });
    }
}

#[cfg(test)]
mod tests {
    use crate::core::edit::apply;
    use crate::core::rules::testing::{diagnostics, marked};

    #[test]
    fn finds_bad_colors() {
        marked(
            r#"
{"id": "a", "name": "A", "type": "inline", "inline": {"color": {"value": {"red": 1, "green": 2, "b": 3}, "section": "entity"}}},
                                                                         ^ invalid-color: The color of attribute `a` has no `r` or `g`
{"id": "b", "name": "B", "type": "inline", "inline": {"enum": {"value": "x", "color": {"r": "1", "g": 2, "b": 3}, "section": "primary"}}},
                                                                                            ^^^ invalid-color: `r` of the color of attribute `b` is a string, not a number
{"id": "c", "name": "C", "type": "inline", "inline": {"enum": {"value": "x", "color": {"r": 0.5, "g": 1, "b": 0}, "section": "primary"}}},
                                                                                      ^ color-range: The color of attribute `c` runs from 0 to 1, not from 0 to 255
{"id": "d", "name": "D", "type": "inline", "inline": {"enum": {"value": "x", "color": {"r": -1, "g": 2, "b": 3, "alpha": 1}, "section": "primary"}}}
                                                                                            ^^ color-range: `r` of the color of attribute `d` is -1, not an integer from 0 to 255
                                                                                                                ^^^^^^^ color-alpha: `alpha` of the color of attribute `d`: a color has only `r`, `g` and `b`
"#,
        );
    }

    /// Of one attribute: the messages, and the first fix applied.
    #[test]
    fn one_finding_and_one_fix_for_colors_of_other_notations() {
        let attribute = |color: &str| {
            format!(
                r#"{{"id":"a","name":"A","type":"inline","inline":{{"enum":{{"value":"x","color":{color},"section":"primary"}}}}}}"#
            )
        };
        let green = attribute(r#"{"r":31,"g":136,"b":61}"#);
        for color in [
            r##""#1f883d""##,
            r#""1f883d""#,
            r#""rgb(31,136,61)""#,
            "[31,136,61]",
            r#"{"r":"31","g":"136","b":"61"}"#,
            r#"{"red":31,"green":136,"blue":61}"#,
            r##"{"hex":"#1f883d"}"##,
            r#"{"r":31,"g":136,"b":61,"a":1}"#,
        ] {
            let text = format!("[{}]", attribute(color));
            let about = diagnostics(&text).into_iter().filter(|one| !one.rule.name.starts_with("missing-")).collect::<Vec<_>>();
            assert_eq!(about.len(), 1, "{color}: {about:?}");
            let fix = about[0].fixes.first().expect(color);
            assert!(fix.safe, "{color}");
            assert_eq!(apply(&text, &fix.edits), format!("[{green}]"), "{color}");
        }
        let text = format!("[{}]", attribute("null"));
        let about = diagnostics(&text).into_iter().find(|one| one.rule.name == "value-type").expect("null");
        assert_eq!(apply(&text, &about.fixes[0].edits), format!("[{}]", attribute("1").replace(r#""color":1,"#, "")));
    }
}
