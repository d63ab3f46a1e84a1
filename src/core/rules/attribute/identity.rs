//! `id` and `name`: present, readable, and each id unique.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use crate::core::edit::Edit;
use crate::core::json::{self, Object, Value, edit};
use crate::core::letter::{capital, is_letter};
use crate::core::rule::{Family, Rule, rule};
use crate::core::rules::finding::Finding;
use crate::core::rules::keys;
use crate::core::rules::place::{head, is_blank, join, naming, opening, quoted, subject};
use crate::core::rules::report::Report;
use crate::core::severity::Severity;
use crate::core::unfurl::{Attribute, Payload};

pub static MISSING_ID: Rule = rule! {
    name: "missing-id",
    family: Family::Attribute,
    documented: Severity::Error,
    wild: Severity::Error,
    summary: "An attribute has no `id`, or one that is blank or not a string.",
    why: "The id tells attributes apart: a later attribute with the same id replaces an earlier one.",
    bad: payload![
        r#"{"name": "Updated At", "type": "inline", "inline": {"date": {"value": "2022-01-11", "section": "secondary"}}}"#
    ],
    good: payload![
        r#"{"id": "updated_at", "name": "Updated At", "type": "inline", "inline": {"date": {"value": "2022-01-11", "section": "secondary"}}}"#
    ],
    document: "reference, The unfurl attribute object",
};

pub static DUPLICATE_ID: Rule = rule! {
    name: "duplicate-id",
    family: Family::Attribute,
    documented: Severity::Warning,
    wild: Severity::Warning,
    summary: "Two attributes have the same `id`.",
    why: "The later attribute overrides the earlier one, so the earlier one is never seen. Mostly the id was copied along with \
          the attribute.",
    bad: payload![
        r#"{"id": "item", "name": "Item", "type": "inline", "inline": {"plain_text": {"value": "Desk", "section": "body"}}}"#,
        r#"{"id": "item", "name": "Item Id", "type": "inline", "inline": {"plain_text": {"value": "23487", "section": "identifier"}}}"#
    ],
    good: payload![
        r#"{"id": "item", "name": "Item", "type": "inline", "inline": {"plain_text": {"value": "Desk", "section": "body"}}}"#,
        r#"{"id": "item_2", "name": "Item Id", "type": "inline", "inline": {"plain_text": {"value": "23487", "section": "identifier"}}}"#
    ],
    document: "reference, The unfurl attribute object",
};

pub static MISSING_NAME: Rule = rule! {
    name: "missing-name",
    family: Family::Attribute,
    documented: Severity::Warning,
    wild: Severity::Info,
    summary: "An attribute has no `name`, or one that is blank or not a string.",
    why: "The name says to people what the attribute is. No document shows where it is displayed, but every documented \
          attribute has one.",
    bad: payload![
        r#"{"id": "updated_at", "type": "inline", "inline": {"date": {"value": "2022-01-11", "section": "secondary"}}}"#
    ],
    good: payload![
        r#"{"id": "updated_at", "name": "Updated At", "type": "inline", "inline": {"date": {"value": "2022-01-11", "section": "secondary"}}}"#
    ],
    document: "reference, The unfurl attribute object",
};

/// The ids in use, and new ones made from a word.
pub struct Ids<'n> {
    used: HashSet<Cow<'n, str>>,
    /// The last number behind each word, so that thousands of equal ids take linear time.
    numbers: HashMap<String, usize>,
}

impl<'n> Ids<'n> {
    pub fn of(payload: &Payload<'n>) -> Self {
        let used = payload.attributes.iter().filter_map(|attribute| attribute.id).map(Cow::Borrowed).collect();
        Self { used, numbers: HashMap::new() }
    }

    /// `word`, `word_2`, `word_3` …: the first that is free, which is then in use.
    pub fn fresh(&mut self, word: &str) -> String {
        let mut id = word.to_owned();
        while self.used.contains(id.as_str()) {
            let number = self.numbers.entry(word.to_owned()).or_insert(1);
            *number += 1;
            id = format!("{word}_{number}");
        }
        self.used.insert(id.clone().into());
        id
    }
}

pub fn missing_ids(payload: &Payload, report: &mut Report) {
    let mut ids = None;
    for attribute in &payload.attributes {
        if attribute.id.is_none_or(is_blank)
            && let Some(object) = attribute.object
        {
            let ids = ids.get_or_insert_with(|| Ids::of(payload));
            let word = attribute.name().map(snake).filter(|word| !word.is_empty());
            let word = word.unwrap_or_else(|| attribute.sub_type().map_or("attribute", |node| node.name).to_owned());
            report.add(missing_string(payload, attribute, object, "id", &mut || ids.fresh(&word)));
        }
    }
}

pub fn missing_name(payload: &Payload, attribute: &Attribute, report: &mut Report) {
    let Some(object) = attribute.object.filter(|_| attribute.name().is_none_or(is_blank)) else { return };
    let sub_type = || attribute.sub_type().map_or("Attribute", |node| node.name);
    let mut from_id = || headline(attribute.id.filter(|id| !is_blank(id)).unwrap_or_else(sub_type));
    report.add(missing_string(payload, attribute, object, "name", &mut from_id));
}

