//! Rules on the section: present, documented, allowed for the sub-type, not too full.

use super::attribute::meant;
use super::place::{Leaf, carrier_pointer, join, key, listed, naming, quoted};
use super::value::kind::{level, strayed};
use super::{keys, spelling};
use crate::core::json::{self, ObjectProp, edit};
use crate::core::rule::{Family, Rule, rule};
use crate::core::rules::finding::Finding;
use crate::core::rules::report::Report;
use crate::core::severity::Severity;
use crate::core::unfurl::{Attribute, Payload, Section, SubType, SubTypeNode};

pub static MISSING_SECTION: Rule = rule! {
    name: "missing-section",
    family: Family::Section,
    documented: Severity::Error,
    wild: Severity::Error,
    summary: "A sub-type has no `section`, or one that is blank or not a string.",
    why: "The section says where in the preview the attribute is shown. Without one it is shown nowhere.",
    bad: payload![r#"{"id": "label", "name": "Label", "type": "inline", "inline": {"enum": {"value": "Ready"}}}"#],
    good: payload![
        r#"{"id": "label", "name": "Label", "type": "inline", "inline": {"enum": {"value": "Ready", "section": "primary"}}}"#
    ],
    document: "reference, The section value",
};

pub static UNKNOWN_SECTION: Rule = rule! {
    name: "unknown-section",
    family: Family::Section,
    documented: Severity::Error,
    wild: Severity::Warning,
    summary: "A section is not one of the nine documented ones.",
    why: "A section that no table lists has no place in the preview, so the Lab does not draw the attribute. An \
          integration in production sends one, and what becomes of it there is not known.",
    bad: payload![
        r#"{"id": "itemId", "name": "Item Id", "type": "inline", "inline": {"plain_text": {"value": "23487", "section": "footer"}}}"#
    ],
    good: payload![
        r#"{"id": "itemId", "name": "Item Id", "type": "inline", "inline": {"plain_text": {"value": "23487", "section": "identifier"}}}"#
    ],
    document: "reference, The section value",
};

pub static SECTION_NOT_ALLOWED: Rule = rule! {
    name: "section-not-allowed",
    family: Family::Section,
    documented: Severity::Warning,
    wild: Severity::Info,
    summary: "A section does not allow the sub-type in it.",
    why: "The documents list for each section the sub-types that it shows. Integrations in production go beyond the list here and there, \
          but nobody promises that it is drawn.",
    bad: payload![
        r#"{"id": "label", "name": "Label", "type": "inline", "inline": {"enum": {"value": "Ready", "section": "identifier"}}}"#
    ],
    good: payload![
        r#"{"id": "label", "name": "Label", "type": "inline", "inline": {"enum": {"value": "Ready", "section": "primary"}}}"#
    ],
    document: "reference, The section value",
};

pub static CROWDED_SECTION: Rule = rule! {
    name: "crowded-section",
    family: Family::Section,
    documented: Severity::Info,
    wild: Severity::Info,
    summary: "A section holds more attributes than it has room for.",
    why: "Title, body, avatar, background, entity and embed have room for one: the Lab draws the last. A line of more than \
          three parts wraps or is cut. The documents name no limits.",
    bad: payload![
        r#"{"id": "body", "name": "Body", "type": "inline", "inline": {"plain_text": {"value": "A desk", "section": "body"}}}"#,
        r#"{"id": "more", "name": "More", "type": "inline", "inline": {"plain_text": {"value": "Of wood", "section": "body"}}}"#
    ],
    good: payload![
        r#"{"id": "body", "name": "Body", "type": "inline", "inline": {"plain_text": {"value": "A desk\nOf wood", "section": "body"}}}"#
    ],
    document: "reference, The section value",
};

/// The section of a sub-type in the documents' examples; for an image, the section with the most room.
pub fn example_home(sub_type: SubType) -> Section {
    match sub_type {
        SubType::Title => Section::Title,
        SubType::Color => Section::Entity,
        SubType::Date | SubType::Datetime => Section::Secondary,
        SubType::Enum => Section::Primary,
        SubType::PlainText => Section::Body,
        SubType::Audio | SubType::Html | SubType::Image | SubType::Pdf | SubType::Video => Section::Embed,
    }
}

pub fn missing(_: &Payload, attribute: &Attribute, report: &mut Report) {
    let Some(leaf) = Leaf::of(attribute) else { return };
    let name = leaf.name();
    if let Some(property) = leaf.get("section") {
        let wrong = match property.value.as_str() {
            Some(text) if text.trim().is_empty() => "blank".to_owned(),
            Some(_) => return,
            None => format!("{}, not a string", json::kind(&property.value)),
        };
        let message = format!("`section` of {} is {wrong}", naming(attribute));
        return report.add(Finding::new(property.value.span(), leaf.at("section"), message).help(use_one(leaf.sub_type)));
    }
    let message = format!("`{name}` of {} has no `section`", naming(attribute));
    if let Some(property) = keys::misspelt(leaf.object, "section", level(leaf.sub_type)) {
        return report.add(keys::rename(property, &leaf.pointer(), &message, "section"));
    }
    report.add(match strayed(attribute, &leaf, "section") {
        Some(property) => {
            Finding::new(key(property), leaf.pointer(), format!("`section` of {} is outside `{name}`", naming(attribute)))
                .help(format!("Move `section` into `{name}`"))
        }
        None => Finding::new(leaf.head(), leaf.pointer(), message).help(use_one(leaf.sub_type)),
    });
}

/// `` Use `primary` or `secondary` ``
fn use_one(sub_type: SubType) -> String {
    format!("Use {}", listed(&Section::names(&Section::listing(sub_type)), "or"))
}

/// The section of an attribute as written, for any sub-type.
fn written<'n>(attribute: &Attribute<'n>) -> Option<(&'n ObjectProp<'n>, &'n str)> {
    let property = attribute.sub_type()?.section_property()?;
    Some((property, property.value.as_str()?))
}

