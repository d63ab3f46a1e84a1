//! The two attributes that every payload must hold: a title, and `dev`.

use super::identity::Ids;
use super::sub_type::meant;
use crate::core::edit::{Edit, in_text_order};
use crate::core::json::edit;
use crate::core::rule::{Family, Rule, rule};
use crate::core::rules::finding::Finding;
use crate::core::rules::place::{Leaf, head, naming, opening, quoted, subject};
use crate::core::rules::report::Report;
use crate::core::severity::Severity;
use crate::core::unfurl::{Attribute, Payload, Section, SubType};

const DEV_NAME: &str = "Developer Name";
const DEV: &str = r#"{"id":"dev","name":"Developer Name","type":"inline","inline":{"plain_text":{"value":"Your company","section":"secondary"}}}"#;

pub static MISSING_TITLE: Rule = rule! {
    name: "missing-title",
    family: Family::Attribute,
    documented: Severity::Error,
    wild: Severity::Error,
    summary: "No attribute has the sub-type `title`.",
    why: "The title is the main heading of the preview and the text of the Mention. The documents require one in every payload.",
    bad: r#"[
  {"id": "dev", "name": "Developer Name", "type": "inline", "inline": {"plain_text": {"value": "Acme Inc", "section": "secondary"}}}
]
"#,
    good: r#"[
  {"id": "dev", "name": "Developer Name", "type": "inline", "inline": {"plain_text": {"value": "Acme Inc", "section": "secondary"}}},
  {"id": "title", "name": "Title", "type": "inline", "inline": {"title": {"value": "Untitled", "section": "title"}}}
]
"#,
    document: "reference, Inline sub-type objects",
};

pub static SEVERAL_TITLES: Rule = rule! {
    name: "several-titles",
    family: Family::Attribute,
    documented: Severity::Warning,
    wild: Severity::Warning,
    summary: "More than one attribute has the sub-type `title`.",
    why: "There is one main heading. Which title is shown is not documented; the Lab draws the last.",
    bad: payload![
        r#"{"id": "subtitle", "name": "Subtitle", "type": "inline", "inline": {"title": {"value": "Desk", "section": "title"}}}"#
    ],
    good: payload![
        r#"{"id": "subtitle", "name": "Subtitle", "type": "inline", "inline": {"plain_text": {"value": "Desk", "section": "primary"}}}"#
    ],
    document: "reference, Inline sub-type objects",
};

pub static MISSING_DEV: Rule = rule! {
    name: "missing-dev",
    family: Family::Attribute,
    documented: Severity::Error,
    wild: Severity::Info,
    summary: "No attribute has the id `dev`.",
    why: "It names the developer or company that made the preview, and the documents require it in every payload. Integrations in \
          production leave it out and are shown.",
    bad: r#"[
  {"id": "title", "name": "Title", "type": "inline", "inline": {"title": {"value": "Item 1", "section": "title"}}}
]
"#,
    good: r#"[
  {"id": "title", "name": "Title", "type": "inline", "inline": {"title": {"value": "Item 1", "section": "title"}}},
  {"id": "dev", "name": "Developer Name", "type": "inline", "inline": {"plain_text": {"value": "Your company", "section": "secondary"}}}
]
"#,
    document: "reference, The dev attribute",
};

pub static DEV_SHAPE: Rule = rule! {
    name: "dev-shape",
    family: Family::Attribute,
    documented: Severity::Warning,
    wild: Severity::Info,
    summary: "The `dev` attribute is not as documented: named `Developer Name`, a `plain_text` in `secondary`.",
    why: "The documents give `dev` one form. In another it may not be recognised as the developer's name.",
    bad: r#"[
  {"id": "title", "name": "Title", "type": "inline", "inline": {"title": {"value": "Item 1", "section": "title"}}},
  {"id": "dev", "name": "Developer Name", "type": "inline", "inline": {"plain_text": {"value": "Acme Inc", "section": "primary"}}}
]
"#,
    good: r#"[
  {"id": "title", "name": "Title", "type": "inline", "inline": {"title": {"value": "Item 1", "section": "title"}}},
  {"id": "dev", "name": "Developer Name", "type": "inline", "inline": {"plain_text": {"value": "Acme Inc", "section": "secondary"}}}
]
"#,
    document: "reference, The dev attribute",
};

