//! One attribute to the part that is drawn of it, or to the reason why nothing is.

use jiff::Timestamp;
use serde_json::json;

use super::{Part, PartKind, Rgb, format};
use crate::core::json::{self, ObjectProp, Value};
use crate::core::text::Span;
use crate::core::unfurl::{Attribute, Section, SubType, SubTypeNode};

pub struct Drawn {
    pub section: Section,
    pub part: Part,
}

/// `part.attribute` is empty where the attribute has no id.
pub fn draw(attribute: &Attribute, now: Timestamp) -> Result<Drawn, String> {
    if attribute.object.is_none() {
        return Err(format!("an attribute is an object, this is {}", json::kind(attribute.node)));
    }
    if attribute.is_relation() {
        return relation(attribute);
    }
    let node = attribute.sub_type().ok_or("it holds no sub-type")?;
    let sub_type = node.sub_type.ok_or_else(|| format!("no sub-type is called `{}`", node.name))?;
    let section = section(node.section_property())?;
    let mut part = blank(attribute);
    if sub_type.is_embed() {
        embed(&mut part, sub_type, attribute)?;
    } else {
        inline(&mut part, sub_type, node, now)?;
    }
    Ok(Drawn { section, part })
}

fn blank(attribute: &Attribute) -> Part {
    Part {
        attribute: attribute.id.unwrap_or_default().to_owned(),
        kind: PartKind::Text,
        text: None,
        value: serde_json::Value::Null,
        src_url: None,
        color: None,
        relative: None,
        name: attribute.name().map(str::to_owned),
        span: Span::of(attribute.node),
    }
}

fn section(property: Option<&ObjectProp>) -> Result<Section, String> {
    let value = &property.ok_or("it names no section")?.value;
    let name = json::string(value).ok_or_else(|| format!("`section` is {}", json::kind(value)))?;
    Section::from_name(name).ok_or_else(|| format!("no section is called `{name}`"))
}

/// Notion would resolve the relation; what can be shown without it is the last segment of its URI.
fn relation(attribute: &Attribute) -> Result<Drawn, String> {
    let object = attribute.carrier.and_then(|carrier| carrier.object).ok_or("`relation` is no object")?;
    let uri = json::property(object, "uri").and_then(|uri| json::string(&uri.value)).ok_or("the relation has no `uri`")?;
    let mention = json::property(object, "mention").and_then(|mention| mention.value.as_object());
    let section = section(mention.and_then(|mention| json::property(mention, "section")))?;
    let last = uri.rsplit(['/', ':']).find(|segment| !segment.is_empty()).unwrap_or(uri);
    let part = Part { kind: PartKind::Relation, text: Some(last.to_owned()), value: json!({ "uri": uri }), ..blank(attribute) };
    Ok(Drawn { section, part })
}

fn embed(part: &mut Part, sub_type: SubType, attribute: &Attribute) -> Result<(), String> {
    let property = attribute.src_url().ok_or("the embed has no `src_url`")?;
    let url = json::string(&property.value).ok_or("`src_url` is not a string")?;
    if !is_web_address(url) {
        return Err("`src_url` is not an address with http or https".to_owned());
    }
    part.kind = match sub_type {
        SubType::Audio => PartKind::Audio,
        SubType::Html => PartKind::Html,
        SubType::Pdf => PartKind::Pdf,
        SubType::Video => PartKind::Video,
        _ => PartKind::Image,
    };
    part.src_url = Some(url.to_owned());
    Ok(())
}

/// Nothing else is ever loaded: `javascript:`, `data:` and relative addresses would act inside the Lab's own page.
fn is_web_address(url: &str) -> bool {
    let scheme = url.split_once("://").map(|(scheme, rest)| (scheme.to_ascii_lowercase(), rest));
    scheme.is_some_and(|(scheme, rest)| {
        (scheme == "http" || scheme == "https") && !rest.starts_with(['/', '?', '#']) && !rest.is_empty()
    })
}

fn inline(part: &mut Part, sub_type: SubType, node: &SubTypeNode, now: Timestamp) -> Result<(), String> {
    let value = &node.get("value").ok_or("it has no `value`")?.value;
    part.value = json::to_serde(value);
    if sub_type == SubType::Color {
        part.kind = PartKind::Swatch;
        part.color = Some(color(value).ok_or("its colour cannot be read")?);
        return Ok(());
    }
    let text = text(value).ok_or_else(|| format!("`value` is {}, a string is wanted", json::kind(value)))?;
    if sub_type == SubType::Datetime {
        part.relative = format::relative(&text, now);
    }
    (part.kind, part.text) = match sub_type {
        SubType::Enum => (PartKind::Chip, Some(text)),
        SubType::Date => (PartKind::Date, Some(format::date(&text).unwrap_or(text))),
        SubType::Datetime => (PartKind::Datetime, Some(part.relative.map_or(text, format::Relative::english))),
        _ => (PartKind::Text, Some(text)),
    };
    if sub_type == SubType::Enum {
        part.color = node.get("color").and_then(|property| color(&property.value));
    }
    Ok(())
}

/// Numbers and booleans are drawn as they are written: only `null` and whole objects cannot be.
fn text(value: &Value) -> Option<String> {
    match value {
        Value::StringLit(literal) => Some(literal.value.to_string()),
        Value::NumberLit(literal) => Some(literal.value.to_owned()),
        Value::BooleanLit(literal) => Some(literal.value.to_string()),
        _ => None,
    }
}

/// Channels beyond 0 to 255 are drawn as the nearest colour there is.
fn color(value: &Value) -> Option<Rgb> {
    let object = value.as_object()?;
    let channel = |name: &str| {
        let number: f64 = json::property(object, name)?.value.as_number_lit()?.value.parse().ok()?;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the range of a byte")]
        Some(number.clamp(0.0, 255.0).round() as u8)
    };
    Some(Rgb { r: channel("r")?, g: channel("g")?, b: channel("b")? })
}
