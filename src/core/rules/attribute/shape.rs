//! An attribute, the carrier of its sub-type, and the sub-type must be objects.

use crate::core::edit::{Edit, in_text_order};
use crate::core::json::{self, Object, ObjectProp, edit};
use crate::core::rule::{Family, Rule, rule};
use crate::core::rules::finding::Finding;
use crate::core::rules::place::{carrier_pointer, join, naming, number, subject};
use crate::core::rules::report::Report;
use crate::core::rules::{section, value};
use crate::core::severity::Severity;
use crate::core::unfurl::{Attribute, Carrier, CarrierKey, Payload, Section, SubType, SubTypeNode};

pub static ATTRIBUTE_SHAPE: Rule = rule! {
    name: "attribute-shape",
    family: Family::Attribute,
    documented: Severity::Error,
    wild: Severity::Error,
    summary: "An attribute, its `inline` or `embed`, or its sub-type is not an object.",
    why: "An attribute is an object in an object in an object. Where one of them is something else there is no place for a section, \
          so it cannot be drawn.",
    bad: payload![r#"{"id": "label", "name": "Label", "type": "inline", "inline": {"enum": "Ready"}}"#],
    good: payload![
        r#"{"id": "label", "name": "Label", "type": "inline", "inline": {"enum": {"value": "Ready", "section": "primary"}}}"#
    ],
    document: "reference, The unfurl attribute object",
};

pub fn shape(payload: &Payload, attribute: &Attribute, report: &mut Report) {
    if attribute.object.is_none() {
        report.add(bare_attribute(payload, attribute));
    } else if let Some(carrier) = attribute.carrier.filter(|carrier| carrier.object.is_none()) {
        report.add(bare_carrier(payload, attribute, &carrier));
    } else if let Some(node) = attribute.sub_type().filter(|node| node.object.is_none()) {
        report.add(bare_sub_type(payload, attribute, node));
    }
}

fn bare_attribute(payload: &Payload, attribute: &Attribute) -> Finding {
    let message = format!("{} is {}, not an object", subject(attribute), json::kind(attribute.node));
    let finding = Finding::new(attribute.node.span(), &attribute.pointer, message)
        .help("Write an object with `id`, `name`, `type` and `inline` or `embed`");
    let Some(text) = attribute.node.as_str() else { return finding };
    let number = number(attribute).unwrap_or(1);
    let wrapped = format!(
        r#"{{"id":"text_{number}","name":"Text {number}","type":"inline","inline":{{"plain_text":{}}}}}"#,
        valued(&json::written(text), "secondary")
    );
    finding.unsafe_fix("Make it a `plain_text` in `secondary`", vec![edit::restructure(payload.text, attribute.node, &wrapped)])
}

fn bare_carrier(payload: &Payload, attribute: &Attribute, carrier: &Carrier) -> Finding {
    let node = &carrier.property.value;
    let name = carrier.key.name();
    let message = format!("`{name}` of {} is {}, not an object", naming(attribute), json::kind(node));
    let finding = Finding::new(node.span(), join(&attribute.pointer, name), message);
    let Some(text) = node.as_str().filter(|_| carrier.key != CarrierKey::Relation) else {
        return finding.help("Write an object that holds a sub-type");
    };
    let text = json::written(text);
    let (wrapped, title) = if carrier.key == CarrierKey::Embed {
        (format!(r#"{{"src_url":{text},"image":{{"section":"embed"}}}}"#), "Make it an `image` in `embed`")
    } else if attribute.id == Some("title") {
        (format!(r#"{{"title":{}}}"#, valued(&text, "title")), "Make it a `title`")
    } else {
        (format!(r#"{{"plain_text":{}}}"#, valued(&text, "secondary")), "Make it a `plain_text` in `secondary`")
    };
    finding.help("Write an object that holds a sub-type").unsafe_fix(title, vec![edit::restructure(payload.text, node, &wrapped)])
}

fn bare_sub_type(payload: &Payload, attribute: &Attribute, node: &SubTypeNode) -> Finding {
    let value = &node.property.value;
    let message = format!("`{}` of {} is {}, not an object", node.name, naming(attribute), json::kind(value));
    let pointer = join(&carrier_pointer(attribute), node.name);
    let finding = Finding::new(value.span(), pointer, message);
    let Some(sub_type) = node.sub_type else { return finding };
    let keys = if sub_type.is_embed() { "`section`" } else { "`value` and `section`" };
    let finding = finding.help(format!("Write an object with {keys}"));
    let Some(text) = value.as_str() else { return finding };
    let section = strayed_section(attribute);
    let known = section.is_some() || Section::listing(sub_type).len() == 1;
    match wrapped(payload, attribute, node, text, section) {
        Some(edits) if known => finding.fixes("Wrap it in an object", edits),
        // With several sections, the choice is a guess.
        Some(edits) => finding.unsafe_fix("Wrap it in an object", edits),
        None => finding,
    }
}

/// The content of an inline sub-type.
fn valued(json: &str, section: &str) -> String {
    format!(r#"{{"value":{json},"section":"{section}"}}"#)
}

/// A section beside a sub-type that is not an object, or beside its `inline` or `embed`.
struct Strayed<'n> {
    holder: &'n Object<'n>,
    property: &'n ObjectProp<'n>,
    section: Section,
}

fn strayed_section<'n>(attribute: &Attribute<'n>) -> Option<Strayed<'n>> {
    let outside: [Option<&'n Object<'n>>; 2] = [attribute.carrier.and_then(|carrier| carrier.object), attribute.object];
    outside.into_iter().flatten().find_map(|holder| {
        let property = json::property(holder, "section")?;
        Some(Strayed { holder, property, section: Section::from_name(property.value.as_str()?)? })
    })
}

fn wrapped(
    payload: &Payload,
    attribute: &Attribute,
    node: &SubTypeNode,
    text: &str,
    strayed: Option<Strayed>,
) -> Option<Vec<Edit>> {
    let sub_type = node.sub_type?;
    let carrier = attribute.carrier?.object?;
    // The text of an embed is a section or an address.
    let named = Section::from_name(text).filter(|_| sub_type.is_embed());
    let section = strayed.as_ref().map(|strayed| strayed.section).or(named).unwrap_or(section::example_home(sub_type)).name();
    let mut object = format!(r#"{{"section":"{section}"}}"#);
    let mut edits = Vec::new();
    if !sub_type.is_embed() {
        let color = value::color::notation::from_text(text).filter(|_| sub_type == SubType::Color);
        object = valued(&color.unwrap_or_else(|| json::written(text)), section);
    } else if named.is_none() {
        let is_free = json::property(carrier, "src_url").is_none();
        is_free.then(|| edits.push(edit::insert_property(payload.text, carrier, None, "src_url", &json::written(text))))?;
    }
    edits.push(edit::restructure(payload.text, &node.property.value, &object));
    edits.extend(strayed.and_then(|strayed| edit::remove_property(strayed.holder, strayed.property)));
    in_text_order(&mut edits);
    Some(edits)
}

#[cfg(test)]
mod tests {
    use crate::core::rules::testing::{fixed, marked};

    #[test]
    fn wants_objects() {
        marked(
            r#"
"Ready",
^^^^^^^ attribute-shape: Attribute 3 is a string, not an object
null,
^^^^ attribute-shape: Attribute 4 is null, not an object
{"id": "a", "name": "A", "type": "inline", "inline": "Ready"},
                                                     ^^^^^^^ attribute-shape: `inline` of attribute `a` is a string, not an object
{"id": "b", "name": "B", "type": "inline", "inline": {"enum": ["Ready"]}},
                                                              ^^^^^^^^^ attribute-shape: `enum` of attribute `b` is an array, not an object
{"id": "c", "name": "C", "type": "relation", "relation": 1}
                                 ^^^^^^^^^^ undocumented-relation: Attribute `c` is a `relation`, which no table of the documents lists
                                                         ^ attribute-shape: `relation` of attribute `c` is a number, not an object
"#,
        );
    }

    #[test]
    fn wraps_a_sub_type_with_the_section_beside_it() {
        for (bad, good) in [
            (
                r#"{"id": "a", "name": "A", "type": "inline", "inline": {"plain_text": "x", "section": "body"}}"#,
                r#"{"id": "a", "name": "A", "type": "inline", "inline": {"plain_text": {"value":"x","section":"body"}}}"#,
            ),
            (
                r#"{"id": "a", "name": "A", "type": "inline", "section": "primary", "inline": {"plain_text": "x"}}"#,
                r#"{"id": "a", "name": "A", "type": "inline", "inline": {"plain_text": {"value":"x","section":"primary"}}}"#,
            ),
            (
                r#"{"id": "a", "name": "A", "type": "embed", "embed": {"section": "avatar", "image": "https://acme.com/a.png"}}"#,
                r#"{"id": "a", "name": "A", "type": "embed", "embed": {"src_url": "https://acme.com/a.png", "image": {"section":"avatar"}}}"#,
            ),
            (
                r#"{"id": "a", "name": "A", "type": "embed", "embed": {"src_url": "https://acme.com/a.png", "image": "avatar"}}"#,
                r#"{"id": "a", "name": "A", "type": "embed", "embed": {"src_url": "https://acme.com/a.png", "image": {"section":"avatar"}}}"#,
            ),
        ] {
            assert_eq!(fixed(bad).replace(": ", ":").replace(", ", ","), good.replace(": ", ":").replace(", ", ","));
        }
    }
}
