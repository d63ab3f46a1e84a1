//! Turns an attribute into a part: its kind and its section, or why it cannot be drawn.
//!
//! The sub-type decides on the kind in every section, even if the reference's table does not list the pair: an `enum`
//! in `identifier` is a chip there. Only the background shows nothing but a color.
//!
//! - Text is wanted by `plain_text`, `title`, `enum`, `date` and `datetime`; numbers and booleans are drawn
//!   as they are written.
//! - A `date` or `datetime` that is none is drawn as it stands.
//! - Colours: `r`, `g`, `b` numbers, rounded and clamped to 0-255; an alpha is left out. An `enum` with an unusable
//!   colour is a chip without one.
//! - Media need a `src_url` of http or https.
//! - An attribute without a string as `id` has the id "".

use std::sync::Arc;

use serde_json::Value as Json;
use time::UtcDateTime;

use super::format::{self, Relative, channel};
use super::model::{NotDrawn, Part, PartKind};
use super::rgb::Rgb;
use crate::core::json::pointer::join;
use crate::core::json::{self, Value};
use crate::core::unfurl::{Attribute, Carrier, Section, SubType, SubTypeNode};
use crate::core::url::LenientUrl;

/// A part and where it goes.
pub(super) struct Placed {
    /// The index of its attribute.
    pub index: usize,
    pub section: Section,
    pub part: Arc<Part>,
}

/// The visible form of a value.
struct Drawn {
    kind: PartKind,
    text: Option<String>,
    color: Option<Rgb>,
    src_url: Option<String>,
    relative: Option<Relative>,
}

impl Drawn {
    fn new(kind: PartKind) -> Self {
        Self { kind, text: None, color: None, src_url: None, relative: None }
    }

    fn text(kind: PartKind, text: String) -> Self {
        Self { text: Some(text), ..Self::new(kind) }
    }
}

/// Why an attribute is not drawn.
type Reason = String;

pub(super) fn place(attribute: &Attribute, index: usize, now: UtcDateTime) -> Result<Placed, Reason> {
    if attribute.object.is_none() {
        return Err(format!("the attribute is {}, not an object", json::kind(attribute.node)));
    }
    let carrier = attribute.carrier.ok_or("there is no `inline` and no `embed`")?;
    let (section, value, drawn) = if attribute.is_relation() { relation(&carrier)? } else { sub_type(attribute, &carrier, now)? };
    if section == Section::Background && drawn.color.is_none() {
        return Err("`background` shows only a color".to_owned());
    }
    Ok(Placed { index, section, part: Arc::new(part(attribute, index, value, drawn)) })
}

/// Everything that an attribute holds besides its part.
pub(super) fn leftovers(attribute: &Attribute) -> impl Iterator<Item = NotDrawn> {
    let drawn = attribute.carrier.map(|carrier| carrier.key);
    let carriers = attribute.carriers.iter().filter(move |carrier| Some(carrier.key) != drawn).map(move |carrier| {
        let reason = format!("the attribute is drawn by its `{}`", drawn.map_or("", |key| key.name()));
        NotDrawn::new(format!("{}/{}", attribute.pointer, carrier.key.name()), &reason)
    });
    let chosen = attribute.sub_type().map_or("", |node| node.name);
    let sub_types = attribute.sub_types.iter().filter(move |node| node.name != chosen).map(move |node| {
        let pointer = join(&join(&attribute.pointer, drawn.map_or("", |key| key.name())), node.name);
        NotDrawn::new(pointer, &format!("the attribute is drawn by its `{chosen}`"))
    });
    carriers.chain(sub_types)
}

fn part(attribute: &Attribute, index: usize, value: Json, drawn: Drawn) -> Part {
    Part {
        attribute: attribute.id.unwrap_or_default().to_owned(),
        kind: drawn.kind,
        text: drawn.text,
        value,
        src_url: drawn.src_url,
        color: drawn.color,
        relative: drawn.relative,
        name: attribute.name().map(str::to_owned),
        span: attribute.node.span(),
        index,
        changed: false,
    }
}

/// A neutral chip with the last segment of the URI, in the section that `mention` names.
fn relation(carrier: &Carrier) -> Result<(Section, Json, Drawn), Reason> {
    let object = carrier.object.ok_or_else(|| not_an_object("relation", &carrier.property.value))?;
    let mention = json::property(object, "mention").ok_or("`relation` has no `mention`")?;
    let mention = mention.value.as_object().ok_or_else(|| not_an_object("mention", &mention.value))?;
    let section = section("mention", json::property(mention, "section").map(|property| &property.value))?;
    let uri = json::property(object, "uri").ok_or("`relation` has no `uri`")?;
    let uri = uri.value.as_str().ok_or_else(|| format!("`uri` is {}, not a string", json::kind(&uri.value)))?;
    let last = uri.rsplit(['/', ':']).find(|segment| !segment.is_empty()).unwrap_or(uri);
    let mut value = serde_json::Map::new();
    value.insert("uri".to_owned(), uri.into());
    Ok((section, value.into(), Drawn::text(PartKind::Relation, last.to_owned())))
}

