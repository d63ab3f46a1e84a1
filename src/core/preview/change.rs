//! The changes of an update: compares the drawing before and after it, part by part.
//!
//! Parts correspond by id, or by place if they have none. A part is unchanged if it looks the same in the same section,
//! whatever else changed in its attribute. Time and memory grow linearly with the number of parts.

use std::sync::Arc;

use std::collections::HashMap;

use super::model::{Changes, Mention, Part, Render};
use crate::core::unfurl::Section;

/// Marks the changes in a drawing.
pub(super) fn mark(before: &Render, after: &mut Render) {
    let old = parts(before);
    let places: HashMap<String, usize> = keys(&old).into_iter().enumerate().map(|(place, key)| (key, place)).collect();
    let mut stays = vec![false; old.len()];
    let mut same = Vec::new();
    let new = parts(after);
    for (key, (section, part)) in keys(&new).iter().zip(&new) {
        let place = places.get(key).copied();
        let was = place.and_then(|place| old.get(place));
        if let Some(stays) = place.and_then(|place| stays.get_mut(place)) {
            *stays = true;
        }
        same.push(was.is_some_and(|(before, was)| before == section && draws_the_same(was, part)));
    }
    let mut same = same.into_iter();
    for section in Section::ALL {
        for part in after.preview.section_mut(section).into_iter().flatten() {
            Arc::make_mut(part).changed = same.next() == Some(false);
        }
    }
    after.mention = Mention::of(&after.preview);
    after.changes = Changes {
        background: before.preview.background != after.preview.background,
        gone: old
            .into_iter()
            .zip(stays)
            .filter(|(_, stays)| !stays)
            .map(|((section, part), _)| (section, part.clone()))
            .collect(),
    };
}

/// All parts in reading order.
fn parts(render: &Render) -> Vec<(Section, &Arc<Part>)> {
    let of = |section| render.preview.section(section).iter().map(move |part| (section, part));
    Section::ALL.into_iter().flat_map(of).collect()
}

/// The keys of parts: their ids, or for those without one, how many came before.
fn keys(parts: &[(Section, &Arc<Part>)]) -> Vec<String> {
    let mut without = 0;
    let key = |(_, part): &(Section, &Arc<Part>)| {
        if !part.attribute.is_empty() {
            return part.attribute.clone();
        }
        without += 1;
        format!("\0{without}")
    };
    parts.iter().map(key).collect()
}

fn draws_the_same(one: &Part, other: &Part) -> bool {
    one.kind == other.kind
        && one.text == other.text
        && one.value == other.value
        && one.src_url == other.src_url
        && one.color == other.color
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};
    use time::UtcDateTime;

    use super::mark;
    use crate::core::analysis::analyze;
    use crate::core::preview::Render;
    use crate::core::profile::Profile;
    use crate::core::unfurl::Section;

    fn drawn(attributes: &Value) -> Render {
        let analysis = analyze(&attributes.to_string(), Profile::Documented, UtcDateTime::UNIX_EPOCH);
        analysis.render.unwrap().as_ref().clone()
    }

    fn inline(id: &str, sub_type: &str, section: &str, value: impl Into<Value>) -> Value {
        json!({"id": id, "name": id, "type": "inline", "inline": {sub_type: {"value": value.into(), "section": section}}})
    }

    /// The ids of the changed parts, and those of the gone ones with their sections; a semicolon behind each.
    fn told(before: &Value, after: &Value) -> (String, String, bool) {
        let (before, mut after) = (drawn(before), drawn(after));
        mark(&before, &mut after);
        let parts = Section::ALL.into_iter().flat_map(|section| after.preview.section(section));
        let changed: String = parts.filter(|part| part.changed).flat_map(|part| [&*part.attribute, ";"]).collect();
        let gone = after.changes.gone.iter();
        let gone: String = gone.flat_map(|(section, part)| [section.name(), "/", &part.attribute, ";"]).collect();
        assert_eq!(after.mention.title, after.preview.title);
        (changed, gone, after.changes.background)
    }

    #[test]
    fn what_an_update_changed() {
        let red = json!({"r": 200, "g": 0, "b": 0});
        let chip = |color: &Value| {
            json!({"id": "s", "name": "s", "type": "inline",
                "inline": {"enum": {"value": "Open", "color": color, "section": "primary"}}})
        };
        let picture = |url: &str| json!({"id": "p", "name": "p", "type": "embed", "embed": {"src_url": url, "image": {"section": "embed"}}});
        let nameless = |text: &str| json!({"inline": {"plain_text": {"value": text, "section": "secondary"}}});
        let a = || inline("a", "plain_text", "secondary", "1");
        let mut renamed = a();
        renamed["name"] = "another".into();
        let cases = [
            ("nothing", json!([a()]), json!([a()]), ("", "", false)),
            ("another name", json!([a()]), json!([renamed]), ("", "", false)),
            ("another place", json!([a(), chip(&red)]), json!([chip(&red), a()]), ("", "", false)),
            ("text", json!([a()]), json!([inline("a", "plain_text", "secondary", "2")]), ("a;", "", false)),
            ("value alone", json!([a()]), json!([inline("a", "plain_text", "secondary", 1)]), ("a;", "", false)),
            ("section", json!([a()]), json!([inline("a", "plain_text", "body", "1")]), ("a;", "", false)),
            ("new", json!([a()]), json!([a(), inline("b", "plain_text", "secondary", "2")]), ("b;", "", false)),
            ("gone", json!([a(), inline("b", "title", "title", "2")]), json!([a()]), ("", "title/b;", false)),
            ("all gone", json!([a()]), json!([]), ("", "secondary/a;", false)),
            ("another id", json!([a()]), json!([inline("b", "plain_text", "secondary", "1")]), ("b;", "secondary/a;", false)),
            ("colour", json!([chip(&red)]), json!([chip(&json!({"r": 0, "g": 0, "b": 0}))]), ("s;", "", false)),
            ("picture", json!([picture("https://a.b/1")]), json!([picture("https://a.b/2")]), ("p;", "", false)),
            ("background", json!([a()]), json!([a(), inline("g", "color", "background", red.clone())]), ("", "", true)),
            ("nameless", json!([nameless("1"), nameless("2")]), json!([nameless("1"), nameless("3")]), (";", "", false)),
        ];
        for (case, before, after, (changed, gone, background)) in cases {
            let told = told(&before, &after);
            assert_eq!((&*told.0, &*told.1, told.2), (changed, gone, background), "{case}");
        }
    }
}
