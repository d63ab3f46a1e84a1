//! The sub-type inside `inline` or `embed`: one, and a documented one.

use crate::core::json::{ObjectProp, edit};
use crate::core::rule::{Family, Rule, rule};
use crate::core::rules::finding::Finding;
use crate::core::rules::place::{carrier_pointer, head, join, key, listed, naming, quoted, subject};
use crate::core::rules::report::Report;
use crate::core::rules::{keys, spelling};
use crate::core::severity::Severity;
use crate::core::unfurl::{Attribute, Carrier, CarrierKey, Payload, SubType, SubTypeNode};

pub static MISSING_SUB_TYPE: Rule = rule! {
    name: "missing-sub-type",
    family: Family::Attribute,
    documented: Severity::Error,
    wild: Severity::Error,
    summary: "An attribute has no `inline` or `embed`, or no sub-type in it.",
    why: "The sub-type says what kind of value it is, and holds the value and the section. Without it there is nothing to draw.",
    bad: payload![r#"{"id": "label", "name": "Label", "type": "inline", "inline": {"value": "Ready", "section": "primary"}}"#],
    good: payload![
        r#"{"id": "label", "name": "Label", "type": "inline", "inline": {"enum": {"value": "Ready", "section": "primary"}}}"#
    ],
    document: "reference, Inline sub-type objects",
};

pub static SEVERAL_SUB_TYPES: Rule = rule! {
    name: "several-sub-types",
    family: Family::Attribute,
    documented: Severity::Error,
    wild: Severity::Error,
    summary: "An attribute holds more than one sub-type.",
    why: "One attribute is one value in one section. Which of several would be shown is not documented.",
    bad: payload![
        r#"{"id": "label", "name": "Label", "type": "inline", "inline": {"enum": {"value": "Ready", "section": "primary"}, "date": {"value": "2022-01-11", "section": "secondary"}}}"#
    ],
    good: payload![
        r#"{"id": "label", "name": "Label", "type": "inline", "inline": {"enum": {"value": "Ready", "section": "primary"}}}"#,
        r#"{"id": "due", "name": "Due", "type": "inline", "inline": {"date": {"value": "2022-01-11", "section": "secondary"}}}"#
    ],
    document: "reference, Inline sub-type objects",
};

pub static UNKNOWN_SUB_TYPE: Rule = rule! {
    name: "unknown-sub-type",
    family: Family::Attribute,
    documented: Severity::Error,
    wild: Severity::Warning,
    summary: "A sub-type is not one of the documented ones.",
    why: "Notion draws by the sub-type; what it makes of one that no table lists is unknown, and the Lab draws nothing.",
    bad: payload![
        r#"{"id": "label", "name": "Label", "type": "inline", "inline": {"status": {"value": "Ready", "section": "primary"}}}"#
    ],
    good: payload![
        r#"{"id": "label", "name": "Label", "type": "inline", "inline": {"enum": {"value": "Ready", "section": "primary"}}}"#
    ],
    document: "reference, Inline sub-type objects",
};

pub fn missing(_: &Payload, attribute: &Attribute, report: &mut Report) {
    if attribute.object.is_none() || attribute.is_relation() {
        return;
    }
    match attribute.carrier {
        None => report.add(no_carrier(attribute)),
        Some(carrier) if carrier.object.is_some() && attribute.sub_types.is_empty() => {
            report.add(empty_carrier(attribute, &carrier));
        }
        Some(_) => {}
    }
}

fn no_carrier(attribute: &Attribute) -> Finding {
    let (naming, subject) = (naming(attribute), subject(attribute));
    if let Some((property, name)) = misspelt_carrier(attribute) {
        return keys::rename(property, &attribute.pointer, &format!("{subject} has neither `inline` nor `embed`"), name);
    }
    if let Some(property) = bare_sub_type(attribute) {
        let name = property.name.as_str();
        let carrier = if SubType::from_name(name).is_some_and(SubType::is_embed) { "embed" } else { "inline" };
        return Finding::new(
            key(property),
            &attribute.pointer,
            format!("Sub-type `{name}` of {naming} is not inside `{carrier}`"),
        )
        .help(format!("Put it into an object under `{carrier}`"));
    }
    let Some(wanted @ ("inline" | "embed" | "relation")) = attribute.type_name() else {
        return Finding::new(head(attribute), &attribute.pointer, format!("{subject} has neither `inline` nor `embed`"))
            .help("Add `inline` with a sub-type such as `plain_text`, or `embed` with `src_url` and a sub-type such as `image`");
    };
    let message = format!("`type` of {naming} is `{wanted}`, but it has no `{wanted}`");
    let help = if wanted == "relation" { "Use `inline`, which is documented" } else { "Add it, with a sub-type in it" };
    Finding::new(head(attribute), &attribute.pointer, message).help(help)
}

/// A key that was meant to be `inline` or `embed`, if neither is present.
pub fn misspelt_carrier<'n>(attribute: &Attribute<'n>) -> Option<(&'n ObjectProp<'n>, &'static str)> {
    let object = attribute.object.filter(|_| attribute.carrier.is_none())?;
    ["inline", "embed"].into_iter().find_map(|name| Some((keys::misspelt(object, name, keys::ATTRIBUTE)?, name)))
}