fn sub_type(attribute: &Attribute, carrier: &Carrier, now: UtcDateTime) -> Result<(Section, Json, Drawn), Reason> {
    let key = carrier.key.name();
    if carrier.object.is_none() {
        return Err(not_an_object(key, &carrier.property.value));
    }
    let node = attribute.sub_type().ok_or_else(|| format!("`{key}` holds no sub-type"))?;
    let known = node.sub_type.ok_or_else(|| format!("unknown sub-type `{}`", node.name))?;
    if node.object.is_none() {
        return Err(not_an_object(node.name, &node.property.value));
    }
    let section = section(node.name, node.section_property().map(|property| &property.value))?;
    let value = node.get("value").map(|property| &property.value);
    let drawn = if known.is_embed() { media(known, attribute)? } else { inline(known, node, value, now)? };
    Ok((section, value.map_or(Json::Null, json::to_serde), drawn))
}

fn not_an_object(key: &str, value: &Value) -> Reason {
    format!("`{key}` is {}, not an object", json::kind(value))
}

fn section(holder: &str, value: Option<&Value>) -> Result<Section, Reason> {
    let value = value.ok_or_else(|| format!("`{holder}` has no `section`"))?;
    let name = value.as_str().ok_or_else(|| format!("`section` is {}, not a string", json::kind(value)))?;
    let unknown = || if name.trim().is_empty() { "the section is blank".to_owned() } else { format!("unknown section `{name}`") };
    Section::from_name(name).ok_or_else(unknown)
}

fn inline(sub_type: SubType, node: &SubTypeNode, value: Option<&Value>, now: UtcDateTime) -> Result<Drawn, Reason> {
    let value = value.ok_or_else(|| format!("`{}` has no `value`", node.name))?;
    if sub_type == SubType::Color {
        let color = color(value).ok_or("`value` is not a color with the numbers `r`, `g` and `b`")?;
        return Ok(Drawn { color: Some(color), ..Drawn::new(PartKind::Swatch) });
    }
    let text = text(value).ok_or_else(|| format!("`value` is {}, not text", json::kind(value)))?;
    Ok(match sub_type {
        SubType::Enum => {
            Drawn { color: node.get("color").and_then(|property| color(&property.value)), ..Drawn::text(PartKind::Chip, text) }
        }
        SubType::Date => Drawn::text(PartKind::Date, format::date(&text).unwrap_or(text)),
        SubType::Datetime => {
            let relative = format::relative(&text, now);
            Drawn { relative, ..Drawn::text(PartKind::Datetime, relative.map_or(text, Relative::english)) }
        }
        _ => Drawn::text(PartKind::Text, text),
    })
}

/// The text of a value, if it has one.
fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(literal) => Some(literal.as_str().to_owned()),
        Value::Number(literal) => Some(literal.text.to_owned()),
        Value::Boolean(literal) => Some(literal.value.to_string()),
        _ => None,
    }
}

fn color(value: &Value) -> Option<Rgb> {
    let object = value.as_object()?;
    let read = |key| Some(channel(json::property(object, key)?.value.as_number()?.to_f64()));
    Some(Rgb { r: read("r")?, g: read("g")?, b: read("b")? })
}

fn media(sub_type: SubType, attribute: &Attribute) -> Result<Drawn, Reason> {
    let kind = match sub_type {
        SubType::Audio => PartKind::Audio,
        SubType::Html => PartKind::Html,
        SubType::Pdf => PartKind::Pdf,
        SubType::Video => PartKind::Video,
        _ => PartKind::Image,
    };
    let src_url = attribute.src_url().ok_or("there is no `src_url`")?;
    let url = src_url.value.as_str().ok_or_else(|| format!("`src_url` is {}, not a string", json::kind(&src_url.value)))?;
    if !is_web_address(url) {
        return Err("`src_url` is not an http or https address".to_owned());
    }
    Ok(Drawn { src_url: Some(url.to_owned()), ..Drawn::new(kind) })
}

/// Whether a text is an absolute http or https address, so that no browser reads another scheme.
fn is_web_address(text: &str) -> bool {
    let url = LenientUrl::read(text);
    url.is_http() && url.authority.starts_with(|first: char| !first.is_whitespace() && !first.is_control())
}
