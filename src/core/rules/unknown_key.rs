//! Keys that no document describes, at every level that the documents do describe.
//!
//! It leaves out what another rule speaks of: a key that was meant to be a required one, a key one level too high or too
//! low, the transparency of a color, and all that stands under an undocumented relation or sub-type.

use super::attribute::{bare_sub_type, misspelt_carrier};
use super::place::{Leaf, carrier_pointer, join, key, listed, naming, quoted};
use super::value::{color, kind, source};
use super::{Check, Family, Finding, Report, Rule, keys, spelling};
use crate::core::diagnostic::Severity;
use crate::core::json::{self, Object, ObjectProp};
use crate::core::unfurl::{Attribute, CarrierKey, Envelope, Payload, SubType, Target};

pub static UNKNOWN_KEY: Rule = Rule {
    name: "unknown-key",
    family: Family::Json,
    documented: Severity::Warning,
    wild: Severity::Info,
    summary: "An object has a key that no document describes.",
    why: "Nothing says that Notion reads it. Mostly it is a slip, and what was meant is missing.",
    bad: payload![
        r#"{"id": "label", "name": "Label", "type": "inline", "inline": {"enum": {"value": "Ready", "icon": "hammer", "section": "primary"}}}"#
    ],
    good: payload![
        r#"{"id": "label", "name": "Label", "type": "inline", "inline": {"enum": {"value": "Ready", "section": "primary"}}}"#
    ],
    document: "reference, The unfurl attribute object",
    check: Check::Payload(check),
};

/// An object, its documented keys, and what messages call it.
struct Place<'n> {
    object: &'n Object<'n>,
    level: Vec<&'static str>,
    pointer: String,
    owner: String,
}

fn check(payload: &Payload, report: &mut Report) {
    if let Some(envelope) = &payload.envelope {
        check_envelope(envelope, report);
    }
    for attribute in &payload.attributes {
        let spoken_of = spoken_of(attribute);
        for place in places(attribute) {
            check_place(&place, &spoken_of, report);
        }
    }
}

fn check_envelope(envelope: &Envelope, report: &mut Report) {
    let place = |object, level: keys::Level, pointer: String, owner: &str| Place {
        object,
        level: level.to_vec(),
        pointer,
        owner: owner.to_owned(),
    };
    check_place(&place(envelope.object, keys::ENVELOPE, String::new(), "the envelope"), &[], report);
    for operation in &envelope.operations {
        if let Some(object) = operation.node.as_object() {
            check_place(&place(object, keys::OPERATION, operation.pointer.clone(), "the operation"), &[], report);
        }
        if let Some(object) = operation.set.filter(|_| operation.target == Target::Error).and_then(|set| set.value.as_object()) {
            check_place(&place(object, keys::ERROR, join(&operation.pointer, "set"), "the error"), &[], report);
        }
    }
}

fn places<'n>(attribute: &Attribute<'n>) -> Vec<Place<'n>> {
    let mut places = Vec::new();
    let Some(object) = attribute.object.filter(|_| !attribute.is_relation() && attribute.type_name() != Some("relation")) else {
        return places;
    };
    let owner = naming(attribute);
    places.push(Place { object, level: keys::ATTRIBUTE.to_vec(), pointer: attribute.pointer.clone(), owner: owner.clone() });
    // Without a sub-type, `missing-sub-type` speaks of what is there instead.
    if let Some(carrier) = attribute.carrier.filter(|_| !attribute.sub_types.is_empty())
        && let Some(object) = carrier.object
    {
        let sub_type = attribute.sub_type().and_then(|node| node.sub_type);
        let embed = carrier.key == CarrierKey::Embed || sub_type.is_some_and(SubType::is_embed);
        let level = if embed { keys::EMBED.to_vec() } else { Vec::new() };
        let owner = format!("`{}` of {owner}", carrier.key.name());
        places.push(Place { object, level, pointer: carrier_pointer(attribute), owner });
    }
    if let Some(leaf) = Leaf::of(attribute) {
        let level = kind::level(leaf.sub_type).to_vec();
        places.push(Place { object: leaf.object, level, owner: format!("`{}` of {owner}", leaf.name()), pointer: leaf.pointer });
    }
    // Of a color that lacks a part, `invalid-color` speaks.
    if let Some((object, pointer)) = color::of(attribute).filter(|(color, _)| color::is_whole(color)) {
        let level = keys::COLOR.iter().chain(&keys::ALPHA).copied().collect();
        places.push(Place { object, level, pointer, owner: format!("the color of {owner}") });
    }
    places
}

