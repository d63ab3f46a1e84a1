//! `src_url` of an embed: present, and in the right place. Also the sub-type `pdf`.

use crate::core::edit::{Edit, in_text_order};
use crate::core::json::{self, Object, ObjectProp, edit};
use crate::core::rule::{Family, Rule, rule};
use crate::core::rules::finding::Finding;
use crate::core::rules::keys;
use crate::core::rules::place::{Leaf, carrier_pointer, key, naming, quoted};
use crate::core::rules::report::Report;
use crate::core::severity::Severity;
use crate::core::unfurl::{Attribute, Payload, SubType};

pub static MISSING_SRC_URL: Rule = rule! {
    name: "missing-src-url",
    family: Family::Value,
    documented: Severity::Error,
    wild: Severity::Error,
    summary: "An embed has no `src_url` beside its sub-type.",
    why: "The address of the picture, video or page belongs in `src_url`, beside the sub-type and not in it. A `value`, as \
          inline attributes have, is described for no embed, so nothing is there to be loaded.",
    bad: payload![
        r#"{"id": "media", "name": "Media", "type": "embed", "embed": {"image": {"value": "https://acme.com/a.png", "section": "embed"}}}"#
    ],
    good: payload![
        r#"{"id": "media", "name": "Media", "type": "embed", "embed": {"src_url": "https://acme.com/a.png", "image": {"section": "embed"}}}"#
    ],
    document: "reference, Embed sub-type child objects",
};

pub static UNDOCUMENTED_PDF: Rule = rule! {
    name: "undocumented-pdf",
    family: Family::Value,
    documented: Severity::Info,
    wild: Severity::Info,
    summary: "The sub-type `pdf` is listed for the section `embed` and described nowhere.",
    why: "The table of embeds has no `pdf`, so what Notion makes of it is not said. The Lab draws a document tile.",
    bad: payload![
        r#"{"id": "media", "name": "Media", "type": "embed", "embed": {"src_url": "https://acme.com/a.pdf", "pdf": {"section": "embed"}}}"#
    ],
    good: payload![
        r#"{"id": "media", "name": "Media", "type": "embed", "embed": {"src_url": "https://acme.com/a.html", "html": {"section": "embed"}}}"#
    ],
    document: "reference, Embed sub-type child objects",
};

/// A property that was meant to be `src_url`, and the object around it.
pub struct Misplaced<'n> {
    pub holder: &'n Object<'n>,
    pub property: &'n ObjectProp<'n>,
}

/// A property that was meant to be `src_url`, if an embed has none: another name, or another level.
pub fn misplaced<'n>(attribute: &Attribute<'n>) -> Option<Misplaced<'n>> {
    let leaf = Leaf::of(attribute).filter(|leaf| leaf.sub_type.is_embed())?;
    let carrier = attribute.carrier?.object.filter(|carrier| json::property(carrier, "src_url").is_none())?;
    let named =
        |object: &'n Object<'n>| json::property(object, "src_url").or_else(|| keys::misspelt(object, "src_url", keys::EMBED));
    let own = attribute.object.and_then(|object| Some((object, json::property(object, "src_url")?)));
    let candidates = [Some(carrier), Some(leaf.object)].into_iter().flatten().filter_map(|object| Some((object, named(object)?)));
    let is_text = |property: &ObjectProp| property.value.as_str().is_some();
    let (holder, property) = candidates.chain(own).find(|(_, property)| is_text(property))?;
    Some(Misplaced { holder, property })
}

pub fn missing(payload: &Payload, attribute: &Attribute, report: &mut Report) {
    let Some(leaf) = Leaf::of(attribute).filter(|leaf| leaf.sub_type.is_embed() && attribute.src_url().is_none()) else { return };
    let Some((carrier, object)) = attribute.carrier.and_then(|carrier| Some((carrier, carrier.object?))) else { return };
    let pointer = carrier_pointer(attribute);
    let message = format!("`{}` of {} has no `src_url`", carrier.key.name(), naming(attribute));
    let Some(found) = misplaced(attribute) else {
        let finding = Finding::new(key(carrier.property), pointer, message);
        return report.add(finding.help(format!("Add the address of the {} as `src_url` beside `{}`", leaf.name(), leaf.name())));
    };
    let name = found.property.name.as_str();
    if found.holder.span == object.span {
        return report.add(keys::rename(found.property, &pointer, &message, "src_url"));
    }
    let message = format!("{message}; the address is in {}", quoted(name));
    let finding =
        Finding::new(key(found.property), pointer, message).help(format!("Put it beside `{}` as `src_url`", leaf.name()));
    report.add(match moved(payload, object, &found) {
        Some(edits) => finding.fixes("Move to `src_url`", edits),
        None => finding,
    });
}

fn moved(payload: &Payload, carrier: &Object, found: &Misplaced) -> Option<Vec<Edit>> {
    let inserted = edit::insert_property(payload.text, carrier, None, "src_url", &json::written(found.property.value.as_str()?));
    let mut edits = vec![inserted, edit::remove_property(found.holder, found.property)?];
    in_text_order(&mut edits);
    Some(edits)
}

pub fn pdf(_: &Payload, attribute: &Attribute, report: &mut Report) {
    let Some(leaf) = Leaf::of(attribute).filter(|leaf| leaf.sub_type == SubType::Pdf) else { return };
    let message = format!("Sub-type `pdf` of {} is in the table of sections, but not in the table of embeds", naming(attribute));
    report.add(Finding::new(leaf.head(), leaf.pointer(), message).help("Try it in Notion before you rely on it, or use `html`"));
}

#[cfg(test)]
mod tests {
    use crate::core::rules::testing::{fixed, marked};

    #[test]
    fn finds_the_address_elsewhere() {
        marked(
            r#"
{"id": "a", "name": "A", "type": "embed", "embed": {"url": "https://acme.com/a.png", "image": {"section": "avatar"}}},
                                                    ^^^^^ missing-src-url: `embed` of attribute `a` has no `src_url`, but `url`
{"id": "b", "name": "B", "type": "embed", "embed": {"image": {"section": "entity", "src_url": "https://acme.com/a.png"}}},
                                                                                   ^^^^^^^^^ missing-src-url: `embed` of attribute `b` has no `src_url`; the address is in `src_url`
{"id": "c", "name": "C", "type": "embed", "src_url": "https://acme.com/a.png", "embed": {"image": {"section": "embed"}}},
                                          ^^^^^^^^^ missing-src-url: `embed` of attribute `c` has no `src_url`; the address is in `src_url`
{"id": "d", "name": "D", "type": "embed", "embed": {"image": {"section": "identifier"}}}
                                          ^^^^^^^ missing-src-url: `embed` of attribute `d` has no `src_url`
"#,
        );
    }

    #[test]
    fn moves_it() {
        for (bad, good) in [
            (
                r#"{"id": "b", "name": "B", "type": "embed", "embed": {"image": {"section": "embed", "src_url": "https://acme.com/a.png"}}}"#,
                r#"{"id": "b", "name": "B", "type": "embed", "embed": {"src_url": "https://acme.com/a.png", "image": {"section": "embed"}}}"#,
            ),
            (
                r#"{"id": "c", "name": "C", "type": "embed", "src_url": "https://acme.com/a.png", "embed": {"image": {"section": "embed"}}}"#,
                r#"{"id": "c", "name": "C", "type": "embed", "embed": {"src_url": "https://acme.com/a.png", "image": {"section": "embed"}}}"#,
            ),
        ] {
            assert_eq!(fixed(bad), good);
        }
    }
}
