//! The groups of a link rule's pattern, for `$<name>` inside a string value of its placeholders.

use super::candidate::{Candidate, CandidateKind, Completions};
use super::scan::Place;
use crate::core::links::Compiled;
use crate::core::pattern::Answer;
use crate::core::project::{LinkRule, Sample};

/// A named group that a placeholder can be filled from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    pub name: String,
    /// The text that it captures in the first sample that matches.
    pub example: Option<String>,
}

/// The named groups of a rule's pattern, each name once.
pub fn groups(rule: &LinkRule, pattern: &Compiled) -> Vec<Group> {
    let Some(syntax) = pattern.syntax() else { return Vec::new() };
    let first = rule.samples.iter().find_map(|Sample { url, .. }| match pattern.verdict(url, None)?.answer {
        Answer::Matched(found) => Some((url, pattern.captures(url, &found))),
        _ => None,
    });
    let example = |name: &str| {
        let (url, captures) = first.as_ref()?;
        let span = captures.iter().find_map(|capture| capture.span.filter(|_| capture.name.as_deref() == Some(name)))?;
        url.get(span.start..span.end).map(str::to_owned)
    };
    let mut groups: Vec<Group> = Vec::new();
    for name in syntax.groups.iter().filter_map(|group| group.name.as_deref()) {
        if groups.iter().all(|known| known.name != name) {
            groups.push(Group { name: name.to_owned(), example: example(name) });
        }
    }
    groups
}

/// The groups, if the offset is behind `$` or inside `$<name>`.
pub(super) fn at(place: &Place, offset: usize, groups: &[Group]) -> Option<Completions> {
    let inside = place.text.get(place.replaced.start..offset)?;
    if place.is_key || groups.is_empty() || !inside.starts_with('"') {
        return None;
    }
    let from = place.replaced.start + begun(inside)?;
    let behind = place.text.get(offset..)?;
    // The rest of a reference that was typed before.
    let to = behind.find(|c| !is_of_name(c)).filter(|end| behind[*end..].starts_with('>')).map_or(offset, |end| offset + end + 1);
    let option = |group: &Group| {
        let written = format!("$<{}>", group.name);
        let detail = group.example.clone().unwrap_or_default();
        Candidate { detail, ..Candidate::new(written.clone(), written, CandidateKind::Group) }
    };
    Some(Completions { from, to, options: groups.iter().map(option).collect() })
}

/// The start of the reference in which the text ends; `$$` is not one.
fn begun(text: &str) -> Option<usize> {
    let (before, name) = text.rsplit_once('$')?;
    let named = name.is_empty() || name.strip_prefix('<').is_some_and(|name| name.chars().all(is_of_name));
    let dollars = before.len() - before.trim_end_matches('$').len();
    (named && dollars.is_multiple_of(2)).then_some(before.len())
}

fn is_of_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || !c.is_ascii()
}

#[cfg(test)]
mod tests {
    use super::{Group, groups};
    use crate::core::complete::complete;
    use crate::core::links::Compiled;
    use crate::core::project::{FreshIds, LinkRule, Sample};

    fn shown(marked: &str) -> Option<String> {
        let offset = marked.find('|').unwrap();
        let text = marked.replacen('|', "", 1);
        let group = |name: &str| Group { name: name.to_owned(), example: Some("x".to_owned()) };
        let found = complete(&text, offset, &[group("itemNo"), group("b")], time::UtcDateTime::UNIX_EPOCH)?;
        let labels = found.options.iter().map(|option| option.label.as_ref()).collect::<Vec<_>>().join(" ");
        Some(format!("{labels}: {}{}{}", &text[..found.from], found.options[0].apply, &text[found.to..]))
    }

    #[test]
    fn offers_the_groups_in_a_value() {
        for (marked, expected) in [
            (r##"["#$<|"]"##, Some(r##"["#$<itemNo>"]"##)),
            (r#"["$|"]"#, Some(r#"["$<itemNo>"]"#)),
            (r#"["$<it|em> b"]"#, Some(r#"["$<itemNo> b"]"#)),
            (r#"["$<|>"]"#, Some(r#"["$<itemNo>"]"#)),
            (r#"["$<a> $<é|"#, Some(r#"["$<a> $<itemNo>"#)),
            (r#"["$$$<|"]"#, Some(r#"["$$$<itemNo>"]"#)),
            (r#"["$$<|"]"#, None),
            (r#"["$<a>|"]"#, None),
            (r#"["$< |"]"#, None),
            (r#"[{"$<|"}]"#, None),
            (r#"[{"inline": {"title": {"value": "$<|"}}}]"#, Some(r#"[{"inline": {"title": {"value": "$<itemNo>"}}}]"#)),
        ] {
            let found = shown(marked).filter(|found| found.starts_with("$<"));
            assert_eq!(found, expected.map(|text| format!("$<itemNo> $<b>: {text}")), "{marked}");
        }
    }

    #[test]
    fn a_group_shows_what_it_captures() {
        let mut ids = FreshIds::default();
        let rule = LinkRule {
            pattern: r"^https:\/\/acme\.com\/(?<kind>[a-z]+)\/(?<no>\d+)?(x)?$".to_owned(),
            samples: ["other", "https://acme.com/é/1", "https://acme.com/items/"].map(|url| Sample::new(url, &mut ids)).into(),
            ..LinkRule::default()
        };
        let found = groups(&rule, &Compiled::new(&rule.pattern));
        let group = |name: &str, example: Option<&str>| Group { name: name.to_owned(), example: example.map(str::to_owned) };
        assert_eq!(found, [group("kind", Some("items")), group("no", None)]);
    }
}
