//! Where a finding stands, and how messages call it.

use crate::core::json::{self, Object, ObjectProp};
use crate::core::text::Span;
use crate::core::unfurl::{Attribute, SubType};

/// The chosen sub-type of an attribute, where it is documented and an object.
pub struct Leaf<'a, 'n> {
    pub sub_type: SubType,
    pub property: &'n ObjectProp<'n>,
    pub object: &'n Object<'n>,
    attribute: &'a Attribute<'n>,
}

impl<'a, 'n> Leaf<'a, 'n> {
    pub fn of(attribute: &'a Attribute<'n>) -> Option<Self> {
        let node = attribute.sub_type()?;
        Some(Self { sub_type: node.sub_type?, property: node.property, object: node.object?, attribute })
    }

    pub fn name(&self) -> &'static str {
        self.sub_type.name()
    }

    pub fn get(&self, key: &str) -> Option<&'n ObjectProp<'n>> {
        json::property(self.object, key)
    }

    /// Where a thing is reported that is not in the sub-type: its key.
    pub fn head(&self) -> Span {
        key(self.property)
    }

    pub fn pointer(&self) -> String {
        join(&carrier_pointer(self.attribute), self.name())
    }

    pub fn at(&self, key: &str) -> String {
        join(&self.pointer(), key)
    }
}

pub fn carrier_pointer(attribute: &Attribute) -> String {
    attribute.carrier.map_or_else(|| attribute.pointer.clone(), |carrier| join(&attribute.pointer, carrier.key.name()))
}

/// A JSON Pointer with one more step.
pub fn join(pointer: &str, key: &str) -> String {
    format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1"))
}

pub fn key(property: &ObjectProp) -> Span {
    Span::of(&property.name)
}

/// The bracket that opens an object or an array.
pub fn opening(span: Span) -> Span {
    Span::new(span.start, span.start + 1)
}

/// Where a thing is reported that an attribute does not have: its id, else its opening brace.
pub fn head(attribute: &Attribute) -> Span {
    match attribute.get("id") {
        Some(property) if attribute.id.is_some_and(|id| !is_blank(id)) => Span::of(&property.value),
        _ => opening(Span::of(attribute.node)),
    }
}

/// ``attribute `state` ``; one without an id is counted: `attribute 3`.
pub fn naming(attribute: &Attribute) -> String {
    match attribute.id.filter(|id| !is_blank(id)) {
        Some(id) => format!("attribute {}", quoted(id)),
        None => match attribute.pointer.rsplit('/').next().and_then(|index| index.parse::<usize>().ok()) {
            Some(index) => format!("attribute {}", index + 1),
            None => "the attribute".to_owned(),
        },
    }
}

/// A name or text of the person's in backticks, cut where it is long.
pub fn quoted(text: &str) -> String {
    if text.is_empty() {
        return "an empty text".to_owned();
    }
    let plain = |c: char| match c {
        '`' => '\'',
        c if c.is_control() => ' ',
        c => c,
    };
    let short: String = text.chars().take(60).map(plain).collect();
    if text.chars().nth(60).is_some() { format!("`{short}…`") } else { format!("`{short}`") }
}

/// `` `a`, `b` or `c` ``
pub fn listed<'t>(names: impl IntoIterator<Item = &'t str>, word: &str) -> String {
    let mut names: Vec<String> = names.into_iter().map(quoted).collect();
    let last = names.pop().unwrap_or_default();
    if names.is_empty() { last } else { format!("{} {word} {last}", names.join(", ")) }
}

/// Whether a text shows nothing.
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || c.is_control() || matches!(c, '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}'))
}
