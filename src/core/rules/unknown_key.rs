//! Undocumented keys, at every level that the documents describe.
//!
//! It leaves out keys that other rules report: one that was meant to be a required key, one that is a level too high or
//! too low, the transparency of a color, and everything in an undocumented relation or sub-type.

use super::attribute::{bare_sub_type, misspelt_carrier};
use super::place::{Leaf, carrier_pointer, join, key, listed, naming, quoted, subject};
use super::value::{color, kind, source};
use super::{keys, spelling};
use crate::core::json::{self, Object, ObjectProp};
use crate::core::rule::{Family, Rule, rule};
use crate::core::rules::finding::Finding;
use crate::core::rules::report::Report;
use crate::core::severity::Severity;
use crate::core::unfurl::{Attribute, CarrierKey, Envelope, Payload, SubType, Target};

pub static UNKNOWN_KEY: Rule = rule! {
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
};

/// An object with undocumented keys, and its name in messages.
struct Place<'n> {
    object: &'n Object<'n>,
    level: keys::Level,
    /// Whether it is an `inline` or `embed`, in which any key may be a sub-type.
    is_carrier: bool,
    pointer: String,
    owner: String,
}

pub fn check(payload: &Payload, report: &mut Report) {
    if let Some(envelope) = &payload.envelope {
        check_envelope(envelope, report);
    }
    for attribute in &payload.attributes {
        if report.is_full() {
            return;
        }
        let places = places(attribute);
        if !places.is_empty() {
            let spoken_of = spoken_of(attribute);
            for place in &places {
                check_place(place, &spoken_of, report);
            }
        }
    }
}

fn check_envelope(envelope: &Envelope, report: &mut Report) {
    let mut look = |object, level, pointer: &str, owner: &str| {
        let place = Place { object, level, is_carrier: false, pointer: pointer.to_owned(), owner: owner.to_owned() };
        check_place(&place, &[], report);
    };
    look(envelope.object, keys::ENVELOPE, "", "The envelope");
    for operation in &envelope.operations {
        if let Some(object) = operation.node.as_object() {
            look(object, keys::OPERATION, &operation.pointer, "The operation");
        }
        if let Some(object) = operation.set.filter(|_| operation.target == Target::Error).and_then(|set| set.value.as_object()) {
            look(object, keys::ERROR, &join(&operation.pointer, "set"), "The error");
        }
    }
}

fn places<'n>(attribute: &Attribute<'n>) -> Vec<Place<'n>> {
    let mut places = Vec::new();
    let Some(object) = attribute.object.filter(|_| !attribute.is_relation() && attribute.type_name() != Some("relation")) else {
        return places;
    };
    // Most objects have no unknown key, so pointer and owner are made only if needed.
    let mut look = |object: &'n Object<'n>, level: keys::Level, is_carrier: bool, pointer: &dyn Fn() -> String, what: &[&str]| {
        if object.properties.iter().any(|property| !is_known(property, level, is_carrier)) {
            let name = if what.is_empty() { subject(attribute) } else { naming(attribute) };
            let owner = format!("{}{name}", what.concat());
            places.push(Place { object, level, is_carrier, pointer: pointer(), owner });
        }
    };
    look(object, keys::ATTRIBUTE, false, &|| attribute.pointer.clone(), &[]);
    // Without a sub-type, `missing-sub-type` reports what is there instead.
    if let Some(carrier) = attribute.carrier.filter(|_| !attribute.sub_types.is_empty())
        && let Some(object) = carrier.object
    {
        let sub_type = attribute.sub_type().and_then(|node| node.sub_type);
        let embed = carrier.key == CarrierKey::Embed || sub_type.is_some_and(SubType::is_embed);
        let what = if carrier.key == CarrierKey::Embed { "`embed` of " } else { "`inline` of " };
        look(object, if embed { keys::EMBED } else { &[] }, true, &|| carrier_pointer(attribute), &[what]);
    }
    if let Some(leaf) = Leaf::of(attribute) {
        look(leaf.object, kind::level(leaf.sub_type), false, &|| leaf.pointer(), &["`", leaf.name(), "` of "]);
    }
    // `invalid-color` reports a color that lacks a part.
    if let Some((object, key)) = color::of(attribute).filter(|(color, _)| color::is_whole(color)) {
        look(object, keys::COLOR_AND_ALPHA, false, &|| color::pointer(attribute, key), &["The color of "]);
    }
    places
}

fn is_known(property: &ObjectProp, level: keys::Level, is_carrier: bool) -> bool {
    let name = property.name.as_str();
    level.contains(&name) || (is_carrier && (property.value.as_object().is_some() || SubType::from_name(name).is_some()))
}

/// The properties of an attribute that another rule reports.
fn spoken_of<'n>(attribute: &Attribute<'n>) -> Vec<&'n ObjectProp<'n>> {
    let mut properties = Vec::new();
    properties.extend(source::misplaced(attribute).map(|misplaced| misplaced.property));
    properties.extend(bare_sub_type(attribute));
    properties.extend(misspelt_carrier(attribute).map(|(property, _)| property));
    properties.extend(shapeless(attribute));
    if let Some(leaf) = Leaf::of(attribute) {
        let value = Some("value").filter(|_| !leaf.sub_type.is_embed());
        properties.extend(["section"].into_iter().chain(value).filter_map(|key| kind::strayed(attribute, &leaf, key)));
    }
    properties
}

