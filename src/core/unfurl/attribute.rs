//! One unfurl attribute, as far as it is well formed.

use super::section::Section;
use super::sub_type::SubType;
use crate::core::json::{self, Object, ObjectProp, Value};

/// The key that carries the sub-type object.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CarrierKey {
    Inline,
    Embed,
    /// In the documents' example, but in none of their tables.
    Relation,
}

impl CarrierKey {
    pub const ALL: [Self; 3] = [Self::Inline, Self::Embed, Self::Relation];

    pub fn name(self) -> &'static str {
        match self {
            Self::Inline => "inline",
            Self::Embed => "embed",
            Self::Relation => "relation",
        }
    }
}

/// The `inline`, `embed` or `relation` property of an attribute.
#[derive(Debug, Clone, Copy)]
pub struct Carrier<'n> {
    pub key: CarrierKey,
    pub property: &'n ObjectProp<'n>,
    /// Its value, if that is an object.
    pub object: Option<&'n Object<'n>>,
}

/// A key inside the carrier that names a sub-type, documented or not.
#[derive(Debug, Clone, Copy)]
pub struct SubTypeNode<'n> {
    pub name: &'n str,
    pub sub_type: Option<SubType>,
    pub property: &'n ObjectProp<'n>,
    pub object: Option<&'n Object<'n>>,
}

impl<'n> SubTypeNode<'n> {
    pub fn get(&self, key: &str) -> Option<&'n ObjectProp<'n>> {
        json::property(self.object?, key)
    }

    pub fn section_property(&self) -> Option<&'n ObjectProp<'n>> {
        self.get("section")
    }

    pub fn section(&self) -> Option<Section> {
        Section::from_name(self.section_property()?.value.as_str()?)
    }
}

#[derive(Debug, Clone)]
pub struct Attribute<'n> {
    /// JSON Pointer of the attribute: `/0`, or `/operations/0/set/0`.
    pub pointer: String,
    pub node: &'n Value<'n>,
    pub object: Option<&'n Object<'n>>,
    /// `id`, if it is a string.
    pub id: Option<&'n str>,
    /// The index of an earlier attribute with the same id.
    pub overrides: Option<usize>,
    /// Whether a later attribute has the same id.
    pub is_overridden: bool,
    /// The carrier that `type` names, or else the first.
    pub carrier: Option<Carrier<'n>>,
    /// All carriers, in text order.
    pub carriers: Vec<Carrier<'n>>,
    /// The keys inside the carrier that name sub-types, in text order; empty for a `relation`.
    pub sub_types: Vec<SubTypeNode<'n>>,
    /// The index of the one that counts. Cached, because half of the rules ask for it.
    chosen: usize,
}

impl<'n> Attribute<'n> {
    pub fn new(node: &'n Value<'n>, pointer: String) -> Self {
        let object = node.as_object();
        let get = |key| object.and_then(|object| json::property(object, key));
        let type_name = get("type").and_then(|property| property.value.as_str());
        let mut carriers: Vec<Carrier> = CarrierKey::ALL
            .into_iter()
            .filter_map(|key| get(key.name()).map(|property| Carrier { key, property, object: property.value.as_object() }))
            .collect();
        carriers.sort_by_key(|carrier| carrier.property.span.start);
        let named = carriers.iter().find(|carrier| Some(carrier.key.name()) == type_name);
        let carrier = named.or(carriers.first()).copied();
        let sub_types = carrier.map(|carrier| sub_types(&carrier)).unwrap_or_default();
        Self {
            pointer,
            node,
            object,
            id: get("id").and_then(|property| property.value.as_str()),
            overrides: None,
            is_overridden: false,
            chosen: chosen(&sub_types).unwrap_or_default(),
            sub_types,
            carrier,
            carriers,
        }
    }

    pub fn get(&self, key: &str) -> Option<&'n ObjectProp<'n>> {
        json::property(self.object?, key)
    }

    /// `type`, if it is a string.
    pub fn type_name(&self) -> Option<&'n str> {
        self.get("type")?.value.as_str()
    }

    /// `name`, if it is a string.
    pub fn name(&self) -> Option<&'n str> {
        self.get("name")?.value.as_str()
    }

    /// The sub-type that counts: the first documented one, or else the first; if its name is repeated, the last with
    /// it.
    pub fn sub_type(&self) -> Option<&SubTypeNode<'n>> {
        self.sub_types.get(self.chosen)
    }

    pub fn is_relation(&self) -> bool {
        self.carrier.is_some_and(|carrier| carrier.key == CarrierKey::Relation)
    }

    /// The object that names the section: the sub-type, or the `mention` of a relation.
    pub fn sectioned(&self) -> Option<&'n Object<'n>> {
        match self.carrier {
            Some(carrier) if carrier.key == CarrierKey::Relation => json::property(carrier.object?, "mention")?.value.as_object(),
            _ => self.sub_type()?.object,
        }
    }

    pub fn section(&self) -> Option<Section> {
        Section::from_name(json::property(self.sectioned()?, "section")?.value.as_str()?)
    }

    /// The `value` of the sub-type, which is drawn.
    pub fn value(&self) -> Option<&'n Value<'n>> {
        self.sub_type()?.get("value").map(|property| &property.value)
    }

    /// The address of an embed: `src_url` beside the sub-type.
    pub fn src_url(&self) -> Option<&'n ObjectProp<'n>> {
        json::property(self.carrier?.object?, "src_url")
    }
}

fn chosen(sub_types: &[SubTypeNode]) -> Option<usize> {
    let first = sub_types.iter().find(|node| node.sub_type.is_some()).or(sub_types.first())?;
    sub_types.iter().rposition(|node| node.name == first.name)
}

/// Every key of the carrier but `src_url` may be a sub-type. Only an object or a documented name counts, so that a
/// stray `"section": "body"` is an unknown key and not a sub-type.
fn sub_types<'n>(carrier: &Carrier<'n>) -> Vec<SubTypeNode<'n>> {
    let Some(object) = carrier.object.filter(|_| carrier.key != CarrierKey::Relation) else { return Vec::new() };
    let nodes = object.properties.iter().filter(|property| property.name.as_str() != "src_url").map(|property| SubTypeNode {
        name: property.name.as_str(),
        sub_type: SubType::from_name(property.name.as_str()),
        property,
        object: property.value.as_object(),
    });
    nodes.filter(|node| node.sub_type.is_some() || node.object.is_some()).collect()
}