/// The properties of an attribute of which another rule speaks.
fn spoken_of<'n>(attribute: &Attribute<'n>) -> Vec<&'n ObjectProp<'n>> {
    let mut properties: Vec<&ObjectProp> = attribute.sub_types.iter().map(|node| node.property).collect();
    properties.extend(source::misplaced(attribute).map(|misplaced| misplaced.property));
    properties.extend(bare_sub_type(attribute));
    properties.extend(misspelt_carrier(attribute).map(|(property, _)| property));
    if let Some(leaf) = Leaf::of(attribute) {
        let value = Some("value").filter(|_| !leaf.sub_type.is_embed());
        properties.extend(["section"].into_iter().chain(value).filter_map(|key| kind::strayed(attribute, &leaf, key)));
    }
    properties
}

fn check_place(place: &Place, spoken_of: &[&ObjectProp], report: &mut Report) {
    for property in &place.object.properties {
        let name = property.name.as_str();
        let known = place.level.contains(&name) || spoken_of.iter().any(|other| other.range == property.range);
        if !known && !is_misspelt(place, name) {
            report.add(unknown(place, property, name));
        }
    }
}

/// Whether the key was meant to be one that is required and not there: the rule on the missing one speaks of it.
fn is_misspelt(place: &Place, name: &str) -> bool {
    let levels = [keys::ATTRIBUTE, keys::ENVELOPE, keys::OPERATION, keys::ERROR, keys::VALUE, keys::ENUM, keys::PLACE];
    let Some(level) = levels.into_iter().find(|level| *level == place.level) else { return false };
    let optional = ["color", "inline", "embed", "relation"];
    spelling::key(name, level).is_some_and(|meant| !optional.contains(&meant) && json::property(place.object, meant).is_none())
}

fn unknown(place: &Place, property: &ObjectProp, name: &str) -> Finding {
    let message = format!("{} has an unknown key {}", place.owner, quoted(name));
    let meant = spelling::near(name, &place.level).filter(|meant| json::property(place.object, meant).is_none());
    let help = match meant {
        Some(meant) => format!("rename it to `{meant}`, or remove it"),
        None if place.level.is_empty() => "remove it".to_owned(),
        None => format!("remove it; documented are {}", listed(documented(place), "and")),
    };
    Finding::new(key(property), join(&place.pointer, name), message).help(help)
}

fn documented<'p>(place: &'p Place) -> impl Iterator<Item = &'p str> {
    place.level.iter().copied().filter(|name| !keys::ALPHA.contains(name) && *name != "relation")
}

#[cfg(test)]
mod tests {
    use crate::core::rules::testing::{marked, marked_whole};

    #[test]
    fn looks_at_every_level_of_an_attribute() {
        marked(
            r#"
{"id": "a", "name": "A", "type": "inline", "title": "x", "inline": {"plain_text": {"value": "x", "section": "body"}}},
                                           ^^^^^^^ unknown-key: attribute `a` has an unknown key `title`
{"id": "b", "name": "B", "type": "inline", "inline": {"src_url": "x", "enum": {"value": "x", "section": "primary"}}},
                                                      ^^^^^^^^^ unknown-key: `inline` of attribute `b` has an unknown key `src_url`
{"id": "c", "name": "C", "type": "inline", "inline": {"plain_text": {"value": "x", "color": {}, "section": "primary"}}},
                                                                                   ^^^^^^^ unknown-key: `plain_text` of attribute `c` has an unknown key `color`
{"id": "d", "name": "D", "type": "inline", "inline": {"color": {"value": {"r": 1, "g": 2, "b": 3, "hex": "x"}, "section": "entity"}}},
                                                                                                  ^^^^^ unknown-key: the color of attribute `d` has an unknown key `hex`
{"id": "e", "name": "E", "type": "embed", "embed": {"src_url": "https://acme.com/a.png", "image": {"value": "x", "section": "embed"}}},
                                                                                                   ^^^^^^^ unknown-key: `image` of attribute `e` has an unknown key `value`
{"id": "f", "name": "F", "type": "relation", "relation": {"uri": "x", "more": 1}, "other": 2}
                                 ^^^^^^^^^^ undocumented-relation: attribute `f` is a `relation`, which no table of the documents lists
"#,
        );
    }

    #[test]
    fn looks_at_every_level_of_an_envelope() {
        marked_whole(
            r#"
{"uri": "https://acme.com/1", "version": 1, "operations": [
                              ^^^^^^^^^ unknown-key: the envelope has an unknown key `version`
  {"path": ["error"], "op": "set", "set": {"status": 404, "message": "Gone", "detail": ""}}]}
                      ^^^^ unknown-key: the operation has an unknown key `op`
                                                                             ^^^^^^^^ unknown-key: the error has an unknown key `detail`
"#,
        );
    }
}