/// `value` and `section` one or two levels too high, if the sub-type is missing or not an object; and the parts of a
/// color without `value`.
fn shapeless<'n>(attribute: &Attribute<'n>) -> Vec<&'n ObjectProp<'n>> {
    let get = |object: &'n Object<'n>, keys: keys::Level| keys.iter().filter_map(|key| json::property(object, key)).collect();
    match (Leaf::of(attribute), attribute.object) {
        (Some(leaf), _) if leaf.sub_type == SubType::Color && leaf.get("value").is_none() => {
            get(leaf.object, keys::COLOR_AND_ALPHA)
        }
        (None, Some(object)) if attribute.sub_type().is_none_or(|node| node.object.is_none()) => {
            let carrier = attribute.carrier.and_then(|carrier| carrier.object);
            let mut properties: Vec<_> = get(object, keys::VALUE);
            properties.extend(carrier.map(|object| get(object, keys::VALUE)).unwrap_or_default());
            properties
        }
        _ => Vec::new(),
    }
}

fn check_place(place: &Place, spoken_of: &[&ObjectProp], report: &mut Report) {
    let mut absent: Option<Vec<&str>> = None;
    for property in &place.object.properties {
        if is_known(property, place.level, place.is_carrier) || spoken_of.iter().any(|other| other.span == property.span) {
            continue;
        }
        let is_absent = |key: &&str| json::property(place.object, key).is_none();
        let absent = absent.get_or_insert_with(|| place.level.iter().copied().filter(is_absent).collect());
        let meant = spelling::key(property.name.as_str(), place.level).filter(|meant| absent.contains(meant));
        // The rule on the missing key reports the first key that was meant to be it.
        match meant.filter(|meant| is_required(place.level, meant)) {
            Some(meant) => absent.retain(|key| *key != meant),
            None => report.add(unknown(place, property, meant)),
        }
    }
}

fn is_required(level: keys::Level, key: &str) -> bool {
    level != keys::EMBED && !["color", "inline", "embed", "relation"].contains(&key)
}

fn unknown(place: &Place, property: &ObjectProp, meant: Option<&str>) -> Finding {
    let name = property.name.as_str();
    let message = format!("{} has an unknown key {}", place.owner, quoted(name));
    let help = match meant {
        Some(meant) => format!("Rename it to `{meant}`, or remove it"),
        None if place.level.is_empty() => "Remove it".to_owned(),
        None if place.is_carrier => "Remove it; the documented keys are `src_url` and the sub-type".to_owned(),
        None => format!("Remove it; the documented keys are {}", listed(&documented(place.level), "and")),
    };
    Finding::new(key(property), join(&place.pointer, name), message).help(help)
}

fn documented(level: keys::Level) -> Vec<&'static str> {
    level.iter().copied().filter(|name| !keys::ALPHA.contains(name) && *name != "relation").collect()
}

#[cfg(test)]
mod tests {
    use crate::core::rules::testing::{marked, marked_whole};

    #[test]
    fn looks_at_every_level_of_an_attribute() {
        marked(
            r#"
{"id": "a", "name": "A", "type": "inline", "title": "x", "inline": {"plain_text": {"value": "x", "section": "body"}}},
                                           ^^^^^^^ unknown-key: Attribute `a` has an unknown key `title`
{"id": "b", "name": "B", "type": "inline", "inline": {"src_url": "x", "enum": {"value": "x", "section": "primary"}}},
                                                      ^^^^^^^^^ unknown-key: `inline` of attribute `b` has an unknown key `src_url`
{"id": "c", "name": "C", "type": "inline", "inline": {"plain_text": {"value": "x", "color": {}, "section": "primary"}}},
                                                                                   ^^^^^^^ unknown-key: `plain_text` of attribute `c` has an unknown key `color`
{"id": "d", "name": "D", "type": "inline", "inline": {"color": {"value": {"r": 1, "g": 2, "b": 3, "hex": "x"}, "section": "entity"}}},
                                                                                                  ^^^^^ unknown-key: The color of attribute `d` has an unknown key `hex`
{"id": "e", "name": "E", "type": "embed", "embed": {"src_url": "https://acme.com/a.png", "image": {"value": "x", "section": "embed"}}},
                                                                                                   ^^^^^^^ unknown-key: `image` of attribute `e` has an unknown key `value`
{"id": "f", "name": "F", "type": "relation", "relation": {"uri": "x", "more": 1}, "other": 2}
                                 ^^^^^^^^^^ undocumented-relation: Attribute `f` is a `relation`, which no table of the documents lists
"#,
        );
    }

    #[test]
    fn looks_at_every_level_of_an_envelope() {
        marked_whole(
            r#"
{"uri": "https://acme.com/1", "version": 1, "operations": [
                              ^^^^^^^^^ unknown-key: The envelope has an unknown key `version`
  {"path": ["error"], "op": "set", "set": {"status": 404, "message": "Gone", "detail": ""}}]}
                      ^^^^ unknown-key: The operation has an unknown key `op`
                                                                             ^^^^^^^^ unknown-key: The error has an unknown key `detail`
"#,
        );
    }
}
