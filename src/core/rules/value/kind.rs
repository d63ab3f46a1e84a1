//! `value`: present, and a string or a color as the sub-type requires.

use crate::core::edit::Edit;
use crate::core::json::{self, Object, ObjectProp, Value, edit};
use crate::core::rule::{Family, Rule, rule};
use crate::core::rules::finding::Finding;
use crate::core::rules::keys;
use crate::core::rules::place::{Leaf, key, naming};
use crate::core::rules::report::Report;
use crate::core::severity::Severity;
use crate::core::unfurl::{Attribute, Payload, SubType};

pub static MISSING_VALUE: Rule = rule! {
    name: "missing-value",
    family: Family::Value,
    documented: Severity::Error,
    wild: Severity::Error,
    summary: "An inline sub-type has no `value`.",
    why: "The value is what is shown. An embed has none: it shows what its `src_url` points to.",
    bad: payload![r#"{"id": "label", "name": "Label", "type": "inline", "inline": {"enum": {"section": "primary"}}}"#],
    good: payload![
        r#"{"id": "label", "name": "Label", "type": "inline", "inline": {"enum": {"value": "Ready", "section": "primary"}}}"#
    ],
    document: "reference, Inline sub-type objects",
};

pub static VALUE_TYPE: Rule = rule! {
    name: "value-type",
    family: Family::Value,
    documented: Severity::Error,
    wild: Severity::Error,
    summary: "A value is not of the kind that its sub-type shows.",
    why: "A `color` is an object of `r`, `g` and `b`; every other inline sub-type shows a string. Numbers, and above all the `null` of an \
          empty field, are easily sent instead.",
    bad: payload![
        r#"{"id": "itemId", "name": "Item Id", "type": "inline", "inline": {"plain_text": {"value": 23487, "section": "identifier"}}}"#
    ],
    good: payload![
        r#"{"id": "itemId", "name": "Item Id", "type": "inline", "inline": {"plain_text": {"value": "23487", "section": "identifier"}}}"#
    ],
    document: "reference, Inline sub-type objects",
};

pub fn missing(_: &Payload, attribute: &Attribute, report: &mut Report) {
    let Some(leaf) = Leaf::of(attribute).filter(|leaf| !leaf.sub_type.is_embed() && leaf.get("value").is_none()) else { return };
    let name = leaf.name();
    let message = format!("`{name}` of {} has no `value`", naming(attribute));
    if let Some(property) = keys::misspelt(leaf.object, "value", level(leaf.sub_type)) {
        return report.add(keys::rename(property, &leaf.pointer(), &message, "value"));
    }
    report.add(match strayed(attribute, &leaf, "value") {
        Some(property) => {
            Finding::new(key(property), leaf.pointer(), format!("`value` of {} is outside `{name}`", naming(attribute)))
                .help(format!("Move `value` into `{name}`"))
        }
        None if leaf.sub_type == SubType::Color && leaf.get("r").is_some() => {
            Finding::new(leaf.head(), leaf.pointer(), message).help("Put `r`, `g` and `b` into an object under `value`")
        }
        None => Finding::new(leaf.head(), leaf.pointer(), message).help(format!("Add the `value` that `{name}` shows")),
    });
}

/// The keys that a sub-type may hold.
pub fn level(sub_type: SubType) -> keys::Level {
    match sub_type {
        SubType::Enum => keys::ENUM,
        sub_type if sub_type.is_embed() => keys::PLACE,
        _ => keys::VALUE,
    }
}

/// A key that the sub-type lacks, one or two levels too high.
pub fn strayed<'n>(attribute: &Attribute<'n>, leaf: &Leaf<'_, 'n>, wanted: &str) -> Option<&'n ObjectProp<'n>> {
    if leaf.get(wanted).is_some() {
        return None;
    }
    let outside: [Option<&'n Object<'n>>; 2] = [attribute.carrier.and_then(|carrier| carrier.object), attribute.object];
    outside.into_iter().flatten().find_map(|object| json::property(object, wanted))
}

