//! The attributes of a payload, each with what the inputs of a form show.

use std::ops::Deref;

use super::color::hex;
use super::word::WORDS;
use crate::core::json::{Source, Value, property};
use crate::core::preview::Rgb;
use crate::core::text::Span;
use crate::core::unfurl::{Attribute, CarrierKey, Payload, Section, SubType};

/// One attribute. A text that is no string is shown as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layer {
    /// Its place in the payload.
    pub index: usize,
    pub id: String,
    pub name: String,
    pub carrier: Option<CarrierKey>,
    pub sub_type: Option<SubType>,
    pub section: Option<Section>,
    /// Of a `color`, its hex.
    pub value: String,
    pub src_url: String,
    /// Of a chip or a `color`.
    pub color: Option<Rgb>,
    /// Not an object, so a form cannot change it.
    pub locked: bool,
}

/// All attributes of a payload. A slice of [`Layer`]s that also knows where each of them stands in the text. A layer itself does
/// not know: each letter that is typed would change all layers behind it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Layers {
    list: Vec<Layer>,
    spans: Vec<Span>,
}

impl Layers {
    /// `None` while the text does not parse, and for what has no attributes.
    pub fn of(text: &str) -> Option<Self> {
        // An empty text is where somebody begins.
        if text.trim().is_empty() {
            return Some(Self::default());
        }
        let source = Source::new(text);
        let root = source.parse().ok()?;
        let payload = Payload::new(text, &root, false);
        payload.list?;
        let attributes = payload.attributes.iter();
        let spans = attributes.clone().map(|attribute| attribute.node.span()).collect();
        Some(Self { list: attributes.enumerate().map(|(index, attribute)| Layer::of(text, index, attribute)).collect(), spans })
    }

    /// Where a layer stands in the text.
    pub fn span(&self, index: usize) -> Option<Span> {
        self.spans.get(index).copied()
    }

    /// The index of the layer that a part of the text belongs to.
    pub fn around(&self, part: Span) -> Option<usize> {
        let index = self.spans.partition_point(|span| span.end < part.end);
        self.spans.get(index).filter(|span| span.encloses(part)).map(|_| index)
    }
}

impl Deref for Layers {
    type Target = [Layer];

    fn deref(&self) -> &[Layer] {
        &self.list
    }
}

impl Layer {
    fn of(text: &str, index: usize, attribute: &Attribute) -> Self {
        let shown = |value: Option<&Value>| value.map(|value| shown(text, value)).unwrap_or_default();
        let own = |key| shown(attribute.get(key).map(|property| &property.value));
        let node = attribute.sub_type();
        let sub_type = node.and_then(|node| node.sub_type);
        let value = attribute.value();
        let color = match sub_type {
            Some(SubType::Color) => value.and_then(rgb),
            _ => node.and_then(|node| node.get("color")).and_then(|property| rgb(&property.value)),
        };
        Self {
            index,
            id: own("id"),
            name: own("name"),
            carrier: attribute.carrier.map(|carrier| carrier.key),
            sub_type,
            section: attribute.section(),
            value: match (sub_type, color) {
                (Some(SubType::Color), Some(color)) => hex(color),
                _ => shown(value),
            },
            src_url: shown(attribute.src_url().map(|property| &property.value)),
            color,
            locked: attribute.object.is_none(),
        }
    }

    /// What a designer calls it: its kind and place decide, and between several words its id and name.
    pub fn word(&self) -> &'static str {
        let fits: Vec<_> =
            WORDS.iter().filter(|word| Some(word.sub_type) == self.sub_type && Some(word.section) == self.section).collect();
        let said = |word: &&&super::Word| {
            let names = [&self.id, &self.name].map(|name| name.to_lowercase());
            let own = word.word.to_lowercase();
            names.iter().any(|name| name.starts_with(&own) || word.is_called(name))
        };
        match (fits.iter().find(said).or(fits.first()), self.sub_type) {
            (Some(word), _) => word.word,
            (None, Some(sub_type)) => kind(sub_type),
            (None, None) if self.carrier == Some(CarrierKey::Relation) => "Relation",
            (None, None) => "Attribute",
        }
    }

    /// What its row shows: the value as it is drawn, or the end of its address.
    pub fn summary(&self) -> &str {
        let address = self.src_url.rsplit('/').find(|part| !part.is_empty()).unwrap_or_default();
        if self.value.is_empty() { address } else { &self.value }
    }

    /// The name that people know it by.
    pub fn shown_name(&self) -> &str {
        [&*self.name, &*self.id].into_iter().find(|name| !name.trim().is_empty()).unwrap_or(self.word())
    }
}

/// What a kind of value is called where no word fits its place.
fn kind(sub_type: SubType) -> &'static str {
    match sub_type {
        SubType::Color => "Color",
        SubType::Date => "Date",
        SubType::Datetime => "Time",
        SubType::Enum => "Chip",
        SubType::PlainText => "Text",
        SubType::Title => "Title",
        SubType::Audio => "Audio",
        SubType::Html => "Web frame",
        SubType::Image => "Image",
        SubType::Pdf => "PDF",
        SubType::Video => "Video",
    }
}

fn shown(text: &str, value: &Value) -> String {
    let span = value.span();
    value.as_str().map_or_else(|| text[span.start..span.end].to_owned(), str::to_owned)
}

fn rgb(value: &Value) -> Option<Rgb> {
    let object = value.as_object()?;
    let channel = |key| property(object, key)?.value.as_number()?.text.parse::<u8>().ok();
    Some(Rgb { r: channel("r")?, g: channel("g")?, b: channel("b")? })
}