/// The finding if `id` or `name` is missing, misspelled, not a string or blank.
fn missing_string(
    payload: &Payload,
    attribute: &Attribute,
    object: &Object,
    wanted: &'static str,
    invent: &mut dyn FnMut() -> String,
) -> Finding {
    let (naming, subject) = (naming(attribute), subject(attribute));
    let pointer = join(&attribute.pointer, wanted);
    if let Some(property) = keys::misspelt(object, wanted, keys::ATTRIBUTE) {
        return keys::rename(property, &attribute.pointer, &format!("{subject} has no `{wanted}`"), wanted);
    }
    let Some(property) = attribute.get(wanted) else {
        let text = invent();
        let after = attribute.get("id").filter(|_| wanted == "name");
        let added = edit::insert_property(payload.text, object, after, wanted, &json::written(&text));
        let title = format!("Add `\"{wanted}\": \"{text}\"`");
        let place = if wanted == "id" { opening(object.span) } else { head(attribute) };
        return Finding::new(place, &attribute.pointer, format!("{subject} has no `{wanted}`"))
            .help(title.clone())
            .fix(title, added);
    };
    let place = property.value.span();
    if let Value::Number(number) = &property.value {
        let quoted = edit::replace(&property.value, number.text);
        return Finding::new(place, pointer, format!("`{wanted}` of {naming} is a number, not a string"))
            .help("Put quotes around it")
            .fix("Put quotes around it", quoted);
    }
    let wrong = if property.value.as_str().is_some() { "blank" } else { json::kind(&property.value) };
    let message = match wrong {
        "blank" => format!("`{wanted}` of {naming} is blank"),
        kind => format!("`{wanted}` of {naming} is {kind}, not a string"),
    };
    let text = invent();
    let edits: Vec<Edit> = vec![edit::replace(&property.value, &text)];
    let finding = Finding::new(place, pointer, message).help(format!("Write `\"{text}\"`, or a better text"));
    let title = format!("Write `\"{text}\"`");
    // An object or an array may hold something that the person wants to keep.
    if matches!(property.value, Value::Object(_) | Value::Array(_)) {
        finding.unsafe_fix(title, edits)
    } else {
        finding.fixes(title, edits)
    }
}

pub fn duplicate_ids(payload: &Payload, report: &mut Report) {
    let mut ids = None;
    for attribute in &payload.attributes {
        if report.is_full() {
            return;
        }
        let Some(earlier) = attribute.overrides else { continue };
        let Some((id, property)) = attribute.id.filter(|id| !is_blank(id)).zip(attribute.get("id")) else { continue };
        let fresh = ids.get_or_insert_with(|| Ids::of(payload)).fresh(id);
        let message = format!("Id {} is used twice: this attribute replaces the earlier one", quoted(id));
        let finding = Finding::new(property.value.span(), join(&attribute.pointer, "id"), message)
            .label(head(&payload.attributes[earlier]), "Replaced by the later one")
            .help("Give each attribute its own id, or remove one of them")
            .fix(format!("Rename to {}", quoted(&fresh)), edit::replace(&property.value, &fresh));
        report.add(finding);
    }
}

/// `Updated At` to `updated_at`.
fn snake(name: &str) -> String {
    let words = name.split(|c| !is_letter(c)).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join("_").chars().take(40).collect()
}

/// `updated_at` and `updatedAt` to `Updated At`.
fn headline(id: &str) -> String {
    let mut name = String::new();
    let mut after_small = false;
    let mut starts = true;
    for c in id.chars().take(60) {
        if !is_letter(c) {
            starts = true;
            continue;
        }
        starts |= after_small && c.is_uppercase();
        if starts && !name.is_empty() {
            name.push(' ');
        }
        if starts {
            name.push_str(&capital(c.encode_utf8(&mut [0; 4])));
        } else {
            name.push(c);
        }
        (starts, after_small) = (false, c.is_lowercase());
    }
    if name.is_empty() { "Attribute".to_owned() } else { name }
}

#[cfg(test)]
mod tests {
    use super::{headline, snake};
    use crate::core::rules::testing::marked;

    #[test]
    fn words() {
        assert_eq!(headline("updated_at"), "Updated At");
        assert_eq!(headline("itemIcon"), "Item Icon");
        assert_eq!(headline("#"), "Attribute");
        assert_eq!(snake("Item Id"), "item_id");
    }

    #[test]
    fn says_what_is_wrong_with_an_id() {
        marked(
            r#"
{"name": "A", "type": "inline", "inline": {"plain_text": {"value": "x", "section": "body"}}},
^ missing-id: Attribute 3 has no `id`
{"id": 7, "name": "B", "type": "inline", "inline": {"plain_text": {"value": "x", "section": "primary"}}},
       ^ missing-id: `id` of attribute 4 is a number, not a string
{"id": " ", "name": "C", "type": "inline", "inline": {"plain_text": {"value": "x", "section": "primary"}}},
       ^^^ missing-id: `id` of attribute 5 is blank
{"ID": "d", "name": "D", "type": "inline", "inline": {"plain_text": {"value": "x", "section": "primary"}}}
 ^^^^ missing-id: Attribute 6 has no `id`, but `ID`
"#,
        );
    }

    #[test]
    fn says_what_is_wrong_with_a_name() {
        marked(
            r#"
{"id": "a", "type": "inline", "inline": {"plain_text": {"value": "x", "section": "body"}}},
       ^^^ missing-name: Attribute `a` has no `name`
{"id": "b", "name": null, "type": "inline", "inline": {"plain_text": {"value": "x", "section": "primary"}}},
                    ^^^^ missing-name: `name` of attribute `b` is null, not a string
{"id": "c", "nmae": "C", "type": "inline", "inline": {"plain_text": {"value": "x", "section": "primary"}}}
            ^^^^^^ missing-name: Attribute `c` has no `name`, but `nmae`
"#,
        );
    }

    #[test]
    fn finds_equal_ids() {
        marked(
            r#"
{"id": "a", "name": "A", "type": "inline", "inline": {"plain_text": {"value": "x", "section": "body"}}},
{"id": "a", "name": "B", "type": "inline", "inline": {"plain_text": {"value": "x", "section": "primary"}}}
       ^^^ duplicate-id: Id `a` is used twice: this attribute replaces the earlier one
"#,
        );
    }
}