pub fn kind(payload: &Payload, attribute: &Attribute, report: &mut Report) {
    let Some(leaf) = Leaf::of(attribute).filter(|leaf| !leaf.sub_type.is_embed()) else { return };
    let is_color = leaf.sub_type == SubType::Color;
    if let Some(property) = leaf.get("value") {
        let fits = if is_color { property.value.as_object().is_some() } else { property.value.as_str().is_some() };
        if !fits {
            report.add(unfit(payload, attribute, &leaf, property, is_color));
        }
    }
    if let Some(property) = leaf.get("color").filter(|_| leaf.sub_type == SubType::Enum)
        && property.value.as_object().is_none()
    {
        report.add(unfit(payload, attribute, &leaf, property, true));
    }
}

fn unfit(payload: &Payload, attribute: &Attribute, leaf: &Leaf, property: &ObjectProp, is_color: bool) -> Finding {
    let key = property.name.as_str();
    let value = &property.value;
    let wanted = if is_color { "an object with `r`, `g` and `b`" } else { "a string" };
    let message = format!("`{key}` of {} is {}, but `{}` takes {wanted}", naming(attribute), json::kind(value), owner(leaf, key));
    let finding = Finding::new(value.span(), leaf.at(key), message);
    if let (Value::Null(_), Some(edit)) = (value, edit::remove_property(leaf.object, property).filter(|_| key == "color")) {
        return finding.help("Remove `color`, or write an object with `r`, `g` and `b`").fix("Remove `color`", edit);
    }
    match mend(payload.text, leaf.sub_type, value, is_color) {
        Some((title, edit)) => finding.help(title.clone()).fix(title, edit),
        None => finding.help(format!("Write {wanted}")),
    }
}

fn owner(leaf: &Leaf, key: &str) -> &'static str {
    if key == "color" { "color" } else { leaf.name() }
}

fn mend(text: &str, sub_type: SubType, value: &Value, is_color: bool) -> Option<(String, Edit)> {
    if is_color {
        let color = super::color::notation::from_value(value)?;
        return Some((format!("Write it as `{color}`"), edit::restructure(text, value, &color)));
    }
    // A number in quotes is still not a date.
    let takes_any_text = !matches!(sub_type, SubType::Date | SubType::Datetime);
    let mended = match value {
        Value::Number(number) if takes_any_text => number.text.to_owned(),
        Value::Boolean(literal) if takes_any_text => literal.value.to_string(),
        _ => return None,
    };
    Some(("Put quotes around it".to_owned(), edit::replace(value, &mended)))
}

#[cfg(test)]
mod tests {
    use crate::core::rules::testing::marked;

    #[test]
    fn wants_a_value() {
        marked(
            r#"
{"id": "a", "name": "A", "type": "inline", "inline": {"plain_text": {"section": "body"}}},
                                                      ^^^^^^^^^^^^ missing-value: `plain_text` of attribute `a` has no `value`
{"id": "b", "name": "B", "type": "inline", "inline": {"plain_text": {"text": "x", "section": "primary"}}},
                                                                     ^^^^^^ missing-value: `plain_text` of attribute `b` has no `value`, but `text`
{"id": "c", "name": "C", "type": "inline", "inline": {"value": "x", "plain_text": {"section": "primary"}}},
                                                      ^^^^^^^ missing-value: `value` of attribute `c` is outside `plain_text`
{"id": "d", "name": "D", "type": "inline", "inline": {"color": {"r": 1, "g": 2, "b": 3, "section": "entity"}}}
                                                      ^^^^^^^ missing-value: `color` of attribute `d` has no `value`
"#,
        );
    }

    #[test]
    fn wants_the_kind_of_the_sub_type() {
        marked(
            r##"
{"id": "a", "name": "A", "type": "inline", "inline": {"plain_text": {"value": 1.50, "section": "body"}}},
                                                                              ^^^^ value-type: `value` of attribute `a` is a number, but `plain_text` takes a string
{"id": "b", "name": "B", "type": "inline", "inline": {"date": {"value": null, "section": "primary"}}},
                                                                        ^^^^ value-type: `value` of attribute `b` is null, but `date` takes a string
{"id": "c", "name": "C", "type": "inline", "inline": {"color": {"value": "#F00", "section": "entity"}}},
                                                                         ^^^^^^ value-type: `value` of attribute `c` is a string, but `color` takes an object with `r`, `g` and `b`
{"id": "d", "name": "D", "type": "inline", "inline": {"enum": {"value": "x", "color": [1, 2, 3], "section": "primary"}}}
                                                                                      ^^^^^^^^^ value-type: `color` of attribute `d` is an array, but `color` takes an object with `r`, `g` and `b`
"##,
        );
    }
}