/// A sub-type that stands directly in the attribute, with neither `inline` nor `embed` around it.
pub fn bare_sub_type<'n>(attribute: &Attribute<'n>) -> Option<&'n ObjectProp<'n>> {
    let object = attribute.object.filter(|_| attribute.carrier.is_none())?;
    object.properties.iter().find(|property| SubType::from_name(property.name.as_str()).is_some())
}

fn empty_carrier(attribute: &Attribute, carrier: &Carrier) -> Finding {
    let names = sub_types_of(carrier.key);
    let name = carrier.key.name();
    let slip = carrier
        .object
        .and_then(|object| object.properties.iter().find_map(|property| spelling::sub_type(property.name.as_str())));
    let help = match slip {
        Some(sub_type) => format!("Put an object under `{}`", sub_type.name()),
        None => format!("Add {} to it, with the section inside", listed(&SubType::names(names), "or")),
    };
    let message = format!("`{name}` of {} has no sub-type", naming(attribute));
    Finding::new(key(carrier.property), join(&attribute.pointer, name), message).help(help)
}

pub fn several(_: &Payload, attribute: &Attribute, report: &mut Report) {
    let Some(chosen) = attribute.sub_type() else { return };
    for other in attribute.sub_types.iter().filter(|other| other.property.span != chosen.property.span) {
        // `json-duplicate-key` reports a repeated key.
        if other.name == chosen.name {
            continue;
        }
        let message = format!("{} has both `{}` and {}", subject(attribute), chosen.name, quoted(other.name));
        let finding = Finding::new(key(other.property), join(&carrier_pointer(attribute), other.name), message);
        report.add(finding.label(key(chosen.property), "This one is read").help("Make it a separate attribute"));
    }
}

pub fn unknown(_: &Payload, attribute: &Attribute, report: &mut Report) {
    let Some(node) = attribute.sub_type().filter(|node| node.sub_type.is_none()) else { return };
    let message = format!("Sub-type {} of {} is not documented", quoted(node.name), naming(attribute));
    let finding = Finding::new(key(node.property), join(&carrier_pointer(attribute), node.name), message);
    report.add(match meant(node) {
        Some(sub_type) => finding
            .help(format!("Use `{}`", sub_type.name()))
            .fix(format!("Rename to `{}`", sub_type.name()), edit::rename(node.property, sub_type.name())),
        None => finding.help(format!("Use {}", listed(&fitting(attribute, node), "or"))),
    });
}

/// The documented sub-type that an undocumented one means.
pub fn meant(node: &SubTypeNode) -> Option<SubType> {
    if node.sub_type.is_some() { node.sub_type } else { spelling::sub_type(node.name) }
}

/// The sub-types of the carrier; for an `inline` that holds a text, those for texts come first.
fn fitting(attribute: &Attribute, node: &SubTypeNode) -> Vec<&'static str> {
    let carrier = attribute.carrier.map_or(CarrierKey::Inline, |carrier| carrier.key);
    let text = node.get("value").is_some_and(|property| property.value.as_str().is_some());
    if text && carrier == CarrierKey::Inline {
        return vec!["plain_text", "enum"];
    }
    SubType::names(sub_types_of(carrier))
}

fn sub_types_of(carrier: CarrierKey) -> &'static [SubType] {
    if carrier == CarrierKey::Embed { &SubType::EMBED } else { &SubType::INLINE }
}

#[cfg(test)]
mod tests {
    use crate::core::rules::testing::marked;

    #[test]
    fn wants_one_documented_sub_type() {
        marked(
            r#"
{"id": "a", "name": "A", "type": "inline"},
       ^^^ missing-sub-type: `type` of attribute `a` is `inline`, but it has no `inline`
{"id": "b", "name": "B", "type": "inline", "Inline": {"enum": {"value": "x", "section": "primary"}}},
                                           ^^^^^^^^ missing-sub-type: Attribute `b` has neither `inline` nor `embed`, but `Inline`
{"id": "c", "name": "C", "type": "embed", "embed": {"src_url": "https://acme.com/a.png"}},
                                          ^^^^^^^ missing-sub-type: `embed` of attribute `c` has no sub-type
{"id": "d", "name": "D", "type": "inline", "inline": {"enum": {"value": "x", "section": "primary"}, "link": {"value": "y"}}},
                                                                                                    ^^^^^^ several-sub-types: Attribute `d` has both `enum` and `link`
{"id": "e", "name": "E", "type": "inline", "inline": {"link": {"value": "x", "section": "secondary"}}}
                                                      ^^^^^^ unknown-sub-type: Sub-type `link` of attribute `e` is not documented
"#,
        );
    }
}