fn section_pointer(attribute: &Attribute) -> String {
    let name = attribute.sub_type().map_or("", |node| node.name);
    join(&join(&carrier_pointer(attribute), name), "section")
}

pub fn unknown(_: &Payload, attribute: &Attribute, report: &mut Report) {
    let Some((property, name)) = written(attribute).filter(|(_, name)| !name.trim().is_empty()) else { return };
    if Section::from_name(name).is_some() {
        return;
    }
    let sub_type = attribute.sub_type().and_then(meant);
    let message = format!("Section {} of {} is not documented", quoted(name), naming(attribute));
    let finding = Finding::new(property.value.span(), section_pointer(attribute), message);
    report.add(match (spelling::section(name, sub_type), sub_type) {
        (Some(section), _) => finding
            .help(format!("Use `{}`, {}", section.name(), section.place()))
            .fix(format!("Change to `{}`", section.name()), edit::replace(&property.value, section.name())),
        (None, Some(sub_type)) => finding.help(use_one(sub_type)),
        (None, None) => finding.help(format!("Use {}", listed(&Section::names(&Section::ALL), "or"))),
    });
}

pub fn not_allowed(_: &Payload, attribute: &Attribute, report: &mut Report) {
    let Some((leaf, (property, name))) = Leaf::of(attribute).zip(written(attribute)) else { return };
    let Some(section) = Section::from_name(name).filter(|section| !section.sub_types().contains(&leaf.sub_type)) else { return };
    // `dev-shape` reports `dev` in its documented section: its sub-type is wrong, not its section.
    if attribute.id == Some("dev") && section == Section::Secondary {
        return;
    }
    let message = format!("`{}` is not allowed in section `{}`", leaf.name(), section.name());
    let mut finding = Finding::new(property.value.span(), section_pointer(attribute), message);
    let mut homes = Section::listing(leaf.sub_type);
    homes.sort_by_key(|home| usize::from(*home != example_home(leaf.sub_type)));
    finding = finding.help(match &homes[..] {
        [only] => format!("Use `{}`, which allows `{}`", only.name(), leaf.name()),
        several => format!("Use {}, which allow `{}`", listed(&Section::names(several), "or"), leaf.name()),
    });
    for home in &homes {
        let title = format!("Move to `{}`", home.name());
        let edits = vec![edit::replace(&property.value, home.name())];
        // With several, the person must choose.
        finding = if homes.len() == 1 { finding.fixes(title, edits) } else { finding.unsafe_fix(title, edits) };
    }
    report.add(finding);
}

