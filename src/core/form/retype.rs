//! Another kind of value for an attribute: what both kinds can hold stays.

use serde_json::{Map, Value as Json};

use super::change::put;
use super::color;
use crate::core::edit::Edit;
use crate::core::json::{self, Object, edit, to_serde};
use crate::core::preview::Rgb;
use crate::core::unfurl::{Attribute, Section, SubType, SubTypeNode};

const YELLOW: Rgb = Rgb { r: 253, g: 236, b: 200 };

/// `inline` or `embed`: the kind that goes with it in the section of the attribute, or else its most frequent one.
pub(super) fn carry(text: &str, attribute: &Attribute, to: &str) -> Option<Vec<Edit>> {
    let kinds: &[SubType] = match to {
        "inline" => &[SubType::PlainText, SubType::Title, SubType::Color],
        "embed" => &[SubType::Image],
        _ => return None,
    };
    let node = attribute.sub_type();
    // The attribute holds that kind already: only the name of the type was wrong.
    if attribute.carrier.is_some_and(|carrier| carrier.key.name() == to) && node.is_some_and(|node| node.sub_type.is_some()) {
        return Some(put(text, attribute.object?, "type", Some("name"), to));
    }
    let section = node.and_then(SubTypeNode::section);
    let fits = |kind: &&SubType| section.is_some_and(|section| section.sub_types().contains(kind));
    retype(text, attribute, *kinds.iter().find(fits).or(kinds.first())?)
}

/// `None` where the attribute is no object, or has two carriers, of which nobody knows which one is meant.
pub(super) fn retype(text: &str, attribute: &Attribute, to: SubType) -> Option<Vec<Edit>> {
    let object = attribute.object.filter(|_| attribute.carriers.len() < 2)?;
    let key = if to.is_embed() { "embed" } else { "inline" };
    let mut edits = put(text, object, "type", Some("name"), key);
    let node = attribute.sub_type();
    match attribute.carrier {
        Some(carrier) if carrier.key.name() == key && node.is_some_and(|node| node.object.is_some()) => {
            edits.extend(rename(text, node?, to)?);
        }
        Some(carrier) => {
            edits.push(edit::rename(carrier.property, key));
            edits.push(edit::restructure(text, &carrier.property.value, &fresh(attribute, to)));
        }
        None => {
            let last = object.properties.last();
            // Two insertions would both replace the empty object.
            if last.is_none() {
                edits.clear();
            }
            edits.push(edit::insert_property(text, object, last, key, &fresh(attribute, to)));
        }
    }
    Some(edits)
}

/// Within one carrier: the key is renamed; value, section and color change only where the new kind cannot have them.
fn rename(text: &str, node: &SubTypeNode, to: SubType) -> Option<Vec<Edit>> {
    let inside = node.object?;
    let mut edits = Vec::new();
    if node.name != to.name() {
        edits.push(edit::rename(node.property, to.name()));
    }
    let section = section(node.section(), to);
    if let Some(property) = node.section_property().filter(|_| node.section() != Some(section)) {
        edits.push(edit::replace(&property.value, section.name()));
    }
    if let Some(value) = node.get("value") {
        match (to, value.value.as_object()) {
            (SubType::Color, None) => edits.push(edit::restructure(text, &value.value, &color::json(YELLOW))),
            (SubType::Color, Some(_)) | (_, None) => {}
            (_, Some(_)) => edits.push(edit::replace(&value.value, "")),
        }
    }
    if let Some(color) = node.get("color").filter(|_| to != SubType::Enum) {
        edits.extend(edit::remove_property(inside, color));
    }
    Some(edits)
}

/// The section that an attribute keeps, or the first that lists its new kind.
fn section(before: Option<Section>, to: SubType) -> Section {
    let listing = Section::listing(to);
    before.filter(|section| listing.contains(section)).or(listing.first().copied()).unwrap_or(Section::Body)
}

/// The value of a carrier of another kind, with the keys that the documents do not name.
fn fresh(attribute: &Attribute, to: SubType) -> String {
    let node = attribute.sub_type();
    let mut inside = Map::new();
    if !to.is_embed() {
        let text = attribute.value().and_then(json::Value::as_str).unwrap_or_default();
        let value = if to == SubType::Color { color_value() } else { text.into() };
        inside.insert("value".to_owned(), value);
    }
    inside.insert("section".to_owned(), section(node.and_then(SubTypeNode::section), to).name().into());
    inside.extend(node.and_then(|node| node.object).map(unknown).unwrap_or_default());
    let mut carrier = Map::new();
    if to.is_embed() {
        let address = attribute.src_url().map(|property| to_serde(&property.value));
        carrier.insert("src_url".to_owned(), address.unwrap_or_else(|| "https://media.example/icon-issue.svg".into()));
    }
    carrier.insert(to.name().to_owned(), inside.into());
    Json::from(carrier).to_string()
}

fn color_value() -> Json {
    serde_json::json!({"r": YELLOW.r, "g": YELLOW.g, "b": YELLOW.b})
}

fn unknown(object: &Object) -> Map<String, Json> {
    let known = ["value", "section", "color"];
    let others = object.properties.iter().filter(|property| !known.contains(&property.name.as_str()));
    others.map(|property| (property.name.as_str().to_owned(), to_serde(&property.value))).collect()
}
