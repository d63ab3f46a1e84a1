//! `type` and the key that carries the sub-type: both present, and equal.

use crate::core::edit::in_text_order;
use crate::core::json::{self, edit};
use crate::core::rule::{Family, Rule, rule};
use crate::core::rules::finding::Finding;
use crate::core::rules::place::{carrier_pointer, head, join, key, naming, quoted, subject};
use crate::core::rules::report::Report;
use crate::core::rules::{keys, spelling};
use crate::core::severity::Severity;
use crate::core::unfurl::{Attribute, Carrier, CarrierKey, Payload, SubType};

pub static MISSING_TYPE: Rule = rule! {
    name: "missing-type",
    family: Family::Attribute,
    documented: Severity::Warning,
    wild: Severity::Info,
    summary: "An attribute has no `type`.",
    why: "The documents ask for it, and their own example forgets it once. Integrations in production leave it out and are shown, \
          but nobody promises that.",
    bad: payload![r#"{"id": "label", "name": "Label", "inline": {"enum": {"value": "Ready", "section": "primary"}}}"#],
    good: payload![
        r#"{"id": "label", "name": "Label", "type": "inline", "inline": {"enum": {"value": "Ready", "section": "primary"}}}"#
    ],
    document: "reference, The unfurl attribute object",
};

pub static UNKNOWN_TYPE: Rule = rule! {
    name: "unknown-type",
    family: Family::Attribute,
    documented: Severity::Error,
    wild: Severity::Error,
    summary: "The `type` is neither `inline` nor `embed`.",
    why: "There are two types, and the type names the key that holds the rest. The kind of value, such as `title` or `image`, is the \
          sub-type and stands one level deeper.",
    bad: payload![
        r#"{"id": "label", "name": "Label", "type": "enum", "inline": {"enum": {"value": "Ready", "section": "primary"}}}"#
    ],
    good: payload![
        r#"{"id": "label", "name": "Label", "type": "inline", "inline": {"enum": {"value": "Ready", "section": "primary"}}}"#
    ],
    document: "reference, The unfurl attribute object",
};

pub static UNDOCUMENTED_RELATION: Rule = rule! {
    name: "undocumented-relation",
    family: Family::Attribute,
    documented: Severity::Info,
    wild: Severity::Info,
    summary: "An attribute is a `relation`, which the documents' example has and no table describes.",
    why: "What `uri` and `mention` may hold, and what Notion makes of them, is not said. The Lab draws the last part of the URI.",
    bad: payload![
        r#"{"id": "state", "name": "State", "type": "relation", "relation": {"uri": "acme:item_state/open", "mention": {"section": "primary"}}}"#
    ],
    good: payload![
        r#"{"id": "state", "name": "State", "type": "inline", "inline": {"enum": {"value": "open", "section": "primary"}}}"#
    ],
    document: "reference, Unfurl attribute object for Link Previews",
};

pub static TYPE_MISMATCH: Rule = rule! {
    name: "type-mismatch",
    family: Family::Attribute,
    documented: Severity::Error,
    wild: Severity::Error,
    summary: "`type`, the key beside it and the sub-type do not go together.",
    why: "An `inline` attribute keeps its value under `inline`, an `embed` its source under `embed`, and each sub-type belongs to one of \
          the two. Notion does not find what is in the wrong one.",
    bad: payload![
        r#"{"id": "label", "name": "Label", "type": "embed", "inline": {"enum": {"value": "Ready", "section": "primary"}}}"#
    ],
    good: payload![
        r#"{"id": "label", "name": "Label", "type": "inline", "inline": {"enum": {"value": "Ready", "section": "primary"}}}"#
    ],
    document: "reference, The unfurl attribute object",
};

pub fn missing_type(payload: &Payload, attribute: &Attribute, report: &mut Report) {
    let Some(object) = attribute.object.filter(|_| attribute.get("type").is_none()) else { return };
    let subject = subject(attribute);
    if let Some(property) = keys::misspelt(object, "type", keys::ATTRIBUTE) {
        return report.add(keys::rename(property, &attribute.pointer, &format!("{subject} has no `type`"), "type"));
    }
    let finding = Finding::new(head(attribute), &attribute.pointer, format!("{subject} has no `type`"));
    let Some(wanted) = wanted_key(attribute) else {
        return report.add(finding.help("Add `\"type\": \"inline\"` or `\"type\": \"embed\"`"));
    };
    let after = attribute.get("name").or(attribute.get("id"));
    let added = edit::insert_property(payload.text, object, after, "type", &json::written(wanted.name()));
    let title = format!("Add `\"type\": \"{}\"`", wanted.name());
    report.add(finding.help(title.clone()).fix(title, added));
}

pub fn unknown_type(_: &Payload, attribute: &Attribute, report: &mut Report) {
    let Some(property) = attribute.get("type").filter(|_| !attribute.is_relation()) else { return };
    let known = attribute.type_name().is_some_and(|name| CarrierKey::ALL.iter().any(|key| key.name() == name));
    if known {
        return;
    }
    let message = match attribute.type_name() {
        Some(name) => format!("Type {} of {} is neither `inline` nor `embed`", quoted(name), naming(attribute)),
        None => format!("`type` of {} is {}, not a string", naming(attribute), json::kind(&property.value)),
    };
    let slip = attribute.type_name().and_then(|name| spelling::near(name, &["inline", "embed"]));
    let kind = || SubType::from_name(attribute.type_name()?).map(|sub_type| if sub_type.is_embed() { "embed" } else { "inline" });
    let wanted = wanted_key(attribute).map(CarrierKey::name).or(slip).or_else(kind);
    let finding = Finding::new(property.value.span(), join(&attribute.pointer, "type"), message);
    report.add(match wanted {
        Some(name) => finding
            .help(format!("Write `\"{name}\"`"))
            .fix(format!("Change to `\"{name}\"`"), edit::replace(&property.value, name)),
        None => finding.help("Write `\"inline\"` or `\"embed\"`"),
    });
}

pub fn relation(_: &Payload, attribute: &Attribute, report: &mut Report) {
    let name = Some(CarrierKey::Relation.name());
    let place = match (attribute.get("type"), attribute.carrier) {
        (Some(property), None) if attribute.type_name() == name => property.value.span(),
        (Some(property), Some(_)) if attribute.is_relation() && attribute.type_name() == name => property.value.span(),
        (_, Some(carrier)) if attribute.is_relation() => key(carrier.property),
        _ => return,
    };
    let message = format!("{} is a `relation`, which no table of the documents lists", subject(attribute));
    report.add(Finding::new(place, &attribute.pointer, message).help("Use an `enum` in `primary` to show a plain state"));
}

pub fn mismatch(_: &Payload, attribute: &Attribute, report: &mut Report) {
    let Some(carrier) = attribute.carrier else { return };
    if attribute.carriers.len() > 1 {
        for other in attribute.carriers.iter().filter(|other| other.key != carrier.key) {
            report.add(second_carrier(attribute, &carrier, other));
        }
        return;
    }
    let type_key = CarrierKey::ALL.into_iter().find(|key| attribute.type_name() == Some(key.name()));
    let here = carrier.key.name();
    let Some(wanted) = wanted_key(attribute) else { return };
    let finding = match (type_key, attribute.get("type")) {
        (Some(type_key), Some(property)) if type_key != carrier.key => {
            let message = format!("`type` of {} is `{}`, but its key is `{here}`", naming(attribute), type_key.name());
            Finding::new(property.value.span(), join(&attribute.pointer, "type"), message)
                .label(key(carrier.property), "This key says otherwise")
        }
        _ if wanted != carrier.key => {
            let Some(leaf) = attribute.sub_type() else { return };
            let message = format!("Sub-type `{}` belongs in `{}`, but is in `{here}`", leaf.name, wanted.name());
            Finding::new(key(leaf.property), join(&carrier_pointer(attribute), leaf.name), message)
        }
        _ => return,
    };
    let mut edits = Vec::new();
    if let Some(property) = attribute.get("type").filter(|_| type_key.is_some_and(|key| key != wanted)) {
        edits.push(edit::replace(&property.value, wanted.name()));
    }
    if carrier.key != wanted {
        edits.push(edit::rename(carrier.property, wanted.name()));
    }
    in_text_order(&mut edits);
    let title = format!("Make both `{}`", wanted.name());
    report.add(finding.help(title.clone()).fixes(title, edits));
}

fn second_carrier(attribute: &Attribute, chosen: &Carrier, other: &Carrier) -> Finding {
    let (kept, extra) = (chosen.key.name(), other.key.name());
    let message = match attribute.type_name() {
        Some(name) if name == kept => format!("{} has both `{kept}` and `{extra}`; its `type` is `{kept}`", subject(attribute)),
        _ => format!("{} has both `{kept}` and `{extra}`", subject(attribute)),
    };
    let finding = Finding::new(key(other.property), join(&attribute.pointer, extra), message)
        .label(key(chosen.property), "This one is read")
        .help(format!("Remove `{extra}`, or make it a separate attribute"));
    match attribute.object.and_then(|object| edit::remove_property(object, other.property)) {
        Some(removed) => finding.unsafe_fix(format!("Remove `{extra}`"), vec![removed]),
        None => finding,
    }
}

/// The key that the attribute should have: the one of its sub-type, or the present key if the sub-type is not
/// documented.
fn wanted_key(attribute: &Attribute) -> Option<CarrierKey> {
    let carrier = attribute.carrier?;
    Some(match attribute.sub_type().and_then(|node| node.sub_type) {
        Some(sub_type) if sub_type.is_embed() => CarrierKey::Embed,
        Some(_) => CarrierKey::Inline,
        None => carrier.key,
    })
}

#[cfg(test)]
mod tests {
    use crate::core::rules::testing::marked;

    #[test]
    fn wants_a_type() {
        marked(
            r#"
{"id": "a", "name": "A", "inline": {"plain_text": {"value": "x", "section": "body"}}},
       ^^^ missing-type: Attribute `a` has no `type`
{"id": "b", "name": "B", "tpye": "inline", "inline": {"enum": {"value": "x", "section": "primary"}}},
                         ^^^^^^ missing-type: Attribute `b` has no `type`, but `tpye`
{"id": "c", "name": "C", "type": "inlin", "inline": {"enum": {"value": "x", "section": "primary"}}},
                                 ^^^^^^^ unknown-type: Type `inlin` of attribute `c` is neither `inline` nor `embed`
{"id": "d", "name": "D", "type": 1, "inline": {"enum": {"value": "x", "section": "primary"}}}
                                 ^ unknown-type: `type` of attribute `d` is a number, not a string
"#,
        );
    }

    #[test]
    fn wants_type_key_and_sub_type_together() {
        marked(
            r#"
{"id": "a", "name": "A", "type": "inline", "embed": {"src_url": "https://acme.com/a.png", "image": {"section": "avatar"}}},
                                 ^^^^^^^^ type-mismatch: `type` of attribute `a` is `inline`, but its key is `embed`
{"id": "b", "name": "B", "type": "inline", "inline": {"src_url": "https://acme.com/a.png", "image": {"section": "embed"}}},
                                                                                           ^^^^^^^ type-mismatch: Sub-type `image` belongs in `embed`, but is in `inline`
{"id": "c", "name": "C", "type": "inline", "inline": {"enum": {"value": "x", "section": "primary"}}, "embed": {}}
                                                                                                     ^^^^^^^ type-mismatch: Attribute `c` has both `inline` and `embed`; its `type` is `inline`
"#,
        );
    }
}