pub fn crowded(payload: &Payload, report: &mut Report) {
    let mut held = [const { Vec::<&Attribute>::new() }; Section::ALL.len()];
    for attribute in payload.attributes.iter().filter(|attribute| !attribute.is_overridden) {
        if let Some(section) = Leaf::of(attribute).and(attribute.sub_type()).and_then(SubTypeNode::section) {
            held[section as usize].push(attribute);
        }
    }
    for (section, held) in Section::ALL.into_iter().zip(held) {
        let room = if section.holds_several() { 3 } else { 1 };
        let (Some(first_too_many), Some(last)) = (held.get(room), held.last()) else { continue };
        let Some((property, name)) = written(first_too_many) else { continue };
        let (count, last) = (held.len(), naming(last));
        let message = if room == 1 {
            format!("Section `{name}` has {count} attributes, but room for one: {last} is drawn")
        } else {
            format!("Section `{name}` has {count} attributes, but room for three")
        };
        let finding = Finding::new(property.value.span(), section_pointer(first_too_many), message);
        report.add(finding.help("Move one to another section, or remove it"));
    }
}

#[cfg(test)]
mod tests {
    use crate::core::rules::testing::marked;

    #[test]
    fn wants_a_documented_section() {
        marked(
            r#"
{"id": "a", "name": "A", "type": "inline", "inline": {"plain_text": {"value": "x"}}},
                                                      ^^^^^^^^^^^^ missing-section: `plain_text` of attribute `a` has no `section`
{"id": "b", "name": "B", "type": "inline", "inline": {"section": "body", "plain_text": {"value": "x"}}},
                                                      ^^^^^^^^^ missing-section: `section` of attribute `b` is outside `plain_text`
{"id": "c", "name": "C", "type": "inline", "inline": {"plain_text": {"value": "x", "sectoin": "body"}}},
                                                                                   ^^^^^^^^^ missing-section: `plain_text` of attribute `c` has no `section`, but `sectoin`
{"id": "d", "name": "D", "type": "inline", "inline": {"plain_text": {"value": "x", "section": null}}},
                                                                                              ^^^^ missing-section: `section` of attribute `d` is null, not a string
{"id": "e", "name": "E", "type": "inline", "inline": {"plain_text": {"value": "x", "section": "sidebar"}}},
                                                                                              ^^^^^^^^^ unknown-section: Section `sidebar` of attribute `e` is not documented
{"id": "f", "name": "F", "type": "inline", "inline": {"link": {"value": "x", "section": "subtitle"}}}
                                                      ^^^^^^ unknown-sub-type: Sub-type `link` of attribute `f` is not documented
                                                                                        ^^^^^^^^^^ unknown-section: Section `subtitle` of attribute `f` is not documented
"#,
        );
    }

    #[test]
    fn wants_a_section_that_lists_the_sub_type() {
        marked(
            r#"
{"id": "a", "name": "A", "type": "inline", "inline": {"enum": {"value": "x", "section": "identifier"}}},
                                                                                        ^^^^^^^^^^^^ section-not-allowed: `enum` is not allowed in section `identifier`
{"id": "b", "name": "B", "type": "inline", "inline": {"date": {"value": "2022-01-11", "section": "body"}}}
                                                                                                 ^^^^^^ section-not-allowed: `date` is not allowed in section `body`
"#,
        );
    }

    #[test]
    fn counts_what_a_section_holds() {
        marked(
            r#"
{"id": "a", "name": "A", "type": "inline", "inline": {"enum": {"value": "x", "section": "primary"}}},
{"id": "b", "name": "B", "type": "inline", "inline": {"enum": {"value": "x", "section": "primary"}}},
{"id": "c", "name": "C", "type": "inline", "inline": {"enum": {"value": "x", "section": "primary"}}},
{"id": "d", "name": "D", "type": "inline", "inline": {"enum": {"value": "x", "section": "primary"}}}
                                                                                        ^^^^^^^^^ crowded-section: Section `primary` has 4 attributes, but room for three
"#,
        );
    }
}