pub fn missing_title(payload: &Payload, report: &mut Report) {
    let Some(list) = payload.list else { return };
    // `unknown-sub-type` reports a sub-type `heading`, and its fix makes it the title.
    if payload.attributes.iter().any(|attribute| attribute.sub_types.iter().any(|node| meant(node) == Some(SubType::Title))) {
        return;
    }
    let finding = Finding::new(opening(list.span), &payload.list_pointer, "No attribute has the sub-type `title`");
    if let Some((attribute, edits)) = payload.attributes.iter().find_map(as_title) {
        let title = format!("Make {} a `title`", naming(attribute));
        let finding = finding.label(head(attribute), "This one is named or placed like a title");
        return report.add(finding.help(title.clone()).fixes(title, edits));
    }
    let title = format!(
        r#"{{"id":"{}","name":"Title","type":"inline","inline":{{"title":{{"value":"Untitled","section":"title"}}}}}}"#,
        Ids::of(payload).fresh("title")
    );
    let added = edit::push_element(payload.text, list, &title);
    report.add(finding.help("Add an attribute with the sub-type `title`").fix("Add a title", added));
}

/// A text in the section `title`, or one whose id names it the title: only its sub-type is missing.
fn as_title<'p, 'n>(attribute: &'p Attribute<'n>) -> Option<(&'p Attribute<'n>, Vec<Edit>)> {
    let leaf = Leaf::of(attribute).filter(|leaf| matches!(leaf.sub_type, SubType::PlainText | SubType::Enum))?;
    let section = leaf.get("section")?;
    let name = section.value.as_str()?;
    if name != Section::Title.name() && attribute.id != Some("title") {
        return None;
    }
    let mut edits = vec![edit::rename(leaf.property, SubType::Title.name())];
    if name != Section::Title.name() {
        edits.push(edit::replace(&section.value, Section::Title.name()));
    }
    Some((attribute, edits))
}

pub fn several_titles(payload: &Payload, report: &mut Report) {
    let is_title = |attribute: &&Attribute| attribute.sub_type().is_some_and(|node| node.sub_type == Some(SubType::Title));
    let mut titles = payload.attributes.iter().filter(is_title);
    let Some(first) = titles.next() else { return };
    for other in titles {
        if report.is_full() {
            return;
        }
        // `duplicate-id` reports equal ids: the later attribute replaces the earlier one.
        if other.id.is_some() && other.id == first.id {
            continue;
        }
        let message = format!("{} is a second `title` beside {}", subject(other), naming(first));
        let finding = Finding::new(head(other), &other.pointer, message).label(head(first), "The first title");
        report.add(finding.help("Keep one `title`, and make the other a `plain_text`"));
    }
}

pub fn missing_dev(payload: &Payload, report: &mut Report) {
    let Some(list) = payload.list else { return };
    if payload.attributes.iter().any(|attribute| attribute.id == Some("dev")) {
        return;
    }
    let finding = Finding::new(opening(list.span), &payload.list_pointer, "No attribute has the id `dev`");
    if let Some((attribute, property)) =
        payload.attributes.iter().find_map(|one| Some((one, one.get("id").filter(|_| means_dev(one))?)))
    {
        let finding = finding.label(property.value.span(), "This id was probably meant").help("Rename the id to `dev`");
        let renamed = edit::replace(&property.value, "dev");
        return report.add(finding.fix(format!("Rename {} to `dev`", naming(attribute)), renamed));
    }
    let added = edit::push_element(payload.text, list, DEV);
    let finding = finding.help("Add an attribute with the id `dev` that names your company");
    report.add(finding.fix("Add `dev`", added));
}

/// Whether an id is `dev` in another spelling, or its name in the documents.
fn means_dev(attribute: &Attribute) -> bool {
    let letters =
        |id: &str| id.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).take(20).collect::<String>();
    attribute.id.is_some_and(|id| ["dev", "developer", "developername"].contains(&letters(id).as_str()))
}

