//! The places of findings, and their names in messages.

use std::fmt::{Display, Formatter, Write};

use crate::core::hidden::{is_hidden, looks_blank, shown};
pub use crate::core::json::pointer::join;
use crate::core::json::{self, Object, ObjectProp};
use crate::core::text::Span;
use crate::core::unfurl::{Attribute, SubType};

/// The chosen sub-type of an attribute, if it is documented and an object.
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

    /// The place to report a thing missing from the sub-type: its key.
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

/// The text in the `value` of a sub-type, if that is one of these.
pub fn text_of<'a, 'n>(attribute: &'a Attribute<'n>, sub_types: &[SubType]) -> Option<(Leaf<'a, 'n>, &'n str, Span)> {
    let leaf = Leaf::of(attribute).filter(|leaf| sub_types.contains(&leaf.sub_type))?;
    let value = &leaf.get("value")?.value;
    Some((leaf, value.as_str()?, value.span()))
}

pub fn carrier_pointer(attribute: &Attribute) -> String {
    attribute.carrier.map_or_else(|| attribute.pointer.clone(), |carrier| join(&attribute.pointer, carrier.key.name()))
}

pub fn key(property: &ObjectProp) -> Span {
    property.name.span
}

/// The bracket that opens an object or an array.
pub fn opening(span: Span) -> Span {
    Span::new(span.start, span.start + 1)
}

/// The place to report a thing missing from an attribute: its id, or else its opening brace.
pub fn head(attribute: &Attribute) -> Span {
    match attribute.get("id") {
        Some(property) if attribute.id.is_some_and(|id| !is_blank(id)) => property.value.span(),
        _ => opening(attribute.node.span()),
    }
}

/// The name of an attribute in messages: ``attribute `state` ``, or `attribute 3` without an id.
#[derive(Clone, Copy)]
pub struct Naming<'a> {
    attribute: &'a Attribute<'a>,
    starts: bool,
}

pub fn naming<'a>(attribute: &'a Attribute) -> Naming<'a> {
    Naming { attribute, starts: false }
}

/// The same at the start of a sentence.
pub fn subject<'a>(attribute: &'a Attribute) -> Naming<'a> {
    Naming { attribute, starts: true }
}

impl Display for Naming<'_> {
    fn fmt(&self, f: &mut Formatter) -> std::fmt::Result {
        let noun = if self.starts { "Attribute" } else { "attribute" };
        match (self.attribute.id.filter(|id| !is_blank(id)), number(self.attribute)) {
            (Some(id), _) => write!(f, "{noun} {}", quoted(id)),
            (None, Some(number)) => write!(f, "{noun} {number}"),
            (None, None) => f.write_str(if self.starts { "The attribute" } else { "the attribute" }),
        }
    }
}

/// The number of an attribute in its list, counted from 1.
pub fn number(attribute: &Attribute) -> Option<usize> {
    attribute.pointer.rsplit('/').next()?.parse::<usize>().ok().map(|index| index + 1)
}

/// A name or text of the person in backticks, with code points for what nobody sees; a long one is cut.
#[derive(Clone, Copy)]
pub struct Quoted<'t>(&'t str);

pub fn quoted(text: &str) -> Quoted<'_> {
    Quoted(text)
}

impl Display for Quoted<'_> {
    fn fmt(&self, f: &mut Formatter) -> std::fmt::Result {
        if self.0.is_empty() {
            return f.write_str("`\"\"`");
        }
        f.write_char('`')?;
        let end = self.0.char_indices().nth(60).map_or(self.0.len(), |(end, _)| end);
        f.write_str(&shown(&self.0[..end]).replace('`', "'"))?;
        f.write_str(if end < self.0.len() { "…`" } else { "`" })
    }
}

/// `` `a`, `b` or `c` ``
pub fn listed(names: &[&str], word: &str) -> String {
    let names: Vec<String> = names.iter().map(|name| quoted(name).to_string()).collect();
    match &names[..] {
        [] => String::new(),
        [name] => name.clone(),
        [names @ .., last] => format!("{} {word} {last}", names.join(", ")),
    }
}

/// Whether a text shows nothing.
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || is_hidden(c) || looks_blank(c))
}