pub fn dev_shape(_: &Payload, attribute: &Attribute, report: &mut Report) {
    let Some(leaf) = Leaf::of(attribute).filter(|_| attribute.id == Some("dev")) else { return };
    let mut wrong = Vec::new();
    let mut edits = Vec::new();
    if let Some(name) =
        attribute.get("name").filter(|_| attribute.name().is_some_and(|name| !name.trim().is_empty() && name != DEV_NAME))
    {
        wrong.push(("name", attribute.name().unwrap_or_default(), DEV_NAME));
        edits.push(edit::replace(&name.value, DEV_NAME));
    }
    if leaf.sub_type != SubType::PlainText {
        wrong.push(("sub-type", leaf.name(), SubType::PlainText.name()));
        edits.push(edit::rename(leaf.property, SubType::PlainText.name()));
    }
    let section = leaf.get("section").and_then(|section| Some((section, Section::from_name(section.value.as_str()?)?)));
    if let Some((property, section)) = section.filter(|(_, section)| *section != Section::Secondary) {
        wrong.push(("section", section.name(), Section::Secondary.name()));
        edits.push(edit::replace(&property.value, Section::Secondary.name()));
    }
    if wrong.is_empty() {
        return;
    }
    let differences: Vec<String> =
        wrong.iter().map(|(what, is, wanted)| format!("its {what} is {}, but `{wanted}` is documented", quoted(is))).collect();
    let finding = Finding::new(head(attribute), &attribute.pointer, format!("Attribute `dev`: {}", differences.join("; ")))
        .help(format!("Name it `{DEV_NAME}`, and make it a `plain_text` in `secondary`"));
    in_text_order(&mut edits);
    let is_text = leaf.get("value").is_some_and(|value| value.value.as_str().is_some());
    // The fix loses a name or place that the person chose, so "Fix all" leaves it out.
    report.add(if is_text { finding.unsafe_fix("Write it as documented", edits) } else { finding });
}

#[cfg(test)]
mod tests {
    use crate::core::rules::testing::{marked, marked_whole};

    #[test]
    fn wants_title_and_dev() {
        marked_whole(
            r"
[]
^ missing-title: No attribute has the sub-type `title`
^ missing-dev: No attribute has the id `dev`
",
        );
    }

    #[test]
    fn knows_dev_by_another_spelling() {
        marked_whole(
            r#"
[{"id": "t", "name": "Title", "type": "inline", "inline": {"title": {"value": "x", "section": "title"}}},
^ missing-dev: No attribute has the id `dev`
{"id": "Dev", "name": "Developer Name", "type": "inline", "inline": {"plain_text": {"value": "Acme", "section": "secondary"}}}]
"#,
        );
    }

    #[test]
    fn makes_a_title_of_a_text_in_its_place() {
        marked_whole(
            r#"
[{"id": "title", "name": "Title", "type": "inline", "inline": {"plain_text": {"value": "x", "section": "title"}}},
^ missing-title: No attribute has the sub-type `title`
                                                                                                       ^^^^^^^ section-not-allowed: `plain_text` is not allowed in section `title`
{"id": "dev", "name": "Developer Name", "type": "inline", "inline": {"plain_text": {"value": "Acme", "section": "secondary"}}}]
"#,
        );
    }

    #[test]
    fn asks_neither_of_an_error_alone() {
        marked_whole(
            r#"
{"uri": "https://acme.com/1", "operations": [{"path": ["error"], "set": {"status": 404, "message": "Gone"}}]}
"#,
        );
    }

    #[test]
    fn finds_a_second_title() {
        marked(
            r#"
{"id": "a", "name": "A", "type": "inline", "inline": {"title": {"value": "x", "section": "title"}}}
       ^^^ several-titles: Attribute `a` is a second `title` beside attribute `title`
                                                                                         ^^^^^^^ crowded-section: Section `title` has 2 attributes, but room for one: attribute `a` is drawn
"#,
        );
    }

    #[test]
    fn knows_the_form_of_dev() {
        marked_whole(
            r#"
[{"id": "t", "name": "Title", "type": "inline", "inline": {"title": {"value": "x", "section": "title"}}},
{"id": "dev", "name": "Company", "type": "inline", "inline": {"plain_text": {"value": "Acme", "section": "primary"}}}]
       ^^^^^ dev-shape: Attribute `dev`: its name is `Company`, but `Developer Name` is documented; its section is `primary`, but `secondary` is documented
"#,
        );
    }
}
